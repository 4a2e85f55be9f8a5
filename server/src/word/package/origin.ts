import { strFromU8, strToU8, unzipSync } from 'fflate';
import { NAME } from '../../util/version';
import { crc32, sumOfPart } from './zip';

/** The namespace of the custom XML part that holds the draft. */
export const CARRIED = 'urn:library-advocacy:draft:1';

const PART = 'docProps/app.xml';
/** The application in our documents. Word replaces it when somebody saves them. */
const STAMP = new RegExp(`(<(?:\\w+:)?Application>${NAME})(?: ([0-9a-f]{8}))?(?=</)`);

/** The most bytes of an unpacked document. */
const LARGEST = 512 * 1024 * 1024;

/** Adds a check sum of all parts to the one that names the application. */
export function signed(parts: readonly (readonly [name: string, content: Uint8Array])[]): typeof parts {
  const sum = sumOf(parts);
  return parts.map(([name, content]) =>
    name === PART ? [name, strToU8(strFromU8(content).replace(STAMP, `$1 ${sum}`))] : [name, content],
  );
}

/**
 * Where a .docx comes from: exported and unchanged (so that it may be overwritten), exported and changed or saved
 * since, or another program.
 */
export function originOf(bytes: Uint8Array): 'exported' | 'changed' | 'other' {
  if (writtenByUs(bytes)) return 'exported';
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => /^customXml\/item\d+\.xml$/.test(name) && originalSize < LARGEST,
    });
    const carries = Object.values(found).some((part) => strFromU8(part.subarray(0, 2000)).includes(CARRIED));
    return carries ? 'changed' : 'other';
  } catch {
    return 'other';
  }
}

/** Whether a .docx is unchanged since we wrote it. */
export function writtenByUs(bytes: Uint8Array): boolean {
  try {
    const app = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === PART && originalSize < 100_000,
    });
    const stamp = app[PART] === undefined ? null : STAMP.exec(strFromU8(app[PART]));
    if (stamp === null) return false;
    // Documents of version 0.1 have no check sum.
    if (stamp[2] === undefined) return true;
    let size = 0;
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        if (size > LARGEST) throw new Error('it is too large');
        return true;
      },
    });
    return sumOf(Object.entries(parts)) === stamp[2];
  } catch {
    return false;
  }
}

/** The check sum of all parts but the one that holds it, in any order. */
function sumOf(parts: readonly (readonly [name: string, content: Uint8Array])[]): string {
  const list = parts
    .filter(([name]) => name !== PART)
    .map(([name, content]) => `${name} ${content.length} ${sumOfPart(content)}\n`)
    .sort();
  return crc32(strToU8(list.join('')))
    .toString(16)
    .padStart(8, '0');
}

/** A hash that identifies a file, which may be asked for again and again. */
export function checkSum(bytes: Uint8Array): string {
  return `${bytes.length}-${sumOfPart(bytes).toString(16).padStart(8, '0')}`;
}
