/** The keys by which phrases are looked up, one for each word. `matcher.ts` says what a word of a phrase matches. */
import { addTo } from '../util/lists';
import { stemOf, wordsOf } from './tokenize';

/** Stands for a gap between two words. */
export const GAP = '…';
/** Stands for a break inside a phrase that is matched exactly. */
export const BREAK = '|';

/** Groups phrases by their first key, as `Listed` wants them. */
export function byFirstKey(
  phrases: Iterable<readonly [phrase: string, word: string]>,
  exact = false,
): Record<string, string> {
  const lines = new Map<string, string[]>();
  for (const [phrase, word] of phrases) {
    const path = pathOf(phrase, exact);
    const [first = ''] = path.split(' ', 1);
    addTo(lines, first, `${path.slice(first.length + 1)}\t${word}`);
  }
  return Object.fromEntries([...lines].map(([first, of]) => [first, of.join('\n')]));
}

/**
 * The path of a phrase in the matcher's tree: a key for each word, and a mark for each gap, separated by spaces. In a
 * phrase that is matched exactly, also a mark for each break, such as a bracket: “Race Relations (Amendment) Act”.
 */
export function pathOf(phrase: string, exact = false): string {
  return phrase
    .split(GAP)
    .map((piece) => keysOf(piece, exact).join(' '))
    .join(` ${GAP} `)
    .trim();
}

/**
 * The first key of a phrase that begins with a lower-case word or is matched exactly; undefined for others. Faster than
 * `pathOf`, as thousands of phrases are added at each start.
 */
export function plainKeyOf(phrase: string, exact: boolean): string | undefined {
  let end = 0;
  while (isLetter(phrase.charCodeAt(end), exact)) end++;
  if (end === 0 || (end < phrase.length && phrase[end] !== ' ')) return undefined;
  const word = phrase.slice(0, end);
  return exact ? `"${word}` : stemOf(word);
}

function isLetter(code: number, isCapitalToo: boolean): boolean {
  return (code >= 97 && code <= 122) || (isCapitalToo && code >= 65 && code <= 90);
}

function keysOf(piece: string, exact: boolean): string[] {
  const { form, lower, start, breakAfter } = wordsOf(piece);
  if (exact)
    return form.flatMap((word, i) =>
      breakAfter[i] && i + 1 < form.length ? [`"${word}`, BREAK] : [`"${word}`],
    );
  return form.map((word, i) => {
    if (piece[start[i]! - 1] === '=') return `=${lower[i]!}`;
    if (/^[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z]/.test(word)) return `"${word}`;
    return beginsWithCapital(word) && word.length > 1 ? `^${stemOf(lower[i]!)}` : stemOf(lower[i]!);
  });
}

export function beginsWithCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 65 && code <= 90;
}
