/** What `inlines.ts` asks of the characters of a text. */
import { BACKSLASH, BREAK, CLOSING_PARENTHESIS, RETURN, SPACE } from './codes';
import { isAlphanumeric, isPlainAt } from './plain-characters';

/** Longer addresses are left to the parser. */
const LONGEST_ADDRESS = 1000;

/** Whether the character at `at` means nothing in a line, and does not end it. */
export function isPlainInLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code !== BREAK && code !== RETURN && isPlainAt(text, at);
}

/** What stands beside emphasis, as CommonMark and so the parser tells it; nothing is like space. */
export function kindBeside(character: string | undefined): 'space' | 'punctuation' | 'other' {
  if (character === undefined || /\s/.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'other';
}

/** Where the address that begins at `start` ends, before its parenthesis; undefined for one with anything special. */
export function addressEnd(text: string, start: number, end: number): number | undefined {
  const last = Math.min(end, start + LONGEST_ADDRESS);
  for (let at = start; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code === CLOSING_PARENTHESIS) return at > start ? at : undefined;
    // Quotation marks, brackets, references, and what is not ASCII, is not seen or stands for something.
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
 * The pieces of a text between borders, two by two, as one: and of each where it ends in that, and where it begins and
 * ends behind the first border.
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
