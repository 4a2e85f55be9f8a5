/** Days and months as papers write them, and the date of a paper itself. */
import type { Draft } from '../../draft';

export const MONTHS =
  'january february march april may june july august september october november december'.split(' ');
export const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
export const MONTH = `(${MONTHS.join('|')}|${'jan feb mar apr jun jul aug sept sep oct nov dec'.split(' ').join('|')})`;
export const DAY = '(sun|mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur)(?:day)?';
export const DATE = `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b(?:\\.?,?\\s+((?:19|20)\\d\\d)\\b)?`;
const WRITTEN_DATE = new RegExp(`\\b${DATE}`, 'i');
const MONTH_OF_YEAR = new RegExp(`^${MONTH}\\.?\\s+((?:19|20)\\d\\d)$`, 'i');
export const MS = 86_400_000;

/** What a paper says of its own day. */
export interface PaperDate {
  readonly time: number;
  /** Whether it says the day, and not only the month. */
  readonly exact: boolean;
}

/** The date of a paper, as front matter has it; undefined where it is not a whole one. */
export function paperDate(text: string | undefined): PaperDate | undefined {
  if (text === undefined) return undefined;
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text.trim());
  if (iso)
    return {
      time: Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3] ?? 15)),
      exact: iso[3] !== undefined,
    };
  const written = WRITTEN_DATE.exec(text);
  if (written?.[3])
    return { time: Date.UTC(Number(written[3]), monthOf(written[2]!), Number(written[1])), exact: true };
  const month = MONTH_OF_YEAR.exec(text.trim());
  return month ? { time: Date.UTC(Number(month[2]), monthOf(month[1]!), 15), exact: false } : undefined;
}

/** So many blocks at the top tell of the paper itself, in lines so short, in characters. */
const OPENING_BLOCKS = 8;
const OPENING_LINE = 90;

/** The line at the top of a draft that has its date: of a meeting, a letter, an embargo. For `paperDate`. */
export function dateLine({ blocks }: Draft): string | undefined {
  for (const { block } of blocks.slice(0, OPENING_BLOCKS)) {
    if (!/20\d\d/.test(block.text.slice(0, LONGEST_OPENING))) continue;
    for (const line of block.text.slice(0, LONGEST_OPENING).split(/[\r\n|]+/))
      if (line.length <= OPENING_LINE && WRITTEN_DATE.exec(line)?.[3]) return line;
  }
  return undefined;
}

/** What is read of a block at the top, in characters. */
const LONGEST_OPENING = 2000;

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
