/** A path as a word of a command line: in quotation marks where it needs them, and never taken for an option. */
export function inShell(path: string): string {
  const named = path.startsWith('-') ? `./${path}` : path;
  return /^[\p{L}\p{N}./_:\\-]+$/u.test(named) ? named : `"${named.replaceAll(/["$`\\]/g, '\\$&')}"`;
}
