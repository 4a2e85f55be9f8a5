/** Reads the steps of timetables: rows, items and lines that say when something happens. */
import type { Span } from '../../../draft';
import { getOrInsert } from '../../../util/memoize';
import { type Sentence, spanIn } from '../../lib/blocks/prose';
import { DATE, DAY, exists, monthOf } from '../../lib/dates/calendar';
import { contentOf } from '../told-twice/mentions';

export interface When {
  /** As it is written, without a day of the week. */
  readonly words: string;
  readonly day: number;
  /** From 0. */
  readonly month: number;
  readonly year?: number;
  /** Whether a day of the week stands before it. */
  readonly hasDay: boolean;
  /** In the block. */
  readonly span: Span;
}

/** A row or an item that says when something happens. */
export interface Step {
  readonly label: string;
  /** Whether its row or item says that it has been done. */
  readonly isDone: boolean;
  readonly words: ReadonlySet<string>;
  readonly when: When;
}

const ANY = new RegExp(`(?<![\\d.,/-])(?:${DAY}\\.?,?\\s+)?(?:the\\s)?${DATE}`, 'gi');
const PAST = /(?:[a-z]{3}ed|\b(?:met|held|sent|went|began|done|made|took\splace))\b/i;
/** What a column on progress says of what has been done. */
const DONE = /^\W*(?:done|completed?|achieved|finished|held)\b|[✓✔☑✅]/iu;
/** The longest text of a step, in characters. */
const LONGEST = 160;

/** The steps of a table, or of the lines and items of a text. */
export function stepsIn(sentences: readonly Sentence[], isTable: boolean): readonly Step[] {
  return isTable ? rowsOf(sentences).flatMap(stepOf) : sentences.flatMap(stepIn);
}

export function datesIn(sentence: Sentence): readonly (When & { readonly at: Span })[] {
  const { text } = sentence;
  return [...text.matchAll(ANY)].flatMap((match) => {
    const [all, weekday, day, name, year] = match;
    const month = monthOf(name!);
    if (!exists(Number(year ?? 2024), month, Number(day))) return [];
    const words = all.slice(all.indexOf(day!));
    const end = match.index + all.length;
    return [
      {
        words,
        day: Number(day),
        month,
        ...(year !== undefined && { year: Number(year) }),
        hasDay: weekday !== undefined,
        span: spanIn(sentence, { start: end - words.length, end }),
        at: { start: match.index, end },
      },
    ];
  });
}

/** The sentences of each row of a table. */
function rowsOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const rows = new Map<Sentence['passage'], Sentence[]>();
  for (const one of sentences) getOrInsert(rows, one.passage, () => []).push(one);
  return [...rows.values()];
}

/** “| New hours start | Head of Libraries | 6 April 2027 |” */
function stepOf(row: readonly Sentence[]): readonly Step[] {
  const dates = row.map((cell) => datesIn(cell));
  const [when, ...more] = dates.flat();
  const label = row.find((_, at) => dates[at]!.length === 0)?.text;
  const isDone = PAST.test(label ?? '') || row.some(({ text }) => DONE.test(text));
  return when && more.length === 0 && label !== undefined
    ? [{ label, isDone, words: wordsOf(label), when }]
    : [];
}

/** “31 March 2029 – contract expires”, “Contract expires: 31 March 2029” */
function stepIn(sentence: Sentence): readonly Step[] {
  const { text } = sentence;
  if (text.length > LONGEST) return [];
  const [when, ...more] = datesIn(sentence);
  if (!when || more.length > 0) return [];
  const [lead, behind] = [text.slice(0, when.at.start), text.slice(when.at.end)];
  const isFirst = /^\W*$/.test(lead) && /^\s?[:–—-]\s/.test(behind);
  if (!isFirst && !(/[:–—-]\s?$/.test(lead) && /^\W*$/.test(behind))) return [];
  const label = (isFirst ? behind : lead).replace(/^\W+|\W{1,9}$/g, '');
  return [{ label, isDone: PAST.test(label), words: wordsOf(label), when }];
}

export const wordsOf = (text: string): ReadonlySet<string> => new Set(contentOf(text).map(stemOf));

/** One form for “begins” and “start”, “expires” and “ends”. */
export function stemOf(word: string): string {
  if (/^(?:begin|start|launch)/.test(word)) return 'start';
  return /^(?:end|ends|expir\w*)$/.test(word) ? 'end' : word.replace(/e?s$|e$/, '');
}

/** The time of a day that has its year. */
export const timeOf = ({ year, month, day }: When): number => Date.UTC(year!, month, day);
