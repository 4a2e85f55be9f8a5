import { toString as textOf } from 'mdast-util-to-string';
import { type Block, type Draft, headings, passagesOf, perBlockFor, RunMap, runsOf } from '../../../draft';
import { type Content, type DocumentKind, REGIONS, type Region, type Sign } from '../../../framework/types';
import { MONTH_NAMES } from '../../../text/dates';
import { memoized } from '../../../util/memoize';
import { Matcher } from '../../../words/matcher';
import { wordsOf } from '../../../words/tokenize';
import { asks } from './asks';
import { hasContact } from './contact';

/** The signs that a kind of document has. */
interface Known {
  readonly phrases: Matcher<Sign>;
  readonly contents: readonly (Sign & { readonly content: Content })[];
}

const signsFor = memoized((kind: DocumentKind): Known => {
  const phrases = new Matcher<Sign>();
  const contents: (Sign & { readonly content: Content })[] = [];
  for (const sign of [
    ...kind.parts.flatMap((part) => part.signs),
    ...Object.values(kind.cases).flat(),
    ...kind.unless,
  ])
    if ('content' in sign) contents.push(sign);
    else phrases.add(sign.phrase, sign);
  return { phrases, contents };
});

const MONTH = `(?:${MONTH_NAMES})`;
const DATE = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\b|\\b${MONTH}\\s+(?:20)?\\d\\d\\b|\\b(?:[Bb]y|[Ii]n|[Ff]rom|[Uu]ntil|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|[Mm]id)\\s+${MONTH}\\b|\\b(?:by|until|from|in|spring|summer|autumn|winter)\\s+20\\d\\d\\b|\\bQ[1-4]\\b|\\b20\\d\\d\\s?[/–-]\\s?\\d\\d\\b|\\b(?:Year|Phase|Stage|Month|Week)\\s+(?:\\d|one|two)\\b|\\[insert (?:the )?date`,
);
const MONEY = /[£€]|\[insert (?:amount|cost|budget|sum)/;

/** How much of a block is searched for a date or a sum, in characters. */
const LONGEST = 20_000;

const CONTENT: Readonly<Record<Content, (block: Block) => boolean>> = {
  contact: hasContact,
  money: ({ text }) => MONEY.test(text.slice(0, LONGEST)),
  dates: ({ text }) => DATE.test(text.slice(0, LONGEST)),
  list: ({ node }) => node.type === 'list',
  ask: asks,
};

const NONE: ReadonlySet<Sign> = new Set();
/** The phrases of a kind that a block has. */
const phrasesIn = perBlockFor((block, kind: DocumentKind): ReadonlySet<Sign> => {
  const { phrases } = signsFor(kind);
  const found = new Set<Sign>();
  if (block.node.type === 'heading') collect(phrases, textOf(block.node), found);
  else
    for (const { inFootnote, prose } of passagesOf(block))
      if (!inFootnote && SUBSTANCE.test(prose.text)) collect(phrases, prose.text, found);
  return found.size > 0 ? found : NONE;
});

/** Six words. Fewer only name a part, as a row of a budget does (“Evaluation, £500”). */
const SUBSTANCE = /^\s*(?:\S+\s+){5}\S/;

function collect(phrases: Matcher<Sign>, text: string, into: Set<Sign>): void {
  for (const { values } of phrases.match(wordsOf(text))) for (const sign of values) into.add(sign);
}

function all(blocks: readonly Block[], kind: DocumentKind): ReadonlySet<Sign> {
  const found = new Set<Sign>();
  for (const sign of signsFor(kind).contents) if (blocks.some(CONTENT[sign.content])) found.add(sign);
  for (const block of blocks) for (const sign of phrasesIn(block, kind)) found.add(sign);
  return found;
}
const inRun = new RunMap(all);

/** How many blocks are the opening of a paper, and its end. */
const OPENING = 8;
const END = 8;

/** Whether a draft has one of some signs of its kind, in the place where it counts. Reads only as far as the first. */
export function shows(draft: Draft, kind: DocumentKind, signs: readonly Sign[]): boolean {
  const read: Readonly<Record<Region, () => Iterable<ReadonlySet<Sign>>>> = {
    title: () => [inTitle(draft, kind)],
    opening: () => [all(blocksOf(draft, 0, OPENING), kind)],
    end: () => [all(blocksOf(draft, -END), kind)],
    paper: () => inRuns(draft, kind),
  };
  return REGIONS.some((place) => {
    const wanted = signs.filter((sign) => sign.in === place);
    if (wanted.length > 0)
      for (const shown of read[place]()) if (wanted.some((sign) => shown.has(sign))) return true;
    return false;
  });
}

function* inRuns(draft: Draft, kind: DocumentKind): Generator<ReadonlySet<Sign>> {
  for (const { run } of runsOf(draft)) yield inRun.of(run, kind);
}

function inTitle(draft: Draft, kind: DocumentKind): ReadonlySet<Sign> {
  const shown = new Set<Sign>();
  const heading = headings(draft).find(({ depth }) => depth === 1);
  for (const text of [draft.frontMatter.data.title, heading?.text])
    if (text !== undefined) collect(signsFor(kind).phrases, text, shown);
  return shown;
}

const blocksOf = (draft: Draft, from: number, to?: number): readonly Block[] =>
  draft.blocks.slice(from, to).map(({ block }) => block);
