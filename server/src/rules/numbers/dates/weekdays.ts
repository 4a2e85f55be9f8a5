/** Finds a weekday that fits no year of the other dates without a year: "Thursday 16 April", "Thursday 24 April". */

import { type Block, BlockFinder, type Draft, moved, perBlock } from '../../../draft';
import { MONTHS } from '../../../text/dates';
import { greatest, least, tally } from '../../../util/lists';
import { inOwnWords } from '../../lib/blocks/prose';
import { DAYS, exists, WEEKDAY_DATE, weekday } from '../../lib/dates/calendar';
import type { Clash } from '../clash';
import { type Day, daysIn, namesDay } from './days';
import { rightDays } from './right-days';

interface OnWeekday extends Day {
  readonly words: string;
  /** In the block. */
  readonly span: Clash['span'];
  /** A bit for each of `YEARS` in which it is on its weekday. */
  readonly fits: number;
}

const days = new BlockFinder(
  perBlock((block: Block) => (namesDay(block) && /\d\s/.test(block.text) ? inOwnWords(block, daysOf) : [])),
);

function daysOf(text: string): readonly OnWeekday[] {
  // Another check reports days that no year has.
  return daysIn(text, WEEKDAY_DATE)
    .filter(({ year }) => year === undefined)
    .map(({ match: [words, name], at, ...day }) => {
      const on = weekday(name!);
      const fits = YEARS.reduce((bits, year, bit) => (isOf(day, year, on) ? bits | (1 << bit) : bits), 0);
      return { words, span: at, fits, ...day };
    });
}

/** Calendars repeat every 28 years. */
const YEARS = Array.from({ length: 28 }, (_, at) => 2010 + at);
/** The most dates of a paper that is checked; a paper with more is a calendar. */
const MOST = 200;
/** How many months before or after the other dates a date may be and still be of their year. */
const MONTHS_OFF = 1;
/** Text beside a date that may be of another year. */
const OTHER_YEAR = /\b(?:last|next|previous|(?:this|following|coming)\s+year|20\d\d)\b/i;
/** How much text on each side is searched for it, in characters. */
const BESIDE = 100;

/** The only date of a paper that fits no year of the others; the span is in the draft. */
export function wrongAmongOthers(draft: Draft): readonly Clash[] {
  const all: OnWeekday[] = [];
  const starts: number[] = [];
  days.each(draft, undefined, (found, { start }) => {
    for (const day of found) starts[all.push(day) - 1] = start;
  });
  if (all.length < 3 || all.length > MOST) return [];
  const kinds = [...tally(all.map(({ fits }) => fits))];
  const often = YEARS.map((_, bit) =>
    kinds.reduce((sum, [fits, count]) => sum + count * ((fits >> bit) & 1), 0),
  );
  const best = often.indexOf(greatest(often));
  const isIn = ({ fits }: OnWeekday): boolean => ((fits >> best) & 1) === 1;
  const place = all.findIndex((one) => !isIn(one));
  if (place === -1 || often[best] !== all.length - 1) return [];
  const odd = moved(all[place]!, starts[place]!);
  const most = all.filter(isIn);
  const months = most.map(({ month }) => month);
  if (odd.month < least(months) - MONTHS_OFF || odd.month > greatest(months) + MONTHS_OFF) return [];
  // Behind a date of a later month, it is of the next year.
  if ((all[place - 1]?.month ?? 0) > odd.month) return [];
  const at = odd.span.start;
  if (OTHER_YEAR.test(draft.source.slice(Math.max(0, at - BESIDE), at + BESIDE))) return [];
  // If it fits a year of another date, it is not clear which is wrong.
  if (often.some((count, bit) => count > 1 && ((odd.fits >> bit) & 1) === 1)) return [];
  const off = ({ month, day }: Day): number => Math.abs(31 * (month - odd.month) + day - odd.day);
  const beside = most.reduce((a, b) => (off(b) < off(a) ? b : a));
  const year = YEARS[best]!;
  const date = `${odd.day} ${MONTHS[odd.month]!}`;
  // Most years have no 29 February.
  const isDay = exists(year, odd.month, odd.day);
  const is = isDay ? `${date} is a ${DAYS[dayOf(odd, year)]}` : `there is no ${date}`;
  return [
    {
      span: odd.span,
      message: `“${odd.words}” does not go with the other days of this paper: where “${beside.words}” is right, ${is}. Put right the day or the date.`,
      ...(isDay && { instead: rightDays(odd.words, Date.UTC(year, odd.month, odd.day)) }),
    },
  ];
}

function isOf(day: Day, year: number, on: number): boolean {
  return exists(year, day.month, day.day) && dayOf(day, year) === on;
}

function dayOf({ month, day }: Day, year: number): number {
  return new Date(Date.UTC(year, month, day)).getUTCDay();
}
