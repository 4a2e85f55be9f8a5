import type { Block } from '../draft';
import { BlockFinder, passagesOf } from '../draft';
import { perBlock } from '../draft/block-map';
import { memoized } from '../memoize';
import type { Project } from '../project/types';
import known from './data/acronyms.json';
import { quotedIn } from './lib/prose';
import type { Problem, Rule } from './types';

/** Of the library world and of councils, which readers outside them do not know, with all that each may stand for. */
const ACRONYMS: Readonly<Record<string, string | readonly string[]>> = known;

interface Use {
  readonly acronym: string;
  /** In the block. */
  readonly span: { readonly start: number; readonly end: number };
  /** Where its plural s stands, if any, is part of the word; this is the word as written. */
  readonly word: string;
}

interface Words {
  /** Every word in capitals outside quotations. */
  readonly uses: readonly Use[];
  /** Those that the block explains, in either order: "Department (DWP)" or "DWP (Department …)". */
  readonly explained: ReadonlySet<string>;
  readonly text: string;
}

const CAPITALS =
  /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d&./-])([A-Z][A-Za-z]*[A-Z]|[A-Z]{2,8})(s?)(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d/-]|\.[A-Za-zÀ-ÖØ-ፚḀ-ỹ])/gu;

const finder = new BlockFinder(
  perBlock((block): Words | undefined => {
    const words = /[A-Z]{2}|[A-Z][a-z]*[A-Z]/.test(block.text) ? read(block) : undefined;
    return words?.text ? words : undefined;
  }),
);

function read(block: Block): Words {
  const uses: Use[] = [];
  const explained = new Set<string>();
  const passages = passagesOf(block).filter(({ inFootnote }) => !inFootnote);
  for (const { kind, prose } of passages) {
    const { text } = prose;
    const isQuoted = quotedIn(text);
    for (const match of text.matchAll(CAPITALS)) {
      const [word, acronym] = match;
      const key = acronym!.toUpperCase();
      const start = match.index;
      const end = start + word.length;
      // In brackets after a name, or before brackets that hold one.
      const bracketed =
        /[([]\s*$/.test(text.slice(Math.max(0, start - 4), start)) &&
        /^\s*[)\],;]/.test(text.slice(end, end + 60));
      const opens = /^\s*\(\s*[A-Za-z][a-z]+/.test(text.slice(end, end + 60));
      if (bracketed || opens) explained.add(key);
      else if (kind !== 'quotation' && !isQuoted(start, end)) {
        uses.push({ acronym: key, word, span: prose.toSource(start, end) });
      }
    }
  }
  return { uses, explained, text: passages.map(({ prose }) => prose.text).join('\n') };
}

export const acronymUnexpanded: Rule = {
  id: 'acronym-unexpanded',
  group: 'plain-english',
  severity: 'hint',
  readsEnglish: true,
  what: 'An acronym of the library world, of a council or of the workspace’s own list (`acronyms` in the configuration) that is not written out where it first appears. Names of things that everybody knows by their letters, such as the BBC or the NHS, are not on the list.',
  why: 'A new councillor, a funder or a journalist does not know the letters, and does not ask.',
  example: {
    bad: 'The DWP sends job seekers to the library.\n',
    good: 'The Department for Work and Pensions (DWP) sends job seekers to the library.\n',
  },
  inDraft({ draft, project }) {
    const names = namesOf(project);
    const seen = new Set<string>();
    const problems: Problem[] = [];
    let before = '';
    for (const { found, placed } of finder.in(draft, undefined)) {
      const { uses, explained, text } = found;
      const { start } = placed;
      for (const key of explained) seen.add(key);
      for (const { acronym, word, span } of uses) {
        const meanings = names.get(acronym);
        if (meanings === undefined || seen.has(acronym)) continue;
        seen.add(acronym);
        // A name that stands in full beside the letters explains them, brackets or not.
        if (meanings.some((name) => includesName(`${before}\n${text}`, name))) continue;
        const plural = /s$/.test(word) && !acronym.endsWith('S') ? 's' : '';
        const at = { start: start + span.start, end: start + span.end };
        const ahead = placed.block.text.slice(0, span.start);
        const full = meanings.map(
          (name) => `${articleFor(name, ahead)}${asItBegins(name, ahead)}${plural} (${word})`,
        );
        // Which of several is meant only its author knows.
        const which = full.length > 1 ? ', whichever it is' : '';
        problems.push({
          span: at,
          message: `Not every reader knows what “${word}” means. Write it out where it first appears: ${full.map((text) => `“${text}”`).join(' or ')}${which}.`,
          fixes: full.map((text) => ({
            title: `Write “${text}”`,
            edits: [{ span: at, text }],
            preferred: full.length === 1,
          })),
        });
      }
      before = text;
    }
    return problems;
  },
};

/** What the name of a body, a fund or a scheme is called by: such a name has an article, which its letters often lack. */
const BODY =
  /^[A-Z].*\b(?:Institute|Department|Association|Convention|Society|Service|Centre|Levy|Index|Fund|Challenge|Information Council)\b/;
/** What letters without an article may stand behind; behind any other word an article may have no place. */
const BEFORE =
  /(?:[,;:(“]|\b(?:from|by|of|to|with|for|at|in|on|and|or|as|between|than|that|when|if|because|while|through|under))\s$/i;
/** Nothing, the sign of a list or a quotation, or the end of a sentence. */
const OPENING = /(?:^[\s>*+-]*|(?<!\b(?:e\.g|i\.e|vs|c|no|approx))[.!?]\s)$/i;
/** The longest of them. */
const REACH = 10;

/** “the ”, where a name needs it and its letters went without; with a capital where a sentence begins. */
function articleFor(name: string, before: string): '' | 'the ' | 'The ' {
  if (!BODY.test(name)) return '';
  const near = before.slice(-REACH);
  if (OPENING.test(near)) return 'The ';
  return BEFORE.test(near) ? 'the ' : '';
}

/** What letters stand for, with a capital where a sentence begins with them. */
function asItBegins(name: string, before: string): string {
  return OPENING.test(before.slice(-REACH)) && articleFor(name, before) === ''
    ? name[0]!.toUpperCase() + name.slice(1)
    : name;
}

/** What acronyms may stand for, by their capitals: the product's list, and over it the workspace's own. */
const namesOf = memoized((project: Project): ReadonlyMap<string, readonly string[]> => {
  const own = Object.entries(project.configuration.acronyms).map(
    ([key, name]) => [key.toUpperCase(), [name]] as const,
  );
  const builtIn = Object.entries(ACRONYMS).map(([key, name]) => [key, [name].flat()] as const);
  return new Map<string, readonly string[]>([...builtIn, ...own]);
});

function includesName(text: string, name: string): boolean {
  const plain = (words: string): string => words.toLowerCase().replace(/[’']/g, "'").replace(/&/g, 'and');
  return plain(text).includes(plain(name));
}
