/** Dates that cannot be: a weekday that is another, a day that no month has, an end before its start, a wrong length. */
import { addAll } from '../../lists';
import { wordValue } from './amounts';
import { capital, DATE, DAY, DAYS, exists, MONTH, MONTHS, MS, monthOf, weekday } from './calendar';
import type { PaperDate } from './paper-date';
import type { WrongDate } from './types';

const WEEKDAY_DATE = new RegExp(`\\b${DAY}\\.?,?\\s+(?:the\\s+)?${DATE}`, 'gi');
const ANY_DATE = new RegExp(`(?<![\\d.,/-])${DATE}`, 'gi');
const SOME_MONTH = new RegExp(`\\b${MONTH}\\b`, 'i');

/** Dates of a text that cannot be; those without a year are read by that of the paper. */
export function wrongDates(text: string, paper?: PaperDate): readonly WrongDate[] {
  if (!/\d/.test(text)) return [];
  const found: WrongDate[] = [];
  if (SOME_MONTH.test(text)) {
    addAll(found, wrongWeekdays(text, paper));
    addAll(found, noSuchDays(text));
    if (/\b(?:from|between)\s/i.test(text)) {
      addAll(found, wrongPeriods(text));
      addAll(found, wrongMonths(text));
    }
  }
  if (paper?.exact && COMES_SOME.test(text)) addAll(found, goneBy(text, paper));
  if (/years?\b/i.test(text)) addAll(found, wrongYears(text));
  if (paper && /\d(?:st|nd|rd|th)\s+(?:birthday|anniversary)\b/.test(text))
    addAll(found, wrongAges(text, new Date(paper.time).getUTCFullYear()));
  return found;
}

function wrongWeekdays(text: string, paper: PaperDate | undefined): readonly WrongDate[] {
  const found: WrongDate[] = [];
  for (const match of text.matchAll(WEEKDAY_DATE)) {
    const [words, name, dayText, monthText, yearText] = match;
    const [day, month, said] = [Number(dayText), monthOf(monthText!), weekday(name!)];
    if (said < 0 || month < 0) continue;
    // "Friday 13 to Sunday 15 June" is read from its last; a range or "or" before it is left alone.
    const years = yearText
      ? [Number(yearText)]
      : yearsNear(month, day, paper, OTHER_YEAR.test(text.slice(0, match.index).slice(-80)));
    const dates = years.filter((year) => exists(year, month, day)).map((year) => Date.UTC(year, month, day));
    if (dates.length === 0 || dates.some((time) => new Date(time).getUTCDay() === said)) continue;
    const year = yearText ?? nearest(dates, paper!);
    const is = DAYS[new Date(Date.UTC(Number(year), month, day)).getUTCDay()];
    found.push({
      span: { start: match.index, end: match.index + words.length },
      message: `“${words}” cannot be: ${day} ${capital(MONTHS[month]!)} ${year} is a ${is}. Put right the day or the date.`,
    });
  }
  return found;
}

/** A day of another year may be meant. */
const OTHER_YEAR = /\b(?:last\s+year|previous|ago|next\s+year|(?:19|20)\d\d)\b/i;
/** A date of so few days before or after the paper's is of that year. */
const SOON = 100 * MS;

/** The years in which a date is within 14 months of the paper's; the one year if it is near, and no other is named. */
function yearsNear(
  month: number,
  day: number,
  paper: PaperDate | undefined,
  other: boolean,
): readonly number[] {
  if (!paper) return [];
  const year = new Date(paper.time).getUTCFullYear();
  const off = (one: number): number => Math.abs(Date.UTC(one, month, day) - paper.time);
  const near = [year - 1, year, year + 1].filter((one) => off(one) < 425 * MS);
  const soon = near.filter((one) => off(one) < SOON);
  return soon.length > 0 && paper.exact && !other ? soon : near;
}

function nearest(dates: readonly number[], paper: PaperDate): string {
  const best = dates.reduce((a, b) => (Math.abs(a - paper.time) <= Math.abs(b - paper.time) ? a : b));
  return String(new Date(best).getUTCFullYear());
}

function noSuchDays(text: string): readonly WrongDate[] {
  const found: WrongDate[] = [];
  for (const match of text.matchAll(ANY_DATE)) {
    const [words, dayText, monthText, yearText] = match;
    const [day, month] = [Number(dayText), monthOf(monthText!)];
    // "May" and "march" are words too.
    if (month < 0 || (/^(?:may|march)$/.test(monthText!) && !yearText) || day < 29) continue;
    if (exists(yearText ? Number(yearText) : 2024, month, day)) continue;
    if (day > 31) continue;
    found.push({
      span: { start: match.index, end: match.index + words.length },
      message: `There is no “${words}”: ${capital(MONTHS[month]!)}${yearText ? ` ${yearText}` : ''} has ${new Date(Date.UTC(yearText ? Number(yearText) : 2024, month + 1, 0)).getUTCDate()} days. Put right the date.`,
    });
  }
  return found;
}

