/** Finds counts that what is listed has not: “The four mitigations are:”, “Four options were considered”, and three. */
import {
  type Block,
  BlockFinder,
  type Draft,
  type FoundIn,
  type Heading,
  headingAbove,
  headings,
  perBlock,
  type Span,
  shifted,
} from '../../../draft';
import { addAll } from '../../../util/lists';
import { getOrInsert } from '../../../util/memoize';
import { sentencesOf, spanIn } from '../../lib/blocks/prose';
import { isFromStart, labelledIn } from '../../lib/references/missing';
import { countOf } from '../amounts/amounts';
import { gridsIn } from '../tables/grid';
import { isTotal } from '../tables/totals';
import type { Clash } from '../types';
import { TELLS_MORE } from './tallies';

/** What papers list and count. */
const LISTED =
  'mitigations|options|recommendations|conditions|reasons|aims|objectives|priorities|actions|risks|outcomes|themes|principles|questions|tests|stages|phases|steps|benefits|proposals|criteria|ways|points|things|changes|measures|strands|pillars|elements|requests|asks|commitments|promises|lessons|challenges|issues|goals|decisions|problems';
const COUNT = `(?<![\\d.,/-])\\b(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\s((?:[a-z][A-Za-z’'-]{1,20}\\s){0,2}?(${LISTED}))\\b`;
/** Between what is counted and its list. Other words, as in “these three changes will mean:”, lead to a list of something else. */
const LEADS =
  '(?:\\s(?:for|of)\\s(?!an?\\s)(?:[a-z-]+\\s){0,2}?[a-z-]+|\\sin\\sthis\\s(?:report|paper|strategy))?(?:\\s(?:are|were))?(?:\\s(?:as\\sfollows|these|set\\sout|listed|proposed|recommended|considered|suggested|identified|agreed|planned|in\\splace|put\\sforward|below|here))*';
/** “The four mitigations are:” at the end of a paragraph. */
const ABOVE = new RegExp(`${COUNT}${LEADS}:\\s*$`, 'iu');
/** “Four mitigations are proposed: …” */
const BEFORE = new RegExp(`${COUNT}${LEADS}:\\s`, 'iu');
/** Before a count: what is listed is for what is counted, as in “to meet these three objectives:”. */
const FOR_THEM =
  /(?:^\W{0,4}(?:[\d.]{1,8}\s)?To\s[^,]*|[A-Za-z,’]\s(?:the|these|those|our|its|all|their)\s)$/i;
/** All that there are of one kind in the paper: “the three mitigations in this report”, “Four options were considered”. */
const OF_ALL = new RegExp(
  `(?:\\b(?:the|our|its|all)\\s(${COUNT})(?=[.,;)]|$|\\s(?:in\\sthis\\s(?:report|paper|strategy)|above|below|are|were)\\b)|^(${COUNT})\\s(?:are|were|have\\sbeen)\\s(?:proposed|considered|recommended|set\\sout|put\\sforward|suggested)\\b)`,
  'giu',
);
/** Words of a sentence that counts others, or not all. */
const OTHERWISE =
  /\b(?:of\s(?:the|our|these|those|which|whom)|at\sleast|or\smore|more\sthan|over|up\sto|about|around|some|among|includ\w+|such\sas|for\sexample|e\.g|main|most|more|further|other|another|additional|new|remaining|least|first|last|each|every|per|if|not|no|nothing|apart|besides|except|than|dismiss\w+|reject\w+|ruled|discount\w+|only|both|previous|original\w*|short-?list\w*|long-?list\w*|narrowed|taken\s(?:on|forward)|workshop|earlier|initial\w*|then)\b/i;
/** Text behind a colon that is no list of things, or has several in one item: “Options 1 to 3”. */
const NO_LIST =
  /\b(?:first|one|another|second|both|either|because|two|three|four|five|six|(?:[a-z]|\d{1,2})(?:\sto\s|\s?[–-]\s?)(?:[a-z]|\d{1,2}))\b|\?/i;
/** The heading of an option that has no number. */
const NOTHING = /^\W*(?:do(?:ing)?\snothing|(?:the\s)?status\squo|no\schange)\b/i;
/** An item of so many words may be a sentence of its own, and the next sentence the next item. */
const SHORT = 3;
/** What a whole paper has; each chapter may have its own actions, steps and questions, and of options some are chosen. */
const OF_PAPER =
  /^(?:mitigations|conditions|aims|objectives|priorities|outcomes|themes|principles|proposals|strands|pillars|commitments|promises|goals)$/;
