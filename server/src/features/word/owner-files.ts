/** Finds out whether a Word document is open in a word processor, by the owner file or lock file beside it. */
import { decode, type Files } from '../../files';
import { folderOf, isInside, join, nameOf } from '../../project/paths';

interface OwnerFile {
  /** "Word" or "LibreOffice". */
  readonly program: string;
  /** Who has it open, where the file says so. */
  readonly person: string | undefined;
}

/** Such files are smaller than this, in bytes. */
const LARGEST = 4096;

/**
 * Looks for the owner file of Word or the lock file of LibreOffice beside a document.
 *
 * @param uri of the document
 * @param boundary URI of the folder that nothing is read outside of
 * @returns undefined where there is none; one may be left from a program that crashed
 */
export async function openInWordProcessor(
  files: Files,
  uri: string,
  boundary: string,
): Promise<OwnerFile | undefined> {
  const [folder, name] = [folderOf(uri), nameOf(uri)];
  const read = async (sign: string): Promise<Uint8Array | undefined> => {
    try {
      // A link that leads out of the folder is not followed; not even whether its target exists may show.
      if (!(await isInside(files, boundary, join(folder, sign)))) return new Uint8Array();
      const stat = await files.stat(join(folder, sign));
      if (stat?.type !== 'file') return undefined;
      if (stat.size > LARGEST) return new Uint8Array();
      // On Windows, Word locks its owner file. That it exists is enough.
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

/** The name of Word's owner file: "~$" before a short name, and in place of the first characters of a longer one. */
export function ownerFileName(name: string): string {
  const base = name.replace(/\.[^.]*$/, '');
  return `~$${name.slice(Math.min(2, Math.max(0, base.length - 6)))}`;
}

/** The user name in Word's owner file: its length in the first byte, then one byte for each character. */
function ownerIn(bytes: Uint8Array): string | undefined {
  const length = bytes[0] ?? 0;
  return printable(String.fromCharCode(...bytes.subarray(1, 1 + Math.min(length, 54))));
}

/** The user name in LibreOffice's lock file: the first of its comma-separated values. */
function personIn(text: string): string | undefined {
  return printable(text.split(',')[0] ?? '');
}

/** A name that can be shown; undefined for anything else. */
function printable(name: string): string | undefined {
  const trimmed = name.trim().slice(0, 60);
  return /^[\p{L}\p{N}][\p{L}\p{N} .,'’()-]*$/u.test(trimmed) ? trimmed : undefined;
}