const COMES_SOME = /\b(?:will|starts|opens|begins)\b/i;
/** What is still to come. */
const COMES = new RegExp(
  `\\b(?:will\\s+(?:open|start|begin|close|end|meet|launch|be\\s+(?:held|open|launched|opened)|take\\s+place)|starts|opens|begins)\\s+(?:[\\p{L}’'-]+\\s+){0,6}?(?:on|from)\\s+((?:${DAY}\\.?,?\\s+)?${DATE})`,
  'giu',
);

/** "Starts on Saturday 12 July" in a paper of 14 July. */
function goneBy(text: string, paper: PaperDate): readonly WrongDate[] {
  const found: WrongDate[] = [];
  const year = new Date(paper.time).getUTCFullYear();
  for (const match of text.matchAll(COMES)) {
    const [words, said, dayName, day, month, yearText] = match;
    const time = Date.UTC(Number(yearText ?? year), monthOf(month!), Number(day));
    if (Number.isNaN(time) || time >= paper.time) continue;
    // Without its year a date is of the next one, unless it has just been and its weekday is that of this year.
    const just = paper.time - time < 62 * MS && dayName && new Date(time).getUTCDay() === weekday(dayName);
    if (!yearText && !just) continue;
    const date = new Date(paper.time);
    found.push({
      span: { start: match.index + words.length - said!.length, end: match.index + words.length },
      message: `“${said}” is before the date of this paper, ${date.getUTCDate()} ${capital(MONTHS[date.getUTCMonth()]!)} ${year}, and is told as still to come. Put right the date, or say that it has been.`,
    });
  }
  return found;
}

