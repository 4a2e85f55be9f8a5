/** Syntax trees as mdast has them: their nodes, and the source of their texts. */
import type { Nodes, Text } from 'mdast';

declare module 'mdast' {
  interface TextData {
    /** How `value` maps to the source where they differ: see `Pieces`. */
    pieces?: Pieces;
  }
}

/**
 * How a text's value maps to its source (escapes, character references, line ends with the prefixes of quotations and
 * lists after them): triples of an end in the value, and the start and end of its source, counted from the start of the
 * node. A stretch as long as its source is the same text.
 */
export type Pieces = readonly number[];

/** Where a node stands in a draft in which positions count from `offset`. */
export function spanOf(
  { position }: Nodes,
  offset: number,
): { readonly start: number; readonly end: number } {
  return { start: offset + position!.start.offset!, end: offset + position!.end.offset! };
}

/** The pieces of a text, of which there is one where its value is its source. */
export function piecesOf({ value, position, data }: Text): Pieces {
  return data?.pieces ?? [value.length, 0, position!.end.offset! - position!.start.offset!];
}

/** Calls back with each piece of a text's value, and where its source begins and ends, counted as positions are. */
export function eachPiece(node: Text, visit: (text: string, from: number, to: number) => void): void {
  const pieces = piecesOf(node);
  const start = node.position!.start.offset!;
  let from = 0;
  for (let at = 0; at < pieces.length; at += 3) {
    visit(node.value.slice(from, pieces[at]!), start + pieces[at + 1]!, start + pieces[at + 2]!);
    from = pieces[at]!;
  }
}

/** The pieces of the value from `start` to `end`, which then counts from `start`. */
export function cutPieces(pieces: Pieces, start: number, end: number): number[] {
  const kept: number[] = [];
  let begins = 0;
  for (let at = 0; at < pieces.length; at += 3) {
    const [ends, from, to] = [pieces[at]!, pieces[at + 1]!, pieces[at + 2]!];
    const [first, last] = [Math.max(begins, start), Math.min(ends, end)];
    // What is shorter than its source stands for the whole of it.
    const isSame = to - from === ends - begins;
    if (first < last)
      kept.push(last - start, isSame ? from + first - begins : from, isSame ? from + last - begins : to);
    begins = ends;
  }
  return kept;
}

/**
 * Calls back with every node of some trees in the order of the text, each before what is in it. Without recursion: quotes
 * can be nested a thousand deep.
 */
export function eachNode(roots: readonly Nodes[], visit: (node: Nodes) => void): void {
  const rest = roots.toReversed();
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    visit(node);
    if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index--) rest.push(node.children[index]!);
    }
  }
}

/** Changes every string in some trees but the types of nodes. */
export function changeStrings(roots: readonly Nodes[], change: (text: string) => string): void {
  eachNode(roots, (node) => {
    const fields = node as unknown as Record<string, unknown>;
    for (const key in fields) {
      const value = fields[key];
      if (typeof value === 'string' && key !== 'type') fields[key] = change(value);
    }
  });
}
