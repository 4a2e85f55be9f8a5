import type { BaseLanguageClient } from 'vscode-languageclient';

/** How long (ms) a client that is to end may still take to start. */
const LONGEST_START = 5000;

/**
 * Ends a client, and waits for its server's consent no longer than `timeout` ms. One that is starting cannot be stopped,
 * and would finish starting: so that is waited for first.
 */
export async function end(
  client: BaseLanguageClient,
  started: Promise<void>,
  timeout?: number,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<true>((resolve) => {
    // One that hangs will not start: it is not waited for.
    timer = setTimeout(resolve, timeout === undefined ? LONGEST_START : 0, true);
  });
  const hangs = await Promise.race([started, tooLong]);
  clearTimeout(timer);
  // A client that failed cannot be stopped; there is nothing left of it to stop either.
  const stop = (): Promise<void> => client.dispose(timeout).catch(() => undefined);
  await stop();
  // The failed attempt has had its process ended. Should it be quicker than that, it is stopped as any other.
  if (hangs) void started.then(stop);
}
