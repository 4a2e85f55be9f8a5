import { size } from '../project/paths';
import { explain, readWhole } from './files';

/** The largest draft that is read: a thousand times a long paper. */
export const LARGEST = 64 * 1024 * 1024;

/** The text of a draft, or why it has none, in plain words. */
export type Read = { readonly text: string } | { readonly problem: string };

/** Reads a draft from a file. Never throws. */
export async function readDraft(path: string): Promise<Read> {
  try {
    return textOf(await readWhole(path, LARGEST));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EFBIG') return tooLarge();
    return { problem: code === 'ENOENT' ? 'there is no such file' : explain(error) };
  }
}

/** Reads a draft from a stream. Never throws. */
export async function readStream(stream: AsyncIterable<Buffer | string>): Promise<Read> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      length += bytes.length;
      if (length > LARGEST) return tooLarge();
      chunks.push(bytes);
    }
  } catch (error) {
    return { problem: explain(error) };
  }
  return textOf(Buffer.concat(chunks));
}

function tooLarge(): Read {
  return { problem: `this is larger than ${size(LARGEST)}, the most that is read` };
}

/** Decodes a file, strictly: a draft in another encoding would be misread in silence. */
export function textOf(bytes: Uint8Array): Read {
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
