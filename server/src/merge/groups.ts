import type { By } from '../criticmarkup/types';
import type { Block, Inline, Paragraph, Row, Table } from '../docx/model';
import { addAll } from '../lists';
import { blockOfBookmark } from '../word/carried';
import { NOTE, PICTURE } from './leaves';

type Content = Exclude<Inline, { type: 'comment' | 'bookmark' | 'box' }>;

/** Text or an object of a paragraph. */
export interface Item {
  readonly type: 'item';
  /** As in shown text: pictures, notes and line breaks are one character each. */
  readonly text: string;
  readonly content: Content;
  readonly inserted?: By;
  readonly deleted?: By;
  /** Whether it is inserted, and was so in the draft already. */
  known: boolean;
}

export type Part =
  | Item
  | { readonly type: 'comment'; readonly at: 'start' | 'end' | 'reference'; readonly id: string }
  /** A paragraph mark that somebody inserted: what follows was in the same paragraph before. */
  | { readonly type: 'split'; readonly by: By; readonly paragraph: Paragraph };

export interface CellPlace {
  readonly table: Table;
  readonly row: Row;
  /** From 0. */
  readonly column: number;
}

/** A paragraph as it was before the review: several now where somebody divided it. */
export interface Group {
  readonly paragraphs: readonly Paragraph[];
  readonly parts: readonly Part[];
  readonly cell?: CellPlace;
  /** Position of the block of the draft whose bookmark is round it. */
  readonly block?: number;
}

/** Paragraphs that were inserted whole, in front of the group that follows. */
export interface Added {
  readonly paragraph: Paragraph;
  readonly parts: readonly Part[];
  readonly by: By;
  readonly cell?: CellPlace;
}

/** A change of the draft that a document may show again. */
export interface KnownInsertion {
  readonly author: string;
  readonly date?: string;
  readonly text: string;
}

/**
 * The paragraphs of some blocks in order, those of tables cell by cell, put together where an inserted paragraph mark
 * divides what was one.
 *
 * @param hash of the draft whose bookmarks count
 * @param known what was inserted in the draft already
 */
export function groupsOf(
  blocks: readonly Block[],
  hash: string,
  known: readonly KnownInsertion[],
): readonly (Group | Added)[] {
  const out: (Group | Added)[] = [];
  const open = new Map<string, number>();
  const left = new Map<string, KnownInsertion[]>();
  for (const one of known) left.set(one.text, [...(left.get(one.text) ?? []), one]);

  const walk = (some: readonly Block[], cell: CellPlace | undefined): void => {
    let waiting: { paragraphs: Paragraph[]; parts: Part[]; block: number | undefined } | undefined;
    const flush = (): void => {
      if (waiting === undefined) return;
      const { block, ...group } = waiting;
      out.push({ ...group, ...(cell && { cell }), ...(block !== undefined && { block }) });
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
      const own = marksIn(block, open, hash);
      const parts = partsOf(block, left, cell?.row);
      const isOld = parts.some((part) => part.type === 'item' && part.known);
      const by = isOld && waiting === undefined ? undefined : block.mark.inserted;
      if (by !== undefined && waiting === undefined && before(parts).trim() === '' && hasContent(parts)) {
        out.push({ paragraph: block, parts, by, ...(cell && { cell }) });
        continue;
      }
      waiting ??= { paragraphs: [], parts: [], block: own };
      waiting.block ??= own;
      waiting.paragraphs.push(block);
      addAll(waiting.parts, parts);
      if (by === undefined) flush();
      else waiting.parts.push({ type: 'split', by, paragraph: block });
    }
    flush();
  };
  walk(blocks, undefined);
  return out;
}

/** Follows our bookmarks through a paragraph, and returns the block that it is in. */
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

function partsOf({ inlines }: Paragraph, left: Map<string, KnownInsertion[]>, row: Row | undefined): Part[] {
  const parts: Part[] = [];
  for (const one of inlines) {
    if (one.type === 'comment') parts.push({ type: 'comment', at: one.at, id: one.id });
    else if (one.type !== 'bookmark' && one.type !== 'box') {
      const text = shownAs(one);
      if (text === '') continue;
      // A row that was deleted or inserted is so with all that is in it.
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
  markKnown(parts, left);
  return parts;
}

function shownAs(one: Content): string {
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

/** Recognises what was inserted in the draft already: by the same person on the same day, with the same words. */
function markKnown(parts: readonly Part[], left: Map<string, KnownInsertion[]>): void {
  if (left.size === 0) return;
  let run: Item[] = [];
  const end = (): void => {
    const by = run[0]?.inserted;
    if (by === undefined) return;
    const text = run.map((item) => item.text).join('');
    const candidates = left.get(text) ?? [];
    const at = candidates.findIndex(
      ({ author, date }) =>
        author === '' ||
        (author === by.author &&
          (date === undefined || by.date === undefined || date.slice(0, 10) === by.date.slice(0, 10))),
    );
    if (at !== -1) {
      candidates.splice(at, 1);
      for (const item of run) item.known = true;
    }
    run = [];
  };
  for (const part of parts) {
    if (part.type !== 'item') continue;
    const by = part.inserted;
    const first = run[0]?.inserted;
    if (by === undefined || (first !== undefined && (first.author !== by.author || first.date !== by.date)))
      end();
    if (by !== undefined) run.push(part);
  }
  end();
}

/** Whether an item is new in the document: the draft does not have it, marked or not. */
export function isNew(part: Part): boolean {
  return part.type === 'item' && part.inserted !== undefined && !part.known;
}

/** What a paragraph said before the review, with what was marked as added and deleted then. */
export function before(parts: readonly Part[]): string {
  return parts.map((part) => (part.type === 'item' && !isNew(part) ? part.text : '')).join('');
}

/** What it says when all that is new is accepted. */
export function after(parts: readonly Part[]): string {
  return parts.map((part) => (part.type === 'item' && part.deleted === undefined ? part.text : '')).join('');
}

function hasContent(parts: readonly Part[]): boolean {
  return parts.some((part) => part.type === 'item' && part.text.trim() !== '');
}

/** Who changed something in a paragraph, where anybody did. */
export function firstBy(parts: readonly Part[]): By | undefined {
  for (const part of parts) {
    if (part.type !== 'item') continue;
    const by = isNew(part) ? part.inserted : part.deleted;
    if (by !== undefined) return by;
  }
  return undefined;
}
