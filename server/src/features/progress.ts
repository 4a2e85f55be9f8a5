import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';

/** What takes longer than this many ms shows that it goes on. */
const PATIENCE = 700;

/** Tells the user that something goes on: at most one line at a time. */
type Report = (message: string) => void;

/**
 * Runs something that may take long. Its progress goes where the client asked for it with its request; otherwise,
 * after a while, to a progress of the editor's own that can be cancelled.
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
        // It goes on unseen.
      }
    }, PATIENCE);
  }
  let reported = 0;
  try {
    return await run((message) => {
      const now = Date.now();
      // Nobody reads faster, and a folder can have thousands of files.
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

/** Throws the error RequestCancelled where something was cancelled: a part must not be taken for the whole. */
export function stopIf(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'This was cancelled.');
  }
}
