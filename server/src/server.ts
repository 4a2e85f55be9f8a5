/** Wires the features to a connection. What they do is in `features/`, one file each. */

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
import { codeActionKinds } from './features/codeActions';
import { codeLenses } from './features/codeLens';
import { completionTriggers } from './features/completion';
import { coverageResult } from './features/coverageResult';
import { footnoteDefinitionAt } from './features/footnotes';
import { Refusal } from './features/insert';
import { placeholdersIn } from './features/placeholders';
import { stopIf } from './features/progress';
import { reviewsIn } from './features/reviews';
import { type Host, Session } from './features/session';
import { setUp } from './features/setUp';
import { userCommandNames } from './features/userCommands';
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
import { reasonOf } from './text/reason';
import { VERSION } from './version';

export type { Host } from './features/session';

/** Serves a connection. Returns a function that logs a failure of the process to the client. */
export function serve(connection: Connection, host: Host): (what: string, error: unknown) => void {
  let session: Session | undefined;
  const log = (message: string): void =>
    void connection.sendNotification('window/logMessage', { type: 1, message });

  /** A handler of requests: it has a session, and its failures are words for the user. */
  const answer =
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

  /** A handler of notifications: whatever happens in it, the server lives on. */
  const hear =
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
      serverInfo: { name: 'Library Advocacy', version: VERSION },
    };
  });
  connection.onInitialized(
    hear('Starting', async (s) => {
      if (s.client.registersConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'advocacy' });
      }
      if (s.client.hasFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          hear('A change of folders', (current, change) => current.foldersChanged(change)),
        );
      }
      await s.start();
    }),
  );

  connection.onDidOpenTextDocument(hear('Opening a document', (s, params) => s.opened(params)));
  connection.onDidChangeTextDocument(hear('Changing a document', (s, params) => s.changed(params)));
  connection.onDidSaveTextDocument(
    hear('Saving a document', (s, params) => s.saved(params.textDocument.uri)),
  );
  connection.onDidCloseTextDocument(
    hear('Closing a document', (s, params) => s.closed(params.textDocument.uri)),
  );
  connection.onDidChangeConfiguration(
    hear('A change of settings', (s, params) => s.settingsChanged(params?.settings)),
  );
  connection.onDidChangeWatchedFiles(
    hear('A change of files', (s, params) => s.filesChanged(params.changes.map(({ uri }) => uri))),
  );

  connection.languages.diagnostics.on(
    answer((s, params, token) => s.pull(params.textDocument.uri, params.previousResultId, token)),
  );
  connection.onHover(answer((s, params) => s.requests.hover(params)));
  connection.onDefinition(
    answer((s, { textDocument: { uri }, position }) =>
      s.requests.withDocument(uri, (judged) => footnoteDefinitionAt(judged, position) ?? null, null),
    ),
  );
  connection.onCodeAction(answer((s, params) => s.requests.codeActions(params)));
  connection.onCodeActionResolve(answer((s, action) => s.requests.resolveCodeAction(action)));
  connection.onCodeLens(
    answer((s, { textDocument: { uri } }) => s.requests.withDocument(uri, codeLenses, [])),
  );
  connection.onCompletion(answer((s, params) => s.requests.completion(params)));
  connection.onRequest(aliveRequest, () => null);
  connection.onRequest(
    coverageRequest,
    answer((s, { textDocument: { uri } }: TextDocumentParams) =>
      s.requests.withDocument(uri, coverageResult, null),
    ),
  );
  connection.onRequest(
    catalogueRequest,
    answer((s, params: CatalogueParams) => s.requests.catalogue(params)),
  );
  connection.onRequest(
    placeholdersRequest,
    answer((s, { textDocument: { uri } }: TextDocumentParams) =>
      s.requests.withDocument(uri, placeholdersIn, []),
    ),
  );
  connection.onRequest(
    reviewsRequest,
    answer((s, { textDocument: { uri } }: TextDocumentParams) =>
      s.requests.withDocument(uri, reviewsIn, { changes: [], threads: [] }),
    ),
  );
  connection.onRequest(
    setUpRequest,
    answer((_, params: SetUpParams) => Promise.resolve(setUp(params))),
  );
  connection.onRequest(
    skeletonRequest,
    answer((s, params: SkeletonParams) => s.requests.skeleton(params)),
  );
  connection.onExecuteCommand((params, token, reporter) =>
    answer((s, { command, arguments: args = [] }: typeof params) => {
      const asked = WorkDoneProgressReporter.isNullInstance(reporter) ? undefined : reporter;
      return s.execute(command, args, { token, reporter: asked });
    })(params, token),
  );

  connection.listen();
  return (what, error) => {
    if (session) session.failures.failed(what, error);
    else log(`${what} failed: ${error instanceof Error ? error.stack : String(error)}`);
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
      // Those for people first: editors list them in this order. In an editor with commands of its own, which call ours,
      // nobody else needs to but a code lens.
      commands: client.ownCommands
        ? [serverCommands.insert]
        : [...userCommandNames, ...Object.values(serverCommands)],
      workDoneProgress: true,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** An error as the client gets it: a message that can be shown as it is. */
function toResponseError(error: unknown): ResponseError<unknown> {
  if (error instanceof ResponseError) return error;
  const message = reasonOf(error);
  if (error instanceof Refusal) return new ResponseError(LSPErrorCodes.RequestFailed, message, error.data);
  return new ResponseError(ErrorCodes.InternalError, message);
}
