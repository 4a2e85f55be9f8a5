/**
 * Lists of themes: “supports education, tackles isolation, helps people to get online and boosts the economy”. A word
 * or two on each is no argument.
 */

import type { Words } from '../words/tokenize';
import type { Cue } from './lexicon';

/** The fewest themes that make a list. */
export const FEWEST_THEMES = 3;
/** With more words than this for each theme, the text says something of them. */
const MOST_WORDS = 6;

/**
 * Whether a text is such a list: parts between commas, “and” and “to” that each name another area in few words, without
 * a figure or a quotation.
 *
 * @param areas bit mask of the areas that a cue strongly speaks of
 */
export function listsThemes(
  text: string,
  words: Words,
  cues: readonly Cue[],
  areas: (cue: Cue) => number,
): boolean {
  const count = words.stem.length;
  const found = new Map<number, number>();
  for (const cue of cues) {
    const bits = areas(cue);
    if (bits !== 0) found.set(cue.first, (found.get(cue.first) ?? 0) | bits);
  }
  if (found.size < FEWEST_THEMES) return false;
  let part = 0;
  let seen = 0;
  let themes = 0;
  let last = -1;
  for (let i = 0; i < count; i++) {
    if (i > 0 && isParted(text, words, i)) part++;
    const fresh = (found.get(i) ?? 0) & ~seen;
    // Each part counts once. A phrase that is on two areas is no list.
    if (fresh === 0 || part === last) continue;
    seen |= fresh & -fresh;
    last = part;
    themes++;
  }
  return themes >= FEWEST_THEMES && count <= themes * MOST_WORDS;
}

function isParted(text: string, { lower, start, end }: Words, i: number): boolean {
  return lower[i] === 'and' || lower[i] === 'to' || text.slice(end[i - 1]!, start[i]!).includes(',');
}
