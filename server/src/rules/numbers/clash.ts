import type { Span } from '../../draft';
import type { Fix, Problem } from '../types';

/** Numbers, or words of dates, that cannot all be true. */
export interface Clash {
  /** That of what is most likely wrong. Counts in the text that was read: a sentence, a block or a draft. */
  readonly span: Span;
  readonly message: string;
  /** That which it is held against, in the draft. */
  readonly other?: NonNullable<Problem['other']>;
  /** What could be written, each of which would make them agree. */
  readonly instead?: readonly Rewrite[];
  /** The right total, where it is that of a table. */
  readonly total?: number;
  /** Both ways to make two places of a paper agree. */
  readonly fixes?: () => readonly Fix[];
}

/** The clash of what stands somewhere with what is beside it, and what that implies for its words where it is known. */
export const wrong = (
  { span, words }: { readonly span: Span; readonly words?: string },
  why: string,
  by?: string,
): Clash => ({
  span,
  message: `${why} Put right whichever is wrong.`,
  ...(words !== undefined && by !== undefined && { instead: [{ words, by }] }),
});

/** Those that are the first at their place. */
export function oncePerPlace<T extends Clash>(clashes: readonly T[]): readonly T[] {
  const seen = new Set<number>();
  return clashes.filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
}

/** What would make numbers agree if it stood in place of something. */
export interface Rewrite {
  /** What it replaces, as the author wrote it; all that stands in the span, where that has no markup, if it is left out. */
  readonly words?: string;
  readonly by: string;
  /** How “Write “£2,192”” goes on, to say where that is from; undefined where the numbers beside it give it. */
  readonly as?: string;
  /** Where that stands, if not where the clash is told; counts as that of the clash does. */
  readonly span?: Span;
}
