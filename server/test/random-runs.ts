/**
 * Of what is made at random a run of the tests tries a third of what a test says. RUNS=1 tries all of it, and RUNS=10 ten
 * times as much: for a change to what it holds.
 */
const SHARE = Number(process.env.RUNS ?? 1 / 3);

/** What all that is made at random begins with: the same in each run, so that a commit that has passed passes again, or SEED. */
export const SEED = Number(process.env.SEED ?? 1);

/** How many random texts are tried, of as many as say enough in one go. */
export const runs = (count: number): number => Math.max(1, Math.round(count * SHARE));

/** As many numbers for a generator to begin with, from SEED on. */
export const seeds = (count: number): readonly number[] =>
  Array.from({ length: runs(count) }, (_, at) => SEED + at);
