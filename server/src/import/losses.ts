import { getOrInsert } from '../memoize';
import { shortened } from '../text/shorten';

/** What Markdown cannot hold, or not as it was, in plain words; each with how often, and below which headings. */
export interface Loss {
  readonly message: string;
  readonly count: number;
  /** The first headings below which it stands; empty before the first. */
  readonly headings: readonly string[];
}

/** One thing and several of it: "a chart is left out", "3 charts are left out". */
export interface Words {
  readonly one: string;
  /** With `#` for the number. */
  readonly many: string;
}

const MOST_HEADINGS = 3;
const LONGEST_HEADING = 60;

/** What cannot be held, and where, as a sentence: "A chart is left out (below “Costs”)." */
export function lossText({ message, count, headings }: Loss): string {
  if (headings.length === 0) return `${message}.`;
  const names = headings.map((heading) => `“${shortened(heading, LONGEST_HEADING)}”`);
  const more = count > headings.length && headings.length > 1 ? ' and elsewhere' : '';
  return `${message} (below ${names.join(', ')}${more}).`;
}

/** Collects losses in the order in which they are first met. */
export class Losses {
  readonly #found = new Map<string, { words: Words; count: number; headings: Set<string> }>();
  /** The heading below which the text stands that is written now. */
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
