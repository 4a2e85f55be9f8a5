import type { TextDocument, Uri } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { HangingDrafts } from './hanging-drafts';

/** What this middleware needs. */
export interface Suspicion {
  readonly suspects: HangingDrafts;
  /** Whether the server is the current one. */
  isPresent(): boolean;
  /** @param document a document or the URI of one */
  uri(document: TextDocument | Uri): string;
  /** Settled when the server has come to an end with a draft. */
  judged(uri: string): Promise<unknown>;
  /** Milliseconds since an arbitrary start. */
  now(): number;
}

/**
 * Client middleware that keeps set-aside drafts from a server, tracks the others, and gives drafts one by one where
 * needed.
 */
export function hangingDraftsMiddleware({
  suspects,
  isPresent,
  uri: uriOf,
  judged,
  now,
}: Suspicion): Middleware {
  let before: Promise<void> = Promise.resolve();
  const waiting = new Set<string>();
  /** Settled when a draft that waited was given to the server, by URI. */
  const opening = new Map<string, Promise<void>>();
  /** Whether the server has not been given a draft, or is no longer there. */
  const isUnknown = (uri: string): boolean => !isPresent() || suspects.isAside(uri) || waiting.has(uri);
  return {
    async didOpen(document, next) {
      const uri = uriOf(document);
      if (suspects.isAside(uri)) return;
      if (!suspects.oneByOne) {
        suspects.given(uri, now());
        return next(document);
      }
      waiting.add(uri);
      let given: () => void = () => undefined;
      opening.set(
        uri,
        new Promise((resolve) => {
          given = resolve;
        }),
      );
      const open = async (): Promise<void> => {
        if (!isPresent() || !waiting.delete(uri)) return given();
        suspects.given(uri, now());
        // The server gets the current text, so no change is missed.
        await next(document).finally(given);
        const settled = suspects.settled(uri);
        // Until its judgement, or an answer after a while, whichever comes first.
        const done = (): void => (isPresent() ? suspects.done(uri) : undefined);
        judged(uri).then(done, done);
        await settled;
      };
      before = before.then(open).catch(() => suspects.done(uri));
    },
    // VS Code asks as soon as it shows a draft, and not again until that is changed.
    async provideDiagnostics(document, previous, token, next) {
      await opening.get(uriOf(document));
      return next(document, previous, token);
    },
    async didChange(event, next) {
      const uri = uriOf(event.document);
      if (isUnknown(uri)) return;
      suspects.given(uri, now());
      return next(event);
    },
    async didSave(document, next) {
      if (!isUnknown(uriOf(document))) return next(document);
    },
    async didClose(document, next) {
      const uri = uriOf(document);
      const wasUnknown = !isPresent() || suspects.isAside(uri) || waiting.delete(uri);
      suspects.closed(uri);
      if (!wasUnknown) return next(document);
    },
  };
}
