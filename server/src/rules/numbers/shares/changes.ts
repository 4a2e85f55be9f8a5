/** Changes that do not follow from their two numbers: "up 60%, from 88 to 120", "doubled from 120 to 190". */
import type { Span } from '../../../draft';
import type { Amount } from '../amounts/amounts';
import { grouped, like, slack } from '../amounts/number-format';
import type { CountedText } from '../amounts/sentences';
import { type Clash, wrong } from '../clash';
import { FRACTION_WORDS, fractionOf, HEDGE, rangeOf } from './share-words';

/** Two amounts of the same thing at two times. */
interface Ends {
  readonly from: Amount;
  readonly to: Amount;
}

/** A stated change. */
interface Change {
  readonly span: Span;
  readonly words: string;
  /** The second amount as a percentage of the first, as ranges: 123 for a rise of 23%, 77 for a fall. */
  readonly ratios: readonly (readonly [low: number, high: number])[];
  readonly isMultiple?: boolean;
  /** The percentage, where it is written in digits, and whether it is a fall. */
  readonly written?: Amount;
  readonly falls?: boolean;
}

/** A word between numbers. */
const NOUN = '(?:\\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d/’–-]+)';
/** "About", "just over". */
const HEDGES =
  '(?:(?:just|well|only|about|around|over|under|nearly|almost|roughly|some|a|an|more\\sthan|less\\sthan|fewer\\sthan|at\\sleast)\\s)*';
const CHANGE_VERBS =
  '(?:ris(?:es?|ing|en)|rose|gr(?:ow(?:s|n|ing)?|ew)|increas(?:es?|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|rocketed|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|decreas(?:es?|ed|ing)|declin(?:es?|ed|ing)|shr(?:ank|unk|inks?)|reduc(?:es?|ed|ing)|cuts?|(?:g(?:one|oes|oing)|went)\\s(?:up|down)|up|down)';
const CHANGE_NOUNS = '(?:rise|increase|growth|jump|gain|fall|drop|decrease|decline|reduction|cut|loss)';

/** "From 88 incidents in May to 120" */
const FROM = new RegExp(`\\bfrom\\s(?:the\\s)?${HEDGES}$`, 'iu');
const TO = new RegExp(`^${NOUN}{0,8}?\\sto\\s(?:the\\s)?${HEDGES}$`, 'iu');

/** Amounts this many characters apart belong to different clauses. */
const APART = 200;

const YEAR = /\b(?:19|20)\d\d(?:[/–-]\d\d)?\b/g;

const MORE_OR_LESS = '(?:more|higher|greater|up|fewer|less|lower|down)';

