/** Facts and their sources as text to put into a draft. */

import { isWords } from './library-source';
import type { Fact, Publication } from './types';

/**
 * A publication as a reader names it: publisher, title and date, which is not named twice where the title ends with it.
 *
 * @param shown The title as it is to stand there.
 */
export function citationOf({ publisher, title, date }: Publication, shown = title): string {
  return [publisher, shown, ...(title.endsWith(` ${date}`) ? [] : [date])].join(', ');
}

/** A fact as a sentence that says of when it is: where its statement names no year of its period, in brackets at the end. */
export function sentenceOf({ statement, period }: Pick<Fact, 'statement' | 'period'>): string {
  if (period === undefined || namesTime(statement, period)) return statement;
  const sentence = statement.trimEnd();
  const end = sentence.length - (/[.!?]$/.test(sentence) ? 1 : 0);
  return `${sentence.slice(0, end)} (${period.trim()})${sentence.slice(end)}`;
}

function namesTime(statement: string, period: string): boolean {
  // 2024/25 is named by 2025, too.
  const years = [...period.matchAll(/(\d\d)(\d\d)(?:[/–-](\d\d)(?!\d))?/g)].flatMap(
    ([, century, year, next]) => [`${century}${year}`, ...(next === undefined ? [] : [`${century}${next}`])],
  );
  return (years.length > 0 ? years : [period.trim()]).some((time) => statement.includes(time));
}

/** The source of a fact as Markdown. It ends with one full stop, whatever its parts end with. */
export function sourceText({ source }: Fact): string {
  const { url } = source;
  const title = source.title.trim().replace(ONE_STOP, '');
  const cited = citationOf({ ...source, title }, `*${title}*`);
  const address = url && (isWords(url) ? `, ${asWords(url)}` : `, <${encoded(url.trim())}>`);
  return ended(`${cited}${address ?? ''}`);
}

/**
 * A fact as Markdown to insert: its sentence with a footnote, and the footnote's text.
 *
 * @param label Of the footnote; free in the draft.
 */
export function factText(fact: Fact, label: string): { readonly sentence: string; readonly note: string } {
  return { sentence: `${sentenceOf(fact)}[^${label}]`, note: `[^${label}]: ${sourceText(fact)}` };
}

/** A full stop at the end that is no part of an ellipsis. */
const ONE_STOP = /(?<!\.)\.$/;

/** A text that ends with a full stop, or with what stands for one: “Ashby Ltd.”, “2025 …”. */
function ended(text: string): string {
  const end = text.trimEnd();
  return /[.!?…]$/.test(end) ? end : `${end}.`;
}

/** Words as Markdown that shows them and links to nothing. */
function asWords(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>]/g, '\\$&');
}

/** An address that nothing in it ends before its bracket does. */
function encoded(url: string): string {
  return url.replace(/[<>]/g, (bracket) => (bracket === '<' ? '%3C' : '%3E'));
}
