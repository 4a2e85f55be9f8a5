import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';

/** After this many ms, progress is shown. */
const PATIENCE = 700;

/** Shows a message: at most one line at a time. */
type Report = (message: string) => void;

/**
 * Runs something that may take long. Progress goes to the client's `workDoneToken`, or else, after a while, to a
 * progress of the editor that the user can cancel.
 */
export async function withProgress<T>(
  window: Connection['window'],
  showsProgress: boolean,
  requested: { readonly token: CancellationToken; readonly reporter: WorkDoneProgressReporter | undefined },
  title: string,
  run: (report: Report, token: CancellationToken) => Promise<T>,
): Promise<T> {
  const source = new CancellationTokenSource();
  const listening = requested.token.onCancellationRequested(() => source.cancel());
  let reporter = requested.reporter;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  reporter?.begin(title, undefined, undefined, true);
  if (!reporter && showsProgress) {
    timer = setTimeout(async () => {
      try {
        const own = await window.createWorkDoneProgress();
        own.token.onCancellationRequested(() => source.cancel());
        own.begin(title, undefined, undefined, true);
        if (ended) own.done();
        else reporter = own;
      } catch {
        // The work goes on without a progress.
      }
    }, PATIENCE);
  }
  let reported = 0;
  try {
    return await run((message) => {
      const now = Date.now();
      // Updates at most every 100 ms: nobody reads faster, and a folder can have thousands of files.
      if (now - reported < 100) return;
      reported = now;
      reporter?.report(message);
    }, source.token);
  } finally {
    ended = true;
    if (timer !== undefined) clearTimeout(timer);
    listening.dispose();
    reporter?.done();
    source.dispose();
  }
}

/** @throws the error RequestCancelled where the token is cancelled */
export function stopIf(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'This was cancelled.');
  }
}
