/** Numbers with their places in a draft. */
import { BlockFinder, type Draft, type FoundIn, perBlock } from '../../../draft';
import { shifted } from '../../../draft/span';
import type { Clash } from '../clash';
import { type Mention, type Mentions, mentionsIn } from './mentions';

/** A number with the offset and the position of its block in the draft. */
export interface Placed {
  readonly mention: Mention;
  readonly start: number;
  readonly index: number;
  /** All of its block. */
  readonly among: Mentions;
}

/** All numbers of a draft. */
export const placedIn = (found: readonly FoundIn<Mentions>[]): readonly Placed[] =>
  found.flatMap(({ found: among, placed: { start }, index }) =>
    among.all.map((mention) => ({ mention, start, index, among })),
  );

/** Finds the numbers of a kind that few are of, without a look at all others whenever one is edited. */
export function ofKind(isOne: (mention: Mention) => boolean): (draft: Draft) => readonly Placed[] {
  const finder = new BlockFinder(
    perBlock((block): Mentions | undefined => {
      const all = mentionsIn(block)?.all.filter(isOne) ?? [];
      return all.length > 0 ? { all, grids: [] } : undefined;
    }),
  );
  return (draft) => placedIn(finder.in(draft, undefined));
}

/** The longest sentence that is checked, in characters, as each of its numbers takes a search of all of it. */
const LONGEST_SENTENCE = 2000;

/** Whether a number is of a unit, exact, and in running text: “42%”, and neither “about 42%” nor a table cell. */
export function isSaid({ table, unit, loose, sentence }: Mention, of: Mention['unit']): boolean {
  return !table && unit === of && !loose && sentence.length <= LONGEST_SENTENCE;
}

/** A clash with the number that it is held against, where that is known. */
export interface PlacedClash extends Clash {
  readonly against?: Placed;
}

/** A finding at a number. */
export function clash({ mention, start }: Placed, message: string, against?: Placed): PlacedClash {
  return { ...(against && { against }), span: shifted(mention.span, start), message };
}

/** Whether two sets have elements, but none in common. */
export function differ(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  for (const word of a) if (b.has(word)) return false;
  return true;
}
