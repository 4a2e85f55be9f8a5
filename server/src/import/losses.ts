import { shortened } from '../text/shorten';
import { getOrInsert } from '../util/memoize';

/** Something that Markdown cannot express, or not fully. */
export interface Loss {
  readonly message: string;
  /** How often it occurs. */
  readonly count: number;
  /** The headings of the first sections that have it; empty if it stands before the first heading. */
  readonly headings: readonly string[];
}

/** The message for one and for several: "A chart is left out", "# charts are left out". */
export interface Words {
  readonly one: string;
  /** With `#` for the number. */
  readonly many: string;
}

const MOST_HEADINGS = 3;
const LONGEST_HEADING = 60;

/** A loss as a sentence: "A chart is left out (below “Costs”)." */
export function lossText({ message, count, headings }: Loss): string {
  if (headings.length === 0) return `${message}.`;
  const names = headings.map((heading) => `“${shortened(heading, LONGEST_HEADING)}”`);
  const more = count > headings.length && headings.length > 1 ? ' and elsewhere' : '';
  return `${message} (below ${names.join(', ')}${more}).`;
}

/** Collects losses in the order in which they first occur. */
export class Losses {
  readonly #found = new Map<string, { words: Words; count: number; headings: Set<string> }>();
  /** The heading of the section that is being written. */
  heading = '';

  add(words: Words): void {
    const found = getOrInsert(this.#found, words.one, () => ({
      words,
      count: 0,
      headings: new Set<string>(),
    }));
    found.count++;
    if (this.heading !== '' && found.headings.size < MOST_HEADINGS) found.headings.add(this.heading);
  }

  list(): Loss[] {
    return Array.from(this.#found.values(), ({ words, count, headings }) => ({
      message: count === 1 ? words.one : words.many.replace('#', String(count)),
      count,
      headings: [...headings],
    }));
  }
}
