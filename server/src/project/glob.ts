/** Path patterns as configurations have them: braces, exceptions, and how they are held against paths. */
import { matchesName, matchesNames, type Segment, segment } from './segments';

/** The most patterns that the braces of one may expand to, and those of a list of them. */
const MOST_EXPANSIONS = 256;
const MOST_EXPANSIONS_OF_ALL = 2000;

/** `a.{md,markdown}` as `a.md` and `a.markdown`; braces without a comma, and beyond the limit, are plain characters. */
export function expandBraces(pattern: string, most = MOST_EXPANSIONS): readonly string[] {
  const done: string[] = [];
  const queue = [pattern];
  while (queue.length > 0) {
    const next = queue.pop()!;
    const braces = firstBraces(next);
    if (!braces || done.length + queue.length + braces.choices.length > most) done.push(next);
    else {
      for (const choice of braces.choices) {
        queue.push(next.slice(0, braces.start) + choice + next.slice(braces.end));
      }
    }
  }
  return done;
}

function firstBraces(pattern: string): { start: number; end: number; choices: string[] } | undefined {
  for (let start = pattern.indexOf('{'); start >= 0; start = pattern.indexOf('{', start + 1)) {
    let depth = 0;
    let from = start + 1;
    const choices: string[] = [];
    for (let i = start; i < pattern.length; i++) {
      if (pattern[i] === '{') depth++;
      else if (pattern[i] === ',' && depth === 1) {
        choices.push(pattern.slice(from, i));
        from = i + 1;
      } else if (pattern[i] === '}' && --depth === 0) {
        choices.push(pattern.slice(from, i));
        if (choices.length > 1) return { start, end: i + 1, choices };
        break;
      }
    }
    if (depth > 0) return undefined;
  }
  return undefined;
}

export interface Pattern {
  readonly exclude: boolean;
  /** The pattern's segments, once for each expansion of its braces. */
  readonly segments: readonly (readonly Segment[])[];
}

/** Reads one pattern of a configuration: `*`, `?`, `**`, `{a,b}`, `!` in front; every other character is itself. */
export function pattern(source: string): Pattern {
  return read(source, MOST_EXPANSIONS);
}

function read(source: string, most: number): Pattern {
  const exclude = source.startsWith('!');
  const clean = (exclude ? source.slice(1) : source).replaceAll('\\', '/');
  return {
    exclude,
    segments: expandBraces(clean, most).map((expansion) =>
      expansion
        .split('/')
        .filter((part) => part !== '' && part !== '.')
        .map((part) => segment(part, { classes: false })),
    ),
  };
}

/** Reads the patterns of a list, in the order in which they stand: what the braces of all expand to is bounded. */
export function patterns(sources: readonly string[]): readonly Pattern[] {
  let left = MOST_EXPANSIONS_OF_ALL;
  return sources.map((source) => {
    const one = read(source, Math.min(left, MOST_EXPANSIONS));
    left = Math.max(0, left - one.segments.length);
    return one;
  });
}

/** The first pattern of a list whose braces are not looked into, or not into all of them. */
export function firstCut(sources: readonly string[]): string | undefined {
  const all = patterns(sources);
  return sources.find((source, at) => all[at]!.segments.length < pattern(source).segments.length);
}

/**
 * Whether a path is one that the patterns mean; the last pattern that fits decides.
 *
 * @param path relative to the configuration's folder, with slashes. A pattern that fits one of its folders and
 * ends without a wildcard ("briefings") means everything in that folder. Wildcards pass over hidden names and
 * `node_modules`; a pattern has to write those out.
 */
export function matchesPatterns(patterns: readonly Pattern[], path: string): boolean {
  const names = path.split('/');
  let matched = false;
  for (const candidate of patterns) {
    if (matched !== candidate.exclude) continue;
    if (candidate.segments.some((segments) => matchesPath(segments, names))) matched = !candidate.exclude;
  }
  return matched;
}

const isWild = (part: Segment | undefined): boolean =>
  part === '**' || (part?.some((token) => typeof token === 'object') ?? false);

function matchesPath(segments: readonly Segment[], names: readonly string[]): boolean {
  if (segments.length === 0) return false;
  const fits = (tokens: Exclude<Segment, '**'>, name: string): boolean =>
    (!isSkipped(name) || !isWild(tokens) || tokens[0] === '.') && matchesName(tokens, name);
  const passable = (name: string): boolean => !isSkipped(name);
  if (matchesNames(segments, names, fits, passable)) return true;
  return !isWild(segments.at(-1)) && matchesNames([...segments, '**'], names, fits, passable);
}

/** Hidden names, and the folder of other people's packages. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
