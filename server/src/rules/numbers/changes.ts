/** Changes that do not follow from the two numbers that they are between: "up 60%, from 88 to 120", "doubled from 120 to 190". */
import type { Span } from '../../draft';
import { greatest, least } from '../../lists';
import type { Amount } from './amounts';
import { bare, CHANGE_NOUNS, CHANGE_VERBS, countTimes, DOWN, HEDGES, MORE_OR_LESS, nounAt } from './parts';
import { roundingOf, slack } from './rounding';
import type { Found } from './shares';
import { grouped, like } from './written';

/** Two amounts of one thing, at two times. */
interface Ends {
  readonly from: Amount;
  readonly to: Amount;
  /** Whether only the change says which of them is the first. */
  readonly open?: boolean;
}

/** What is said to be the change. */
interface Change {
  readonly span: Span;
  readonly words: string;
  /** What the second is of the first, in per cent: 123 for a rise of 23%, and 77 for a fall. */
  readonly ratios: readonly number[];
  readonly slack: number;
  readonly isMultiple?: boolean;
  readonly bound?: 'over' | 'under';
  readonly isFall: boolean;
}

const NOUN = '(?:\\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d/’–-]+)';
/** "From 88 incidents in May to 120" */
const FROM = new RegExp(`\\bfrom\\s(?:the\\s)?${HEDGES}$`, 'iu');
const TO = new RegExp(`^${NOUN}{0,8}?\\sto\\s(?:the\\s)?${HEDGES}$`, 'iu');
/** "To 120, from 88" */
const TO_FIRST = /\bto\s$/i;
const FROM_SECOND = new RegExp(`^${NOUN}{0,4}?,?\\sfrom\\s(?:the\\s)?${HEDGES}$`, 'iu');
/** "120 this year (88 last year)" */
const IN_BRACKETS = new RegExp(`^${NOUN}{0,3}?\\s\\($`, 'u');
/** "£118k, down from £164k", "120, compared with 88" */
const AGAINST = new RegExp(
  `^${NOUN}{0,6}?,?\\s\\(?(?:(?:${CHANGE_VERBS}|an?\\s${CHANGE_NOUNS})\\s(?:on|from)|compared\\s(?:with|to)|against)\\s(?:the\\s)?${HEDGES}$`,
  'iu',
);
/** "4,100 in 2023 and 4,700 in 2024" */
const AND = new RegExp(
  `^${NOUN}{0,3}?,?\\s(?:and|but)\\s(?:(?:we|there|it)\\s)?(?:(?:had|were|was)\\s)?${HEDGES}$`,
  'iu',
);
/** From the last of the two to the change, and from the change to the first. */
const THEN =
  /^[^().;:!?\d]{0,40}\)?(?:,|\s\(|\s[–—-]|:)\s?(?:(?:which|that|this)\s(?:is|was|means)\s)?(?:or\s|i\.?e\.?\s|representing\s)?(?:an?\s)?(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s)?$/iu;
const BEFORE = /^(?:(?!\band\b)[^().;:!?\d£]){0,60}\(?\b(?:from|to)\s(?:the\s)?$/i;

const BY = new RegExp(
  `\\b(?:(?:${CHANGE_VERBS}|${MORE_OR_LESS})(?:\\sby)?|by|${CHANGE_NOUNS}\\sof)\\s(?:just\\s|only\\s)?${HEDGES}$|[+−–-]\\s?$`,
  'iu',
);
const THEIRS = new RegExp(`^\\s(?:${MORE_OR_LESS}|${CHANGE_NOUNS})\\b`, 'i');
/** "… is 12% up on the 918,440 of the year before", "118, down 39% from 164" */
const ON = new RegExp(
  `^\\s(?:${MORE_OR_LESS}|above|below|an?\\s${CHANGE_NOUNS})\\s(?:on|than|from)\\s(?:(?:the|its|their|our|last\\syear[’']s|the\\sprevious\\syear[’']s|the\\syear\\sbefore[’']s)\\s)?$`,
  'iu',
);
const FROM_ON = /^\s(?:from|on|against)\s(?:the\s)?$/i;
const LEADS = /(?:,|\bis|\bare|\bwere|\bwas)\s(?:up|down)\s(?:by\s)?$/i;

const MULTIPLES: Readonly<Record<string, number>> = { d: 200, tr: 300, q: 400, h: 50 };
const MULTIPLE =
  /\b((?:(?:well\s)?over|more\sthan|nearly|almost|just\sunder)\s)?(?:(d)oubl|(tr)(?:eb|ip)l|(q)uadrupl|(h)alv)(?:e[ds]?|ing)\b/gi;

/** A change of money in money, and of things in things. */
const DIFFERENCE = new RegExp(
  `^[^().;:!?,]{0,30}(?:,|\\s\\()\\s?(?:which\\sis\\s)?an?\\s(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\\s)?(?:${CHANGE_NOUNS}|saving|difference)\\sof\\s$`,
  'iu',
);
/** Money for each, or in each: another sum than what it comes to in all. */
const RATE = /^\s*(?:\/|an?\b|per\b|each\b|every\b|p\.?a\b)/i;
const AVERAGE = /\b(?:per|average|mean|rate|annual(?:ly)?|yearly)\b/i;
/** Of each year, or of what money is worth. */
const EACH =
  /^(?:\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+){0,3}?\s(?:an?\s(?:year|month|week)|per|each|every|annually|in\s(?:real|gross|net)\sterms|at\san?\s[A-Za-z]+\srate|after\s(?:inflation|VAT|tax|fees|costs))\b/iu;
/** "A rise of £400 after VAT", "a loss of 20 hours a month" of hours a week. */
const OTHERWISE = /\b(?:gross|net|after|real)\b/i;
const LONGER = /^\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\san?\s(?:month|year)\b/i;
/** Measured against something else than the two. */
const OTHER =
  /^(?:\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+){0,3}?,?\s(?:on|since|over|than|against|compared|above|below|from)\s/iu;
const POINTS = /^\s*(?:percentage\s+)?points?\b/i;

/** Changes of a sentence that are not those from the one amount to the other. */
export function wrongChanges(text: string, amounts: readonly Amount[]): readonly Found[] {
  const numbers = amounts.filter(({ unit }) => unit !== 'percent');
  if (numbers.length < 2) return [];
  let changes: readonly Change[] = [...perCentsIn(text, amounts), ...multiplesIn(text)];
  const found: Found[] = [];
  for (let index = 0; index + 1 < numbers.length; index++) {
    const [a, b] = [numbers[index]!, numbers[index + 1]!];
    const next = numbers[index + 2];
    const ends = a.unit === b.unit ? endsOf(text, a, b) : undefined;
    const wrong = ends && next && wrongDifference(text, ends, next);
    if (wrong) found.push(wrong);
    for (const change of changes) {
      const of = isBetween(change, a, b)
        ? endsAround(text, numbers, change, b)
        : ends && isOf(text, ends, change, a, b)
          ? ends
          : undefined;
      if (!of) continue;
      changes = changes.filter((other) => other !== change);
      const is = wrongBy(of, change);
      if (
        is &&
        !(of.from === a && next && isLast(text, b, next) && !wrongBy({ from: a, to: next }, change))
      ) {
        const said = `From “${is.from.words}” to “${is.to.words}” is ${is.said}`;
        found.push({ at: change, message: `${said}, not “${change.words}”. Put right whichever is wrong.` });
      }
    }
  }
  return found;
}

/** So far apart, in characters, two amounts are not of one clause. */
const APART = 200;

/** The words between two places, without their times. */
function wordsOf(text: string, start: number, end: number): string {
  return end - start > APART ? '…' : bare(text.slice(start, end));
}

/** "From 310 in May to 480 in June and 655 in July": the last of more than two. */
function isLast(text: string, b: Amount, next: Amount): boolean {
  return b.unit === next.unit && AND.test(wordsOf(text, b.span.end, next.span.start));
}

function isBetween({ span }: Change, a: Amount, b: Amount): boolean {
  return span.start >= a.span.end && span.end <= b.span.start;
}

/** The two amounts of a change, as the words between them say. */
function endsOf(text: string, a: Amount, b: Amount): Ends | undefined {
  const words = wordsOf(text, a.span.end, b.span.start);
  const lead = text.slice(0, a.span.start).slice(-60);
  if (TO.test(words) && FROM.test(lead)) return { from: a, to: b };
  if (FROM_SECOND.test(words) && TO_FIRST.test(lead)) return { from: b, to: a };
  const noun = nounAt(text, b.span.end);
  if (noun !== '' && noun !== nounAt(text, a.span.end)) return undefined;
  if (AGAINST.test(words)) return { from: b, to: a };
  const between = text.slice(a.span.end, b.span.start);
  if (!(AND.test(words) && countTimes(between) > 0) && !IN_BRACKETS.test(words)) return undefined;
  // Each has its time: "4,100 visits in 2023 and 4,700 in 2024".
  const behind = /^[^,.;:!?()–—]{0,60}/.exec(text.slice(b.span.end))![0];
  return countTimes(lead + between + behind) === 2 ? { from: a, to: b, open: true } : undefined;
}

/** Whether a change stands behind its two amounts, or leads to them. */
function isOf(text: string, { open }: Ends, { span }: Change, a: Amount, b: Amount): boolean {
  if (span.start >= b.span.end) {
    if (OTHER.test(text.slice(span.end, span.end + 40))) return false;
    return THEN.test(wordsOf(text, b.span.end, span.start).replace(BY, ''));
  }
  return span.end <= a.span.start && !open && BEFORE.test(wordsOf(text, span.end, a.span.start));
}

/** "4,700, up 23% on the 4,100 of last year": of a like size to the one there is only one before. */
function endsAround(text: string, numbers: readonly Amount[], { span }: Change, b: Amount): Ends | undefined {
  const words = wordsOf(text, span.end, b.span.start);
  const lead = text.slice(0, span.start).slice(-20);
  if (!ON.test(words) && !(LEADS.test(lead) && FROM_ON.test(words))) return undefined;
  const alike = numbers.filter(
    ({ span: own, unit, value }) =>
      own.end <= span.start && unit === b.unit && value > b.value / 3 && value < b.value * 3,
  );
  return alike.length === 1 ? { from: b, to: alike[0]! } : undefined;
}

/** The two amounts, and the change that there is, where it is another than is said. */
function wrongBy(
  { from: a, to: b, open }: Ends,
  change: Change,
): (Ends & { readonly said: string }) | undefined {
  const { ratios, isMultiple, isFall, bound } = change;
  const isTurned = open === true && isFall === a.value < b.value;
  const [from, to] = isTurned ? [b, a] : [a, b];
  if (from.value <= 0) return undefined;
  const loose = from.loose || to.loose ? Math.max(5, change.slack) : change.slack;
  const all = [-1, 1].map(
    (sign) => (100 * (to.value + sign * slack(to))) / (from.value - sign * slack(from)),
  );
  const [low, high] = [least(all), greatest(all)];
  const isSo = (ratio: number): boolean =>
    (bound === 'over' || high > ratio - loose) &&
    (bound !== 'over' || high > ratio * 0.97) &&
    (bound === 'over' || low < ratio + loose);
  if (ratios.some(isSo)) return undefined;
  const is = (100 * to.value) / from.value;
  const said =
    isMultiple && is >= 100
      ? `${grouped(is / 100, 1)} times as many`
      : `${is < 100 ? 'a fall' : 'a rise'} of ${grouped(Math.abs(is - 100), 1)}%`;
  return { from, to, said };
}

function perCentsIn(text: string, amounts: readonly Amount[]): readonly Change[] {
  return amounts.flatMap(({ span, unit, value, step, words, loose }): readonly Change[] => {
    if (unit !== 'percent') return [];
    const lead = text.slice(0, span.start).slice(-40);
    const behind = text.slice(span.end, span.end + 40);
    const said = `${BY.exec(lead)?.[0] ?? ''}${THEIRS.exec(behind)?.[0] ?? ''}`;
    if (said === '' || POINTS.test(behind) || EACH.test(behind) || AVERAGE.test(lead)) return [];
    return [
      {
        span,
        words,
        ratios: [100 + value, 100 - value],
        slack: loose ? 5 : step * 1.01,
        isFall: DOWN.test(said),
      },
    ];
  });
}

function multiplesIn(text: string): readonly Change[] {
  if (!/(?:bl|pl|lv)(?:e[ds]?|ing)\b/i.test(text)) return [];
  return [...text.matchAll(MULTIPLE)].map(({ 0: words, 1: hedge, index, ...stems }): Change => {
    const stem = [stems[2], stems[3], stems[4], stems[5]].find((one) => one !== undefined)!;
    const ratio = MULTIPLES[stem.toLowerCase()]!;
    return {
      span: { start: index, end: index + words.length },
      words: words.replace(/\s+/g, ' '),
      ratios: [ratio],
      slack: ratio * 0.13,
      isMultiple: true,
      isFall: ratio < 100,
      ...(hedge && /more|over/i.test(hedge) && { bound: 'over' }),
    };
  });
}

function wrongDifference(text: string, { from, to }: Ends, difference: Amount): Found | undefined {
  if (difference.unit !== from.unit || [from, to, difference].some(({ loose }) => loose)) return undefined;
  const last = Math.max(from.span.end, to.span.end);
  if (!DIFFERENCE.test(wordsOf(text, last, difference.span.start))) return undefined;
  if (difference.value > Math.max(from.value, to.value)) return undefined;
  const [end, own] = [to, difference].map(({ span }) => text.slice(span.end));
  if (RATE.test(end!) !== RATE.test(own!) || OTHERWISE.test(own!.slice(0, 40))) return undefined;
  if (from.unit === 'count') {
    const nouns = [from, to, difference].map(({ span }) => nounAt(text, span.end));
    if (nouns[2] === '' || !nouns.slice(0, 2).includes(nouns[2]!)) return undefined;
    if (LONGER.test(own!) !== LONGER.test(end!)) return undefined;
  }
  const is = Math.abs(to.value - from.value);
  if (Math.abs(is - difference.value) <= slack(from) + slack(to) + roundingOf(difference) + 1e-6)
    return undefined;
  return {
    at: difference,
    message: `From “${from.words}” to “${to.words}” is ${like(from, is)}, not “${difference.words}”. Put right whichever is wrong.`,
  };
}
