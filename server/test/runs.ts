/**
 * Of what is made at random a run of the tests tries a third of what a test says, and other texts each time. RUNS=1 tries
 * all of it, and RUNS=10 ten times as much: for a change to what it holds.
 */
const SHARE = Number(process.env.RUNS ?? 1 / 3);

/** How many random texts are tried, of as many as say enough in one go. */
export const runs = (count: number): number => Math.max(1, Math.round(count * SHARE));

/** As many numbers for a generator to begin with: others in each run, or those from SEED on. */
export function seeds(count: number): readonly number[] {
  const first = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
  return Array.from({ length: runs(count) }, (_, at) => first + at);
}
