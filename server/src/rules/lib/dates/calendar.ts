/** Patterns for the days and months of dates in papers. */
import { isDay, MONTHS, monthNumber, MONTH_NAMES as NAMES } from '../../../text/dates';

export const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
export const MONTH_NAMES = `(?:${NAMES.toLowerCase()})`;
export const MONTH = `(${MONTH_NAMES})`;
export const DAY = '(sun|mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur)(?:day)?';
export const DATE = `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b(?:\\.?,?\\s+((?:19|20)\\d\\d)\\b)?`;
/** "Saturday 14 June". Its groups are the weekday, the day, the month and the year, if there is one. */
export const WEEKDAY_DATE = new RegExp(`\\b${DAY}\\.?,?\\s+(?:the\\s+)?${DATE}`, 'gi');
/** The milliseconds of a day. */
export const MS = 86_400_000;

/** The number of a month, from 0; -1 for another word. */
export function monthOf(name: string): number {
  return monthNumber(name) - 1;
}

/** Whether a month, counted from 0, has a day in a year. */
export const exists = (year: number, month: number, day: number): boolean => isDay(year, month + 1, day);

/** The number of a weekday, from 0 for Sunday; -1 for another word. */
export function weekday(name: string): number {
  const lower = name.toLowerCase().slice(0, 3);
  return DAYS.findIndex((day) => day.toLowerCase().startsWith(lower));
}

/** A time in milliseconds since 1970 as a day: “14 January 2027”. */
export function displayDay(time: number): string {
  const date = new Date(time + MS / 2);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]!} ${date.getUTCFullYear()}`;
}
