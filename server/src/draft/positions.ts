import { afterLineEnd, countLineEnds, lineEnd, lineStart } from './lines';
import type { Draft, PlacedBlock } from './types';

/** As LSP has it: both counted from 0, characters in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The line and character of an offset in the draft; offsets outside it are moved to its nearest end. */
export function positionAt(draft: Draft, offset: number): Position {
  const { text } = draft;
  let at = Math.max(0, Math.min(offset, text.length));
  const placed = draft.blocks[blockBefore(draft, at)];
  // Most blocks are one line. (The first may begin after a byte order mark, which is a character of its line.)
  if (
    placed &&
    placed.block.node.position!.end.line === 1 &&
    at <= placed.start + placed.block.text.length &&
    (placed.line > 0 || placed.start === 0)
  )
    return { line: placed.line, character: at - placed.start };
  const line = placed === undefined ? 0 : placed.line;
  const from = placed === undefined ? 0 : placed.start;
  const start = lineStart(text, at);
  // Between the two characters of a CRLF is the end of its line.
  at = Math.min(at, lineEnd(text, start));
  return { line: start <= from ? line : line + countLineEnds(text, from, start), character: at - start };
}

/** The offset of a line and character; characters after a line's end are its end, lines after the last the end. */
export function offsetAt(draft: Draft, position: Position): number {
  const { text } = draft;
  if (position.line < 0) return 0;
  if (position.line >= draft.lineCount) return text.length;
  const placed = lastBlock(draft, (candidate) => candidate.line <= position.line);
  let line = placed === undefined ? 0 : placed.line;
  let start = placed === undefined ? 0 : lineStart(text, placed.start);
  for (; line < position.line; line++) start = afterLineEnd(text, lineEnd(text, start));
  return Math.min(start + Math.max(0, position.character), lineEnd(text, start));
}

/** The block that `offset` stands in or at whose end it stands; undefined between blocks. */
export function blockAt(draft: Draft, offset: number): PlacedBlock | undefined {
  const placed = lastBlock(draft, (candidate) => candidate.start <= offset);
  return placed !== undefined && offset <= placed.start + placed.block.text.length ? placed : undefined;
}

/** Position in `draft.blocks` of the last block that begins at or before an offset; -1 for none. */
function blockBefore({ blocks }: Draft, offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blocks[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Position in `draft.blocks` of the last block that satisfies `holds`, which holds for all before it; -1 for none. */
export function lastIndex(draft: Draft, holds: (placed: PlacedBlock) => boolean): number {
  let low = 0;
  let high = draft.blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(draft.blocks[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function lastBlock(draft: Draft, holds: (placed: PlacedBlock) => boolean): PlacedBlock | undefined {
  return draft.blocks[lastIndex(draft, holds)];
}
