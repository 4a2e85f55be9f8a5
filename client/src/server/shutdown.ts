import type { BaseLanguageClient } from 'vscode-languageclient';

/** How long to wait for a client to start before it is ended, in milliseconds. */
const LONGEST_START = 5000;

/**
 * Ends a client, waiting at most `timeout` milliseconds for its server's consent. A client that is starting cannot be
 * stopped, so its start is waited for first.
 */
export async function end(
  client: BaseLanguageClient,
  started: Promise<void>,
  timeout?: number,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<true>((resolve) => {
    // A client that hangs will not start, and is not waited for.
    timer = setTimeout(resolve, timeout === undefined ? LONGEST_START : 0, true);
  });
  const hangs = await Promise.race([started, tooLong]);
  clearTimeout(timer);
  // A client that failed cannot be stopped, and need not be.
  const stop = (): Promise<void> => client.dispose(timeout).catch(() => undefined);
  await stop();
  // If it starts after all, it is stopped then.
  if (hangs) void started.then(stop);
}
