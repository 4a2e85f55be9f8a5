/** Questions about characters for `inlines.ts`. */
import { BACKSLASH, BREAK, CLOSING_PARENTHESIS, RETURN, SPACE } from '../codes';
import { isAlphanumeric, isPlainAt } from './characters';

/** Longer addresses are left to the parser. */
const LONGEST_ADDRESS = 1000;

/** Whether the character at `at` has no meaning inside a line, and is no line end. */
export function isPlainInLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code !== BREAK && code !== RETURN && isPlainAt(text, at);
}

/** The class of a character next to an emphasis delimiter, as in CommonMark. The edge of the text counts as space. */
export function kindBeside(character: string | undefined): 'space' | 'punctuation' | 'other' {
  if (character === undefined || /\s/.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'other';
}

/**
 * The end of the address that begins at `start`, before its closing parenthesis; undefined where it has any special
 * character.
 */
export function addressEnd(text: string, start: number, end: number): number | undefined {
  const last = Math.min(end, start + LONGEST_ADDRESS);
  for (let at = start; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code === CLOSING_PARENTHESIS) return at > start ? at : undefined;
    // Quotation marks, brackets, character references, and characters that are not ASCII or invisible.
    if (code <= SPACE || code >= 127 || code === BACKSLASH || `"'(<>&`.includes(text[at]!)) return undefined;
  }
  return undefined;
}

/** Whether an ampersand may begin a character reference. */
export function isEntity(text: string, at: number): boolean {
  let next = at + 1;
  while (isAlphanumeric(text.charCodeAt(next)) || text.charCodeAt(next) === 35) next++;
  return text.charCodeAt(next) === 59;
}

/**
 * Joins the pieces of a text between borders (pairs of start and end): the text, and for each piece where it ends in it
 * and where its source begins and ends, counted from the first border.
 */
export function joined(
  text: string,
  borders: readonly number[],
): { readonly value: string; readonly pieces: number[] } {
  let value = '';
  const pieces: number[] = [];
  for (let i = 0; i < borders.length; i += 2) {
    const begin = borders[i]!;
    const stop = borders[i + 1]!;
    if (stop === begin) continue;
    value += text.slice(begin, stop);
    pieces.push(value.length, begin - borders[0]!, stop - borders[0]!);
  }
  return { value, pieces };
}
