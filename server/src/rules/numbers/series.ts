/** Counts with their share of a whole: "98 (66%)". */
import type { Span } from '../../draft';

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
