/** What goes wrong with files, in plain words. */

import { reasonOf } from '../text/reason';
import messages from './file-errors.json';

const MESSAGES: Readonly<Record<string, string>> = messages;

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
