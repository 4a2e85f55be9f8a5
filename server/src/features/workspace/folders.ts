import type { InitializeParams, WorkspaceFolder, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { FolderIndex } from '../../project/folder-index';

/** The most URIs whose folder is cached. */
const MOST = 1000;

/** The workspace folders. The innermost one around a file limits what its project may read. */
export class Folders {
  #uris: readonly string[] = [];
  #index = new FolderIndex([]);
  /** The innermost folder by URI: each picture of a draft asks for it at each key. */
  readonly #innermost = new Map<string, string | undefined>();

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
    if (!this.#innermost.has(uri)) {
      if (this.#innermost.size >= MOST) this.#innermost.clear();
      this.#innermost.set(uri, this.#index.around(uri).next().value ?? undefined);
    }
    return this.#innermost.get(uri);
  }

  /** The outermost folder that contains a URI, or undefined. */
  outermostAround(uri: string): string | undefined {
    return [...this.#index.around(uri)].at(-1);
  }

  #set(uris: readonly string[]): void {
    // Longest first, so that inner folders come before those around them.
    this.#uris = [...new Set(uris)].sort((a, b) => b.length - a.length);
    this.#index = new FolderIndex(this.#uris);
    this.#innermost.clear();
  }
}
