import type { Files } from '../../files';
import {
  type FileContent,
  type FileStat,
  type FolderEntry,
  fileRequests,
  type UriParams,
  type WriteParams,
} from '../../protocol';
import { base64ToBytes, bytesToBase64 } from './base64';

/** Sends a request to the client. */
type Ask = <R>(method: string, params: UriParams | WriteParams) => Promise<R>;

/** Files through the editor, which knows folders that are on no disk: a remote repository, a browser's storage. */
export function editorFiles(ask: Ask): Files {
  return {
    async read(uri, most = Number.POSITIVE_INFINITY) {
      const content = await ask<FileContent | null>(fileRequests.read, { uri });
      const bytes = content ? base64ToBytes(content.base64) : undefined;
      if (bytes && bytes.length > most) throw new Error('the file is too large');
      return bytes;
    },
    async stat(uri) {
      return (await ask<FileStat | null>(fileRequests.stat, { uri })) ?? undefined;
    },
    async list(uri) {
      const entries = (await ask<readonly FolderEntry[] | null>(fileRequests.list, { uri })) ?? [];
      return [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
    async write(uri, bytes) {
      await ask(fileRequests.write, { uri, base64: bytesToBase64(bytes) });
    },
    // The editor's files know no symbolic links.
    real: async (uri) => uri,
  };
}

/** For a client that answers no such requests: there are no files. */
export const noFiles: Files = {
  read: async () => undefined,
  stat: async () => undefined,
  list: async () => [],
  write: async (uri) => {
    throw new Error(`The editor cannot write ${uri}.`);
  },
  real: async (uri) => uri,
};

/** `disk` for `file:` URIs, `others` for every other scheme. */
export function filesByScheme(disk: Files, others: Files): Files {
  const of = (uri: string): Files => (/^file:/i.test(uri) ? disk : others);
  return {
    read: (uri, most, inside) => of(uri).read(uri, most, inside),
    stat: (uri) => of(uri).stat(uri),
    list: (uri) => of(uri).list(uri),
    write: (uri, bytes, inside) => of(uri).write(uri, bytes, inside),
    real: (uri) => of(uri).real(uri),
    ...(disk.deflate && { deflate: disk.deflate }),
    ...(disk.history && { history: disk.history }),
  };
}
