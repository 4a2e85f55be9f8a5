/** Keeps a process small that waits most of its life. For Node only: V8's own switches. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Quiet time in ms after which garbage is collected. */
const REST = 700;
/** Less garbage than this, in bytes and as a part of the heap, is not worth the pause. */
const WORTH = 1024 * 1024;
const WORTH_OF_HEAP = 0.05;

/**
 * Returns a function to call whenever work was done: when nothing follows for a while, garbage is collected, which
 * V8 would put off until the heap has doubled.
 */
export function tidyWhenIdle(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('typeof gc === "function" ? gc : undefined') as (() => void) | undefined;
  setFlagsFromString('--no-expose-gc');
  if (!collect) return () => undefined;
  let clean = 0;
  const timer = setTimeout(() => {
    if (process.memoryUsage().heapUsed - clean < Math.max(WORTH, WORTH_OF_HEAP * clean)) return;
    // Most of what the heap has more than it needs is gaps in pages that V8 thinks too full to empty.
    setFlagsFromString('--compact-on-every-full-gc');
    collect();
    setFlagsFromString('--no-compact-on-every-full-gc');
    clean = process.memoryUsage().heapUsed;
  }, REST);
  timer.unref();
  return () => void timer.refresh();
}
