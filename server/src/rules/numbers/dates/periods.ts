/** Finds periods that end before they begin, or are longer or shorter than the text says. */
import type { Span } from '../../../draft';
import { DATE, DAY, MS, monthOf } from '../../lib/dates/calendar';
import { countOf } from '../amounts/amounts';
import type { Clash } from '../clash';
import { NO_NUMBER } from './days';

/** A range of dates: "From Monday 10 November to 19 January 2026", "10–24 November", "between 7 and 21 May". */
const DAY_RANGE = new RegExp(
  `${NO_NUMBER}(?:(from|between)\\s+)?(?:${DAY}\\.?,?\\s+)?(?:(\\d{1,2})(?:st|nd|rd|th)?|${DATE})(?:\\s+(?:to|until|till|and)\\s+|\\s?[–-]\\s?)(?:${DAY}\\.?,?\\s+)?${DATE}`,
  'gi',
);
const COUNT = '(\\d{1,3}|[a-z]+(?:-[a-z]+)?)';
const UNIT = '(weeks?|days|months?|years?)';
const LENGTH_BEFORE = new RegExp(
  `\\b${COUNT}[\\s-]${UNIT}(?:[’']s?)?(?:\\s+(?:\\(|consultation|period|programme|pilot|trial|project|long|of|survey)){0,2}[\\s,:(–-]*$`,
  'i',
);
const LENGTH_AFTER = new RegExp(
  `^(?:,|:|\\s[–—-]|\\s?\\()\\s?(?:(?:which|that)\\sis\\s|i\\.?e\\.?\\s|or\\s|an?\\s|(?:a\\s)?(?:total|period)\\sof\\s)?${COUNT}[\\s-]${UNIT}(?=\\s*(?:[).,;:]|$|(?:in\\sall|long|consultation|period)\\b))`,
  'i',
);

/** Text before a duration that is that of the whole range. */
const ALL_ALONG =
  /(?:\b(?:ran|runs?|running|lasts?|lasted|consult(?:ed|ation|ing)?|period|open\s+to\s+comments)\b[^.;]{0,30}|\b(?:an?|the|this|our)\s+|^\s*|[(|]\s*)$/i;

/** Text behind a range of which some time is not counted. */
const BROKEN =
  /^[^.;]{0,60}\b(?:breaks?|half[\s-]term|holidays?|(?:weeks?|days?)\soff|again|except|apart\sfrom|excluding|not\scounting)\b/i;

interface Period {
  readonly words: string;
  readonly span: Span;
  /** Its first and last day, in milliseconds since 1970, UTC. */
  readonly start: number;
  readonly end: number;
}

/** The periods of a text that contradict themselves or the length that stands beside them. */
export function wrongPeriods(text: string): readonly Clash[] {
  return periodsOfDays(text).flatMap((period): Clash[] => {
    const { words, span } = period;
    if (period.start > period.end)
      return [{ span, message: `“${words}” ends before it begins. Put right one of the two dates.` }];
    const wrong = wrongLength(text, period);
    return wrong === undefined ? [] : [{ span, message: wrong }];
  });
}

/** "And" stands in a range only behind "between". */
const isRange = (words: string, prefix: string | undefined): boolean =>
  /\sand\s/i.test(words) === /between/i.test(prefix ?? '');

function periodsOfDays(text: string): readonly Period[] {
  return [...text.matchAll(DAY_RANGE)].flatMap((match): Period[] => {
    const [words, prefix, , onlyDay, day, month, startYear, , endDay, endMonth, endYear] = match;
    if (!isRange(words, prefix)) return [];
    // Without a year, any will do: a leap year has only one more day.
    const year = Number(endYear ?? startYear ?? 2025);
    const from = (first: number): number =>
      Date.UTC(first, monthOf(month ?? endMonth!), Number(onlyDay ?? day));
    const end = Date.UTC(year, monthOf(endMonth!), Number(endDay));
    let start = from(Number(startYear ?? year));
    if (start > end && !(startYear && endYear)) start = from(year - 1);
    return [{ words, span: { start: match.index, end: match.index + words.length }, start, end }];
  });
}

/** What is wrong with the length that the text gives a period, if anything. */
function wrongLength(text: string, { words, span, start, end }: Period): string | undefined {
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  const length = LENGTH_AFTER.exec(text.slice(span.end)) ?? LENGTH_BEFORE.exec(before);
  // "Open for 38 weeks from September to July" need not be the whole range.
  if (length && length.index > 0 && !ALL_ALONG.test(before.slice(0, length.index)) && !/-/.test(length[0]))
    return undefined;
  const count = length && countOf(length[1]!);
  if (!length || !count || count < 2 || BROKEN.test(text.slice(span.end))) return undefined;
  const days = Math.round((end - start) / MS);
  const unit = length[2]!.toLowerCase().replace(/s$/, '');
  const [size, slack] = UNITS[unit]!;
  const is = days / size;
  // Fewer days may be some of the range. The last day may be counted or not.
  if (unit === 'day' && count < is) return undefined;
  if (Math.abs(is - count) <= slack || Math.abs((days + 1) / size - count) <= slack) return undefined;
  return `“${words}” is ${unit === 'day' ? `${days + 1} days` : about(Math.round(is * 2) / 2, unit)}, not “${length[1]} ${length[2]}”. Put right the length or one of the dates.`;
}

const about = (count: number, unit: string): string => `about ${count} ${unit}${count === 1 ? '' : 's'}`;

const DAYS_OF_MONTH = 30.44;
const UNITS: Readonly<Record<string, readonly [days: number, slack: number]>> = {
  day: [1, 1],
  week: [7, 0.9],
  month: [DAYS_OF_MONTH, 0.9],
  year: [365.25, 0.5],
};
