/** Time and timers, which tests can replace. */
interface Clock {
  /** Milliseconds since an arbitrary start. */
  now(): number;
  /** Calls back every `ms` milliseconds. Returns a function that ends that. */
  every(ms: number, callback: () => void): () => void;
}

/** The time as it passes. */
export const CLOCK: Clock = {
  now: () => performance.now(),
  every(ms, callback) {
    const timer = setInterval(callback, ms);
    return () => clearInterval(timer);
  },
};

interface Watched {
  /** Asks for a sign of life. Settles when there is one; an error counts. */
  ask(): Promise<unknown>;
  /** Whether to ask at once, without waiting. */
  urges(): boolean;
  /** How long an answer may take, in ms. Read anew each time, as it depends on the work to do. */
  patience(): number;
  /** Called once, when no answer has come for that long. */
  hangs(): void;
}

/** From an answer to the next question, in ms. */
const REST = 10_000;
/** How often the time is checked, in ms. */
const TICK = 1_000;

/** A watch that has begun. */
export interface Watch {
  /** To be called when anything else was heard of who is watched, who is alive then, if busy. */
  heard(): void;
  end(): void;
}

/**
 * Asks for a sign of life regularly, and notices when none comes, nor anything else. Only time in which this process was
 * awake counts: a late check (the computer was suspended, the editor busy) counts as two at most.
 *
 * @param tick how often the time is checked, in ms
 */
export function watch(
  { ask, urges, patience, hangs }: Watched,
  clock: Clock,
  tick = TICK,
  rest = REST,
): Watch {
  let last = clock.now();
  let asking = false;
  /** Time awake since something was last heard or asked, in ms. */
  let waited = 0;
  const answered = (): void => {
    asking = false;
    waited = 0;
  };
  const stop = clock.every(tick, () => {
    const now = clock.now();
    waited += Math.min(now - last, 2 * tick);
    last = now;
    if (!asking) {
      if (waited < rest && !urges()) return;
      asking = true;
      waited = 0;
      ask().then(answered, answered);
    } else if (waited > patience()) {
      stop();
      hangs();
    }
  });
  return {
    heard() {
      if (asking) waited = 0;
    },
    end: stop,
  };
}
