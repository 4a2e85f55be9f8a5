/** Reads the steps of timetables: rows, items and lines that say when something happens. */
import type { Span } from '../../../draft';
import { groupBy } from '../../../util/lists';
import { type Sentence, spanIn } from '../../lib/blocks/prose';
import { contentOf } from '../told-twice/mentions';
import { A_DAY, type Day, daysIn, NO_NUMBER } from './days';

export interface When extends Day {
  /** As it is written, without a day of the week. */
  readonly words: string;
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

const ANY = new RegExp(`${NO_NUMBER}${A_DAY}`, 'gi');
const PAST = /(?:[a-z]{3}ed|\b(?:met|held|sent|went|began|done|made|took\splace))\b/i;
/** What a column on progress says of what has been done. */
const DONE = /^\W*(?:done|completed?|achieved|finished|held)\b|[✓✔☑✅]/iu;
/** The longest text of a step, in characters. */
const LONGEST = 160;

/** The steps of a table, or of the lines and items of a text. */
export function stepsIn(sentences: readonly Sentence[], isTable: boolean): readonly Step[] {
  if (!isTable) return sentences.flatMap(stepIn);
  return [...groupBy(sentences, ({ passage }) => passage).values()].flatMap(stepOf);
}

export function datesIn(sentence: Sentence): readonly (When & { readonly at: Span })[] {
  return daysIn(sentence.text, ANY).map(({ match: [all, weekday, number], at, ...day }) => {
    const words = all.slice(all.indexOf(number!));
    const span = spanIn(sentence, { start: at.end - words.length, end: at.end });
    return { words, hasDay: weekday !== undefined, span, at, ...day };
  });
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