/** Parts that speak of the whole paper. */
const SUMMARY =
  /summary|purpose|introduction|overview|conclusion|recommend|at\sa\sglance|in\s(?:brief|short)|decision/i;

/** Whether what stands right below a heading speaks of the whole paper, as what is above all or below its title does. */
export function isOfAll(heads: readonly Heading[], at: number): boolean {
  return at < 0 || (at === 0 && heads[0]!.depth === 1) || SUMMARY.test(heads[at]!.text);
}

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
  /** The position of its heading among those of the draft; -1 above the first. */
  readonly part: number;
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
  /** The heads of a table. */
  readonly heads?: readonly string[];
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
      const [heads, ...rows] = gridsIn(block)[0]?.rows ?? [];
      const items = rows.filter(([label]) => !isTotal(label!.text));
      // Where cells are left empty, several rows are of one.
      const isOneEach = items.every(([label]) => /\S/.test(label!.text));
      return {
        ...said,
        kind: 'table',
        ...(heads && isOneEach && { length: items.length, heads: heads.map(({ text }) => text) }),
      };
    }
    return said.all.length + said.wrong.length > 0 || said.above ? said : undefined;
  }),
);

/** The length of “2 aims”. */
const SHORTEST = 6;
/** What each of the patterns above asks for. They take longer to compile than this takes to read a paper. */
const HAS_COUNT = new RegExp(COUNT, 'iu');
const MAY_COUNT = new RegExp(`\\b(?:${LISTED})\\b`, 'i');

function saidIn(block: Block): Pick<Part, 'above' | 'all' | 'wrong'> {
  const all: Said[] = [];
  const wrong: Clash[] = [];
  let above: Said | undefined;
  if (!MAY_COUNT.test(block.text)) return { all, wrong };
  const sentences = sentencesOf(block);
  sentences.forEach((sentence, index) => {
    const { text, passage } = sentence;
    if (passage.inFootnote || passage.kind === 'quotation' || text.length > 1000) return;
    if (text.length < SHORTEST || !HAS_COUNT.test(text)) return;
    const next = sentences[index + 1];
    const isLast = next?.passage !== passage;
    const readAt = (match: RegExpExecArray | RegExpMatchArray, at = 0): readonly Said[] => {
      const [number, what, noun] = [match[at + 1]!, match[at + 2]!, match[at + 3]!];
      const count = countOf(number);
      if (count === undefined || count < 2) return [];
      const words = `${number} ${what}`;
      const from = match.index! + match[0].indexOf(words);
      const span = spanIn(sentence, { start: from, end: from + words.length });
      return [{ count, number, words, noun: noun.toLowerCase(), span }];
    };
    if (OTHERWISE.test(text.split(/:\s/, 1)[0]!)) return;
    for (const match of text.matchAll(OF_ALL)) addAll(all, readAt(match, match[1] === undefined ? 5 : 1));
    const before = listedIn(BEFORE, text);
    const [said] = before ? readAt(before) : [];
    const length = said && lengthIn(text.slice(before!.index + before![0].length), said.count, isLast);
    if (length !== undefined && !TELLS_MORE.test(next?.text ?? '')) {
      wrong.push(clashOf(said!, length, 'sentence'));
      if (all.at(-1)?.span.start === said!.span.start) all.pop();
    }
    const last = index === sentences.length - 1 ? listedIn(ABOVE, text) : undefined;
    if (last) above = readAt(last)[0];
  });
  return { above, all, wrong };
}

/** A count that what is listed behind it is of. */
function listedIn(pattern: RegExp, text: string): RegExpExecArray | undefined {
  const match = pattern.exec(text);
  return match && !FOR_THEM.test(text.slice(0, match.index)) ? match : undefined;
}

/**
 * How many things a text lists, where it is not `count`: by its semicolons or, where it is less and nothing else can be two
 * things, by its commas and “and”.
 *
 * @param isLast whether no sentence behind it can go on with the list
 */
