import { type Block, type Draft, passagesOf, perBlock, RunMap, runsOf, shifted } from '../draft';
import type { Project } from '../project/types';
import { listed } from '../text/listed';
import { tally } from '../util/lists';
import { memoized } from '../util/memoize';
import known from './data/acronyms.json';
import { quotedIn } from './lib/blocks/prose';
import { rule } from './lib/rule';
import { writtenOut } from './lib/wording/written-out';
import type { Problem } from './types';

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
  /** Every word in capitals, wherever it stands: in quotations, footnotes and headings as well. */
  readonly all: readonly string[];
  /** Empty for headings and footnotes. */
  readonly text: string;
}

const CAPITALS =
  /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d&./-])([A-Z][A-Za-z]*[A-Z]|[A-Z]{2,8})(s?)(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d/-]|\.[A-Za-zÀ-ÖØ-ፚḀ-ỹ])/gu;

const wordsIn = perBlock((block): Words | undefined => {
  const words = /[A-Z]{2}|[A-Z][a-z]*[A-Z]/.test(block.text) ? read(block) : undefined;
  return words?.text || words?.all.length ? words : undefined;
});

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
  const all = Array.from(block.text.matchAll(CAPITALS), ([, acronym]) => acronym!.toUpperCase());
  return { uses, explained, all, text: passages.map(({ prose }) => prose.text).join('\n') };
}

/** Where an abbreviation first stands in a run of blocks. */
interface First {
  readonly acronym: string;
  /** Position of the block in the run. */
  readonly at: number;
  /** Undefined where the block explains it. */
  readonly use: Use | undefined;
  /** The text of the block, and the one before it in the run, if there is one. */
  readonly text: string;
  readonly before: string | undefined;
}

/** Of the abbreviations with a meaning. */
const inRuns = new RunMap((blocks, names: Names) => {
  const first = new Map<string, First>();
  let before: string | undefined;
  blocks.forEach((block, at) => {
    const words = wordsIn(block);
    if (!words) return;
    const { explained, uses, text } = words;
    const add = (acronym: string, use?: Use): void => {
      if (names.has(acronym) && !first.has(acronym)) first.set(acronym, { acronym, at, use, text, before });
    };
    for (const acronym of explained) add(acronym);
    for (const use of uses) add(use.acronym, use);
    if (text !== '') before = text;
  });
  return { first: [...first.values()], last: before };
});

export const acronymUnexpanded = rule('acronym-unexpanded', {
  inDraft({ draft, project }) {
    const names = namesOf(project);
    const seen = new Set<string>();
    const problems: Problem[] = [];
    let above = '';
    for (const { run, index } of runsOf(draft)) {
      const { first, last } = inRuns.of(run, names);
      for (const { acronym, at, use, text, before = above } of first) {
        if (seen.has(acronym)) continue;
        seen.add(acronym);
        const meanings = names.get(acronym)!;
        // A name that stands in full beside the letters explains them, brackets or not.
        if (!use || meanings.some((name) => includesName(`${before}\n${text}`, name))) continue;
        const { word, span } = use;
        const { block, start } = draft.blocks[index + at]!;
        const isUsedAgain = isRepeated(draft, acronym);
        const letters = {
          word,
          isPlural: word.endsWith('s') && !acronym.endsWith('S'),
          before: block.text.slice(0, span.start),
          behind: block.text.slice(span.end, span.end + 3),
          isUsedAgain,
        };
        const full = meanings.flatMap((name) => writtenOut(name, letters) ?? []);
        // Which of several is meant only its author knows.
        const hasForms = full.length === meanings.length;
        const which = meanings.length > 1 ? ', whichever it is' : '';
        const where = isUsedAgain
          ? 'Write it out where it first appears'
          : 'It stands only here, so write it out';
        problems.push({
          span: shifted(span, start),
          message: `Not every reader knows what “${word}” means. ${where}: ${
            hasForms
              ? listed(quoted(full.map(({ text: words }) => words)), 'or')
              : `“${acronym}” stands for ${listed(quoted(meanings), 'or')}`
          }${which}.`,
          // Nobody is told to write out a name that has changed.
          unless: { rules: ['name-changed'], in: shifted(span, start) },
          fixes: (hasForms ? full : []).map(({ text: words, from, to }) => ({
            title: `Write “${words}”`,
            edits: [{ span: { start: start + span.start - from, end: start + span.end + to }, text: words }],
            preferred: full.length === 1,
          })),
        });
      }
      above = last ?? above;
    }
    return problems;
  },
});

const tallies = new RunMap((blocks) => tally(blocks.flatMap((block) => wordsIn(block)?.all ?? [])));

/** Whether an abbreviation stands in more than one place of a draft. */
function isRepeated(draft: Draft, acronym: string): boolean {
  let times = 0;
  for (const { run } of runsOf(draft)) {
    times += tallies.of(run, undefined).get(acronym) ?? 0;
    if (times > 1) return true;
  }
  return false;
}

type Names = ReadonlyMap<string, readonly string[]>;

/** What acronyms may stand for, by their capitals: the product's list, and over it the workspace's own. */
const namesOf = memoized((project: Project): Names => {
  const own = Object.entries(project.configuration.acronyms).map(
    ([key, name]) => [key.toUpperCase(), [name]] as const,
  );
  const builtIn = Object.entries(ACRONYMS).map(([key, name]) => [key, [name].flat()] as const);
  return new Map<string, readonly string[]>([...builtIn, ...own]);
});

const quoted = (all: readonly string[]): readonly string[] => all.map((one) => `“${one}”`);

function includesName(text: string, name: string): boolean {
  const plain = (words: string): string => words.toLowerCase().replace(/[’']/g, "'").replace(/&/g, 'and');
  return plain(text).includes(plain(name));
}
