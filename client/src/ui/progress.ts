import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode';
import { asNotice } from './notice';

/** How long work may take before progress is shown, in milliseconds. */
const PATIENCE = 700;

/**
 * Runs work that may take long. After a while, a notification shows its progress and lets the user cancel it.
 * @returns the result of `work`; undefined if the user cancelled it
 */
export async function inProgress<T>(
  title: string,
  work: (token: CancellationToken, report: (progress: { message?: string }) => void) => Promise<T>,
): Promise<T | undefined> {
  const source = new CancellationTokenSource();
  let last: { message?: string } = {};
  let show = (progress: { message?: string }): void => {
    last = progress;
  };
  const result = work(source.token, (progress) => show(progress));
  const done = result.then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([
    done,
    new Promise<false>((resolve) => setTimeout(resolve, PATIENCE, false)),
  ]);
  if (!inTime) {
    const options = { location: ProgressLocation.Notification, title: asNotice(title), cancellable: true };
    void window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => source.cancel());
      show = ({ message }) => progress.report(message === undefined ? {} : { message: asNotice(message) });
      show(last);
      return done;
    });
  }
  try {
    return await result;
  } catch (error) {
    if (source.token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    source.dispose();
  }
}

/** The result of work; undefined if it was cancelled, as it may have ended only half done. */
export async function unlessCancelled<T>(token: CancellationToken, work: Promise<T>): Promise<T | undefined> {
  const result = await work;
  return token.isCancellationRequested ? undefined : result;
}
