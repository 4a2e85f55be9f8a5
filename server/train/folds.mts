/** Functions for scripts that fit models to marked drafts. */
import { fileURLToPath } from 'node:url';

/** The folders of marked drafts in the arguments of a command, or else those for fitting. */
export function foldersIn(argv: readonly string[]): readonly string[] {
  const named = argv.filter((arg) => !arg.startsWith('--'));
  if (named.length > 0) return named;
  return ['read-twice', 'read-once', 'other-hands'].map((name) =>
    fileURLToPath(new URL(`marks/${name}`, import.meta.url)),
  );
}

/** The number of folds, each left out once. */
export const FOLDS = 8;

/** The fold of a draft, which depends only on its name. */
export function foldOf(file: string, folds = FOLDS): number {
  let hash = 7;
  for (const char of file) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0) % folds;
}

/** Words for comparing an editor's quotation with a draft. */
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
