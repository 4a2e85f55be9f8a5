import { type Failure, type Result, sampleOf } from './statistics';

/** Thrown where a measurement is not tried, since it could not come to an end in time. */
export class Hopeless extends Error {}

/** One of those that are compared: takes one measurement each time it is called. */
export interface Contestant {
  readonly id: string;
  once(round: number): Promise<number>;
}

export interface RoundLimits {
  readonly rounds: number;
  /** ms after which one takes no further part. All are measured at least once. */
  readonly budget: number;
}

/**
 * Measures all in turn, so that whatever else the machine does hits each of them alike: one measurement each a round,
 * with another one first in each. One that fails, or is too slow to take part in all rounds, leaves.
 */
export async function inTurn(
  contestants: readonly Contestant[],
  { rounds, budget }: RoundLimits,
): Promise<Map<string, Result>> {
  const values = new Map<string, number[]>(contestants.map(({ id }) => [id, []]));
  const spent = new Map<string, number>();
  const failures = new Map<string, Failure>();
  for (let round = 0; round < rounds; round++) {
    for (const [place] of contestants.entries()) {
      const { id, once } = contestants[(round + place) % contestants.length]!;
      const mine = values.get(id)!;
      const used = spent.get(id) ?? 0;
      if (failures.has(id) || (mine.length > 0 && used > budget)) continue;
      const started = performance.now();
      try {
        mine.push(await once(round));
      } catch (error) {
        const failed = error instanceof Error ? error.message : String(error);
        failures.set(id, error instanceof Hopeless ? { failed, hopeless: true } : { failed });
      }
      spent.set(id, used + performance.now() - started);
    }
  }
  return new Map(contestants.map(({ id }) => [id, failures.get(id) ?? sampleOf(values.get(id)!)] as const));
}
