/** Facts and their sources as text to put into a draft. */

import { isWords } from './library-source';
import type { Fact, Publication } from './types';

/**
 * A publication as a reader names it: publisher, title and date, which is not said twice where the title ends with it.
 *
 * @param shown The title as it is to stand there.
 */
export function citationOf({ publisher, title, date }: Publication, shown = title): string {
  return [publisher, shown, ...(title.endsWith(` ${date}`) ? [] : [date])].join(', ');
}

/**
 * A fact as Markdown to insert: its sentence with a footnote, and the footnote's text.
 * @param label Of the footnote; free in the draft.
 */
export function factText(
  { statement, source }: Fact,
  label: string,
): { readonly sentence: string; readonly note: string } {
  const { title, url } = source;
  const address = url === undefined ? '.' : isWords(url) ? ` ${asWords(url)}.` : ` <${encoded(url.trim())}>.`;
  return {
    sentence: `${statement}[^${label}]`,
    note: `[^${label}]: ${citationOf(source, `*${title}*`)}${url ? ',' : ''}${address}`,
  };
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
