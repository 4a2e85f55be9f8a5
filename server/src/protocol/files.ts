/** Server → client: requests for files that are not on the server's disk. A missing file is `null`; other failures are errors. */
export const fileRequests = {
  /** `UriParams` → `FileContent | null` */
  read: 'advocacy/fs/read',
  /** `UriParams` → `FileStat | null`; follows symbolic links */
  stat: 'advocacy/fs/stat',
  /** `UriParams` → `FolderEntry[]`; empty for a missing folder */
  list: 'advocacy/fs/list',
  /** `WriteParams` → `null`; replaces the file, and makes missing folders */
  write: 'advocacy/fs/write',
} as const;

export interface UriParams {
  readonly uri: string;
}

export interface FileContent {
  /** In base64, with padding. */
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
