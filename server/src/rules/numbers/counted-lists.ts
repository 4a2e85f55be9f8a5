/** Finds counts that what is listed has not: “The four mitigations are:”, “Four options were considered”, and three. */
import { type Block, BlockFinder, type Draft, perBlock, type Span, shifted } from '../../draft';
import { addAll } from '../../lists';
import { getOrInsert } from '../../memoize';
import { sentencesOf } from '../lib/blocks/prose';
import { isFromStart, labelledIn } from '../lib/references/missing';
import { countOf } from './amounts';
import { gridOf } from './grid';
import { TELLS_MORE } from './tallies';
import { isTotal } from './totals';
import type { Clash } from './types';

/** What papers list and count. */
const LISTED =
  'mitigations|options|recommendations|conditions|reasons|aims|objectives|priorities|actions|risks|outcomes|themes|principles|questions|tests|stages|phases|steps|benefits|proposals|criteria|ways|points|things|changes|measures|strands|pillars|elements|requests|asks|commitments|promises|lessons|challenges|issues|goals|decisions|problems';
const COUNT = `(?<![\\d.,/-])\\b(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\s((?:[a-z][A-Za-z’'-]{1,20}\\s){0,2}?(${LISTED}))\\b`;
/** “The four mitigations are:” at the end of a paragraph. */
const ABOVE = new RegExp(`${COUNT}([^.;:!?\\d]{0,80}):\\s*$`, 'iu');
/** “Four mitigations are proposed: …” */
const BEFORE = new RegExp(`${COUNT}([^.;:!?\\d,]{0,60}):\\s`, 'iu');
/** All that there are of one kind in the paper: “the three mitigations in this report”, “Four options were considered”. */
const OF_ALL = new RegExp(
  `(?:\\b(?:the|these|our|its|all)\\s(${COUNT})(?=[.,;)]|$|\\s(?:in\\sthis\\s(?:report|paper|strategy)|above|below|are|were)\\b)|^(${COUNT})\\s(?:are|were|have\\sbeen)\\s(?:proposed|considered|recommended|set\\sout|put\\sforward|suggested)\\b)`,
  'giu',
);
/** Words of a sentence that counts others, or not all. */
const OTHERWISE =
  /\b(?:of\s(?:the|our|these|those|which|whom)|at\sleast|or\smore|more\sthan|over|up\sto|about|around|some|among|includ\w+|such\sas|for\sexample|e\.g|main|most|more|further|other|another|additional|new|remaining|least|first|last|each|every|per|if|not|no|apart|besides|except|than|dismiss\w+|reject\w+|ruled|discount\w+|only|both|previous|original\w*)\b/i;
/** Between a count and its colon: what is listed may be something else. */
const ELSE =
  /\b(?:and|but|which|that|who|on|under|against|by|from|with|so|where|when|while|because|each|has|have|had|agreed|reports?)\b/i;
/** Text behind a colon that is no list of things. */
const NO_LIST = /\b(?:first|one|another|second|both|either|because)\b/i;

interface Said {
  readonly count: number;
  /** “four”, “four mitigations” and “mitigations”. */
  readonly number: string;
  readonly words: string;
  readonly noun: string;
  /** That of the words, in the block. */
  readonly span: Span;
}

interface Placed extends Said {
  /** In the draft. */
  readonly at: Span;
}

interface Part {
  /** The count that the list or table behind the paragraph is to have. */
  readonly above?: Said | undefined;
  /** Counts of all that there are of one kind. */
  readonly all: readonly Said[];
  readonly wrong: readonly Clash[];
  /** How many items a list or rows a table has, and the first number of a numbered list. */
  readonly length?: number;
  readonly first?: number;
  readonly kind?: 'list' | 'table';
}

const finder = new BlockFinder(
  perBlock((block: Block): Part | undefined => {
    const { node } = block;
    const said = saidIn(block);
    if (node.type === 'list')
      return {
        ...said,
        length: node.children.length,
        kind: 'list',
        ...(node.ordered && { first: node.start ?? 1 }),
      };
    if (node.type === 'table') {
      const rows = gridOf(node)?.rows.slice(1);
      const length = rows?.filter(([label]) => !isTotal(label!.text)).length ?? node.children.length - 1;
      return { ...said, length, kind: 'table' };
    }
    return said.all.length + said.wrong.length > 0 || said.above ? said : undefined;
  }),
);

const MAY_COUNT = new RegExp(`\\b(?:${LISTED})\\b`, 'i');

function saidIn(block: Block): Pick<Part, 'above' | 'all' | 'wrong'> {
  const all: Said[] = [];
  const wrong: Clash[] = [];
  let above: Said | undefined;
  if (!MAY_COUNT.test(block.text)) return { all, wrong };
  const sentences = sentencesOf(block);
  sentences.forEach(({ text, passage, span: { start } }, index) => {
    if (passage.inFootnote || passage.kind === 'quotation' || text.length > 1000) return;
    const readAt = (match: RegExpExecArray | RegExpMatchArray, at = 0): readonly Said[] => {
      const [number, what, noun] = [match[at + 1]!, match[at + 2]!, match[at + 3]!];
      const count = countOf(number.toLowerCase());
      if (count === undefined || count < 2) return [];
      const words = `${number} ${what}`;
      const from = match.index! + match[0].indexOf(words);
      const span = passage.prose.toSource(start + from, start + from + words.length);
      return [{ count, number, words, noun: noun.toLowerCase(), span }];
    };
    if (OTHERWISE.test(text.split(/:\s/, 1)[0]!)) return;
    for (const match of text.matchAll(OF_ALL)) addAll(all, readAt(match, match[1] === undefined ? 5 : 1));
    const before = BEFORE.exec(text);
    const [said] = before && !ELSE.test(before[4]!) ? readAt(before) : [];
    const length = said && lengthIn(text.slice(before!.index + before![0].length), said.count);
    if (length !== undefined && !TELLS_MORE.test(sentences[index + 1]?.text ?? '')) {
      wrong.push(clashOf(said!, length, 'sentence'));
      if (all.at(-1)?.span.start === said!.span.start) all.pop();
    }
    const last = index === sentences.length - 1 ? ABOVE.exec(text) : null;
    if (last && !ELSE.test(last[4]!)) above = readAt(last)[0];
  });
  return { above, all, wrong };
}

