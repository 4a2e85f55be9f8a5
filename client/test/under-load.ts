import { availableParallelism, loadavg } from 'node:os';

/** A time in ms, and more on a machine that has more to do than it has processors for. */
export function underLoad(ms: number): number {
  return ms * Math.max(1, loadavg()[0]! / availableParallelism());
}
