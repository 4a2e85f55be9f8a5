/**
 * What a .gitignore leaves out. The rules are git's (gitignore(5)); matching takes time in proportion to pattern
 * times path, which a .gitignore in somebody else's folder cannot stretch.
 */
import { matchesNames, type Segment, segment } from './glob';

interface IgnoreRule {
  readonly include: boolean;
  readonly onlyFolders: boolean;
  readonly segments: readonly Segment[];
}

/** The rules of one .gitignore. */
export type IgnoreRules = readonly IgnoreRule[];

/** The most rules of one file, and the longest, that are looked at. */
const MOST_RULES = 10_000;
const LONGEST_RULE = 1_000;

/** Reads the text of a .gitignore. */
export function readGitignore(text: string): IgnoreRules {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, MOST_RULES)
    .flatMap((line) => readRule(line) ?? []);
}

function readRule(line: string): IgnoreRule | undefined {
  if (line.length > LONGEST_RULE || line.startsWith('#')) return undefined;
  let rule = withoutTrailingBlanks(line);
  const include = rule.startsWith('!');
  if (include) rule = rule.slice(1);
  const onlyFolders = rule.endsWith('/');
  if (onlyFolders) rule = rule.slice(0, -1);
  if (rule === '' || rule === '/') return undefined;
  const anchored = rule.includes('/');
  const parts = rule.replace(/^\//, '').split('/');
  // An empty name ("a//b") fits nothing.
  if (parts.includes('')) return undefined;
  const segments = parts.map((part) => segment(part, { classes: true }));
  // "a/**" is what lies in a, not a itself.
  const inside = segments.length > 1 && segments.at(-1) === '**';
  const tail = inside ? [...segments, segment('*', { classes: true })] : segments;
  return { include, onlyFolders, segments: anchored ? tail : ['**', ...tail] };
}

function withoutTrailingBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ') end--;
  // A blank after a backslash counts.
  let backslashes = 0;
  while (end - backslashes > 0 && line[end - backslashes - 1] === '\\') backslashes++;
  return line.slice(0, end < line.length && backslashes % 2 === 1 ? end + 1 : end);
}

/**
 * What the rules say of one path: ignored, not ignored although an earlier rule said so, or nothing.
 *
 * @param names the path's names, relative to the folder of the .gitignore. Its folders have been asked before: what
 * lies in an ignored folder stays ignored.
 */
export function isIgnored(
  rules: IgnoreRules,
  names: readonly string[],
  isFolder: boolean,
): boolean | undefined {
  for (let i = rules.length - 1; i >= 0; i--) {
    const { include, onlyFolders, segments } = rules[i]!;
    if ((!onlyFolders || isFolder) && matchesNames(segments, names)) return !include;
  }
  return undefined;
}
