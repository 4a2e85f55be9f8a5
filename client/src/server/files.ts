import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { type BaseLanguageClient, LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import { base64ToBytes, bytesToBase64 } from '../../../server/src/features/client/base64';
import {
  type FileContent,
  type FileStat,
  type FolderEntry,
  fileRequests,
  type UriParams,
  type WriteParams,
} from '../../../server/src/protocol';

/** Answers the server's requests for files that are not on its disk: virtual folders, and everything in a browser. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(
    fileRequests.read,
    ({ uri }: UriParams): Promise<FileContent | null> =>
      orNull(async () => ({ base64: bytesToBase64(await workspace.fs.readFile(Uri.parse(uri, true))) })),
  );
  client.onRequest(
    fileRequests.stat,
    ({ uri }: UriParams): Promise<FileStat | null> =>
      orNull(async () => {
        const { type, size } = await workspace.fs.stat(Uri.parse(uri, true));
        return { type: kind(type), size };
      }),
  );
  client.onRequest(fileRequests.list, async ({ uri }: UriParams): Promise<FolderEntry[]> => {
    const entries = await orNull(async () => workspace.fs.readDirectory(Uri.parse(uri, true)));
    return (entries ?? []).map(([name, type]) => ({ name, type: kind(type) }));
  });
  client.onRequest(fileRequests.write, async ({ uri, base64 }: WriteParams): Promise<null> => {
    const target = Uri.parse(uri, true);
    try {
      await workspace.fs.createDirectory(Uri.joinPath(target, '..'));
      await workspace.fs.writeFile(target, base64ToBytes(base64));
    } catch (error) {
      if (!(error instanceof FileSystemError)) throw error;
      // The server explains it in its own words, by the code.
      throw new ResponseError(LSPErrorCodes.RequestFailed, error.message, { code: error.code });
    }
    return null;
  });
}

const kind = (type: FileType): 'file' | 'folder' => (type & FileType.Directory ? 'folder' : 'file');

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    // Without an extension that provides its scheme, a file counts as missing.
    if (
      error instanceof FileSystemError &&
      ['FileNotFound', 'FileNotADirectory', 'Unavailable'].includes(error.code)
    ) {
      return null;
    }
    throw error;
  }
}