const RANGE = new RegExp(
  `\\b(from|between)\\s+(?:${DAY}\\.?,?\\s+)?${DATE}\\s+(?:to|until|till|and|–|-)\\s+(?:${DAY}\\.?,?\\s+)?${DATE}`,
  'gi',
);
const LENGTH_BEFORE =
  /\b(\d{1,3}|[a-z]+(?:-[a-z]+)?)[\s-](weeks?|days|months?|years?)(?:[’']s?)?(?:\s+(?:\(|consultation|period|programme|pilot|trial|project|long|of|survey)){0,2}[\s,(]*$/i;
const LENGTH_AFTER = /^[,\s]*\((\d{1,3}|[a-z]+)\s+(weeks?|days|months?|years?)\)/i;

const ALL_ALONG =
  /(?:\b(?:ran|runs?|running|lasts?|lasted|consult(?:ed|ation|ing)?|period|open\s+to\s+comments)\b[^.;]{0,30}|\b(?:an?|the|this|our)\s+|^\s*|[(|]\s*)$/i;

function wrongPeriods(text: string): readonly WrongDate[] {
  const found: WrongDate[] = [];
  for (const match of text.matchAll(RANGE)) {
    const [words, , , startDay, startMonth, startYear, , endDay, endMonth, endYear] = match;
    if (!endYear) continue;
    const end = Date.UTC(Number(endYear), monthOf(endMonth!), Number(endDay));
    let start = Date.UTC(Number(startYear ?? endYear), monthOf(startMonth!), Number(startDay));
    const span = { start: match.index, end: match.index + words.length };
    if (startYear && start > end) {
      found.push({ span, message: `“${words}” ends before it begins. Put right one of the two dates.` });
      continue;
    }
    if (start > end) start = Date.UTC(Number(endYear) - 1, monthOf(startMonth!), Number(startDay));
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const length = LENGTH_AFTER.exec(text.slice(span.end)) ?? LENGTH_BEFORE.exec(before);
    // "Open for 38 weeks from September to July" is not all of it.
    if (length && length.index > 0 && !ALL_ALONG.test(before.slice(0, length.index)) && !/-/.test(length[0]))
      continue;
    const days = Math.round((end - start) / MS);
    const said = length && numberOf(length[1]!);
    if (!length || !said) continue;
    const unit = length[2]!.toLowerCase().replace(/s$/, '');
    const [size, slack] = UNITS[unit]!;
    const is = days / size;
    // The last day may be counted or not.
    if (Math.abs(is - said) <= slack || Math.abs((days + 1) / size - said) <= slack) continue;
    found.push({
      span,
      message: `“${words}” is ${unit === 'day' ? `${days + 1} days` : `about ${Math.round(is * 2) / 2} ${unit}s`}, not “${length[1]} ${length[2]}”. Put right the length or one of the dates.`,
    });
  }
  return found;
}

const MONTHS_RANGE = new RegExp(
  `\\b(?:from|between)\\s+${MONTH}\\s+((?:19|20)\\d\\d)\\s+(?:to|until|and|–|-)\\s+(?:the\\s+end\\s+of\\s+)?${MONTH}\\s+((?:19|20)\\d\\d)`,
  'gi',
);

/** "Three years, from April 2025 to March 2027". */
function wrongMonths(text: string): readonly WrongDate[] {
  const found: WrongDate[] = [];
  for (const match of text.matchAll(MONTHS_RANGE)) {
    const [words, startMonth, startYear, endMonth, endYear] = match;
    const months = 12 * (Number(endYear) - Number(startYear)) + monthOf(endMonth!) - monthOf(startMonth!);
    const span = { start: match.index, end: match.index + words.length };
    if (months < 0) {
      found.push({ span, message: `“${words}” ends before it begins. Put right one of the two dates.` });
      continue;
    }
    const length = LENGTH_BEFORE.exec(text.slice(Math.max(0, match.index - 60), match.index));
    if (!length) continue;
    const said = numberOf(length[1]!);
    const unit = length[2]!.toLowerCase().replace(/s$/, '');
    if (!said || (unit !== 'year' && unit !== 'month')) continue;
    const is = unit === 'year' ? [months / 12, (months + 1) / 12] : [months, months + 1];
    const slack = unit === 'year' ? 0.4 : 0;
    if (said >= is[0]! - slack && said <= is[1]! + slack) continue;
    found.push({
      span,
      message: `“${words}” is ${months + 1} months, not “${length[1]} ${length[2]}”. Put right the length or one of the dates.`,
    });
  }
  return found;
}

const BORN =
  '(?:opened|founded|established|built|launched|started|began|formed|created|set\\s+up|since)(?:\\s+(?:in|on|back\\s+in))?(?:\\s+\\d{1,2})?(?:\\s+[A-Z][a-z]+)?\\s+((?:1[5-9]|20)\\d\\d)\\b';
const BIRTHDAY = new RegExp(
  `\\b(\\d{1,3})(?:st|nd|rd|th)\\s+(?:birthday|anniversary)\\b[^.;!?]{0,100}?\\b${BORN}|\\b${BORN}[^.;!?]{0,100}?\\b(\\d{1,3})(?:st|nd|rd|th)\\s+(?:birthday|anniversary)\\b`,
  'g',
);

/** "Its 40th anniversary this year: it opened in 1974". */
function wrongAges(text: string, year: number): readonly WrongDate[] {
  const found: WrongDate[] = [];
  for (const match of text.matchAll(BIRTHDAY)) {
    const [words, age = match[4], born = match[3]] = match;
    const count = Number(age);
    const start = Number(born);
    // Another year that is named may be that of the anniversary.
    const others = (text.match(/\b(?:19|20)\d\d\b/g) ?? []).filter((one) => one !== born).map(Number);
    if ([year, year + 1, ...others].some((one) => Math.abs(one - start - count) < 2)) continue;
    found.push({
      span: { start: match.index, end: match.index + words.length },
      message: `From ${start} to ${year} is ${year - start} years, so this is no ${match[0].match(/\d{1,3}(?:st|nd|rd|th)/)![0]} anniversary. Put right the number or the year.`,
    });
  }
  return found;
}

const UNITS: Readonly<Record<string, readonly [days: number, slack: number]>> = {
  day: [1, 1],
  week: [7, 0.9],
  month: [30.44, 0.9],
  year: [365.25, 0.5],
};

function numberOf(words: string): number | undefined {
  const value = /^\d/.test(words) ? Number(words) : wordValue(words);
  return value && value > 1 ? value : undefined;
}

const YEARS =
  /\b(\d{1,2}|[a-z]+(?:-[a-z]+)?)[\s-]years?(?:[’']s?)?\s+(?:[\p{L}]+\s+){0,3}(?:(?:for|from|covering|of|in)\s+|\(|,\s+)?((?:19|20)\d\d)(?:(\/\d\d(?:\d\d)?))?\s?(?:[-–—]|to)\s?((?:20)?\d\d)(\/\d\d)?\b(?!\s*(?:%|per\s?cent|(?:to|and|,|[-–—])\s*(?:19|20)?\d\d))/giu;

/** "A ten-year strategy 2025–2030". */
function wrongYears(text: string): readonly WrongDate[] {
  const found: WrongDate[] = [];
  for (const match of text.matchAll(YEARS)) {
    const [words, lengthText, startText, , endText] = match;
    const said = numberOf(lengthText!);
    if (!said || said < 2) continue;
    const start = Number(startText);
    const end = endText!.length === 2 ? Math.floor(start / 100) * 100 + Number(endText) : Number(endText);
    const years = end - start;
    // "A two-year plan 2025-26" covers both; "2025–2030" may be five years or six.
    if (years <= 0 || said === years || said === years + 1) continue;
    found.push({
      span: { start: match.index, end: match.index + words.length },
      message: `“${words.replace(/\s+/g, ' ')}” does not fit: from ${start} to ${end} is ${years} years, or ${years + 1} with both. Put right the length or the years.`,
    });
  }
  return found;
}
