/** What the head of a table says of the numbers under it. */
import { lowerCase } from '../draft';
import type { Block } from '../draft/types';
import { mentionsIn } from './sources';
import type { Source } from './types';

export interface Header {
  /** What it says, in lower case. */
  readonly lower: string;
  readonly sources: readonly Source[];
  /** Which column says where the numbers of a row come from, or -1. */
  readonly sourceColumn: number;
}

export const NO_HEADER: Header = { lower: '', sources: [], sourceColumn: -1 };

/** What the first row says; for a block that is no table, `NO_HEADER`. */
export function headerOf(block: Block): Header {
  const node = block.node;
  const row = node.type === 'table' ? node.children[0] : undefined;
  if (!row) return NO_HEADER;
  const text = block.text.slice(row.position!.start.offset!, row.position!.end.offset!);
  const sources: Source[] = [...mentionsIn(text)];
  const note = text.search(/\[\^[^\]]/);
  if (note !== -1 && text.includes(']', note + 3)) sources.push({ kind: 'note', span: { start: 0, end: 0 } });
  const cells = text.split('|').slice(/^\s*\|/.test(text) ? 1 : 0);
  return {
    lower: lowerCase(text),
    sources,
    sourceColumn: cells.findIndex((cell) =>
      /^\W*(?:(?:data\s+)?sources?|references?|evidence|where\s+from|how\s+(?:we|it|this)\s+(?:(?:will|is|are|be)\s+){0,2}measured?(?:\s+it)?|measured\s+(?:by|with))\W*$/i.test(
        cell,
      ),
    ),
  };
}

/**
 * What the numbers of a row count, in lower case: it is said in its first cell and in the head of their column.
 *
 * @param text The row's prose: its cells, each on a line.
 */
export function leadOf(text: string, { lower }: Header): string {
  return `${lower.replace(/[|\d]+|\bvalue\b/g, ' ')} ${lowerCase(/^[^\n]*/.exec(text)![0])} `;
}

/** The cell of a row that says where its numbers come from. */
export function sourceCell(text: string, column: number): Source | undefined {
  let start = 0;
  for (const [index, cell] of text.split('\n').entries()) {
    if (index === column) {
      // A dash for none.
      return /[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]{2}/u.test(cell)
        ? { kind: 'citation', span: { start, end: start + cell.length } }
        : undefined;
    }
    start += cell.length + 1;
  }
  return undefined;
}
