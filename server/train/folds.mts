/** What those that fit to marked drafts share. */
import { fileURLToPath } from 'node:url';

/** The folders of marked drafts among the arguments of a command; those to learn from where it names none. */
export function foldersIn(argv: readonly string[]): readonly string[] {
  const named = argv.filter((arg) => !arg.startsWith('--'));
  if (named.length > 0) return named;
  return ['read-twice', 'read-once', 'other-hands'].map((name) =>
    fileURLToPath(new URL(`marks/${name}`, import.meta.url)),
  );
}

/** Into how many drafts are parted, each left out once. */
export const FOLDS = 8;

/** The fold that a draft is left out with: the same every time. */
export function foldOf(file: string, folds = FOLDS): number {
  let hash = 7;
  for (const char of file) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0) % folds;
}

/** Words as quoted by an editor and as they stand in a draft, to be compared. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/[*_`\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
