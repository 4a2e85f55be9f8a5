/** Days and months as papers write them. */
import { monthNumber, MONTH_NAMES as NAMES } from '../../dates';

export const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
export const MONTH_NAMES = `(?:${NAMES.toLowerCase()})`;
export const MONTH = `(${MONTH_NAMES})`;
export const DAY = '(sun|mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur)(?:day)?';
export const DATE = `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b(?:\\.?,?\\s+((?:19|20)\\d\\d)\\b)?`;
/** "Saturday 14 June": the day, the number, the month and, where it stands, the year. */
export const WEEKDAY_DATE = new RegExp(`\\b${DAY}\\.?,?\\s+(?:the\\s+)?${DATE}`, 'gi');
export const MS = 86_400_000;

/** From 0; -1 where it is none. */
export function monthOf(name: string): number {
  return monthNumber(name) - 1;
}

export function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day;
}

export function weekday(name: string): number {
  const lower = name.toLowerCase().slice(0, 3);
  return DAYS.findIndex((day) => day.toLowerCase().startsWith(lower));
}
