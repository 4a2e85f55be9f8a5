/** The text of a draft's file: how much of it is read, and in which encoding. */
import type { Files } from './files';
import { size } from './project/paths';

/** The most bytes of a draft: a thousand times a long paper. */
export const LARGEST_DRAFT = 64 * 1024 * 1024;

/** The most bytes of a draft among all those of a workspace that an editor has open: it goes on working meanwhile. */
export const LARGEST_OF_MANY = 16 * 1024 * 1024;

/** The text of a draft, or why it has none, in plain words that may follow the file's name and lack a full stop. */
export type DraftText = { readonly text: string } | { readonly problem: string };

/** What is said of a draft that is larger than `most` bytes. */
export function tooLarge(most: number): { readonly problem: string } {
  return { problem: `this is larger than ${size(most)}, the most that is read` };
}

/**
 * Reads a draft from its file.
 *
 * @param most bytes that are read
 * @returns undefined where there is no such file
 * @throws Error with a plain message where it cannot be read, as `Files.read` does
 */
export async function readDraft(files: Files, uri: string, most: number): Promise<DraftText | undefined> {
  const stat = await files.stat(uri);
  if (stat && stat.size > most) return tooLarge(most);
  const bytes = await files.read(uri, most);
  return bytes && textOf(bytes);
}

/** Decodes a draft's file, strictly: one in another encoding would be misread in silence. */
export function textOf(bytes: Uint8Array): DraftText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { problem: 'this is UTF-16. Save it as UTF-8 and try again' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isBinary(bytes) ? { problem: 'this is a binary file, and no text' } : { text };
  } catch {
    if (isBinary(bytes)) return { problem: 'this is a binary file, and no text' };
    return { problem: `line ${lineOfBadByte(bytes)} is not UTF-8. Save the file as UTF-8 and try again` };
  }
}

/** More than a stray NUL in the first 8,000 bytes, as Git looks at it. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8000);
  let count = 0;
  for (const byte of head) if (byte === 0) count++;
  return count > head.length / 1000;
}

function lineOfBadByte(bytes: Uint8Array): number {
  // The longest start that decodes ends before the bad byte.
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle - 1;
    }
  }
  let line = 1;
  for (const byte of bytes.subarray(0, good)) if (byte === 10) line++;
  return line;
}
