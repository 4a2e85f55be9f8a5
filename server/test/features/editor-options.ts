import type { InitializeParams } from 'vscode-languageserver-protocol/node';

/** What an editor of the tests is, and where. */
export interface EditorOptions {
  /** Besides `--stdio`. */
  readonly args?: readonly string[];
  /** Asks for diagnostics, as VS Code does. */
  readonly pulls?: boolean;
  /** Files to lie in the workspace's folder, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Folders of the workspace, relative to the temporary folder; by default that folder. */
  readonly folders?: readonly string[];
  /** Settings under `advocacy`; undefined for a client that does not answer `workspace/configuration`. */
  readonly settings?: Record<string, unknown>;
  readonly initializationOptions?: Record<string, unknown>;
  /** Answers to the server's requests besides the usual ones. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
  /** Changes what the client says of itself. */
  readonly initialize?: (params: InitializeParams) => InitializeParams;
  /** Has the server as it is shipped in a process of its own, which costs a start. */
  readonly ownProcess?: boolean;
  /** Variables of that process, which it then has. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What it says of itself as it starts: what VS Code does, unless its options are otherwise. */
export function asVsCode(
  options: EditorOptions,
  uri: (path: string) => string,
  ownProcess: boolean,
): InitializeParams {
  const dynamicRegistration = true;
  const folders = (options.folders ?? ['']).map((path) => ({
    uri: uri(path),
    name: path || 'root',
  }));
  return {
    processId: ownProcess ? process.pid : null,
    rootUri: folders[0]?.uri ?? null,
    workspaceFolders: folders,
    // As VS Code; what other editors are offered has tests of its own.
    initializationOptions: { ownCommands: true, ...options.initializationOptions },
    capabilities: {
      workspace: {
        applyEdit: true,
        workspaceFolders: true,
        configuration: options.settings !== undefined,
        didChangeConfiguration: { dynamicRegistration },
        didChangeWatchedFiles: { dynamicRegistration, relativePatternSupport: true },
        workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
        codeLens: { refreshSupport: true },
        ...(options.pulls && { diagnostics: { refreshSupport: true } }),
      },
      textDocument: {
        synchronization: { dynamicRegistration },
        publishDiagnostics: { versionSupport: true, codeDescriptionSupport: true, relatedInformation: true },
        codeAction: { resolveSupport: { properties: ['edit'] } },
        completion: { completionItem: { snippetSupport: true } },
        ...(options.pulls && { diagnostic: { dynamicRegistration } }),
      },
      window: { workDoneProgress: true },
    },
  };
}
