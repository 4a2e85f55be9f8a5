/** Counts that each have their share of one whole, and the one that has not: "98 (66%), 71 (48%), 22 (25%)". */
import type { Span } from '../../draft';
import { greatest, least } from '../../lists';
import { grouped } from './written';

export interface Pair {
  readonly count: number;
  readonly share: number;
  /** The last place of the share. */
  readonly step: number;
  readonly words: string;
  readonly span: Span;
}

const PAIR =
  /^(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\s+[\p{L}-]+){0,3}\s+\((\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent)\)/u;

/** The count and share with which a text begins. */
export function pairAt(
  text: string,
): { readonly pair: Omit<Pair, 'span'>; readonly length: number } | undefined {
  const found = PAIR.exec(text);
  if (!found) return undefined;
  const part = /\.(\d+)/.exec(found[2]!)?.[1] ?? '';
  return {
    pair: {
      count: Number(found[1]!.replace(/,/g, '')),
      share: Number(found[2]),
      step: 10 ** -part.length,
      words: found[0],
    },
    length: found[0].length,
  };
}

/** The whole that all but one of the pairs are shares of, and that one. */
export function oddOneOut(
  pairs: readonly Pair[],
): { readonly pair: Pair; readonly message: string } | undefined {
  if (pairs.length < 4) return undefined;
  for (const odd of pairs) {
    const others = pairs.filter((pair) => pair !== odd && pair.count > 0 && pair.share > 0);
    if (others.length < 3) continue;
    const low = greatest(others.map(({ count, share, step }) => (100 * count) / (share + step)));
    const high = least(others.map(({ count, share, step }) => (100 * count) / Math.max(share - step, 0.01)));
    if (low > high) continue;
    // The others have to say it closely, and this one has to be well away.
    if (high > low * 1.15) continue;
    const [fewest, most] = [(100 * odd.count) / high, (100 * odd.count) / low];
    if (odd.share > fewest - 2 * odd.step && odd.share < most + 2 * odd.step) continue;
    const whole = Math.round((low + high) / 2);
    return {
      pair: odd,
      message: `“${odd.words}” does not go with the others, which are shares of about ${grouped(whole, 0)}: of that, ${grouped(odd.count, 0)} is ${grouped((100 * odd.count) / whole, 0)}%. Put right whichever is wrong.`,
    };
  }
  return undefined;
}
