import { readValues } from './front-matter-values';
import { afterLineEnd, lineEnd } from './lines';
import type { FrontMatter, FrontMatterProblem, Span } from './types';

/** Front matter is a few lines; what is longer is read no further than its fences. */
const LONGEST = 20_000;
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
  if (!text.startsWith('---', start)) return false;
  for (let at = start + 3; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

/** Reads the front matter that `extent` found in `text`. Never throws: whatever is wrong is a problem at its place. */
export function readFrontMatter(text: string, extent: FrontMatterExtent): FrontMatter {
  const problems: FrontMatterProblem[] = [];
  const nothing = { span: extent.span, data: {}, raw: {}, places: new Map(), problems };
  if (extent.unclosed !== undefined) {
    const { start, end, content } = extent.unclosed;
    const eol = text.slice(end, afterLineEnd(text, end));
    problems.push({
      span: { start, end },
      message:
        'The front matter that begins here has no end: add a line of three hyphens (---) after its last line.',
      fix: {
        title: 'End it after its last key',
        change: { span: { start: content.end, end: content.end }, text: `${eol}---` },
      },
    });
    if (content.end - content.start > LONGEST) return nothing;
    // A draft whose front matter is still being written is what that says.
    const { problems: mistakes, ...values } = readValues(
      text.slice(content.start, content.end),
      content.start,
    );
    return { span: undefined, ...values, problems: [...problems, ...mistakes] };
  }
  if (extent.content === undefined) return nothing;
  const { start, end } = extent.content;
  if (end - start > LONGEST) {
    const most = LONGEST.toLocaleString('en-GB');
    problems.push({
      span: extent.span!,
      message: `The front matter is longer than ${most} characters and was not read.`,
    });
    return nothing;
  }
  return { span: extent.span, ...readValues(text.slice(start, end), start) };
}
