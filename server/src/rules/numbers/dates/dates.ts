/** Finds impossible dates: a wrong weekday, a day that its month has not, an end before its start, a wrong duration. */
import { MONTHS } from '../../../text/dates';
import { DATE, DAYS, exists, MONTH, MS, monthOf, WEEKDAY_DATE, weekday } from '../../lib/dates/calendar';
import type { PaperDate } from '../../lib/dates/paper-date';
import type { Clash } from '../clash';
import { daysIn, NO_NUMBER, timeOf } from './days';
import { wrongPeriods } from './periods';
import { realDays, rightDays } from './right-days';

const ANY_DATE = new RegExp(`${NO_NUMBER}${DATE}`, 'gi');
const SOME_MONTH = new RegExp(`\\b${MONTH}\\b`, 'i');

/** The impossible dates of a text. The date of the paper gives the year of dates that have none. */
export function wrongDates(text: string, paper?: PaperDate): readonly Clash[] {
  return /\d/.test(text) && SOME_MONTH.test(text)
    ? [...wrongWeekdays(text, paper), ...noSuchDays(text, paper), ...wrongPeriods(text)]
    : [];
}

function wrongWeekdays(text: string, paper: PaperDate | undefined): readonly Clash[] {
  return daysIn(text, WEEKDAY_DATE).flatMap(({ day, month, year: own, match, at }): readonly Clash[] => {
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
        instead: rightDays(words, time),
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

function noSuchDays(text: string, paper: PaperDate | undefined): readonly Clash[] {
  const found: Clash[] = [];
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
      instead: realDays(words, last),
    });
  }
  return found;
}
