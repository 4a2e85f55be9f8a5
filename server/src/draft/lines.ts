/** Line ends as Markdown, LSP and VS Code count them: `\n`, `\r\n` and a lone `\r`; no other character ends a line. */
import { BREAK, RETURN } from './codes';

const ENDS = /\r\n?|\n/g;
const END = /[\r\n]/g;

/** Number of line ends in `text` from `start` to `end`; `\r\n` counts once, as long as `end` does not split it. */
export function countLineEnds(text: string, start: number, end: number): number {
  const part = text.slice(start, end);
  let count = 0;
  ENDS.lastIndex = 0;
  while (ENDS.test(part)) count++;
  return count;
}

/** Offset of the first character of the line that `offset` stands in. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0) {
    const code = text.charCodeAt(at - 1);
    if (code === BREAK || (code === RETURN && text.charCodeAt(at) !== BREAK)) break;
    at--;
  }
  return at;
}

/** Offset of the end of the line that `offset` stands in, before its line end. */
export function lineEnd(text: string, offset: number): number {
  // Not with `indexOf`, which would look on to the end of the text for what is not there.
  END.lastIndex = offset;
  return END.test(text) ? END.lastIndex - 1 : Math.max(offset, text.length);
}

/** Offset after the line end that stands at `offset`; `offset` itself where there is none. */
export function afterLineEnd(text: string, offset: number): number {
  if (text.charCodeAt(offset) === RETURN)
    return text.charCodeAt(offset + 1) === BREAK ? offset + 2 : offset + 1;
  return text.charCodeAt(offset) === BREAK ? offset + 1 : offset;
}

/** The lines from `start`, the start of one, up to one that begins at `end` or after it: where each ends, and what follows. */
export function* linesFrom(
  text: string,
  start: number,
  end = text.length,
): Generator<{ readonly start: number; readonly end: number; readonly next: number }> {
  for (let line = start; line < end; ) {
    const stop = lineEnd(text, line);
    const next = afterLineEnd(text, stop);
    yield { start: line, end: stop, next };
    if (next === stop) return;
    line = next;
  }
}

/** Whether nothing but spaces and tabs stands in a stretch. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

/** After the blank lines at `start`, the start of a line. */
export function afterBlankLines(text: string, start: number): number {
  let line = start;
  for (;;) {
    const end = lineEnd(text, line);
    if (!isBlank(text, line, end)) return line;
    const next = afterLineEnd(text, end);
    if (next === end) return line;
    line = next;
  }
}

/** Whether after the line that ends at `end` there is a blank one, or nothing. */
export function isBlankAfter(text: string, end: number): boolean {
  const next = afterLineEnd(text, end);
  if (next >= text.length) return true;
  for (let at = next; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || Number.isNaN(code)) return true;
    if (code !== 32 && code !== 9) return false;
  }
}
