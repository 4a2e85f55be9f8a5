/** Months of the dates in drafts. */
import { type Month, monthNumber } from '../../../text/dates';
import type { DraftContext } from '../../types';
import { dateOf } from './paper-date';

export function yearOf(month: Month): number {
  return Math.floor(month / 100);
}

/** The month of a date such as “2019-01”, “4 May 2026”, “04/05/2026” or “2026”; undefined without a year. */
export function monthOf(text: string): Month | undefined {
  const year = /\b(?:19|20)\d\d\b/.exec(text)?.[0];
  if (year === undefined) return undefined;
  const numeric = /\b\d{4}-(\d\d?)\b/.exec(text)?.[1] ?? /\b\d\d?[/.](\d\d?)[/.]\d{4}\b/.exec(text)?.[1];
  const name = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(text)?.[1];
  const month = Number(numeric ?? (name === undefined ? 0 : monthNumber(name)));
  return Number(year) * 100 + (month > 12 ? 0 : month);
}

/** The month of a draft's date, or else that in which it is judged; undefined where neither is known. */
export function writtenIn({ draft, now }: DraftContext): Month | undefined {
  return monthOf(dateOf(draft) ?? '') ?? now;
}
