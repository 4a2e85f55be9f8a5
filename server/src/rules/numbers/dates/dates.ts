/** Finds impossible dates: a wrong weekday, a day that its month has not, an end before its start, a wrong duration. */
import { MONTHS } from '../../../text/dates';
import { DATE, DAY, DAYS, exists, MONTH, MS, monthOf, WEEKDAY_DATE, weekday } from '../../lib/dates/calendar';
import type { PaperDate } from '../../lib/dates/paper-date';
import { countOf } from '../amounts/amounts';
import type { WrongDate } from '../types';
import { daysIn, NO_NUMBER, timeOf } from './days';
import { realDays, rightDays } from './right-days';
import { wrongTenses } from './tenses';

const ANY_DATE = new RegExp(`${NO_NUMBER}${DATE}`, 'gi');
const SOME_MONTH = new RegExp(`\\b${MONTH}\\b`, 'i');

/** The impossible dates of a text. The date of the paper gives the year of dates that have none. */
export function wrongDates(text: string, paper?: PaperDate): readonly WrongDate[] {
  return /\d/.test(text) && SOME_MONTH.test(text)
    ? [
        ...wrongWeekdays(text, paper),
        ...noSuchDays(text, paper),
        ...wrongPeriods(text),
        ...(paper ? wrongTenses(text, paper) : []),
      ]
    : [];
}

function wrongWeekdays(text: string, paper: PaperDate | undefined): readonly WrongDate[] {
  return daysIn(text, WEEKDAY_DATE).flatMap(({ day, month, year: own, match, at }): readonly WrongDate[] => {
    const [words, name] = match;
    const written = weekday(name!);
    if (written < 0) return [];
    const lead = text.slice(Math.max(0, at.start - 80), at.start);
    const years = own === undefined ? yearsNear(month, day, paper, OTHER_YEAR.test(lead)) : [own];
    const dates = years
      .filter((year) => exists(year, month, day))
      .map((year) => timeOf({ day, month, year }));
    if (dates.length === 0 || dates.some((time) => new Date(time).getUTCDay() === written)) return [];
    const time = own === undefined ? nearest(dates, paper!) : dates[0]!;
    const date = new Date(time);
    return [
      {
        span: at,
        message: `“${words}” cannot be: ${day} ${MONTHS[month]!} ${date.getUTCFullYear()} is a ${DAYS[date.getUTCDay()]}. Put right the day or the date.`,
        ways: rightDays(words, time),
      },
    ];
  });
}

/** Text before a date that may be of another year. */
const OTHER_YEAR = /\b(?:last\s+year|previous|ago|next\s+year|(?:19|20)\d\d)\b/i;
/** How long after the date of the paper, or before it, a date is surely meant; others may be of the next year. */
const SOON = 100 * MS;
const JUST_GONE = 45 * MS;

/**
 * The years in which a date is within 14 months of the paper's; or only those within `SOON` and `JUST_GONE`, if any, where
 * the day of the paper is known and `other` is false.
 */
function yearsNear(
  month: number,
  day: number,
  paper: PaperDate | undefined,
  other: boolean,
): readonly number[] {
  if (!paper) return [];
  const year = new Date(paper.time).getUTCFullYear();
  const ahead = (one: number): number => Date.UTC(one, month, day) - paper.time;
  const near = [year - 1, year, year + 1].filter((one) => Math.abs(ahead(one)) < 425 * MS);
  const soon = near.filter((one) => ahead(one) < SOON && ahead(one) > -JUST_GONE);
  return soon.length > 0 && paper.exact && !other ? soon : near;
}

const nearest = (dates: readonly number[], paper: PaperDate): number =>
  dates.reduce((a, b) => (Math.abs(a - paper.time) <= Math.abs(b - paper.time) ? a : b));

