const POLL = 40;

/** Waits until `look` returns something truthy, and returns that. @throws Error after `limit` milliseconds */
export async function until<T>(
  what: string,
  look: () => Promise<T>,
  limit = 120_000,
): Promise<NonNullable<T>> {
  let problem: unknown;
  for (const end = Date.now() + limit; ; ) {
    try {
      const found = await look();
      if (found) return found;
      problem = undefined;
    } catch (error) {
      // The page may have changed during the look, so the next one may succeed.
      problem = error;
    }
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`, { cause: problem });
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}
