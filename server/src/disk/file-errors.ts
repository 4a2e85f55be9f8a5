/** What goes wrong with files, in plain words. */

import { reasonOf } from '../text/error-message';
import messages from './file-errors.json';

const MESSAGES: Readonly<Record<string, string>> = messages;

/** What Node has no name for and calls “Unknown system error -122”, by its number on Linux and on macOS. */
const UNNAMED: Readonly<Record<string, string>> =
  process.platform === 'darwin' ? { 69: 'EDQUOT', 70: 'ESTALE' } : { 122: 'EDQUOT', 116: 'ESTALE' };

export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return UNNAMED[/^Unknown system error -(\d+)$/.exec(code)?.[1] ?? ''] ?? code;
}

/** What went wrong with a file, in plain words. */
export function explain(error: unknown): string {
  const code = codeOf(error);
  // Windows says so of a document that Word has open.
  if (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES')) {
    return 'permission denied, or another program has it open';
  }
  return MESSAGES[code] ?? withoutCall(reasonOf(error));
}

/** Node’s “EXDEV: cross-device link not permitted, rename '/a' -> '/b'” without the code, the call and its paths. */
function withoutCall(message: string): string {
  return message.replace(/^[A-Z0-9_]+: ([^\n,]+), [a-z]+(?: '.*)?$/s, '$1');
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
