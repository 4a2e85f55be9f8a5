/** Quotes a path for a command line, if needed, so that it is one word and not an option. */
export function inShell(path: string): string {
  const named = path.startsWith('-') ? `./${path}` : path;
  return /^[\p{L}\p{N}./_:\\-]+$/u.test(named) ? named : `"${named.replaceAll(/["$`\\]/g, '\\$&')}"`;
}
