/**
 * What a .gitignore leaves out. The rules are git's (gitignore(5)); matching takes time in proportion to pattern
 * times path, which a .gitignore in somebody else's folder cannot stretch.
 */
import { getOrInsert, memoized } from '../util/memoize';
import { matchesNames, type Segment, segment } from './segments';

interface IgnoreRule {
  readonly include: boolean;
  readonly onlyFolders: boolean;
  readonly segments: readonly Segment[];
}

/** The rules of one .gitignore. */
export type IgnoreRules = readonly IgnoreRule[];

/** The most rules of one file, of those the last with wildcards in the name, and the longest, that are looked at. */
const MOST_RULES = 10_000;
const MOST_WILD_RULES = 1000;
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
  const { plain, wild } = byLastName(rules);
  const named = plain.get(names.at(-1)!) ?? [];
  // Both lists are from the last rule to the first: the last one that fits decides.
  for (let n = 0, w = 0; n < named.length || w < wild.length; ) {
    const at = w >= wild.length || (n < named.length && named[n]! > wild[w]!) ? named[n++]! : wild[w++]!;
    const { include, onlyFolders, segments } = rules[at]!;
    if ((!onlyFolders || isFolder) && matchesNames(segments, names)) return !include;
  }
  return undefined;
}

/** Places of the rules, from the last to the first: of those that end in a plain name by that name, and of the others. */
const byLastName = memoized((rules: IgnoreRules) => {
  const plain = new Map<string, number[]>();
  const wild: number[] = [];
  for (let i = rules.length - 1; i >= 0; i--) {
    const last = rules[i]!.segments.at(-1)!;
    if (last !== '**' && last.every((token) => typeof token === 'string'))
      getOrInsert(plain, last.join(''), (): number[] => []).push(i);
    else if (wild.length < MOST_WILD_RULES) wild.push(i);
  }
  return { plain, wild };
});
