/** What goes wrong with files, in plain words. */

import { reasonOf } from '../text/reason';

const MESSAGES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'this is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'something else of that name is in the way',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk can only be read',
  EBUSY: 'another program has it open',
  EMFILE: 'too many files are open',
  EFBIG: 'the file is too large',
  EIO: 'the disk failed',
  EOUTSIDE: 'it lies outside of the folder, or behind a link that leads out',
  EMOVED: 'it was replaced at this moment; try again',
  ENOTFILE: 'this is neither a file nor a folder',
  ERR_FS_FILE_TOO_LARGE: 'the file is too large',
};

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What went wrong with a file, in plain words. */
export function explain(error: unknown): string {
  const code = codeOf(error);
  // Windows says so of a document that Word has open.
  if (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES')) {
    return 'permission denied, or another program has it open';
  }
  return MESSAGES[code] ?? reasonOf(error);
}

/** Runs something; a missing file is undefined (unless `strict`), every other failure has a plain message. */
export async function plainly<T>(run: () => Promise<T>, strict = false): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    const code = codeOf(error);
    if (!strict && (code === 'ENOENT' || code === 'ENOTDIR')) return undefined;
    throw new Error(explain(error), { cause: error });
  }
}

/** An error of files with a code of ours or of the system. */
export function failure(code: string): Error {
  return Object.assign(new Error(), { code });
}
