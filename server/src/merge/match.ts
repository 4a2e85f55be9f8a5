import { standsAbove } from '../import/front-matter';
import { type CarriedParagraph, fingerprint } from '../word/carried';
import { align, likeness } from './align';
import { type Added, before, type Group } from './groups';
import { type Leaf, NOTE } from './leaves';

/** A paragraph of a document, and what it is of the draft. */
export interface Placed {
  readonly group: Group | Added;
  /** Position of the leaf that it shows; undefined where it shows none. */
  readonly leaf?: number;
  /** Whether its text was the same when it was exported. */
  readonly same: boolean;
  /** Whether it was exported at all: what was not was added without tracking. */
  readonly exported: boolean;
  /** What it said then, where the export writes it of its own and it says something else now. */
  readonly was?: string;
}

export interface Match {
  /** In the order of the document. */
  readonly placed: readonly Placed[];
  /** Leaves that were exported and are gone: deleted without tracking. */
  readonly gone: ReadonlySet<number>;
  /** What the export wrote of its own and the document has no more. */
  readonly lost: readonly string[];
}

/** Two paragraphs with less in common are two, in a stretch where nothing else tells which is which. */
const ALIKE = 0.3;

/** More paragraphs in a stretch are taken one after the other. */
const MOST_COMPARED = 200;

/** Finds for each paragraph of a reviewed document what it shows of its draft. */
export function match(
  leaves: readonly Leaf[],
  exported: readonly CarriedParagraph[],
  groups: readonly (Group | Added)[],
): Match {
  const own = groups.flatMap((group, at) =>
    'by' in group || before(group.parts).trim() === '' ? [] : [{ ...group, at }],
  );
  const texts = own.map(({ parts }) => before(parts));
  const prints = texts.map((text) => printOf(text));
  const pairs = align(
    exported.map(({ print }) => print),
    prints,
  );
  const shownBy = leafOfEach(leaves, exported);
  const leafText = (at: number): string => (shownBy[at] === undefined ? '' : leaves[shownBy[at]!]!.text);
  fillGaps(pairs, own.length, (from, to, other, end) => {
    return pairAlike(to - from, end - other, (a, b) => {
      const { block, paragraphs } = own[other + b]!;
      const { block: wanted, text: said } = exported[from + a]!;
      if (block !== undefined && block !== wanted) return 0;
      const text = said ?? leafText(from + a);
      const alike = text === '' ? 0 : likeness(text, texts[other + b]!);
      if (wanted === undefined) return standsAbove(paragraphs[0]!) ? Math.max(alike, ALIKE) : alike;
      return block === wanted ? Math.max(alike, ALIKE) + 0.5 : alike;
    });
  });
  const byGroup = new Map<number, { readonly which: number; readonly print: string }>();
  for (const [which, pair] of pairs.entries())
    if (pair !== -1) byGroup.set(own[pair]!.at, { which, print: prints[pair]! });
  const seen = new Set<number>();
  const placed = groups.map((group, at): Placed => {
    const found = byGroup.get(at);
    if (found === undefined) return { group, same: false, exported: false };
    const leaf = shownBy[found.which];
    if (leaf !== undefined) seen.add(leaf);
    const { print, text: was } = exported[found.which]!;
    const same = found.print === print;
    const isOther = was !== undefined && !same;
    return { group, same, exported: true, ...(leaf !== undefined && { leaf }), ...(isOther && { was }) };
  });
  const lost = exported.flatMap(({ text }, at) => (text && pairs[at] === -1 ? [text] : []));
  const gone = new Set<number>();
  for (const [at] of exported.entries()) {
    const leaf = shownBy[at];
    if (leaf !== undefined && !seen.has(leaf)) gone.add(leaf);
  }
  return { placed, gone, lost };
}

/** What shown text is known by: see `fingerprint`. */
export function printOf(text: string): string {
  return fingerprint(text.replaceAll(NOTE, ''));
}

/** Which leaf each exported paragraph shows. */
function leafOfEach(leaves: readonly Leaf[], exported: readonly CarriedParagraph[]): (number | undefined)[] {
  const found: (number | undefined)[] = new Array(exported.length);
  const ofBlock = new Map<number, number[]>();
  for (const [at, { block, note }] of leaves.entries()) {
    if (note !== undefined) continue;
    const list = ofBlock.get(block);
    if (list === undefined) ofBlock.set(block, [at]);
    else list.push(at);
  }
  const shown = new Map<number, number[]>();
  for (const [at, { block }] of exported.entries()) {
    if (block === undefined) continue;
    const list = shown.get(block);
    if (list === undefined) shown.set(block, [at]);
    else list.push(at);
  }
  for (const [block, paragraphs] of shown) {
    const own = (ofBlock.get(block) ?? []).filter((at) => printOf(leaves[at]!.text) !== EMPTY);
    if (own.length === 0) continue;
    const pairs = align(
      paragraphs.map((at) => exported[at]!.print),
      own.map((at) => printOf(leaves[at]!.text)),
    );
    // In between, one after the other; what is left over is a part of the one before it.
    fillGaps(pairs, own.length, (from, to, other, end) =>
      Array.from({ length: to - from }, (_, at) => (at < end - other ? at : -1)),
    );
    let last = pairs.find((pair) => pair !== -1) ?? 0;
    for (const [at, pair] of pairs.entries()) {
      if (pair !== -1) last = pair;
      found[paragraphs[at]!] = own[last];
    }
  }
  return found;
}

const EMPTY = fingerprint('');

/**
 * Pairs what lies between what is paired already.
 *
 * @param pair for as many of the first as there are in a gap, which of the second in it, counted from its start, or -1
 */
export function fillGaps(
  pairs: Int32Array,
  length: number,
  pair: (from: number, to: number, other: number, end: number) => readonly number[],
): void {
  let other = 0;
  for (let from = 0; from < pairs.length; ) {
    if (pairs[from] !== -1) {
      other = pairs[from++]! + 1;
      continue;
    }
    let to = from;
    while (to < pairs.length && pairs[to] === -1) to++;
    const end = to < pairs.length ? pairs[to]! : length;
    if (end > other) {
      for (const [at, found] of pair(from, to, other, end).entries())
        if (found !== -1) pairs[from + at] = other + found;
    }
    other = end;
    from = to;
  }
}

/** Pairs two short sequences so that what is paired is as alike as can be, in order. */
export function pairAlike(a: number, b: number, alike: (a: number, b: number) => number): number[] {
  if (a * b > MOST_COMPARED * MOST_COMPARED) return Array.from({ length: a }, (_, at) => (at < b ? at : -1));
  const best: Float64Array[] = Array.from({ length: a + 1 }, () => new Float64Array(b + 1));
  const score = (i: number, j: number): number => {
    const value = alike(i, j);
    return value < ALIKE ? Number.NEGATIVE_INFINITY : value;
  };
  const scores = Array.from({ length: a }, (_, i) => Array.from({ length: b }, (_, j) => score(i, j)));
  for (let i = a - 1; i >= 0; i--) {
    for (let j = b - 1; j >= 0; j--) {
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, best[i + 1]![j + 1]! + scores[i]![j]!);
    }
  }
  const pairs = new Array<number>(a).fill(-1);
  for (let i = 0, j = 0; i < a && j < b; ) {
    if (best[i]![j] === best[i + 1]![j + 1]! + scores[i]![j]!) pairs[i++] = j++;
    else if (best[i]![j] === best[i + 1]![j]) i++;
    else j++;
  }
  return pairs;
}
