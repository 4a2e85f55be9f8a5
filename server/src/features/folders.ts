import type { InitializeParams, WorkspaceFolder, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { relativePath } from '../project/paths';

/** The workspace folders. The innermost one around a file limits what its project may read. */
export class Folders {
  #uris: readonly string[] = [];

  start({ workspaceFolders, rootUri }: InitializeParams): void {
    this.#set(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map((folder: WorkspaceFolder) => folder.uri));
    this.#set([...this.#uris.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
  }

  all(): readonly string[] {
    return this.#uris;
  }

  /** The innermost folder that contains a URI, or undefined. */
  around(uri: string): string | undefined {
    return this.#uris.find((folder) => relativePath(folder, uri) !== undefined);
  }

  /** The outermost folder that contains a URI, or undefined. */
  outermostAround(uri: string): string | undefined {
    return this.#uris.findLast((folder) => relativePath(folder, uri) !== undefined);
  }

  #set(uris: readonly string[]): void {
    // Longest first, so that the innermost of nested folders is found first.
    this.#uris = [...new Set(uris)].sort((a, b) => b.length - a.length);
  }
}
