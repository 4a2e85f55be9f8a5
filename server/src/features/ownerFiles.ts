/** Whether a Word document is open in a word processor, which says so by a small file beside it. */
import { decode, type Files } from '../files';
import { folderOf, isInside, join, nameOf } from '../project/paths';

interface OwnerFile {
  /** "Word" or "LibreOffice". */
  readonly program: string;
  /** Who has it open, where the file says so. */
  readonly person: string | undefined;
}

/** A file of such a kind is smaller than this many bytes. */
const LARGEST = 4096;

/**
 * Looks for the file of a word processor beside a document.
 *
 * @param uri of the document
 * @param boundary URI of the folder that nothing is read outside of
 * @returns undefined where no such file lies there; one may be left over from a program that crashed
 */
export async function openInWordProcessor(
  files: Files,
  uri: string,
  boundary: string,
): Promise<OwnerFile | undefined> {
  const [folder, name] = [folderOf(uri), nameOf(uri)];
  const read = async (sign: string): Promise<Uint8Array | undefined> => {
    try {
      // What a link leads to outside is not looked at: neither what it says nor whether it is there may be told.
      if (!(await isInside(files, boundary, join(folder, sign)))) return new Uint8Array();
      const stat = await files.stat(join(folder, sign));
      if (stat?.type !== 'file') return undefined;
      if (stat.size > LARGEST) return new Uint8Array();
      // Word keeps its own from being read on Windows; that it is there says enough.
      return await files.read(join(folder, sign), undefined, boundary).catch(() => new Uint8Array());
    } catch {
      return undefined;
    }
  };
  const word = await read(ownerFileName(name));
  if (word) return { program: 'Word', person: ownerIn(word) };
  const office = await read(`.~lock.${name}#`);
  if (office) return { program: 'LibreOffice', person: personIn(decode(office)) };
  return undefined;
}

/** Word's name for it: "~$" before a short name, and in place of the first letters of a longer one. */
export function ownerFileName(name: string): string {
  const base = name.replace(/\.[^.]*$/, '');
  return `~$${name.slice(Math.min(2, Math.max(0, base.length - 6)))}`;
}

/** The name in Word's file: its length in the first byte, then its letters, each one byte. */
function ownerIn(bytes: Uint8Array): string | undefined {
  const length = bytes[0] ?? 0;
  return printable(String.fromCharCode(...bytes.subarray(1, 1 + Math.min(length, 54))));
}

/** The name in LibreOffice's file: the first of its values, which commas part. */
function personIn(text: string): string | undefined {
  return printable(text.split(',')[0] ?? '');
}

/** Undefined where it is no name to show to anybody. */
function printable(name: string): string | undefined {
  const trimmed = name.trim().slice(0, 60);
  return /^[\p{L}\p{N}][\p{L}\p{N} .,'’()-]*$/u.test(trimmed) ? trimmed : undefined;
}
