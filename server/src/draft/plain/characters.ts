/** Characters that have no meaning in Markdown (see `plain/index.ts`). */
import { BAR } from '../codes';

/** ASCII characters without a meaning inside a line, except for `:` and `.` in some places (see below). */
const INSIDE = tableOf(
  ` "#$%'()+,-./0123456789:;=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^abcdefghijklmnopqrstuvwxyz{}|!`,
);
/** Those that begin no block at the start of a line. Digits may begin a list. */
const FIRST = tableOf(`"$%'(,./0123456789;?ABCDEFGHIJKLMNOPQRSTUVWXYZ^abcdefghijklmnopqrstuvwxyz{}`);

const MARKS = '+-~=>';

/** Whether the character at `at`, which is no line end, has no meaning there. */
export function isPlainAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // A byte order mark, and stand-ins for hidden characters: see `parser/limits.ts`.
  if (code >= 128) return code !== 0xfeff && code !== 0xffff && (code < 0xfdd0 || code > 0xfdef);
  if (INSIDE[code] !== 1) return false;
  // CriticMarkup.
  if (code === 123)
    return text.charCodeAt(at + 1) !== text.charCodeAt(at + 2) || !MARKS.includes(text[at + 1]!);
  if (code === 58) return text.charCodeAt(at + 1) !== 47 || text.charCodeAt(at + 2) !== 47;
  if (code === 46) return !isW(text, at - 1) || !isW(text, at - 2) || !isW(text, at - 3);
  return true;
}

/** Whether a line may be the delimiter row of a table. */
function mayRule(text: string, start: number): boolean {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || Number.isNaN(code)) return true;
    if (code !== BAR && code !== 45 && code !== 58 && code !== 32 && code !== 9) return false;
  }
}

/** Whether the beginning of a line cannot begin a list, quotation, table, HTML or anything else. */
export function beginsPlainly(text: string, at: number): boolean {
  let code = text.charCodeAt(at);
  if (code >= 128) return code !== 0xfeff;
  if (code === BAR) return !mayRule(text, at);
  if (FIRST[code] !== 1) return false;
  let digits = at;
  while (code >= 48 && code <= 57) code = text.charCodeAt(++digits);
  // "1. " and "1) " begin lists.
  return digits === at || (code !== 46 && code !== 41) || text.charCodeAt(digits + 1) > 32;
}

/** The same, or inline markup of a paragraph. */
export function beginsParagraph(text: string, at: number): boolean {
  switch (text[at]) {
    case '&':
    case '[':
      return true;
    case '!':
      return text[at + 1] === '[';
    case '*':
    case '_': {
      // A single asterisk begins a list, and three are a thematic break.
      const next = text.charCodeAt(at + 1);
      return (
        next > 32 && text[at + 2] !== text[at] && (text[at + 1] !== text[at] || text.charCodeAt(at + 2) > 32)
      );
    }
    default:
      return beginsPlainly(text, at);
  }
}

/**
 * The end of the line at `from`, where nothing up to there has a meaning in Markdown; otherwise `~` (bitwise not) of
 * the offset of what has.
 */
export function plainLineEnd(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || Number.isNaN(code)) {
      // A lone CR is seldom meant as a line end; spaces before a line end may be a hard break.
      if (code === 13 && text.charCodeAt(at + 1) !== 10) return ~at;
      return text.charCodeAt(at - 1) === 32 ? ~at : at;
    }
    if (!isPlainAt(text, at)) return ~at;
  }
}

function isW(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 87 || code === 119;
}

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** Whether a code is that of an ASCII letter or digit. */
export function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
