import type { InitializeParams, WorkspaceEdit } from 'vscode-languageserver';
import type { InitializationOptions } from '../../protocol';

/** What the client can do, as far as it matters here. */
export type Client = Readonly<ReturnType<typeof readClient>>;

/** Applies an edit through the client. Resolves to whether it did; throws a Refusal where it says why not. */
export type ApplyEdit = (label: string, edit: WorkspaceEdit) => Promise<boolean>;

export function readClient({ capabilities, initializationOptions }: InitializeParams) {
  const { workspace = {}, textDocument = {}, window = {} } = capabilities ?? {};
  const options: InitializationOptions =
    typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions : {};
  return {
    /** It asks for diagnostics, so none are pushed for documents. */
    pullsDiagnostics: textDocument.diagnostic !== undefined,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    showsRulePages: textDocument.publishDiagnostics?.codeDescriptionSupport !== false,
    showsOtherPlaces: textDocument.publishDiagnostics?.relatedInformation === true,
    refreshesCodeLenses: workspace.codeLens?.refreshSupport === true,
    answersConfiguration: workspace.configuration === true,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    /** It can be asked to tell of more documents that are open than Markdown. */
    registersDocuments: textDocument.synchronization?.dynamicRegistration === true,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    /** Takes patterns relative to a folder for the files to watch. */
    watchesByFolder: workspace.didChangeWatchedFiles?.relativePatternSupport === true,
    hasFolders: workspace.workspaceFolders === true,
    appliesEdits: workspace.applyEdit === true,
    /** Takes edits that say for which version they are. */
    versionedEdits: workspace.workspaceEdit?.documentChanges === true,
    createsFiles: workspace.workspaceEdit?.resourceOperations?.includes('create') === true,
    /** Asks for a code action's edit when it is chosen. */
    resolvesEdits: textDocument.codeAction?.resolveSupport?.properties.includes('edit') === true,
    insertsSnippets: textDocument.completion?.completionItem?.snippetSupport === true,
    showsProgress: window.workDoneProgress === true,
    /** Answers the requests for files of `protocol/files.ts`. */
    editorFiles: options.editorFiles === true,
    /** It opens the list of completions itself, and wants no trigger characters. */
    asksForCompletion: options.asksForCompletion === true,
    /** It can be told what to select once an edit is made. */
    selects: options.selects === true,
    /** It can be told to save what an edit changed. */
    saves: options.saves === true,
    /** It lets the user choose a fact to insert. */
    picksEvidence: options.picksEvidence === true,
    /** It can list code actions that would only clutter its light bulb. */
    asksForMore: options.asksForMore === true,
    /** It has commands of its own for what `userCommands` do. */
    ownCommands: options.ownCommands === true,
    /** It lets the user choose from a list that comes with a message. */
    asks: window.showMessage?.messageActionItem !== undefined,
    /** Settings that came with `initialize`. */
    settings: options.settings,
  };
}
