/** Weekdays of a paper without a year, of which one goes with none of the others: "Thursday 16 April", "Thursday 24 April". */
import type { Block, Draft } from '../../draft';
import { BlockFinder } from '../../draft';
import { perBlock } from '../../draft/block-map';
import { greatest, least } from '../../lists';
import { ownWords } from '../lib/prose';
import { capital, DAYS, exists, MONTHS, monthOf, WEEKDAY_DATE, weekday } from './calendar';
import type { Clash } from './types';

interface Day {
  readonly day: number;
  readonly month: number;
  readonly weekday: number;
  readonly words: string;
  /** In the block. */
  readonly span: Clash['span'];
}

const days = new BlockFinder(perBlock(daysIn));

function daysIn(block: Block): readonly Day[] | undefined {
  const all = /\d\s/.test(block.text) ? ownWords(block).flatMap(({ prose }) => daysOf(prose)) : [];
  return all.length > 0 ? all : undefined;
}

function daysOf(prose: ReturnType<typeof ownWords>[number]['prose']): readonly Day[] {
  return [...prose.text.matchAll(WEEKDAY_DATE)].flatMap((match) => {
    const [words, name, day, month, year] = match;
    // A day that no year has is told by itself.
    return year || !exists(2024, monthOf(month!), Number(day))
      ? []
      : {
          day: Number(day),
          month: monthOf(month!),
          weekday: weekday(name!),
          words,
          span: prose.toSource(match.index, match.index + words.length),
        };
  });
}

/** In so many years each calendar has been. */
const YEARS = Array.from({ length: 28 }, (_, at) => 2010 + at);
/** More days are a calendar. */
const MOST = 200;
/** Nearer to the others, a day is of their year. */
const MONTHS_OFF = 1;

/** What is beside a day of another year. */
const OTHER_YEAR = /\b(?:(?:last|next|previous)\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+|(?:this|following|coming)\s+year)\b/iu;
const YEAR = /\b20\d\d\b/g;
/** So far before a day it may stand, in characters. */
const BESIDE = 300;

/** The one day of a paper that is in no year with the others; spans are in the draft. */
export function wrongAmongOthers(draft: Draft): readonly Clash[] {
  const found = days.in(draft, undefined);
  const all = found.flatMap(({ found: own, placed: { start } }) => own.map((day) => ({ day, start })));
  if (all.length < 3 || all.length > MOST) return [];
  const fits = YEARS.map((year) => all.filter(({ day }) => isOf(day, year)));
  const most = fits.reduce((best, own) => (own.length > best.length ? own : best));
  const others = all.filter((one) => !most.includes(one));
  const [odd] = others;
  if (!odd || others.length > 1 || most.length < 2) return [];
  const months = most.map(({ day: { month } }) => month);
  const { day, start } = odd;
  if (day.month < least(months) - MONTHS_OFF || day.month > greatest(months) + MONTHS_OFF) return [];
  // Of two that go together and one that goes with neither, it is plain which is wrong.
  if (fits.some((own) => own.includes(odd) && own.length > 1)) return [];
  if (isOfNext(all, odd, fits, most, draft.text)) return [];
  const year = YEARS[fits.indexOf(most)]!;
  const off = (other: Day): number => Math.abs(31 * (other.month - day.month) + other.day - day.day);
  const beside = most.map((one) => one.day).reduce((a, b) => (off(b) < off(a) ? b : a));
  const is = exists(year, day.month, day.day)
    ? `${day.day} ${capital(MONTHS[day.month]!)} is a ${DAYS[dayOf(day, year)]}`
    : `there is no ${day.day} ${capital(MONTHS[day.month]!)}`;
  return [
    {
      span: { start: start + day.span.start, end: start + day.span.end },
      message: `“${day.words}” does not go with the other days of this paper: where “${beside.words}” is right, ${is}. Put right the day or the date.`,
    },
  ];
}

interface Placed {
  readonly day: Day;
  readonly start: number;
}

/** Whether a day is right a year before or after the others, and the months or the words beside it turn to that year. */
function isOfNext(
  all: readonly Placed[],
  odd: Placed,
  fits: readonly (readonly Placed[])[],
  most: readonly Placed[],
  text: string,
): boolean {
  const isRight = YEARS.some(
    (year, at) =>
      fits[at]!.length === most.length &&
      most.every((one) => fits[at]!.includes(one)) &&
      [year - 1, year + 1].some((other) => isOf(odd.day, other)),
  );
  if (!isRight) return false;
  const place = all.indexOf(odd);
  const [before, behind] = [all[place - 1], all[place + 1]];
  const { month, span } = odd.day;
  const at = odd.start + span.start;
  const beside = text.slice(Math.max(0, at - BESIDE), at + span.end - span.start + 40);
  return (
    (before?.start === odd.start && before.day.month > month) ||
    (behind?.start === odd.start && behind.day.month < month) ||
    OTHER_YEAR.test(beside) ||
    new Set(beside.match(YEAR)).size > 1
  );
}

function isOf(day: Day, year: number): boolean {
  return exists(year, day.month, day.day) && dayOf(day, year) === day.weekday;
}

function dayOf({ month, day }: Day, year: number): number {
  return new Date(Date.UTC(year, month, day)).getUTCDay();
}
