/** Time and timers, so that tests can have their own. */
interface Clock {
  /** In ms, from any start. */
  now(): number;
  /** Calls back every `ms`; the result ends that. */
  every(ms: number, callback: () => void): () => void;
}

interface Watched {
  /** Asks for a sign of life; settled when there is one, be it an error. */
  ask(): Promise<unknown>;
  /** Whether to ask at once, and not after a rest. */
  urges(): boolean;
  /** How long an answer may take in ms: asked anew each time, as it depends on what there is to do. */
  patience(): number;
  /** Called once, when no answer has come for so long. */
  hangs(): void;
}

/** Between an answer and the next question, in ms. */
const REST = 10_000;
/** How often the time is looked at, in ms. */
const TICK = 1_000;

/**
 * Asks for a sign of life now and then, and notices when none comes. Only time in which this process was awake counts: a
 * look that comes late (the computer was suspended, the editor busy) counts as two at the most, so that whoever slept as
 * long has time to answer.
 *
 * @param tick How often the time is looked at, in ms.
 * @returns ends the watch.
 */
export function watch(
  { ask, urges, patience, hangs }: Watched,
  clock: Clock,
  tick = TICK,
  rest = REST,
): () => void {
  let last = clock.now();
  let asking = false;
  /** Awake since the last answer, or since the question. */
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
  return stop;
}
