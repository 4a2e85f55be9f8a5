import { textWidth } from '../text-width';

/** How numbered lists in numbered lists count, so that people can refer to "2(b)(i)"; deeper ones begin again. */
const FORMATS = ['decimal', 'lowerLetter', 'lowerRoman'] as const;

type CountFormat = (typeof FORMATS)[number];

/** Letters have no name for 0 or for what comes after "z". */
const LAST_LETTER = 26;

/** How a list counts that stands in so many numbered lists. */
export function formatAt(depth: number): CountFormat {
  return FORMATS[depth % FORMATS.length]!;
}

/** Whether a list can count by letters: years, say, stay numbers at every depth. */
export function hasLetters(start: number, last: number): boolean {
  return start >= 1 && last <= LAST_LETTER;
}

/** The character after a count: a bracket for letters, the author's own for numbers. */
export function delimiterFor(format: CountFormat, written: string): string {
  return format === 'decimal' ? written : ')';
}

/** The width of the widest label of a list, in twips. */
export function widestLabel(format: CountFormat, start: number, last: number, delimiter: string): number {
  const width = (count: number): number => textWidth(`${spelt(format, count)}${delimiter}`, 12);
  if (format === 'decimal') return width(last);
  let widest = 0;
  for (let count = start; count <= last; count++) widest = Math.max(widest, width(count));
  return widest;
}

/** A count as Word writes it; in a format that is not known here, as a number. */
export function spelt(format: string, count: number): string {
  // After "z" come "aa" and "bb".
  if (format === 'lowerLetter')
    return String.fromCharCode(97 + ((count - 1) % LAST_LETTER)).repeat(Math.ceil(count / LAST_LETTER));
  if (format === 'lowerRoman') return roman(count);
  if (format === 'upperLetter') return spelt('lowerLetter', count).toUpperCase();
  if (format === 'upperRoman') return roman(count).toUpperCase();
  return String(count);
}

/** The digits of a place, written with a for its one, b for its five and c for its ten. */
const DIGITS = ['', 'a', 'aa', 'aaa', 'ab', 'b', 'ba', 'baa', 'baaa', 'ac'];

/** The letters for one, five and ten of hundreds, tens and ones. */
const PLACES = ['cdm', 'xlc', 'ivx'];

function roman(count: number): string {
  const digits = String(count % 1000).padStart(3, '0');
  const written = PLACES.map((letters, at) =>
    DIGITS[Number(digits[at])]!.replace(/[abc]/g, (one) => letters['abc'.indexOf(one)]!),
  );
  return 'm'.repeat(count / 1000) + written.join('');
}

/** How the headings of a level are numbered: `%1.%2` in one of Word's formats for each level. */
export interface HeadingNumber {
  readonly text: string;
  readonly format: string;
}
