/**
 * Patterns for the names of a path, which take time in proportion to pattern times path, whatever a workspace writes.
 *
 * Glob libraries compile a pattern into a regular expression, and `*a*a*a*a*b` then takes minutes on one
 * long file name. Here a star only ever goes back to the last star before it.
 */
import { getOrInsert, memoized } from '../util/memoize';

/** A piece of a pattern for one name: a character, `?`, `*`, or a class of characters. */
type Token =
  | string
  | { readonly any: 'one' | 'many' }
  | { readonly not: boolean; readonly ranges: readonly (readonly [string, string])[] };

/** A pattern for one name of a path, or `**` for any number of them. */
export type Segment = '**' | readonly Token[];

interface SegmentOptions {
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
export function matchesName(tokens: readonly Token[], name: string): boolean {
  const plain = plainOf(tokens);
  if (plain !== undefined) return plain === name;
  return walk(tokens, /[\ud800-\udfff]/.test(name) ? Array.from(name) : name, isMany, matchesOne);
}

/** The name that a pattern without wildcards means. */
const plainOf = memoized((tokens: readonly Token[]): string | undefined =>
  tokens.every((token) => typeof token === 'string') ? tokens.join('') : undefined,
);

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
  items: ArrayLike<I> & Iterable<I>,
  many: (piece: P | undefined) => boolean,
  fits: (piece: P, item: I) => boolean,
  passable: (item: I) => boolean = () => true,
): boolean {
  let p = 0;
  let i = 0;
  let star = -1;
  let mark = 0;
  // Without much going back it takes a step for each piece and item.
  for (let left = 2 * (pattern.length + items.length); i < items.length; left--) {
    if (left === 0) return walkAbreast(pattern, items, many, fits, passable);
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

/**
 * The same, for what is nearly alike over and over (`*aaaaaab` and a long name of a): all ways at once, as a bit for
 * each piece that may come next, 32 to a step.
 */
function walkAbreast<P, I>(
  pattern: readonly P[],
  items: ArrayLike<I> & Iterable<I>,
  many: (piece: P | undefined) => boolean,
  fits: (piece: P, item: I) => boolean,
  passable: (item: I) => boolean,
): boolean {
  const pieces = pattern.filter((piece, at) => !(many(piece) && many(pattern[at - 1])));
  const width = (pieces.length >> 5) + 1;
  const bits = (is: (piece: P) => boolean): Uint32Array => {
    const made = new Uint32Array(width);
    pieces.forEach((piece, at) => {
      if (is(piece)) made[at >> 5]! |= 1 << (at & 31);
    });
    return made;
  };
  const stars = bits(many);
  const known = new Map<I, Uint32Array>();
  let now = new Uint32Array(width);
  let next = new Uint32Array(width);
  now[0] = many(pieces[0]) ? 3 : 1;
  for (const item of items) {
    const taken = getOrInsert(known, item, () => bits((piece) => !many(piece) && fits(piece, item)));
    const goesOn = passable(item);
    let carried = 0;
    let behind = 0;
    for (let w = 0; w < width; w++) {
      const moved = now[w]! & taken[w]!;
      const stays = goesOn ? now[w]! & stars[w]! : 0;
      const here = (moved << 1) | carried | stays;
      carried = moved >>> 31;
      // Behind a piece that stands for any number, what follows may come at once.
      const through = here & stars[w]!;
      next[w] = here | (through << 1) | behind;
      behind = through >>> 31;
    }
    [now, next] = [next, now];
  }
  return ((now[pieces.length >> 5]! >>> (pieces.length & 31)) & 1) === 1;
}
