/**
 * Path patterns that take time in proportion to pattern times path, whatever a workspace writes.
 *
 * Glob libraries compile a pattern into a regular expression, and `*a*a*a*a*b` then takes minutes on one
 * long file name. Here a star only ever goes back to the last star before it.
 */

/** A piece of a pattern for one name: a character, `?`, `*`, or a class of characters. */
type Token =
  | string
  | { readonly any: 'one' | 'many' }
  | { readonly not: boolean; readonly ranges: readonly (readonly [string, string])[] };

/** A pattern for one name of a path, or `**` for any number of them. */
export type Segment = '**' | readonly Token[];

export interface SegmentOptions {
  /** Whether `[abc]` is a class and `\` an escape (as in .gitignore), or plain characters (as in folder names). */
  readonly classes: boolean;
}

/** Reads a pattern for one name. It contains no slash. */
export function segment(pattern: string, options: SegmentOptions): Segment {
  if (pattern === '**') return '**';
  const characters = Array.from(pattern);
  const tokens: Token[] = [];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!;
    if (character === '*') {
      const last = tokens.at(-1);
      if (typeof last !== 'object' || !('any' in last) || last.any !== 'many') tokens.push({ any: 'many' });
    } else if (character === '?') {
      tokens.push({ any: 'one' });
    } else if (options.classes && character === '\\' && i + 1 < characters.length) {
      tokens.push(characters[++i]!);
    } else if (options.classes && character === '[') {
      const read = characterClass(characters, i);
      tokens.push(read ? read.token : character);
      if (read) i = read.last;
    } else {
      tokens.push(character);
    }
  }
  return tokens;
}

/** Reads `[a-z]` or `[!a-z]` from its bracket on; undefined where it is not closed. */
function characterClass(
  characters: readonly string[],
  start: number,
): { token: Token; last: number } | undefined {
  let i = start + 1;
  const not = characters[i] === '!' || characters[i] === '^';
  if (not) i++;
  const ranges: [string, string][] = [];
  for (let first = true; i < characters.length; i++, first = false) {
    if (characters[i] === ']' && !first) return { token: { not, ranges }, last: i };
    if (characters[i] === '\\' && i + 1 < characters.length) i++;
    const from = characters[i]!;
    let to = from;
    if (characters[i + 1] === '-' && i + 2 < characters.length && characters[i + 2] !== ']') {
      i += 2;
      if (characters[i] === '\\' && i + 1 < characters.length) i++;
      to = characters[i]!;
    }
    ranges.push([from, to]);
  }
  return undefined;
}

function isMany(token: Token | undefined): boolean {
  return typeof token === 'object' && 'any' in token && token.any === 'many';
}

function matchesOne(token: Token, character: string): boolean {
  if (typeof token === 'string') return token === character;
  if ('any' in token) return true;
  const code = character.codePointAt(0)!;
  const inside = token.ranges.some(
    ([from, to]) => from.codePointAt(0)! <= code && code <= to.codePointAt(0)!,
  );
  return inside !== token.not;
}

/** Whether a name fits a pattern for one name. */
function matchesName(tokens: readonly Token[], name: string): boolean {
  const characters = Array.from(name);
  return walk(tokens, characters, isMany, matchesOne);
}

/** Whether the names of a path fit the segments of a pattern. */
export function matchesNames(
  segments: readonly Segment[],
  names: readonly string[],
  fits: (segment: Exclude<Segment, '**'>, name: string) => boolean = matchesName,
  passable: (name: string) => boolean = () => true,
): boolean {
  return walk(
    segments,
    names,
    (candidate) => candidate === '**',
    (candidate, name) => fits(candidate as Exclude<Segment, '**'>, name),
    passable,
  );
}

/**
 * Matches items against a pattern in which some pieces stand for any number of items. After a mismatch only the
 * last such piece takes one more item: what earlier ones took never needs to change.
 */
function walk<P, I>(
  pattern: readonly P[],
  items: readonly I[],
  many: (piece: P | undefined) => boolean,
  fits: (piece: P, item: I) => boolean,
  passable: (item: I) => boolean = () => true,
): boolean {
  let p = 0;
  let i = 0;
  let star = -1;
  let mark = 0;
  while (i < items.length) {
    if (p < pattern.length && many(pattern[p])) {
      star = p++;
      mark = i;
    } else if (p < pattern.length && fits(pattern[p]!, items[i]!)) {
      p++;
      i++;
    } else if (star >= 0 && passable(items[mark]!)) {
      p = star + 1;
      i = ++mark;
    } else {
      return false;
    }
  }
  while (p < pattern.length && many(pattern[p])) p++;
  return p === pattern.length;
}

/** The most patterns that braces may expand to. */
const MOST_EXPANSIONS = 256;

/** `a.{md,markdown}` as `a.md` and `a.markdown`; braces without a comma are plain characters. */
export function expandBraces(pattern: string): readonly string[] {
  const done: string[] = [];
  const queue = [pattern];
  while (queue.length > 0) {
    const next = queue.pop()!;
    const braces = firstBraces(next);
    if (!braces || done.length + queue.length + braces.choices.length > MOST_EXPANSIONS) done.push(next);
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
  const exclude = source.startsWith('!');
  const clean = (exclude ? source.slice(1) : source).replaceAll('\\', '/');
  return {
    exclude,
    segments: expandBraces(clean).map((expansion) =>
      expansion
        .split('/')
        .filter((part) => part !== '' && part !== '.')
        .map((part) => segment(part, { classes: false })),
    ),
  };
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
