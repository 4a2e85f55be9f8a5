import { type Failure, type Result, sampleOf } from './statistics';

/** A measurement is not tried, as it could not end in time. */
export class Hopeless extends Error {}

/** A program that is compared. `once` takes one measurement. */
export interface Contestant {
  readonly id: string;
  once(round: number): Promise<number>;
}

export interface RoundLimits {
  readonly rounds: number;
  /** The milliseconds after which a contestant is not measured again. All are measured at least once. */
  readonly budget: number;
}

/**
 * Measures all in turn, so that other work of the machine affects them alike: each once a round, with a different one
 * first. A contestant that fails or exceeds its budget is left out of further rounds.
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
