const POLL = 40;

/** How often it is looked again when the time is over. */
const MORE = 2;

/** How long a busy machine may take for one step, in milliseconds: what takes longer hangs, and is better tried again. */
export const PATIENCE = 40_000;

/** Waits until `look` returns something truthy, and returns that. @throws Error after `limit` milliseconds */
export async function until<T>(
  what: string,
  look: () => Promise<T>,
  limit = PATIENCE,
): Promise<NonNullable<T>> {
  let problem: unknown;
  let late = 0;
  for (const end = Date.now() + limit; ; ) {
    try {
      const found = await look();
      if (found) return found;
      problem = undefined;
    } catch (error) {
      // The page may have changed during the look, so the next one may succeed.
      problem = error;
    }
    // A machine that stood still meanwhile has looked but once.
    if (Date.now() > end && ++late > MORE) {
      const why = problem instanceof Error ? `: ${problem.message}` : '';
      throw new Error(`Waited in vain for ${what}${why}`, { cause: problem });
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}
