/** The text of a draft's file: how much of it is read, and in which encoding. */
import { decode, type Files } from '../files';
import { lineNotUtf8 } from '../files/utf8';
import { size } from './paths';

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
  if (isBinary(bytes))
    return {
      problem:
        'this is a binary file, and no text. What another program can open can be read once it is saved as .docx',
    };
  const line = lineNotUtf8(bytes);
  return line === undefined
    ? { text: decode(bytes) }
    : { problem: `line ${line} is not UTF-8. Save the file as UTF-8 and try again` };
}

/** More than a stray NUL in the first 8,000 bytes, as Git looks at it. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8000);
  let count = 0;
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1)) count++;
  return count > head.length / 1000;
}
