/** Finds the days that a text names, and when they are. */
import { type Block, passagesOf, perBlock, type Span } from '../../../draft';
import { DATE, DAY, exists, MS, monthOf } from '../../lib/dates/calendar';

/** “Friday the 6 November 2026”: its groups are the weekday and those of `DATE`. */
export const A_DAY = `(?:${DAY}\\.?,?\\s+)?(?:the\\s)?${DATE}`;
/** Before a day, so that its number is not the end of another. */
export const NO_NUMBER = '(?<![\\d.,/-])';

/** A day as a text names it. */
export interface Day {
  readonly day: number;
  /** From 0. */
  readonly month: number;
  readonly year?: number;
}

const SOME_DAY = new RegExp(DATE, 'i');

/** Whether a block names any day. */
export const namesDay = perBlock((block: Block): boolean =>
  passagesOf(block).some(({ prose }) => SOME_DAY.test(prose.text)),
);

interface DayInText extends Day {
  readonly match: RegExpExecArray;
  /** All that was matched, in the text. */
  readonly at: Span;
}

/** What a pattern finds whose last groups are those of `DATE`, without days that no month has. */
export function daysIn(text: string, pattern: RegExp): readonly DayInText[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [number, name, year] = match.slice(-3);
    const [day, month] = [Number(number), monthOf(name!)];
    if (!exists(Number(year ?? LEAP_YEAR), month, day)) return [];
    const at = { start: match.index, end: match.index + match[0].length };
    return [{ day, month, ...(year !== undefined && { year: Number(year) }), match, at }];
  });
}

const LEAP_YEAR = 2024;
const SOME_YEAR = 2026;
/** How long before the paper a day without a year is taken for one that has gone; any other is still to come. */
const JUST_GONE = 60 * MS;

/** The time of a day, in milliseconds; of one year for all that name none. */
export const timeOf = ({ year = SOME_YEAR, month, day }: Day): number => Date.UTC(year, month, day);

/** The time of a day; where it names no year, that by the time of its paper, and undefined where this is unknown. */
export function timeBy(day: Day, paper: number | undefined): number | undefined {
  if (day.year !== undefined) return timeOf(day);
  if (paper === undefined) return undefined;
  const own = new Date(paper).getUTCFullYear();
  return [own - 1, own, own + 1]
    .filter((year) => exists(year, day.month, day.day))
    .map((year) => timeOf({ ...day, year }))
    .find((time) => time > paper - JUST_GONE);
}
