/** Quiet time in ms after which the last change of a burst is answered. A repeated key comes every 30 ms. */
const SETTLE = 40;
/**
 * A change that follows so many ms after an answer which took no more than the other so many is the reaction of a
 * program that waits for each answer, and is answered at once as well: nobody types the next key of a burst so soon.
 */
const REACTION = 4;
const PROMPT = 12;
/** A change handled so few ms after an answer may have waited for it: it says nothing of a rest. */
const QUEUED = 10;

/** Time and timers, so that tests can have their own. */
export interface Clock {
  /** In ms, from any start. */
  now(): number;
  /** Calls back after `ms`; the result cancels it. */
  after(ms: number, callback: () => void): () => void;
  /** Calls back when no message has arrived for one turn of the event loop; the result cancels it. */
  soon(callback: () => void): () => void;
}

interface Burst {
  lastChange: number;
  /** When the last answer was given, and how long it took to work out. */
  answered: number;
  took: number;
  /** The answer that is to come; none: the last change has been answered. */
  pending: { readonly cancel: () => void; readonly atOnce: boolean } | undefined;
  waiting: (() => void)[];
}

/**
 * Decides when a changed document is judged again: the first change after a rest at once, then not before the burst
 * is over, so that a burst has at most two answers. One for all documents, which do not disturb each other.
 */
export class Pace {
  readonly #bursts = new Map<string, Burst>();

  /** `answer` is called with the document's key, and never for one that was forgotten. */
  constructor(
    private readonly answer: (key: string) => void,
    private readonly clock: Clock,
  ) {}

  /** Says that a document changed. */
  changed(key: string): void {
    const now = this.clock.now();
    let burst = this.#bursts.get(key);
    const rested = !burst || (now - burst.lastChange >= SETTLE && now - burst.answered >= QUEUED);
    if (!burst) {
      burst = { lastChange: now, answered: now, took: 0, pending: undefined, waiting: [] };
      this.#bursts.set(key, burst);
    }
    burst.lastChange = now;
    // Changes that arrive together, as those of one command do, have one answer.
    const reacts = now - burst.answered < REACTION && burst.took < PROMPT;
    const atOnce = burst.pending?.atOnce ?? (rested || reacts);
    burst.pending?.cancel();
    const run = this.#run.bind(this, key, burst);
    burst.pending = { cancel: atOnce ? this.clock.soon(run) : this.clock.after(SETTLE, run), atOnce };
  }

  /** Answers what is pending now, without waiting for the end of the burst. */
  flush(key: string): void {
    const burst = this.#bursts.get(key);
    if (!burst?.pending) return;
    burst.pending.cancel();
    this.#run(key, burst);
  }

  /** Resolves when nothing is pending for the document: at once after a rest, else at the end of the burst. */
  settled(key: string): Promise<void> {
    const burst = this.#bursts.get(key);
    if (!burst?.pending) return Promise.resolve();
    return new Promise((resolve) => burst.waiting.push(resolve));
  }

  /** Drops a document that was closed; whoever waits for it is let go. */
  forget(key: string): void {
    const burst = this.#bursts.get(key);
    if (!burst) return;
    burst.pending?.cancel();
    this.#bursts.delete(key);
    for (const resolve of burst.waiting) resolve();
  }

  #run(key: string, burst: Burst): void {
    burst.pending = undefined;
    const start = this.clock.now();
    try {
      this.answer(key);
    } finally {
      burst.answered = this.clock.now();
      burst.took = burst.answered - start;
      for (const resolve of burst.waiting.splice(0)) resolve();
    }
  }
}