function lengthIn(text: string, count: number, isLast: boolean): number | undefined {
  if (NO_LIST.test(text)) return undefined;
  const semicolons = text.split(/;\s/);
  const isComplete = (items: readonly string[]): boolean =>
    isLast || items.length > count || items.every((item) => item.trim().split(/\s+/).length <= SHORT);
  if (semicolons.length > 1)
    return semicolons.length !== count && isComplete(semicolons) ? semicolons.length : undefined;
  if (text.split(/\s(?:and|or|&)\s/).length !== 2) return undefined;
  const items = text.split(/,\s(?:and\s|or\s)?|\s(?:and|or)\s/);
  return items.length > 1 && items.length < count && isComplete(items) ? items.length : undefined;
}

function clashOf({ words, span, number }: Said, length: number, where: string): Clash {
  return {
    span,
    message: `“${words}” here, and the ${where === 'sentence' ? `${where} lists` : `${where} below has`} ${length}. Put right the number, or what is listed.`,
    ...(length > 1 && { instead: { words: number, by: like(number, length) } }),
  };
}

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
  const heads = headings(draft);
  parts.forEach(({ found: { above, all, wrong }, placed: { start }, index }, at) => {
    const part = headingAbove(heads, index);
    for (const clash of wrong) clashes.push({ ...clash, span: shifted(clash.span, start) });
    for (const said of all)
      getOrInsert(byNoun, said.noun, () => []).push({ ...said, at: shifted(said.span, start), part });
    const next = parts[at + 1];
    if (!above || next?.index !== index + 1) return;
    const { found } = next;
    const length =
      found.kind === 'list'
        ? lengthFrom(parts, at + 1, heads[part + 1]?.index, above.count)
        : found.heads?.some((head) => isOf(head, above.noun))
          ? found.length
          : undefined;
    if (length !== undefined && length !== above.count) {
      const clash = clashOf(above, length, found.kind!);
      clashes.push({ ...clash, span: shifted(clash.span, start) });
    }
  });
  const { given } = byNoun.size > 0 ? labelledIn(draft) : { given: NONE };
  const hasNothing = heads.some(({ text }) => NOTHING.test(text));
  for (const [noun, all] of byNoun) {
    const labels = [...(given.get(noun === 'options' ? 'option' : 'recommendation') ?? [])];
    const hasLabels =
      /^(?:options|recommendations)$/.test(noun) && labels.length > 1 && isFromStart(labels) && !hasNothing;
    addAll(
      clashes,
      hasLabels ? beyond(all, labels) : OF_PAPER.test(noun) ? apart(all, (at) => isOfAll(heads, at)) : [],
    );
  }
  return clashes;
}

/** Whether a column with a head such as “Risk” has risks. */
function isOf(head: string, noun: string): boolean {
  const [stem, ...more] = head.trim().toLowerCase().split(/\s+/);
  return more.length === 0 && stem!.length > 2 && noun.startsWith(stem!.replace(/(?:y|on)$/, ''));
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

/**
 * How long the list at a position is, with the numbered lists of its part that go on from it. Undefined where it is shorter
 * than `count` and another list without numbers may go on with it.
 *
 * @param end the block of the next heading
 */
function lengthFrom(
  parts: readonly FoundIn<Part>[],
  at: number,
  end: number | undefined,
  count: number,
): number | undefined {
  const { first, length: own } = parts[at]!.found;
  let length = own!;
  for (let next = at + 1; next < parts.length && parts[next]!.index < (end ?? Infinity); next++) {
    const { kind, first: number, length: more } = parts[next]!.found;
    if (kind !== 'list') continue;
    if (first === undefined) return number === undefined && length < count ? undefined : length;
    if (number === undefined) continue;
    if (number !== first + length) break;
    length += more!;
  }
  return length;
}

/**
 * Two counts of one kind in one paper, in one part of it or where `isOfAll` says of the part of one that it is of the whole:
 * the one that is told less often, or else the first, as a summary copies.
 */
function apart(all: readonly Placed[], isOfAll: (part: number) => boolean): readonly Clash[] {
  const [first] = all;
  const other = all.find(({ count }) => count !== first!.count);
  if (!first || !other || all.some(({ count }) => count !== first.count && count !== other.count)) return [];
  if (first.part !== other.part && !isOfAll(first.part) && !isOfAll(other.part)) return [];
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
