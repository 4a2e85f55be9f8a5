/** What means nothing to Markdown: see `plain.ts`. */
import { BAR } from './codes';

/** ASCII characters that mean nothing inside a line, with the exceptions of `:` and `.` below. */
const INSIDE = tableOf(
  ` "#$%'()+,-./0123456789:;=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^abcdefghijklmnopqrstuvwxyz{}|!`,
);
/** Those of them that begin no block when they begin a line; numbers may begin a list. */
const FIRST = tableOf(`"$%'(,./0123456789;?ABCDEFGHIJKLMNOPQRSTUVWXYZ^abcdefghijklmnopqrstuvwxyz{}`);

const MARKS = '+-~=>';

/** Whether the character at `at`, which is no line end, means nothing where it stands. */
export function isPlainAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // A byte order mark, and the characters that stand for hidden ones: see `guard.ts`.
  if (code >= 128) return code !== 0xfeff && code !== 0xffff && (code < 0xfdd0 || code > 0xfdef);
  if (INSIDE[code] !== 1) return false;
  // CriticMarkup.
  if (code === 123)
    return text.charCodeAt(at + 1) !== text.charCodeAt(at + 2) || !MARKS.includes(text[at + 1]!);
  if (code === 58) return text.charCodeAt(at + 1) !== 47 || text.charCodeAt(at + 2) !== 47;
  if (code === 46) return !isW(text, at - 1) || !isW(text, at - 2) || !isW(text, at - 3);
  return true;
}

/** Whether a line may be the one below the head of a table, as there is nothing else in it. */
function mayRule(text: string, start: number): boolean {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || Number.isNaN(code)) return true;
    if (code !== BAR && code !== 45 && code !== 58 && code !== 32 && code !== 9) return false;
  }
}

/** Whether a line begins with what begins no list, quotation, table, HTML or anything else. */
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

/** The same, or a mark that stands in a paragraph. */
export function beginsParagraph(text: string, at: number): boolean {
  switch (text[at]) {
    case '&':
    case '[':
      return true;
    case '!':
      return text[at + 1] === '[';
    case '`':
      return text[at + 1] !== '`';
    case '*':
    case '_': {
      // An asterisk alone begins a list, and three of them are a line across.
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
 * The end of the line that `from` stands in, where nothing up to there means anything to Markdown; where something does,
 * `~` its place.
 */
export function plainLineEnd(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || Number.isNaN(code)) {
      // A lone CR is a line end as well, but seldom one that was meant; spaces before a line end may be a break.
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
