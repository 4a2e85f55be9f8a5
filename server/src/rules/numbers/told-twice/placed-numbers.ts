/** Numbers with their places in a draft. */
import { shifted } from '../../../draft/span';
import type { Clash } from '../clash';
import type { Mention } from './mentions';

/** A number with the offset and the position of its block in the draft. */
export interface Placed {
  readonly mention: Mention;
  readonly start: number;
  readonly index: number;
}

/** The longest sentence that is checked, in characters, as each of its numbers takes a search of all of it. */
const LONGEST_SENTENCE = 2000;

/** Whether a number is of a unit, exact, and in running text: “42%”, and neither “about 42%” nor a table cell. */
export function isSaid({ table, unit, loose, sentence }: Mention, of: Mention['unit']): boolean {
  return !table && unit === of && !loose && sentence.length <= LONGEST_SENTENCE;
}

/** A finding at a number. */
export function clash({ mention, start }: Placed, message: string): Clash {
  return { span: shifted(mention.span, start), message };
}

/** Whether two sets have elements, but none in common. */
export function differ(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((word) => b.has(word));
}
