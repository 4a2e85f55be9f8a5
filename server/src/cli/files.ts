import { randomBytes } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import type { Files } from '../files';

/** The files of this machine. Errors have a plain message in place of Node's: "permission denied". */
export const nodeFiles: Files = {
  async read(uri) {
    return plainly(() => readFile(pathOf(uri)));
  },

  async stat(uri) {
    const found = await plainly(() => stat(pathOf(uri)));
    if (!found) return undefined;
    if (found.isDirectory()) return { type: 'folder', size: 0 };
    // A pipe or a device could block for ever, or never end.
    if (!found.isFile()) throw new Error('this is neither a file nor a folder');
    return { type: 'file', size: found.size };
  },

  async list(uri) {
    const folder = pathOf(uri);
    const entries = (await plainly(() => readdir(folder, { withFileTypes: true }))) ?? [];
    const found = await Promise.all(
      entries.map(async (entry) => {
        const { name } = entry;
        const followed = entry.isSymbolicLink()
          ? await stat(join(folder, name)).catch(() => undefined)
          : entry;
        if (followed?.isFile()) return [{ name, type: 'file' as const }];
        return followed?.isDirectory() ? [{ name, type: 'folder' as const }] : [];
      }),
    );
    return found.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
  },

  async write(uri, bytes) {
    await plainly(() => writeWhole(pathOf(uri), bytes), true);
  },

  async real(uri) {
    return toUri((await plainly(() => realPath(pathOf(uri)), true)) ?? pathOf(uri));
  },
};

/** URI of a path of this machine. */
export function toUri(path: string): string {
  return URI.file(path).toString();
}

function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file')
    throw new Error(`only files on the disk can be read, not “${parsed.scheme}:”`);
  return parsed.fsPath;
}

/** The path with links followed; what does not exist yet hangs from the nearest folder that does. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const parent = dirname(path);
    if (codeOf(error) !== 'ENOENT' || parent === path) throw error;
    return join(await realPath(parent), basename(path));
  }
}

/** Temporary files that are being written, for when the process is told to stop. */
const unfinished = new Set<string>();

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/** Removes what a write in progress would leave behind, and ends the process as the signal would have. */
function stop(signal: keyof typeof SIGNALS): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // It may just have been renamed.
    }
  }
  process.exit(128 + SIGNALS[signal]);
}

/**
 * Listens to signals while something is being written, and only then: a process that listens is not ended by Node
 * itself, and does not hear the signal either while it computes.
 */
function begun(temporary: string): void {
  if (unfinished.size === 0) for (const signal in SIGNALS) process.on(signal, stop);
  unfinished.add(temporary);
}

function ended(temporary: string): void {
  unfinished.delete(temporary);
  if (unfinished.size === 0) for (const signal in SIGNALS) process.off(signal, stop);
}

/**
 * Writes a file so that at any moment there is the old one or the new one, whole. Folders are made where missing,
 * permissions stay as they were, and a link goes on pointing at the file that it points at.
 */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realPath(path);
  const folder = dirname(target);
  await mkdir(folder, { recursive: true });
  const before = await stat(target).catch(() => undefined);
  if (before?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  if (before && !before.isFile()) throw Object.assign(new Error(), { code: 'ENOTFILE' });
  // A rename asks for rights on the folder only: a file that may not be written must not be replaced either.
  if (before) await (await open(target, 'r+')).close();
  const temporary = join(folder, `.advocacy-${randomBytes(8).toString('hex')}.tmp`);
  begun(temporary);
  let file: FileHandle | undefined;
  try {
    file = await open(temporary, 'wx');
    if (before) await file.chmod(before.mode & 0o7777);
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    file = undefined;
    await rename(temporary, target);
  } catch (error) {
    await file?.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  } finally {
    ended(temporary);
  }
}

const MESSAGES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'this is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk can only be read',
  EBUSY: 'another program has it open',
  EMFILE: 'too many files are open',
  EFBIG: 'the file is too large',
  EIO: 'the disk failed',
  ENOTFILE: 'this is not a file',
  ERR_FS_FILE_TOO_LARGE: 'the file is too large',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What went wrong with a file, in plain words. */
export function explain(error: unknown): string {
  const code = codeOf(error);
  // Windows says so of a document that Word has open.
  if (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES')) {
    return 'permission denied, or another program has it open';
  }
  return MESSAGES[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Runs something; a missing file is undefined (unless `strict`), every other failure has a plain message. */
async function plainly<T>(run: () => Promise<T>, strict = false): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    const code = codeOf(error);
    if (!strict && (code === 'ENOENT' || code === 'ENOTDIR')) return undefined;
    throw new Error(explain(error), { cause: error });
  }
}
