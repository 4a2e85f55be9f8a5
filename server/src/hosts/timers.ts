/** The clock as far as Node and a web worker have the same: the time, and what is to be done after some of it. */
import type { Clock } from '../features/diagnostics/debouncer';

export const timers: Pick<Clock, 'now' | 'after'> = {
  now: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
