import { afterLineEnd, isBlank, lineEnd } from '../lines';
import type { Span } from '../types';

const LONGEST_KEY = 200;

/** Where a draft's front matter stands, and where its Markdown begins. */
export interface FrontMatterExtent {
  /** From the opening fence to the end of the closing one. */
  readonly span: Span | undefined;
  /** What stands between the fences. */
  readonly content: Span | undefined;
  /** The line after the closing fence; without front matter, the start of the draft (after a byte order mark). */
  readonly body: number;
  /** An opening fence that has keys after it and no closing fence, and what by the look of it would stand between them. */
  readonly unclosed: (Span & { readonly content: Span }) | undefined;
  /** A change from here on, in UTF-16 code units, leaves all of this as it is; more than any text has for none. */
  readonly known: number;
}

/**
 * Finds the front matter: the first line is `---`, and so is a later one, and there are keys between them (or
 * nothing).
 *
 * A draft may also begin with a thematic break, or with front matter whose end is still to be written; then
 * nothing of the draft may be swallowed up to the next `---` in it. So a line after a blank one that no mapping
 * has, such as a paragraph's, ends the search.
 */
export function findFrontMatter(text: string): FrontMatterExtent {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const openingEnd = lineEnd(text, start);
  // Each time one more than what was read: half a line end may become a whole one.
  const none = (known: number, unclosed?: FrontMatterExtent['unclosed']): FrontMatterExtent => ({
    span: undefined,
    content: undefined,
    body: start,
    unclosed,
    known,
  });
  if (!isFence(text, start, openingEnd)) return none(openingEnd + 1);
  const content = afterLineEnd(text, openingEnd);
  let keys = false;
  /** From the first key to the first line that can be none of its values, nor another key. */
  let run: Span | undefined;
  let inRun = true;
  let afterBlank = false;
  let known = Number.POSITIVE_INFINITY;
  for (let from = content; from < text.length; ) {
    const end = lineEnd(text, from);
    const next = afterLineEnd(text, end);
    if (isFence(text, from, end)) {
      if (!keys && from > content) return none(next + 1);
      return {
        span: { start, end },
        content: { start: content, end: from },
        body: next,
        unclosed: undefined,
        known: next + 1,
      };
    }
    const line = text.slice(from, Math.min(end, from + LONGEST_KEY));
    const isKey = /^["']?[A-Za-z][\w-]*["']?[ \t]*:(?:\s|$)/.test(line);
    if (afterBlank && !isKey && !/^(?:\s|#|$)/.test(line)) {
      known = next + 1;
      break;
    }
    keys ||= isKey;
    if (run && !isKey && !/^(?:[ \t]+\S|-\s)/.test(line)) inRun = false;
    if (inRun && (run || isKey)) run = { start: run?.start ?? from, end };
    afterBlank = /^\s*$/.test(line);
    if (next === end) break;
    from = next;
  }
  return none(known, run && { start, end: openingEnd, content: run });
}

function isFence(text: string, start: number, end: number): boolean {
  return text.startsWith('---', start) && isBlank(text, start + 3, end);
}
