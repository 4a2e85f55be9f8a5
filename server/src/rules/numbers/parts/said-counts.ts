/** Reads how many things a paragraph says that it lists, and holds that against the list in its own sentence. */
import type { Block, Span } from '../../../draft';
import { addAll } from '../../../util/lists';
import { sentencesOf, spanIn } from '../../lib/blocks/prose';
import { countLike, countOf, SMALL_COUNT } from '../amounts/amounts';
import type { Clash } from '../clash';
import { TELLS_MORE } from './tallies';

/** What papers list and count. */
const LISTED =
  'mitigations|options|recommendations|conditions|reasons|aims|objectives|priorities|actions|risks|outcomes|themes|principles|questions|tests|stages|phases|steps|benefits|proposals|criteria|ways|points|things|changes|measures|strands|pillars|elements|requests|asks|commitments|promises|lessons|challenges|issues|goals|decisions|problems';
const COUNT = `(?<![\\d.,/-])\\b(${SMALL_COUNT})\\s((?:[a-z][A-Za-z’'-]{1,20}\\s){0,2}?(${LISTED}))\\b`;
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
/** All that there are of one kind in the paper: “the three mitigations in this report”, “It sets out four options”. */
const OF_ALL = new RegExp(
  `(?:\\b(?:the|our|its|all)\\s(${COUNT})(?=[.,;)]|$|\\s(?:in\\sthis\\s(?:report|paper|strategy)|above|below|are|were)\\b)|^(${COUNT})\\s(?:are|were|have\\sbeen)\\s(?:proposed|considered|recommended|set\\sout|put\\sforward|suggested)\\b|\\b(?:this\\s(?:report|paper|briefing|appraisal)|it)\\s(?:sets\\sout|considers|presents|compares|appraises|looks\\sat)\\s(${COUNT})(?=[.,;)]|$))`,
  'giu',
);
/** Words of a sentence that counts others, or not all. */
const OTHERWISE =
  /\b(?:of\s(?:the|our|these|those|which|whom)|at\sleast|or\smore|more\sthan|over|up\sto|about|around|some|among|includ\w+|such\sas|for\sexample|e\.g|main|most|more|further|other|another|additional|new|remaining|least|first|last|each|every|per|if|not|no|nothing|apart|besides|except|than|dismiss\w+|reject\w+|ruled|discount\w+|only|both|previous|original\w*|short-?list\w*|long-?list\w*|narrowed|taken\s(?:on|forward)|workshop|earlier|initial\w*|then)\b/i;
/** Text behind a colon that is no list of things, or has several in one item: “Options 1 to 3”. */
const NO_LIST =
  /\b(?:first|one|another|second|both|either|because|two|three|four|five|six|(?:[a-z]|\d{1,2})(?:\sto\s|\s?[–-]\s?)(?:[a-z]|\d{1,2}))\b|\?/i;
/** An item of so many words may be a sentence of its own, and the next sentence the next item. */
const SHORT = 3;
export interface Said {
  readonly count: number;
  /** “four”, “four mitigations” and “mitigations”. */
  readonly number: string;
  readonly words: string;
  readonly noun: string;
  /** That of the words, in the block. */
  readonly span: Span;
}

/** What a block says of how many things are listed. */
export interface SaidCounts {
  /** The count that the list or table behind the paragraph is to have. */
  readonly above?: Said | undefined;
  /** Counts of all that there are of one kind. */
  readonly all: readonly Said[];
  readonly wrong: readonly Clash[];
}

/** The length of “2 aims”. */
const SHORTEST = 6;
/** What each of the patterns above asks for. They take longer to compile than this takes to read a paper. */
const HAS_COUNT = new RegExp(COUNT, 'iu');
const MAY_COUNT = new RegExp(`\\b(?:${LISTED})\\b`, 'i');

/** The counts that a block tells of what it lists, or of what is listed below it. */
export function saidIn(block: Block): SaidCounts {
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
    for (const match of text.matchAll(OF_ALL)) {
      const group = [1, 5, 9].find((at) => match[at] !== undefined);
      addAll(all, readAt(match, group));
    }
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

export function clashOf({ words, span, number }: Said, length: number, where: string): Clash {
  return {
    span,
    message: `“${words}” here, and the ${where === 'sentence' ? `${where} lists` : `${where} below has`} ${length}. Put right the number, or what is listed.`,
    ...(length > 1 && { instead: [{ words: number, by: countLike(number, length) }] }),
  };
}
