import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol';

/** What the client can do, as far as it matters here. */
export interface Client {
  /** It asks for diagnostics, so none are pushed for documents. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsRulePages: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  /** It can be asked to tell of more documents that are open than Markdown. */
  readonly registersDocuments: boolean;
  readonly watchesFiles: boolean;
  /** Takes patterns relative to a folder for the files to watch. */
  readonly watchesByFolder: boolean;
  readonly hasFolders: boolean;
  readonly appliesEdits: boolean;
  /** Takes edits that say for which version they are. */
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  /** Asks for a code action's edit when it is chosen. */
  readonly resolvesEdits: boolean;
  readonly insertsSnippets: boolean;
  readonly showsProgress: boolean;
  /** Answers the requests for files of `protocol/files.ts`. */
  readonly editorFiles: boolean;
  /** It opens the list of completions itself, and wants no trigger characters. */
  readonly asksForCompletion: boolean;
  /** It can be told what to select once an edit is made. */
  readonly selects: boolean;
  /** It can be told to save what an edit changed. */
  readonly saves: boolean;
  /** It lets the user choose a fact to insert. */
  readonly picksEvidence: boolean;
  /** It can list code actions that would only clutter its light bulb. */
  readonly asksForMore: boolean;
  /** It has commands of its own for what `userCommands` do. */
  readonly ownCommands: boolean;
  /** It lets the user choose from a list that comes with a message. */
  readonly asks: boolean;
  /** Settings that came with `initialize`. */
  readonly settings: unknown;
}

export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { workspace = {}, textDocument = {}, window = {} } = capabilities ?? {};
  const options: InitializationOptions =
    typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions : {};
  return {
    pullsDiagnostics: textDocument.diagnostic !== undefined,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    showsRulePages: textDocument.publishDiagnostics?.codeDescriptionSupport !== false,
    refreshesCodeLenses: workspace.codeLens?.refreshSupport === true,
    answersConfiguration: workspace.configuration === true,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    registersDocuments: textDocument.synchronization?.dynamicRegistration === true,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesByFolder: workspace.didChangeWatchedFiles?.relativePatternSupport === true,
    hasFolders: workspace.workspaceFolders === true,
    appliesEdits: workspace.applyEdit === true,
    versionedEdits: workspace.workspaceEdit?.documentChanges === true,
    createsFiles: workspace.workspaceEdit?.resourceOperations?.includes('create') === true,
    resolvesEdits: textDocument.codeAction?.resolveSupport?.properties.includes('edit') === true,
    insertsSnippets: textDocument.completion?.completionItem?.snippetSupport === true,
    showsProgress: window.workDoneProgress === true,
    editorFiles: options.editorFiles === true,
    asksForCompletion: options.asksForCompletion === true,
    selects: options.selects === true,
    saves: options.saves === true,
    picksEvidence: options.picksEvidence === true,
    asksForMore: options.asksForMore === true,
    ownCommands: options.ownCommands === true,
    asks: window.showMessage?.messageActionItem !== undefined,
    settings: options.settings,
  };
}
