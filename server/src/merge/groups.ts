import type { By } from '../criticmarkup/types';
import { UNTRACKED } from '../criticmarkup/untracked';
import { withoutBold } from '../docx/format';
import type { Block, Paragraph, Row } from '../docx/model';
import { paragraphsIn } from '../docx/plain-text';
import { addAll } from '../util/lists';
import { blockOfBookmark } from '../word/embedded-draft/read';
import { type KnownInsertion, markKnown } from './known-insertions';
import { NOTE, PICTURE } from './leaves';
import type { Added, CellPlace, Group, Item, Part, Read } from './types';

/**
 * The paragraphs of blocks in order, those of tables cell by cell. Paragraphs that an inserted paragraph mark divides
 * are joined.
 *
 * @param hash of the draft whose bookmarks count
 * @param known what was already inserted in the draft
 */
export function groupsOf(
  blocks: readonly Block[],
  hash: string,
  known: readonly KnownInsertion[],
): readonly (Group | Added)[] {
  const out: (Group | Added)[] = [];
  const read = new Map<Paragraph, Read>();
  readParagraphs(blocks, undefined, { open: new Map(), hash, read });
  markKnown([...read.values()], known);

  const walk = (some: readonly Block[], cell: CellPlace | undefined): void => {
    let waiting:
      | {
          paragraphs: Paragraph[];
          parts: Part[];
          boxes: Added[];
          block: number | undefined;
          /** Who inserted the mark that it ends with so far. */
          by: By | undefined;
        }
      | undefined;
    const flush = (): void => {
      if (waiting === undefined) return;
      const { block, boxes, by: _, ...group } = waiting;
      out.push({ ...group, ...(cell && { cell }), ...(block !== undefined && { block }) });
      // Text boxes follow the paragraph that they are anchored in.
      addAll(out, boxes);
      waiting = undefined;
    };
    for (const block of some) {
      if (block.type === 'table') {
        flush();
        for (const row of block.rows) {
          let column = 0;
          for (const { blocks: inside, columns } of row.cells) {
            walk(inside, { table: block, row, column });
            column += columns;
          }
        }
        continue;
      }
      const { parts, block: own } = read.get(block)!;
      const isOld = parts.some((part) => part.type === 'item' && part.known);
      const by = isOld && waiting === undefined ? undefined : block.mark.inserted;
      const boxes = paragraphsInBoxes(block).map(
        ([paragraph, by]): Added => ({
          paragraph,
          parts: partsOf(paragraph, undefined),
          by,
          ...(cell && { cell }),
        }),
      );
      // Also an empty one: it divides nothing.
      if (by !== undefined && waiting === undefined && before(parts).trim() === '') {
        out.push({ paragraph: block, parts, by, ...(cell && { cell }) });
        addAll(out, boxes);
        continue;
      }
      waiting ??= { paragraphs: [], parts: [], boxes: [], block: own, by: undefined };
      if (waiting.by !== undefined) waiting.parts.push(dividing(waiting.by, block, cell !== undefined));
      waiting.block ??= own;
      waiting.paragraphs.push(block);
      addAll(waiting.parts, parts);
      addAll(waiting.boxes, boxes);
      waiting.by = by;
      if (by === undefined) flush();
    }
    flush();
  };
  walk(blocks, undefined);
  return out;
}

/** What an inserted paragraph mark puts between two paragraphs: in a cell, which is one of the draft, a new line. */
function dividing(by: By, paragraph: Paragraph, isInCell: boolean): Part {
  return isInCell
    ? { type: 'item', text: '\n', content: { type: 'break' }, inserted: by, known: false }
    : { type: 'split', by, paragraph };
}

function readParagraphs(
  blocks: readonly Block[],
  row: Row | undefined,
  into: { readonly open: Map<string, number>; readonly hash: string; readonly read: Map<Paragraph, Read> },
): void {
  for (const block of blocks) {
    if (block.type === 'paragraph')
      into.read.set(block, { parts: partsOf(block, row), block: marksIn(block, into.open, into.hash) });
    else for (const own of block.rows) for (const cell of own.cells) readParagraphs(cell.blocks, own, into);
  }
}

