import { toString as textOf } from 'mdast-util-to-string';
import { type Block, perBlock } from '../../../draft';
import { Grammar } from '../../../words/grammar';
import { stemOf, type Words, wordsOf } from '../../../words/tokenize';
import data from '../../data/asks.json';
import { ownWords, quotedIn } from '../blocks/prose';

/** Phrases that ask a reader for something. The value of one is whether it may be an offer of help. */
const grammar = new Grammar(
  data.words,
  data.asks.map(({ phrase }) => [phrase, phrase.includes('{reach}')] as const),
);

const stems = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(stemOf));
/** Verbs that are a command at the beginning of a clause under a heading that asks. */
const commands = stems([...data.words.verb, ...data.commands]);
/** Verbs that are a decision at the beginning of any item of a list. */
const decides = stems(data.decides);
/** Nouns that name a request under such a heading: "A decision by 5 December". */
const things = stems(data.things);

/** Text before a request that makes it an offer. */
const OFFER = /\bif\s+(?:so\b|you(?:['’]|\s+)(?:are|re|would|d|need|want|wish|know|have)\b)[^.?!]{0,200}$/i;

/** Words elsewhere in its sentence that make it an offer. */
const OFFERED =
  /\b(?:if\s+you\s+(?:have|need|want|wish|would)|with\s+(?:any|your)\s+(?:\w+\s+)?(?:questions|queries)|for\s+(?:more|further))\b/i;

function isOffered(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start).split(/[.?!]/);
  return OFFERED.test(`${before.at(-1)}${text.slice(start, end + 200).split(/[.?!]/, 1)[0]}`);
}

/** Whether a text asks for something in its author's own words. */
function asksIn(text: string): boolean {
  const words = wordsOf(text);
  let isQuoted: ReturnType<typeof quotedIn> | undefined;
  for (const { value: isToReach, first, last } of grammar.find(words)) {
    const start = words.start[first]!;
    isQuoted ??= quotedIn(text);
    const end = words.end[last]!;
    if (
      !isQuoted(start, end) &&
      !OFFER.test(text.slice(Math.max(0, start - 200), start)) &&
      !(isToReach && isOffered(text, start, end))
    )
      return true;
  }
  return false;
}

/** What may stand before a command: "3.1", "(a) That", "To". */
const BEFORE =
  /^\s*(?:\d+(?:\.\d+)*\.?\s+|\(?[a-z\d]{1,4}[.)]\s+)?(?:(?:and|also|then|next|first(?:ly)?|finally|instead|now|please)\b[:,]?\s+)?(?:that\s+|to\s+)?/i;
/** Who is to follow it: "Cabinet". */
const WHO = /^(?:the\s+)?(?:[A-Z]\w+\s+){1,3}/;
/** Clauses that begin with a noun, not a verb: "Support for the branch is strong", "Table 2". */
const NOUN = /^\w+\s+(?:\d|(?:for|of|in|to|on)\b[^.,;]*\b(?:is|are|was|were|has|have|came)\b)/i;

/** Whether a clause is a command with one of these verbs, as stems. */
function commandsIn(clause: string, verbs: ReadonlySet<string>): boolean {
  const bare = clause.replace(BEFORE, '');
  for (const text of [bare, bare.replace(WHO, '')]) {
    const [word] = /^[a-z-]+/i.exec(text) ?? [];
    if (
      word !== undefined &&
      !/(?:ed|ing)$/.test(word) &&
      verbs.has(stemOf(word.toLowerCase())) &&
      !NOUN.test(text)
    )
      return true;
  }
  return false;
}

/** Whether a block asks the reader for something, by a phrase or by an item of a list that is a decision. */
export const asks = perBlock((block: Block): boolean =>
  block.node.type === 'heading'
    ? asksIn(textOf(block.node))
    : ownWords(block).some(
        ({ kind, prose: { text } }) => asksIn(text) || (kind === 'list-item' && commandsIn(text, decides)),
      ),
);

/** Where another clause, or another cell, may begin. */
const CLAUSES = /(?<=[.!?:;,])\s+|[\r\n]+|\s[–—]\s/;
/** A request by its sum: "£84,000 over two years", "A grant of £84,000". */
const SUM = /^(?:[a-z]+\s+){0,6}£\s?\d/i;
const TELLS = /\b(?:is|are|was|were|has|have|had|will|would|can|could|costs?|means?|helps?)\b/i;

/** Whether a block under a heading that asks has a command or, with `mayName`, a sum or “A decision by 5 December”. */
export function asksInSection(block: Block, mayName: boolean): boolean {
  if (block.node.type === 'heading') return false;
  return ownWords(block).some(({ prose: { text } }) =>
    text.split(CLAUSES).some((clause) => {
      if (/^\s*do\s+not\b|^\s*don['’]t\b/i.test(clause) || commandsIn(clause, commands)) return true;
      return mayName && (SUM.test(clause) || (!TELLS.test(clause) && namesThing(wordsOf(clause))));
    }),
  );
}

function namesThing({ lower, stem }: Words): boolean {
  return (
    /^(?:an?|your|one|two|three|no)$/.test(lower[0] ?? '') &&
    stem.slice(1, 5).some((word) => things.has(word))
  );
}
