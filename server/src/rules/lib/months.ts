/** Months of the dates in drafts. */
import { monthNumber } from '../../dates';
import type { Draft } from '../../draft/types';
import { dateOf } from '../numbers/paper-date';

export interface Month {
  readonly year: number;
  /** From 1; 0 where only the year is known. */
  readonly month: number;
}

/** The month of a date such as “2019-01”, “4 May 2026”, “04/05/2026” or “2026”; undefined without a year. */
export function monthOf(text: string): Month | undefined {
  const year = /\b(?:19|20)\d\d\b/.exec(text)?.[0];
  if (year === undefined) return undefined;
  const numeric = /\b\d{4}-(\d\d?)\b/.exec(text)?.[1] ?? /\b\d\d?[/.](\d\d?)[/.]\d{4}\b/.exec(text)?.[1];
  const name = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(text)?.[1];
  const month = Number(numeric ?? (name === undefined ? 0 : monthNumber(name)));
  return { year: Number(year), month: month > 12 ? 0 : month };
}

/** The month of a draft's date, or else the current month. */
export function writtenIn(draft: Draft): Month {
  const date = dateOf(draft);
  const now = new Date();
  return (
    (date === undefined ? undefined : monthOf(date)) ?? {
      year: now.getFullYear(),
      month: now.getMonth() + 1,
    }
  );
}

/** Whether a month is before another. A date without a month counts as the beginning of its year. */
export function isBefore(one: Month, other: Month): boolean {
  if (one.year !== other.year) return one.year < other.year;
  return one.month > 0 && other.month > 0 ? one.month < other.month : other.month > 0;
}
