/** Days and months as papers write them. */

export const MONTHS =
  'january february march april may june july august september october november december'.split(' ');
export const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
export const MONTH_NAMES = `(?:${[...MONTHS, ...'jan feb mar apr jun jul aug sept sep oct nov dec'.split(' ')].join('|')})`;
export const MONTH = `(${MONTH_NAMES})`;
export const DAY = '(sun|mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur)(?:day)?';
export const DATE = `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b(?:\\.?,?\\s+((?:19|20)\\d\\d)\\b)?`;
/** "Saturday 14 June": the day, the number, the month and, where it stands, the year. */
export const WEEKDAY_DATE = new RegExp(`\\b${DAY}\\.?,?\\s+(?:the\\s+)?${DATE}`, 'gi');
export const MS = 86_400_000;

export function monthOf(name: string): number {
  const lower = name.toLowerCase().slice(0, 3);
  return MONTHS.findIndex((month) => month.startsWith(lower));
}

export function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day;
}

export function weekday(name: string): number {
  const lower = name.toLowerCase().slice(0, 3);
  return DAYS.findIndex((day) => day.toLowerCase().startsWith(lower));
}

export function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