/**
 * How many things a text lists, where it is not `count`: by its semicolons or, where it is less and nothing else can be two
 * things, by its commas and “and”.
 */
function lengthIn(text: string, count: number): number | undefined {
  if (NO_LIST.test(text)) return undefined;
  const semicolons = text.split(/;\s/).length;
  if (semicolons > 1) return semicolons === count ? undefined : semicolons;
  if (text.split(/\s(?:and|or|&)\s/).length !== 2) return undefined;
  const length = text.split(/,\s(?:and\s|or\s)?|\s(?:and|or)\s/).length;
  return length > 1 && length < count ? length : undefined;
}

function clashOf({ words, span, number }: Said, length: number, where: string): Clash {
  return {
    span,
    message: `“${words}” here, and the ${where === 'sentence' ? `${where} lists` : `${where} below has`} ${length}. Put right the number, or what is listed.`,
    ...(length > 1 && { instead: { words: number, by: like(number, length) } }),
  };
}

/** How many lists, tables and counts behind a list may have more of it. */
const NEAR = 20;

const WORDS = 'two three four five six seven eight nine ten'.split(' ');

/** A count in words where another is in words. */
function like(number: string, count: number): string {
  const word = /\d/.test(number) ? undefined : WORDS[count - 2];
  if (word === undefined) return String(count);
  return /^[A-Z]/.test(number) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

/** The counts of a draft that what it lists has not; spans are in the draft. */
export function wrongCounts(draft: Draft): readonly Clash[] {
  const parts = finder.in(draft, undefined);
  const clashes: Clash[] = [];
  const byNoun = new Map<string, Placed[]>();
  parts.forEach(({ found: { above, all, wrong }, placed: { start }, index }, at) => {
    for (const clash of wrong) clashes.push({ ...clash, span: shifted(clash.span, start) });
    for (const said of all)
      getOrInsert(byNoun, said.noun, () => []).push({ ...said, at: shifted(said.span, start) });
    const next = parts[at + 1];
    if (!above || next?.index !== index + 1 || next.found.length === undefined) return;
    const length =
      next.found.kind === 'list'
        ? lengthOf(parts.slice(at + 1, at + 1 + NEAR).map(({ found }) => found))
        : next.found.length;
    if (length !== above.count) {
      const clash = clashOf(above, length, next.found.kind!);
      clashes.push({ ...clash, span: shifted(clash.span, start) });
    }
  });
  const { given } = byNoun.size > 0 ? labelledIn(draft) : { given: NONE };
  for (const [noun, all] of byNoun) {
    const labels = [...(given.get(noun === 'options' ? 'option' : 'recommendation') ?? [])];
    const hasLabels = /^(?:options|recommendations)$/.test(noun) && labels.length > 1 && isFromStart(labels);
    addAll(clashes, hasLabels ? beyond(all, labels) : apart(all));
  }
  return clashes;
}

const NONE: ReturnType<typeof labelledIn>['given'] = new Map();

/** More options or recommendations than have a label; fewer may leave out “do nothing”. */
function beyond(all: readonly Placed[], labels: readonly string[]): readonly Clash[] {
  const last = labels.length;
  return all
    .filter(({ count }) => count > last)
    .map(({ words, number, noun, at }) => ({
      span: at,
      message: `“${words}” here, and the paper numbers ${last} ${noun}. Put right the number, or add what is missing.`,
      instead: { words: number, by: like(number, last) },
    }));
}

/** How long a list is, with the numbered lists that go on from it. */
function lengthOf([first, ...more]: readonly Part[]): number {
  let length = first!.length!;
  if (first!.first === undefined) return length;
  for (const { first: number, length: own = 0 } of more) if (number === first!.first + length) length += own;
  return length;
}

/** Two counts of one kind in one paper: the one that is told less often, or else the first, as a summary copies. */
function apart(all: readonly Placed[]): readonly Clash[] {
  const [first] = all;
  const other = all.find(({ count }) => count !== first!.count);
  if (!first || !other || all.some(({ count }) => count !== first.count && count !== other.count)) return [];
  const often = (count: number): number => all.filter((one) => one.count === count).length;
  const right = often(first.count) > often(other.count) ? first : other;
  return all
    .filter(({ count }) => count !== right.count)
    .map(({ words, number, at }) => ({
      span: at,
      message: `“${words}” here, and “${right.words}” elsewhere in the paper. Give one number, or say which of them are meant.`,
      instead: { words: number, by: like(number, right.count) },
    }));
}
