/** How much of a data file counts, so that what is done with it is bounded whatever a workspace brings. */
import { shortened } from '../text/shorten';
import type { FileProblem } from './problem';
import type { Path } from './types';

/** The most problems that are reported for one file. */
export const MOST_PROBLEMS = 100;

/** Where there are more mistakes than the validator can list. */
export const TOO_MANY = 'There are too many mistakes in this file to be told apart. Nothing of it is used.';

/** A key or a name in a message. */
export function shortKey(key: string): string {
  return shortened(key, 60);
}

/** The first problems of a file, and a line on how many more there are. */
export function firstOf(problems: readonly FileProblem[]): readonly FileProblem[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  const last = problems[MOST_PROBLEMS - 1]!;
  const more = problems.length - MOST_PROBLEMS + 1;
  return [
    ...problems.slice(0, MOST_PROBLEMS - 1),
    { ...last, message: `There are ${more} more mistakes like these from here on.` },
  ];
}

/** Cuts the lists of a file to what they may have, each kind of item together. */
export class Allowances<Kind extends string> {
  readonly #left: Record<Kind, number>;
  readonly problems: FileProblem[] = [];

  /**
   * @param most items of each kind, in the words of a message: "names"
   * @param problem makes a problem at a path in the file
   */
  constructor(
    private readonly most: Readonly<Record<Kind, number>>,
    private readonly problem: (path: Path, message: string) => FileProblem,
  ) {
    this.#left = { ...most };
  }

  /** The first items of a list, as many as are still allowed of their kind. Reports the first item that is left out. */
  take<T>(kind: Kind, path: Path, items: readonly T[]): readonly T[];
  take<T>(kind: Kind, path: Path, items: readonly T[] | undefined): readonly T[] | undefined;
  take<T>(kind: Kind, path: Path, items: readonly T[] | undefined): readonly T[] | undefined {
    if (items === undefined) return undefined;
    const taken = Math.min(items.length, this.#left[kind]);
    this.#left[kind] -= taken;
    if (taken === items.length) return items;
    const message = `Only ${this.most[kind].toLocaleString('en-GB')} ${kind} of this file count. From here on, ${(items.length - taken).toLocaleString('en-GB')} are left out.`;
    this.problems.push(this.problem([...path, taken], message));
    return items.slice(0, taken);
  }
}
