/** Finds quoted speech in prose. */
import type { Span } from '../draft/types';

/** A quotation in prose. */
export interface Quote extends Span {
  /** Whether its closing mark is in the same text: speech over several paragraphs is closed in the last one only. */
  readonly closed: boolean;
}

/** Longest stretch between two straight marks that is taken for a quotation, in characters. */
const LONGEST = 3000;

/**
 * What stands between quotation marks, marks included, in order and without nesting. Apostrophes and marks
 * for inches or seconds are none; a single-quoted stretch counts when it is longer than a word or two.
 */
export function quotesIn(text: string): readonly Quote[] {
  const quotes: Quote[] = [];
  const loose = { '“': count(text, '“') > count(text, '”'), '"': count(text, '"') % 2 === 1 };
  let curly = 0;
  /** The next `”`, looked for once: many marks that are never closed would each have the text read to find none. */
  const curlyBehind = (at: number): number => {
    if (curly !== -1 && curly <= at) curly = text.indexOf('”', at + 1);
    return curly <= at + LONGEST ? curly : -1;
  };
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    const closing =
      mark === '“' ? '”' : mark === '"' ? '"' : mark === '‘' ? '’' : mark === "'" ? "'" : undefined;
    if (!closing || !opens(text, at, mark)) continue;
    const end = mark === '“' ? curlyBehind(at) : closingOf(text, at, mark, closing);
    // Where a mark is never closed, it is the one that another opens behind.
    if ((mark === '“' || mark === '"') && loose[mark] && reopens(text, at, mark, end)) continue;
    const single = mark === '‘' || mark === "'";
    if (end === -1) {
      // Only double marks open speech that goes on in the next paragraph.
      if (single || (at > 0 && !/[\s(—–:,-]/.test(text[at - 1]!))) continue;
      quotes.push({ start: at, end: text.length, closed: false });
      break;
    }
    quotes.push({ start: at, end: end + 1, closed: true });
    at = end;
  }
  return quotes;
}

/** A text in which each quotation is `by`. */
export function withoutQuotes(text: string, quotes: readonly Quote[], by: (quote: Quote) => string): string {
  let rest = '';
  let at = 0;
  for (const quote of quotes) {
    rest += text.slice(at, quote.start) + by(quote);
    at = quote.end;
  }
  return rest + text.slice(at);
}

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) found++;
  return found;
}

/** Whether a quotation that begins at `at` opens again before its end, or before that of the text (-1). */
function reopens(text: string, at: number, mark: string, end: number): boolean {
  const next = text.indexOf(mark, at + 1);
  if (next === -1 || (mark === '“' && end !== -1 && next > end)) return false;
  if (mark === '“') return true;
  return next !== end && /\s/.test(text[next - 1] ?? '') && !/\s/.test(text[next + 1] ?? ' ');
}

function opens(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (mark === '“') return true;
  if (mark === '"') return !/[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]/u.test(before) && !/\s/.test(after);
  return (
    !/[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]/u.test(before) &&
    /[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d£“"([]/u.test(after) &&
    !/\d0s\b/.test(text.slice(at + 1, at + 4))
  );
}

function closingOf(text: string, at: number, mark: string, closing: string): number {
  // Only so far, or many marks that are never closed take long.
  const within = text.slice(at + 1, at + 1 + LONGEST);
  for (let index = within.indexOf(closing); index !== -1; index = within.indexOf(closing, index + 1)) {
    const end = at + 1 + index;
    if (mark === '"') {
      if (/\s/.test(text[end - 1] ?? '') && !/\s/.test(text[end + 1] ?? ' ')) continue;
      return end;
    }
    // An apostrophe stands inside a word or after an s.
    if (/[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]/u.test(text[end + 1] ?? ' ')) continue;
    if (text[end - 1] === 's' && within.includes(closing, index + 1)) continue;
    return end;
  }
  return -1;
}
