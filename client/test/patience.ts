import { availableParallelism, loadavg } from 'node:os';

/** Half a second in ms, and more on a machine that has more to do than it has processors for. */
export function halfASecond(): number {
  return 500 * Math.max(1, loadavg()[0]! / availableParallelism());
}
