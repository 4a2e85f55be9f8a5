/** Numbers of a paper where they stand. */
import type { Mention } from './mentions';
import type { Clash } from './types';

/** A mention with its place in the draft. */
export interface Placed {
  readonly mention: Mention;
  readonly start: number;
  readonly index: number;
}

/** Nobody reads a longer sentence to its end, and looking through it for each of its numbers would take too long. */
const LONGEST_SENTENCE = 2000;

/** Whether a number in running text is said of a unit and to be just that: “42%”, and neither “about 42%” nor a cell. */
export function isSaid({ table, unit, loose, sentence }: Mention, of: Mention['unit']): boolean {
  return !table && unit === of && !loose && sentence.length <= LONGEST_SENTENCE;
}

/** A finding at a mention, in the draft. */
export function clash({ mention, start }: Placed, message: string): Clash {
  return { span: { start: start + mention.span.start, end: start + mention.span.end }, message };
}

/** Whether both speak of something and of nothing that the other does. */
export function differ(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((word) => b.has(word));
}
