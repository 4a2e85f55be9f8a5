/**
 * Writes dates that can be in place of those that cannot: “Monday 6 April” → “Tuesday 6 April”, “Monday 5 April”; “31
 * April” → “30 April”, “1 May”.
 */
import { MONTHS } from '../../../text/dates';
import { DAYS, MS, monthOf, weekday } from '../../lib/dates/calendar';
import type { Rewrite } from '../clash';

/** The weekday; what stands behind it; the day; “th”; what stands behind it; the month; and the year, if there is one. */
const PARTS =
  /^([A-Za-z]+)(\W+(?:the\s+)?)(\d{1,2})(st|nd|rd|th)?(\s+(?:of\s+)?)([A-Za-z]+)(?:(\W+)(\d{4}))?$/;

/**
 * The words of a date with the weekday that it is, and with the nearest date of the weekday that is written; both in the
 * way in which they are written.
 *
 * @param time the date, in milliseconds in UTC
 */
export function rightDays(words: string, time: number): readonly Rewrite[] {
  const match = PARTS.exec(words);
  if (!match) return [];
  const [, name, gap, , nth, of, month, comma, year] = match;
  const is = new Date(time).getUTCDay();
  const ahead = (weekday(name!) - is + 7) % 7;
  const near = new Date(time + (ahead > 3 ? ahead - 7 : ahead) * MS);
  const nearMonth =
    near.getUTCMonth() === monthOf(month!) ? month! : like(MONTHS[near.getUTCMonth()]!, month!);
  const nearYear = year === undefined ? '' : `${comma}${near.getUTCFullYear()}`;
  return [
    { by: like(DAYS[is]!, name!) + words.slice(name!.length) },
    { by: `${name}${gap}${dayOf(near.getUTCDate(), nth)}${of}${nearMonth}${nearYear}` },
  ];
}

/** The day; “th”; what stands behind it; the month; and the year, if there is one. */
const DATE_PARTS = /^\d{1,2}(st|nd|rd|th)?(\s+(?:of\s+)?)([A-Za-z]+)(\W+\d{4})?$/;

/**
 * The words of a day that its month has not with the last day that it has, and with the first of the next; both in the
 * way in which they are written.
 */
export function realDays(words: string, last: number): readonly Rewrite[] {
  const match = DATE_PARTS.exec(words);
  if (!match) return [];
  const [, nth, of, month, year = ''] = match;
  // December has all days.
  const next = like(MONTHS[monthOf(month!) + 1]!, month!);
  return [{ by: `${dayOf(last, nth)}${of}${month}${year}` }, { by: `${dayOf(1, nth)}${of}${next}${year}` }];
}

const WHOLE_NAMES: ReadonlySet<string> = new Set([...MONTHS, ...DAYS].map((name) => name.toLowerCase()));

/** A day or month as long as another is written, and in its letters: “Tuesday” beside “MON” is “TUE”. */
function like(name: string, written: string): string {
  const long = WHOLE_NAMES.has(written.toLowerCase()) ? name : name.slice(0, 3);
  if (written === written.toUpperCase()) return long.toUpperCase();
  return written === written.toLowerCase() ? long.toLowerCase() : long;
}

function dayOf(day: number, nth: string | undefined): string {
  if (nth === undefined) return String(day);
  const last = day % 10;
  const isTeen = day > 10 && day < 14;
  return `${day}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][last] ?? 'th')}`;
}
