/** Keeps a process small that waits most of its life. For Node only: V8's own switches. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Quiet times in ms after which garbage is collected, and how many bytes of it are worth the pause. What is collected is
 * slow to begin again, so the shorter time is for much: that a draft was opened, and not that a key was pressed.
 */
const RESTS = [
  { ms: 700, worth: 2.5 * 1024 * 1024 },
  { ms: 20_000, worth: 1024 * 1024 },
] as const;
/** A heap of more bytes is collected for so long that its garbage must be a part of what it has more. */
const LARGE = 32 * 1024 * 1024;
const PART = 0.4;

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
  const timers = RESTS.map(({ ms, worth }) => {
    const timer = setTimeout(() => {
      if (process.memoryUsage().heapUsed - clean < Math.max(worth, PART * (clean - LARGE))) return;
      // Most of what the heap has more than it needs is gaps in pages that V8 thinks too full to empty.
      setFlagsFromString('--compact-on-every-full-gc');
      collect();
      setFlagsFromString('--no-compact-on-every-full-gc');
      clean = process.memoryUsage().heapUsed;
    }, ms);
    return timer.unref();
  });
  return () => {
    for (const timer of timers) timer.refresh();
  };
}
