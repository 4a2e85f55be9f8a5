const POLL = 40;

/** Waits until `look` finds something true, which it returns; throws where it does not within `limit` ms. */
export async function until<T>(
  what: string,
  look: () => Promise<T>,
  limit = 60_000,
): Promise<NonNullable<T>> {
  let problem: unknown;
  for (const end = Date.now() + limit; ; ) {
    try {
      const found = await look();
      if (found) return found;
      problem = undefined;
    } catch (error) {
      // The page changes under the look: the next one may succeed.
      problem = error;
    }
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`, { cause: problem });
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}
