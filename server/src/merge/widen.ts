import { fillGaps } from '../align/gaps';
import { definitionOf } from '../word/definitions';
import type { Leaf } from './leaves';

/**
 * Joins two changes if only spaces or punctuation are unchanged between them, so that a new sentence becomes one
 * change instead of one for every word.
 */
export function widen(shown: string, text: string, map: Int32Array): void {
  const islands: [number, number][] = [];
  for (let from = 0; from < map.length; ) {
    let to = from + 1;
    while (to < map.length && map[from] !== -1 && map[to] === map[from]! + to - from) to++;
    if (map[from] === -1) while (to < map.length && map[to] === -1) to++;
    else islands.push([from, to]);
    from = to;
  }
  for (const [at, [from, to]] of islands.entries()) {
    const before = at === 0 ? undefined : islands[at - 1]!;
    const after = islands[at + 1];
    if (before === undefined || after === undefined || /[\p{L}\p{N}]/u.test(shown.slice(from, to))) continue;
    const changedBefore = from > before[1] && map[from]! > map[before[1] - 1]! + 1;
    const changedAfter = after[0] > to && map[after[0]]! > map[to - 1]! + 1;
    if (changedBefore && changedAfter && text.slice(map[from]!, map[from]! + to - from) !== '\n')
      map.fill(-1, from, to);
  }
}

/** Marks with -2 what is blank of a text that is shown, and beside nothing else that is not in the other text. */
export function skipBlanks(shown: string, text: string, map: Int32Array): void {
  const [start, end] = [shown.search(/\S/), shown.trimEnd().length];
  for (let from = 0, to = 0; from < map.length; from = to) {
    while (to < map.length && map[to] === -1) to++;
    const instead = text.slice((map[from - 1] ?? -1) + 1, map[to]);
    // A line break is seen, but at the ends of a paragraph.
    const isSeen = from >= start && to <= end && `${shown.slice(from, to)}${instead}`.includes('\n');
    if (to > from && !isSeen && shown.slice(from, to).trim() === '') map.fill(-2, from, to);
    while (to < map.length && map[to] !== -1) to++;
  }
}

/** Where a leaf has line ends, which count as spaces. */
function lineEndsIn({ text, pieces }: Leaf): number[] {
  return pieces.flatMap(({ exact, start }) => (!exact && text[start] === ' ' ? [start] : []));
}

/** A leaf with line breaks for its line ends, where the export broke all of them, so that one that is gone is missed. */
export function withLinesAsExported(leaf: Leaf, breaks: number): Leaf {
  const ends =
    leaf.node.type === 'paragraph' && definitionOf(leaf.node) !== undefined ? [] : lineEndsIn(leaf);
  return ends.length === 0 || breaks - breaksIn(leaf.text) < ends.length ? leaf : broken(leaf, ends);
}

function broken(leaf: Leaf, ends: readonly number[]): Leaf {
  const units = leaf.text.split('');
  for (const end of ends) units[end] = '\n';
  return { ...leaf, text: units.join('') };
}

const breaksIn = (text: string): number => text.split('\n').length - 1;

/**
 * The text of a leaf with line breaks for its line ends, if most of them are shown so, as in an address: a space that
 * somebody typed is none of them then.
 */
export function withLinesAsShown(shown: string, leaf: Leaf): string {
  const ends = lineEndsIn(leaf);
  if (ends.length === 0 || 2 * (breaksIn(shown) - breaksIn(leaf.text)) <= ends.length) return leaf.text;
  return broken(leaf, ends).text;
}

/** Pairs line breaks that are shown with ends of lines of the draft, which the export breaks in addresses and the like. */
export function pairLineEnds(shown: string, leaf: Leaf, map: Int32Array): void {
  const ends = new Set(lineEndsIn(leaf));
  if (ends.size === 0) return;
  fillGaps(map, leaf.text.length, (from, to, other, end) => {
    let next = other;
    return Array.from(shown.slice(from, to), (one) => {
      while (one === '\n' && next < end && !ends.has(next)) next++;
      return one === '\n' && next < end ? next++ - other : -1;
    });
  });
}
