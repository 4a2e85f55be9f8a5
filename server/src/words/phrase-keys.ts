/** What a phrase is looked for by: a key for each of its words. See `matcher.ts` for what is a word of a phrase. */
import { addTo } from '../lists';
import { stemOf, wordsOf } from './words';

/** Between two words, where others may stand. */
export const GAP = '…';
/** Where a phrase that is taken exactly has a bracket or another break of its own. */
export const BREAK = '|';

/** Phrases as `Listed` has them: by the key that they begin with, what comes after it and a word on each. */
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
 * A phrase as the matcher looks for it: a key for each word, and for each gap its mark, with spaces between; and one for each
 * break inside a phrase that is taken exactly, as names have brackets: “Race Relations (Amendment) Act”.
 */
export function pathOf(phrase: string, exact = false): string {
  return phrase
    .split(GAP)
    .map((piece) => keysOf(piece, exact).join(' '))
    .join(` ${GAP} `)
    .trim();
}

/**
 * The first key of a phrase that begins with a word in small letters, or in any that is taken as it is written. Names and
 * cues come by the thousand, and each start waits for them.
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
