/** Files that are not on the disk of the server: what it asks the editor for. */

/** Server → client, with `workspace.fs` behind them. A missing file is `null`, not an error; other failures are errors. */
export const fileRequests = {
  /** `UriParams` → `FileContent | null` */
  read: 'advocacy/fs/read',
  /** `UriParams` → `FileStat | null`; symbolic links are followed */
  stat: 'advocacy/fs/stat',
  /** `UriParams` → `FolderEntry[]`; empty where there is no such folder */
  list: 'advocacy/fs/list',
  /** `WriteParams` → `null`; the file is written whole, its folders made where missing */
  write: 'advocacy/fs/write',
} as const;

export interface UriParams {
  readonly uri: string;
}

export interface FileContent {
  /** The file's bytes in base64, with padding. */
  readonly base64: string;
}

export interface FileStat {
  readonly type: 'file' | 'folder';
  /** In bytes. */
  readonly size: number;
}

export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder';
}

export interface WriteParams extends UriParams, FileContent {}