/** Tracks our bookmarks through a paragraph, and returns the block that it is in. */
function marksIn({ inlines }: Paragraph, open: Map<string, number>, hash: string): number | undefined {
  let block = [...open.values()].at(-1);
  for (const one of inlines) {
    if (one.type !== 'bookmark') continue;
    if (one.at === 'end') open.delete(one.id);
    else {
      const index = blockOfBookmark(one.name ?? '', hash);
      if (index === undefined) continue;
      open.set(one.id, index);
      block = index;
    }
  }
  return block;
}

function partsOf({ inlines }: Paragraph, row: Row | undefined): Part[] {
  const parts: Part[] = [];
  for (const one of inlines) {
    if (one.type === 'comment') parts.push({ type: 'comment', at: one.at, id: one.id });
    else if (one.type !== 'bookmark' && one.type !== 'box') {
      const text = shownAs(one);
      if (text === '') continue;
      // What is in a deleted or inserted row is deleted or inserted with it.
      const inserted = one.inserted ?? row?.review.inserted;
      const deleted = one.deleted ?? row?.review.deleted;
      parts.push({
        type: 'item',
        text,
        content: one,
        known: false,
        ...(inserted && { inserted }),
        ...(deleted && { deleted }),
      });
    }
  }
  return parts;
}

function shownAs(one: Item['content']): string {
  switch (one.type) {
    case 'text':
      return one.text.replace(/\t/g, ' ');
    case 'break':
      return '\n';
    case 'picture':
      return PICTURE;
    case 'note':
      return NOTE;
    default:
      return '';
  }
}

/** Whether an item is new: the draft does not have it, not even marked as a change. */
export function isNew(part: Part): boolean {
  return part.type === 'item' && part.inserted !== undefined && !part.known;
}

/** The text of a paragraph before the review, including marked insertions and deletions. */
export function before(parts: readonly Part[]): string {
  return parts.map((part) => (part.type === 'item' && !isNew(part) ? part.text : '')).join('');
}

/** Its text with all new changes accepted. */
export function after(parts: readonly Part[]): string {
  return parts.map((part) => (part.type === 'item' && part.deleted === undefined ? part.text : '')).join('');
}

/** Whether all text of some parts is in bold. */
export function isAllBold(parts: readonly Part[]): boolean {
  const texts = parts.flatMap((part) =>
    part.type === 'item' && part.content.type === 'text' && part.text.trim() !== '' ? [part.content] : [],
  );
  return texts.length > 0 && texts.every(({ format }) => format.bold);
}

export function withoutBoldParts(parts: readonly Part[]): readonly Part[] {
  return parts.map((part) => (part.type === 'item' ? { ...part, content: withoutBold(part.content) } : part));
}

/** Who added or first changed a paragraph; `UNTRACKED` if nobody is named. */
export function byOf(group: Group | Added): By {
  return 'by' in group ? group.by : (firstBy(group.parts) ?? UNTRACKED);
}

/** Who changed a paragraph first, where anybody did. */
export function firstBy(parts: readonly Part[]): By | undefined {
  for (const part of parts) {
    if (part.type !== 'item') continue;
    const by = isNew(part) ? part.inserted : part.deleted;
    if (by !== undefined) return by;
  }
  return undefined;
}

/** The paragraphs inside tracked insertions that hold text of their own, such as text boxes. */
function paragraphsInBoxes({ inlines }: Paragraph): readonly (readonly [Paragraph, By])[] {
  return inlines.flatMap((one) => {
    if (one.type !== 'box' || one.inserted === undefined || one.deleted !== undefined) return [];
    const by = one.inserted;
    return paragraphsIn(one.blocks).map((paragraph) => [paragraph, by] as const);
  });
}