/** "£118k, down from £164k", "120, compared with 88" */
const AGAINST = new RegExp(
  `^${NOUN}{0,6}?,?\\s\\(?(?:(?:${CHANGE_VERBS}|an?\\s${CHANGE_NOUNS})\\s(?:on|from)|compared\\s(?:with|to)|against)\\s(?:the\\s)?${HEDGES}$`,
  'iu',
);
/** Text from the second amount to the change, or from the change to the first amount. */
const THEN =
  /^[^().;:!?\d]{0,40}\)?(?:,|\s\(|\s[–—-]|:)\s?(?:(?:which|that|this)\s(?:is|was|means)\s)?(?:or\s|i\.?e\.?\s|representing\s)?(?:an?\s)?(?:(?!(?:and|with|while|but)\s)[A-Za-zÀ-ÖØ-ፚḀ-ỹ-]+\s)?$/iu;
const BEFORE = /^(?:(?!\band\b)[^().;:!?£]){0,60}\(?\b(?:from|to)\s(?:the\s)?$/i;

const BY = new RegExp(
  `\\b(?:(?:${CHANGE_VERBS}|${MORE_OR_LESS})(?:\\sby)?|by|${CHANGE_NOUNS}\\sof)\\s(?:just\\s|only\\s)?${HEDGES}$|[+−–-]\\s?$`,
  'iu',
);
const THEIRS = new RegExp(`^\\s(?:${MORE_OR_LESS}|${CHANGE_NOUNS})\\b`, 'i');
/** "… is 12% up on the 918,440 of the year before" */
const ON = new RegExp(
  `^\\s(?:${MORE_OR_LESS}|above|below|an?\\s${CHANGE_NOUNS})\\s(?:on|than|from)\\s(?:(?:the|its|their|our|last\\syear[’']s)\\s)?$`,
  'iu',
);
const MULTIPLES: Readonly<Record<string, number>> = { d: 200, tr: 300, q: 400, h: 50 };
const MULTIPLE =
  /\b((?:(?:well\s)?over|more\sthan|nearly|almost|just\sunder|about|roughly)\s)?(?:(?:(d)oubl|(tr)(?:eb|ip)l|(q)uadrupl|(h)alv)(?:e[ds]?|ing))\b/gi;

/** Changes per year, or in real terms. */
const EACH =
  /^(?:\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+){0,3}?\s(?:an?\s(?:year|month|week)|per|each|every|annually|in\s(?:real|gross|net)\sterms|at\san?\s[A-Za-z]+\srate|after\s(?:inflation|VAT|tax|fees|costs))\b/iu;
const AVERAGE = /\b(?:per|average|mean|rate|annual(?:ly)?|yearly)\b/i;
/** Changes that are measured against something else, or are of something else: “25% of the stock”, “a half at Elm”. */
const OTHER =
  /^(?:(?:\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+){0,3}?,?\s(?:on|since|over|than|against|compared|above|below|from)\s|\s(?:of\s(?:the|its|our|their|all)\s|among(?:st)?\s|(?:at|in)\s\p{Lu}))/u;

/** The changes in a sentence that do not follow from their amounts. */
export function wrongChanges({ text, amounts }: CountedText): readonly Clash[] {
  const numbers = amounts.filter(({ unit }) => unit !== 'percent');
  if (numbers.length < 2) return [];
  let changes: readonly Change[] = [...perCentsIn(text, amounts), ...multiplesIn(text), ...fractionsIn(text)];
  const found: Clash[] = [];
  for (let index = 0; index + 1 < numbers.length; index++) {
    const [a, b] = [numbers[index]!, numbers[index + 1]!];
    const ends = a.unit === b.unit ? endsOf(text, a, b) : undefined;
    for (const change of changes) {
      const isBetween = change.span.start >= a.span.end && change.span.end <= b.span.start;
      const of = isBetween
        ? endsAround(text, numbers, change, b)
        : ends && isOf(text, change, a, b)
          ? ends
          : undefined;
      if (!of) continue;
      changes = changes.filter((other) => other !== change);
      const is = wrongBy(of, change);
      if (!is) continue;
      const said = `From “${of.from.words}” to “${of.to.words}” is ${is}`;
      found.push(wrong(change, `${said}, not “${change.words}”.`, insteadOf(of, change)));
    }
  }
  return found;
}

/** The two amounts of a change, as the text between them says. */
function endsOf(text: string, a: Amount, b: Amount): Ends | undefined {
  // "From 310 in May to 480 in June and 655 in July": the last of more than two.
  if (/^[^.,;:]{0,40}\sand\s[£\d]/.test(wordsBetween(text, b.span.end, b.span.end + 60))) return undefined;
  const words = wordsBetween(text, a.span.end, b.span.start);
  if (goesFrom(text, a, b)) return { from: a, to: b };
  return AGAINST.test(words) ? { from: b, to: a } : undefined;
}

/** Whether a change follows its two amounts, or introduces them. */
function isOf(text: string, { span }: Change, a: Amount, b: Amount): boolean {
  if (span.start < b.span.end) return BEFORE.test(wordsBetween(text, span.end, a.span.start));
  if (OTHER.test(text.slice(span.end, span.end + 40))) return false;
  return THEN.test(wordsBetween(text, b.span.end, span.start).replace(BY, ''));
}

/** "4,700, up 23% on the 4,100 of last year": of a like size to the one there is only one before. */
function endsAround(text: string, numbers: readonly Amount[], { span }: Change, b: Amount): Ends | undefined {
  if (!ON.test(wordsBetween(text, span.end, b.span.start))) return undefined;
  const alike = numbers.filter(
    ({ span: own, unit, value }) =>
      own.end <= span.start && unit === b.unit && value > b.value / 3 && value < b.value * 3,
  );
  // “Fewer than the 50,700” says what 50,700 is compared with, and not that it is more.
  return alike.length === 1 ? { from: { ...b, loose: false }, to: alike[0]! } : undefined;
}

/** The actual change, where it differs from the stated one. */
function wrongBy({ from, to }: Ends, { ratios, isMultiple }: Change): string | undefined {
  if (from.value <= 0) return undefined;
  const loose = from.loose || to.loose ? 5 : 0;
  const low = (100 * (to.value - slack(to))) / (from.value + slack(from)) - loose;
  const high = (100 * (to.value + slack(to))) / (from.value - slack(from)) + loose;
  if (ratios.some(([least, most]) => high > least && low < most)) return undefined;
  const is = (100 * to.value) / from.value;
  return isMultiple && is >= 100
    ? `${grouped(is / 100, 1)} times as many`
    : `${is < 100 ? 'a fall' : 'a rise'} of ${grouped(Math.abs(is - 100), 1)}%`;
}

/** The percentage that the amounts imply, where both are counts and the direction is as stated. */
function insteadOf({ from, to }: Ends, { written, falls }: Change): string | undefined {
  if (!written || from.loose || to.loose || slack(from) > 0 || slack(to) > 0) return undefined;
  const change = (100 * to.value) / from.value - 100;
  const by = like(written, Math.abs(change));
  return falls !== change < 0 || /^0%/.test(by) ? undefined : by;
}

/** Words for less. */
const FALLS =
  /\b(?:fall(?:s|en|ing)?|fell|drop\w*|decreas\w+|declin\w+|shr[aiu]nk\w*|reduc\w+|cut|loss|down|fewer|less|lower)\b|[−–-]\s?$/i;

/** Whether a percentage or fraction between two texts is that of a change. */
function isChange(lead: string, behind: string): boolean {
  return (BY.test(lead) || THEIRS.test(behind)) && !(EACH.test(behind) || AVERAGE.test(lead));
}

function perCentsIn(text: string, amounts: readonly Amount[]): readonly Change[] {
  return amounts.flatMap((amount): readonly Change[] => {
    const { span, unit, value, step, words, loose } = amount;
    if (unit !== 'percent') return [];
    const lead = text.slice(0, span.start).slice(-40);
    const behind = text.slice(span.end, span.end + 40);
    if (!isChange(lead, behind)) return [];
    const off = loose ? 5 : step * 1.01;
    const ratios = [100 + value, 100 - value].map((ratio) => [ratio - off, ratio + off] as const);
    if (loose || !/^[\d.]+%$/.test(words)) return [{ span, words, ratios }];
    const said = BY.exec(lead)?.[0] ?? THEIRS.exec(behind)?.[0] ?? '';
    return [{ span, words, ratios, written: amount, falls: FALLS.test(said) }];
  });
}

const CHANGED = new RegExp(
  `(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d-])${HEDGE}${FRACTION_WORDS}(?!\\s(?:as|an|a|the|its|their|our|again|of|way|full)\\b|-)`,
  'giu',
);

/** Fractions by which something changes: “from 70 to 46 hours a week, or by a quarter”. */
function fractionsIn(text: string): readonly Change[] {
  if (!/\b(?:half|third|quarter|fifth)/i.test(text)) return [];
  return [...text.matchAll(CHANGED)].flatMap((match): readonly Change[] => {
    const [words, hedge = '', ...fraction] = match;
    const span: Span = { start: match.index, end: match.index + words.length };
    if (!isChange(text.slice(0, span.start).slice(-40), text.slice(span.end, span.end + 40))) return [];
    const [low, high] = rangeOf(fractionOf(fraction), hedge);
    return [
      {
        span,
        words,
        ratios: [
          [100 + low, 100 + high],
          [100 - high, 100 - low],
        ] as const,
      },
    ];
  });
}

function multiplesIn(text: string): readonly Change[] {
  return [...text.matchAll(MULTIPLE)].map(({ 0: words, 1: hedge = '', index, ...stems }): Change => {
    const stem = [stems[2], stems[3], stems[4], stems[5]].find((one) => one !== undefined)!;
    const ratio = MULTIPLES[stem.toLowerCase()]!;
    const isOver = /more|over/i.test(hedge);
    return {
      span: { start: index, end: index + words.length },
      words: words.replace(/\s+/g, ' '),
      // "Doubled" may mean slightly more; less only with a word for it.
      ratios: [
        [ratio * (hedge === '' || isOver ? 0.97 : 0.87), isOver ? Number.POSITIVE_INFINITY : ratio * 1.13],
      ],
      isMultiple: true,
    };
  });
}

/** The text between two offsets, without years. */
function wordsBetween(text: string, start: number, end: number): string {
  return end - start > APART
    ? '…'
    : text.slice(start, end).replace(YEAR, '').replace(/\s+/g, ' ').replace(' ,', ',');
}

/** Whether a text says that something went from one amount to another. */
function goesFrom(text: string, from: Amount, to: Amount): boolean {
  return (
    TO.test(wordsBetween(text, from.span.end, to.span.start)) &&
    FROM.test(text.slice(Math.max(0, from.span.start - 60), from.span.start))
  );
}
