import type { LogOutputChannel, Uri } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { coverageRequest, type InitializationOptions } from '../../server/src/protocol';
import { judgedSchemes } from './documents';
import { rulePages } from './rulePages';
import type { Suspects } from './suspects';
import { tabStops } from './tabStops';
import { noteUnsavedFirst } from './unsaved';
import { withoutSuspects } from './withoutSuspects';

/** Messages to a server, one after the other, that may fail. */
const MOST_ERRORS = 3;

interface Surroundings {
  readonly extension: Uri;
  readonly output: LogOutputChannel;
  readonly trace: LogOutputChannel;
  readonly suspects: Suspects;
  /** The client that the options are for, once it has been made. */
  client(): BaseLanguageClient;
  /** Whether no other has taken its place. */
  isPresent(): boolean;
  /** Called when its server has ended. */
  ended(): void;
}

/** What a client is made with: what it tells the server of itself, and what it does with answers and errors. */
export function clientOptions({
  extension,
  output,
  trace,
  suspects,
  client,
  isPresent,
  ended,
}: Surroundings): LanguageClientOptions {
  const pages = rulePages(extension);
  const sparing = withoutSuspects({
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
        // Keys that are typed between a server's death and the news of it fail, each of them. To shut the client
        // down for that, as is usual, would leave nobody to start it again.
        if (count > MOST_ERRORS) ended();
        return { action: ErrorAction.Continue, handled: true };
      },
      // A new client takes its place: one that starts its server again itself loses count when that fails.
      closed: () => {
        ended();
        return { action: CloseAction.DoNotRestart, message: 'The server ended.', handled: true };
      },
    },
  };
}
