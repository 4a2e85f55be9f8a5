import { firstWhere } from './binary-search';
import { perBlock } from './block-map';
import { afterLineEnd, countLineEnds, lineEnd, lineStart } from './lines';
import type { Draft, PlacedBlock } from './types';

/** A position as in LSP: both numbers from 0, characters in UTF-16 code units. */
interface Position {
  readonly line: number;
  readonly character: number;
}

/** The position of an offset in the draft. Offsets outside the draft are moved to its nearest end. */
export function positionAt(draft: Draft, offset: number): Position {
  const at = Math.max(0, Math.min(offset, draft.source.length));
  const index = blockBefore(draft, at);
  const placed = draft.blocks[index];
  // The first block may begin after a byte order mark, which counts as a character of its line.
  if (placed && at <= placed.start + placed.block.text.length && (placed.line > 0 || placed.start === 0))
    return positionIn(placed, at - placed.start);
  const { text, from, line } = stretch(draft, index);
  const start = lineStart(text, at - from);
  // Between the two characters of a CRLF is the end of its line.
  const end = lineEnd(text, start);
  return { line: line + countLineEnds(text, 0, start), character: Math.min(at - from, end) - start };
}

/**
 * The starts of a block's lines after the first: a list may have a thousand findings, each of which asks for its
 * position.
 */
const lineStartsOf = perBlock(({ text }) => {
  const starts: number[] = [];
  for (let end = lineEnd(text, 0); end < text.length; end = lineEnd(text, starts.at(-1)!))
    starts.push(afterLineEnd(text, end));
  return starts;
});

/** @param offset counts in the block */
function positionIn({ block, line }: PlacedBlock, offset: number): Position {
  // Most blocks have one line.
  if (block.node.position!.end.line === 1) return { line, character: offset };
  const starts = lineStartsOf(block);
  const after = firstWhere(starts, (start) => start > offset);
  const start = after === 0 ? 0 : starts[after - 1]!;
  // Between the two characters of a CRLF is the end of its line.
  const inside = block.text.charCodeAt(offset - 1) === 13 && block.text.charCodeAt(offset) === 10;
  return { line: line + after, character: offset - start - (inside ? 1 : 0) };
}

/**
 * The offset of a position. A character after the end of a line counts as the end of that line, and a line after the
 * last as the end of the draft.
 */
export function offsetAt(draft: Draft, position: Position): number {
  if (position.line < 0) return 0;
  if (position.line >= draft.lineCount) return draft.source.length;
  const { text, from, line } = stretch(
    draft,
    lastIndex(draft, (candidate) => candidate.line <= position.line),
  );
  let start = 0;
  for (let at = line; at < position.line; at++) start = afterLineEnd(text, lineEnd(text, start));
  return from + Math.min(start + Math.max(0, position.character), lineEnd(text, start));
}

/** The text between a block and the next one (-1: before the first block), and the line of its first character. */
function stretch(
  { blocks, source }: Draft,
  index: number,
): { readonly text: string; readonly from: number; readonly line: number } {
  const placed = blocks[index];
  const to = blocks[index + 1]?.start ?? source.length;
  // A byte order mark belongs to the line of the first block.
  const from = placed === undefined || placed.line === 0 ? 0 : placed.start;
  return { text: source.slice(from, to), from, line: placed?.line ?? 0 };
}

/** The block that contains `offset` or ends there; undefined between blocks. */
export function blockAt(draft: Draft, offset: number): PlacedBlock | undefined {
  return draft.blocks[blockIndexAt(draft, offset)];
}

/** Its position in `draft.blocks`; -1 between blocks. */
export function blockIndexAt(draft: Draft, offset: number): number {
  const index = blockBefore(draft, offset);
  const found = draft.blocks[index];
  return found && offset <= found.start + found.block.text.length ? index : -1;
}

/** Position in `draft.blocks` of the last block that begins at or before an offset; -1 for none. */
function blockBefore(draft: Draft, offset: number): number {
  return lastIndex(draft, ({ start }) => start <= offset);
}

/** Position in `draft.blocks` of the last block that satisfies `holds`, which holds for all before it; -1 for none. */
export function lastIndex({ blocks }: Draft, holds: (placed: PlacedBlock) => boolean): number {
  return firstWhere(blocks, (placed) => !holds(placed)) - 1;
}