function noSuchDays(text: string, paper: PaperDate | undefined): readonly WrongDate[] {
  const found: WrongDate[] = [];
  for (const match of text.matchAll(ANY_DATE)) {
    const [words, dayText, monthText, yearText] = match;
    const [day, month] = [Number(dayText), monthOf(monthText!)];
    // “may” and “march” are also verbs.
    if (month < 0 || (/^(?:may|march)$/.test(monthText!) && !yearText) || day < 29) continue;
    if (day > 31) continue;
    const leap = !yearText && month === 1 && paper ? yearsNear(month, 28, paper, false) : [];
    const years = yearText ? [Number(yearText)] : leap.length > 0 ? leap : [2024];
    if (years.some((year) => exists(year, month, day))) continue;
    const year = years.length === 1 && (yearText || leap.length > 0) ? ` ${years[0]}` : '';
    const last = new Date(Date.UTC(years[0]!, month + 1, 0)).getUTCDate();
    found.push({
      span: { start: match.index, end: match.index + words.length },
      message: `There is no “${words}”: ${MONTHS[month]!}${year} has ${last} days. Put right the date.`,
      ways: realDays(words, last),
    });
  }
  return found;
}

/** A range of dates: "From Monday 10 November to 19 January 2026", "10–24 November", "between 7 and 21 May". */
const RANGE = new RegExp(
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

/** What is open all along. From the first to the last of six weekly sessions it is five weeks; they are called six. */
const CONSULTED = /\bconsult(?:s|ed|ation|ing)?\b[^.;]{0,60}$/i;
const HALF = 0.5;

function wrongPeriods(text: string): readonly WrongDate[] {
  const found: WrongDate[] = [];
  for (const match of text.matchAll(RANGE)) {
    const [words, prefix, , onlyDay, day, month, startYear, , endDay, endMonth, endYear] = match;
    if (/\sand\s/i.test(words) !== /between/i.test(prefix ?? '')) continue;
    // Without a year, any will do: a leap year has only one more day.
    const year = Number(endYear ?? startYear ?? 2025);
    const startMonth = monthOf(month ?? endMonth!);
    const end = Date.UTC(year, monthOf(endMonth!), Number(endDay));
    let start = Date.UTC(Number(startYear ?? year), startMonth, Number(onlyDay ?? day));
    const span = { start: match.index, end: match.index + words.length };
    if (startYear && endYear && start > end) {
      found.push({ span, message: `“${words}” ends before it begins. Put right one of the two dates.` });
      continue;
    }
    if (start > end) start = Date.UTC(year - 1, startMonth, Number(onlyDay ?? day));
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const length = LENGTH_AFTER.exec(text.slice(span.end)) ?? LENGTH_BEFORE.exec(before);
    // "Open for 38 weeks from September to July" need not be the whole range.
    if (length && length.index > 0 && !ALL_ALONG.test(before.slice(0, length.index)) && !/-/.test(length[0]))
      continue;
    const days = Math.round((end - start) / MS);
    const count = length && countOf(length[1]!);
    if (!length || !count || count < 2 || BROKEN.test(text.slice(span.end))) continue;
    const unit = length[2]!.toLowerCase().replace(/s$/, '');
    const [size, slack] = UNITS[unit]!;
    const is = days / size;
    // Fewer days may be some of the range. The last day may be counted or not.
    if (unit === 'day' && count < is) continue;
    const within = unit === 'week' && CONSULTED.test(before) ? HALF : slack;
    if (Math.abs(is - count) <= within || Math.abs((days + 1) / size - count) <= within) continue;
    found.push({
      span,
      message: `“${words}” is ${unit === 'day' ? `${days + 1} days` : about(Math.round(is * 2) / 2, unit)}, not “${length[1]} ${length[2]}”. Put right the length or one of the dates.`,
    });
  }
  return found;
}

const about = (count: number, unit: string): string => `about ${count} ${unit}${count === 1 ? '' : 's'}`;

const UNITS: Readonly<Record<string, readonly [days: number, slack: number]>> = {
  day: [1, 1],
  week: [7, 0.9],
  month: [30.44, 0.9],
  year: [365.25, 0.5],
};
