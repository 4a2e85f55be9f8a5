import type { LogOutputChannel, Uri } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { coverageRequest, type InitializationOptions } from '../../../server/src/protocol';
import { judgedSchemes } from '../editor/documents';
import { rulePages } from '../editor/rule-pages';
import { tabStops } from '../editor/tab-stops';
import { noteUnsavedFirst } from '../editor/unsaved';
import type { HangingDrafts } from './hanging-drafts';
import { hangingDraftsMiddleware } from './hanging-drafts-middleware';

/** How many messages to a server may fail in succession. */
const MOST_ERRORS = 3;

interface Surroundings {
  readonly extension: Uri;
  readonly output: LogOutputChannel;
  readonly trace: LogOutputChannel;
  readonly suspects: HangingDrafts;
  /** Returns the client that the options are for. To be called only after it was made. */
  client(): BaseLanguageClient;
  /** Whether no other client has replaced it. */
  isPresent(): boolean;
  /** Called when its server has answered a request. */
  heard(): void;
  /** Called when its server has ended. */
  ended(): void;
}

/** The options of a client: what it tells the server about itself, and how it handles answers and errors. */
export function clientOptions({
  extension,
  output,
  trace,
  suspects,
  client,
  isPresent,
  heard,
  ended,
}: Surroundings): LanguageClientOptions {
  const pages = rulePages(extension);
  const sparing = hangingDraftsMiddleware({
    suspects,
    isPresent,
    uri: (document) => client().code2ProtocolConverter.asUri('uri' in document ? document.uri : document),
    judged: (uri) => client().sendRequest(coverageRequest, { textDocument: { uri } }),
    now: () => performance.now(),
  });
  return {
    documentSelector: judgedSchemes().map((scheme) => ({ scheme, language: 'markdown' })),
    initializationOptions: {
      editorFiles: true,
      asksForCompletion: true,
      selects: true,
      saves: true,
      picksEvidence: true,
      asksForMore: true,
      ownCommands: true,
    } satisfies InitializationOptions,
    outputChannel: output,
    traceOutputChannel: trace,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      ...pages,
      ...tabStops,
      ...sparing,
      sendRequest: (type, params, token, next) => next(type, params, token).finally(heard),
      provideDiagnostics: (document, previous, token, next) =>
        sparing.provideDiagnostics!(document, previous, token, (...asked) =>
          pages.provideDiagnostics ? pages.provideDiagnostics(...asked, next) : next(...asked),
        ),
      resolveCodeAction: noteUnsavedFirst,
    },
    initializationFailedHandler: () => false,
    errorHandler: {
      error: (error, _message, count = 0) => {
        output.error(`Talking to the server failed: ${error.message}`);
        // Each key that is typed before the client learns of its server's end causes an error. The usual handling would
        // shut the client down, and nobody would start it again.
        if (count > MOST_ERRORS) ended();
        return { action: ErrorAction.Continue, handled: true };
      },
      // A new client replaces it, as a client that restarts its own server loses count when that fails.
      closed: () => {
        ended();
        return { action: CloseAction.DoNotRestart, message: 'The server ended.', handled: true };
      },
    },
  };
}
