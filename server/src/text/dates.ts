export const MONTHS =
  'January February March April May June July August September October November December'.split(' ');

/** Their names and what is written for them, as alternatives of a pattern. */
export const MONTH_NAMES =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';

/** The number of a month by how its English name begins, from 1; 0 where none begins so. */
export function monthNumber(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
}

/**
 * `2026-06-04` → `4 June 2026`; what is no such date stays as written.
 *
 * @param months their names from January on, where they are not English
 */
export function displayDate(date: string, months: readonly string[] = MONTHS): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00:00(?:\.000)?Z?)?$/.exec(date.trim());
  const month = months[Number(found?.[2]) - 1];
  const day = Number(found?.[3]);
  if (found === null || month === undefined || !isDay(Number(found[1]), Number(found[2]), day))
    return date.trim();
  return `${day} ${month} ${found[1]}`;
}

/** `4 June 2026` → `2026-06-04`; undefined for what is no such date. */
export function isoDate(text: string, months: readonly string[]): string | undefined {
  const [, day, month, year] = /^(\d{1,2}) ([A-Za-zÀ-ÖØ-ፚḀ-ỹ]+) (\d{4})$/u.exec(text.trim()) ?? [];
  const number = months.findIndex((name) => name.toLowerCase() === month?.toLowerCase()) + 1;
  if (year === undefined || !isDay(Number(year), number, Number(day))) return undefined;
  return `${year}-${String(number).padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

/** Whether a date is written in numbers, and is no day of any calendar: `2026-02-30`. */
export function isNoDate(date: string): boolean {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date.trim());
  return found !== null && !isDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** Whether a month, counted from 1, has a day in a year. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A month as a number that grows: 201901 for January 2019, 201900 where only the year is known, which is before. */
export type Month = number;

/** The month of a moment where the program runs. For the edges: what judges a draft is told of it, and never asks. */
export const localMonth = (moment: Date): Month => moment.getFullYear() * 100 + moment.getMonth() + 1;

/** The day of a moment where the program runs, as in `2026-11-29`. For the edges. */
export function localDate(moment: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
