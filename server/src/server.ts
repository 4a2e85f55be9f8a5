/** Wires the features to a connection. What they do is in `features/`, in a folder for each kind. */

import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { stopIf } from './features/client/progress';
import { Refusal } from './features/client/refusal';
import { codeActionKinds } from './features/code-actions/code-actions';
import { userCommandNames } from './features/commands/user-commands';
import { completionTriggers } from './features/completion/completion';
import { footnoteDefinitionAt } from './features/completion/footnotes';
import { setUp } from './features/configuration/set-up';
import { codeLenses } from './features/coverage/code-lens';
import { coverageResult } from './features/coverage/coverage-result';
import { placeholdersIn } from './features/insert/placeholders';
import { reviewsIn } from './features/reviews/reviews';
import { unusableRequest } from './features/session/request-params';
import { type Host, Session } from './features/session/session';
import {
  aliveRequest,
  type CatalogueParams,
  catalogueRequest,
  coverageRequest,
  placeholdersRequest,
  reviewsRequest,
  type SetUpParams,
  type SkeletonParams,
  serverCommands,
  setUpRequest,
  skeletonRequest,
  type TextDocumentParams,
} from './protocol';
import { reasonOf } from './text/error-message';
import { NAME, VERSION } from './util/version';

export type { Host } from './features/session/session';

/**
 * Serves a connection until it ends.
 *
 * @returns a function that logs an unexpected failure of the process to the client
 */
export function serve(connection: Connection, host: Host): (error: unknown) => void {
  let session: Session | undefined;
  const log = (message: string): void =>
    void connection.sendNotification('window/logMessage', { type: 1, message });

  /**
   * Wraps a request handler: gives it the session, and turns what it throws into a ResponseError that can be shown to
   * the user.
   */
  const handleRequest =
    <P, R>(handle: (session: Session, params: P, token: CancellationToken) => R | Promise<R>) =>
    async (params: P, token: CancellationToken): Promise<R> => {
      if (!session) {
        throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialised yet.');
      }
      stopIf(token);
      try {
        return await handle(session, params, token);
      } catch (error) {
        throw toResponseError(error);
      }
    };

  /** Wraps a notification handler: gives it the session, and logs what it throws, so that the server goes on. */
  const handleNotification =
    <P>(what: string, handle: (session: Session, params: P) => void | Promise<void>) =>
    async (params: P): Promise<void> => {
      if (!session) return;
      try {
        await handle(session, params);
      } catch (error) {
        session.failures.failed(what, error);
      }
    };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    session = new Session(connection, host, params);
    return {
      capabilities: capabilities(session),
      serverInfo: { name: NAME, version: VERSION },
    };
  });
  connection.onInitialized(
    handleNotification('Starting', async (s) => {
      if (s.client.registersConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'advocacy' });
      }
      if (s.client.hasFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          handleNotification('A change of folders', (current, change) => current.foldersChanged(change)),
        );
      }
      await s.start();
    }),
  );

  connection.onDidOpenTextDocument(handleNotification('Opening a document', (s, params) => s.opened(params)));
  connection.onDidChangeTextDocument(
    handleNotification('Changing a document', (s, params) => s.changed(params)),
  );
  connection.onDidSaveTextDocument(
    handleNotification('Saving a document', (s, params) => s.saved(params.textDocument.uri)),
  );
  connection.onDidCloseTextDocument(
    handleNotification('Closing a document', (s, params) => s.closed(params.textDocument.uri)),
  );
  connection.onDidChangeConfiguration(
    handleNotification('A change of settings', (s, params) => s.settingsChanged(params?.settings)),
  );
  connection.onDidChangeWatchedFiles(
    handleNotification('A change of files', (s, params) =>
      s.filesChanged(params.changes.map(({ uri }) => uri)),
    ),
  );

  connection.languages.diagnostics.on(
    handleRequest((s, params, token) => s.pull(params.textDocument.uri, params.previousResultId, token)),
  );
  connection.onHover(handleRequest((s, params) => s.requests.hover(params)));
  connection.onDefinition(
    handleRequest((s, { textDocument: { uri }, position }) =>
      s.requests.withDocument(uri, (judged) => footnoteDefinitionAt(judged, position) ?? null, null),
    ),
  );
  connection.onCodeAction(handleRequest((s, params) => s.requests.codeActions(params)));
  connection.onCodeActionResolve(handleRequest((s, action) => s.requests.resolveCodeAction(action)));
  connection.onCodeLens(
    handleRequest((s, { textDocument: { uri } }) => s.requests.withDocument(uri, codeLenses, [])),
  );
  connection.onCompletion(handleRequest((s, params) => s.requests.completion(params)));
  connection.onRequest(unusableRequest, ({ message }: { readonly message: string }) => {
    throw new ResponseError(ErrorCodes.InvalidParams, message);
  });
  connection.onRequest(aliveRequest, () => null);
  connection.onRequest(
    coverageRequest,
    handleRequest((s, { textDocument: { uri } }: TextDocumentParams) =>
      s.requests.withDocument(uri, coverageResult, null),
    ),
  );
  connection.onRequest(
    catalogueRequest,
    handleRequest((s, params: CatalogueParams) => s.requests.catalogue(params)),
  );
  connection.onRequest(
    placeholdersRequest,
    handleRequest((s, { textDocument: { uri } }: TextDocumentParams) =>
      s.requests.withDocument(uri, placeholdersIn, []),
    ),
  );
  connection.onRequest(
    reviewsRequest,
    handleRequest((s, { textDocument: { uri } }: TextDocumentParams) =>
      s.requests.withDocument(uri, reviewsIn, { changes: [], threads: [] }),
    ),
  );
  connection.onRequest(
    setUpRequest,
    handleRequest((_, params: SetUpParams) => Promise.resolve(setUp(params))),
  );
  connection.onRequest(
    skeletonRequest,
    handleRequest((s, params: SkeletonParams) => s.requests.skeleton(params)),
  );
  connection.onExecuteCommand((params, token, reporter) =>
    handleRequest((s, { command, arguments: args }: typeof params) => {
      const asked = WorkDoneProgressReporter.isNullInstance(reporter) ? undefined : reporter;
      // Some clients send null where there are none.
      return s.execute(command, args ?? [], { token, reporter: asked });
    })(params, token),
  );

  connection.listen();
  return (error) => {
    if (session) session.failures.failed('Something', error);
    else log(`Something failed: ${error instanceof Error ? error.stack : String(error)}`);
  };
}

function capabilities({ client }: Session): InitializeResult['capabilities'] {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'advocacy',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
    hoverProvider: true,
    definitionProvider: true,
    codeActionProvider: { codeActionKinds, resolveProvider: client.resolvesEdits },
    codeLensProvider: {},
    completionProvider: client.asksForCompletion ? {} : { triggerCharacters: completionTriggers },
    executeCommandProvider: {
      // Commands for people come first, since editors list them in this order. A client with commands of its own calls
      // the server's by name and needs to be told only of the one that code lenses use.
      commands: client.ownCommands
        ? [serverCommands.insert]
        : [...userCommandNames, ...Object.values(serverCommands)],
      workDoneProgress: true,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** Converts an error for the client. Its message can be shown to the user as it is. */
function toResponseError(error: unknown): ResponseError<unknown> {
  if (error instanceof ResponseError) return error;
  const message = reasonOf(error);
  if (error instanceof Refusal) return new ResponseError(LSPErrorCodes.RequestFailed, message, error.data);
  return new ResponseError(ErrorCodes.InternalError, message);
}
