import { strFromU8, unzipSync } from 'fflate';

/** What our documents say that they were written by; Word puts its own name there when somebody saves them. */
export const APPLICATION = 'Library Advocacy';

/**
 * Whether a .docx is as we wrote it, so that it may be overwritten. One that somebody has edited and saved since is
 * not, and neither is anything that is no .docx.
 */
export function writtenByUs(bytes: Uint8Array): boolean {
  try {
    const name = 'docProps/app.xml';
    const part = unzipSync(bytes, { filter: (file) => file.name === name && file.originalSize < 100_000 })[
      name
    ];
    return part !== undefined && strFromU8(part).includes(`<Application>${APPLICATION}</Application>`);
  } catch {
    return false;
  }
}
