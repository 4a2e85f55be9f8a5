import type { List, ListItem, Nodes, Table, TableRow } from 'mdast';
import type { Paragraph } from '../docx/model';
import { type Draft, lineEndOf } from '../draft';
import { greatest } from '../lists';
import { spanOf } from '../tree';
import type { Leaf } from './leaves';
import type { Splice } from './splices';

/** New paragraphs stand outside of everything that is written in those beside them. */
export const BESIDE = 1e6;

/** Where a new paragraph stands: between two leaves of the draft, as far as there are such. */
export interface Gap {
  readonly after: Leaf | undefined;
  readonly before: Leaf | undefined;
}

/** Where a new block stands: only the blocks around it count. */
interface BlockGap {
  readonly after: Pick<Leaf, 'block'> | undefined;
  readonly before: Pick<Leaf, 'block'> | undefined;
}

/**
 * Puts a new paragraph, heading or list item into the source.
 *
 * @param content its inline Markdown, marked as added
 */
export function newParagraph(
  draft: Draft,
  gap: Gap,
  paragraph: Pick<Paragraph, 'heading' | 'list'>,
  content: string,
  order: number,
): Splice {
  const { after, before } = gap;
  const heading = paragraph.heading === undefined ? '' : `${'#'.repeat(Math.min(6, paragraph.heading))} `;
  if (paragraph.list !== undefined && paragraph.heading === undefined) {
    const splice = newItem(draft, gap, paragraph.list, content, order);
    if (splice !== undefined) return splice;
    const marker = paragraph.list.format === 'bullet' ? '- ' : `${Math.max(1, paragraph.list.value)}. `;
    return newBlock(draft, gap, marker + content, order);
  }
  const inside = after !== undefined && after.block === before?.block ? containerOf(after) : undefined;
  if (inside === undefined || heading !== '') return newBlock(draft, gap, heading + content, order);
  const eol = lineEndOf(draft);
  const prefix = prefixOf(draft, after!);
  const at = spanOf(after!.node, after!.offset).end;
  const text = `${eol}${prefix.trimEnd()}${eol}${prefix}${content}`;
  return { start: at, end: at, text: text + gapBelow(draft, at, prefix), order: order + BESIDE };
}

/** The innermost quotation, list item or note that a leaf stands in. */
function containerOf({ parents }: Leaf): Nodes | undefined {
  return parents.findLast(
    ({ type }) => type === 'listItem' || type === 'blockquote' || type === 'footnoteDefinition',
  );
}

/** A block of its own, below the one that stands before it. */
export function newBlock(draft: Draft, { after, before }: BlockGap, content: string, order: number): Splice {
  const eol = lineEndOf(draft);
  if (after === undefined) {
    const first = before === undefined ? undefined : draft.blocks[before.block];
    const at = first?.start ?? draft.source.length;
    const needsLine = at > 0 && draft.source.slice(at - 1, at) !== '\n' ? eol : '';
    return { start: at, end: at, text: `${needsLine}${content}${eol}${eol}`, order: order - BESIDE };
  }
  const { block, start } = draft.blocks[after.block]!;
  const at = start + (block.review ?? block).text.length;
  return {
    start: at,
    end: at,
    text: `${eol}${eol}${content}${gapBelow(draft, at, '')}`,
    order: order + BESIDE,
  };
}

/** The next item ends a paragraph of the one before it. */
const ITEM = /^[\s>]{0,60}(?:[-+*]|\d{1,9}[.)])[ \t]/;

/** What keeps the next line from going on with what is written above it. */
function gapBelow(draft: Draft, at: number, prefix: string): string {
  const below = draft.source.slice(at, at + 300).split('\n')[1];
  const isApart = below === undefined || /^[\s>]*$/.test(below) || (prefix !== '' && ITEM.test(below));
  return isApart ? '' : `${lineEndOf(draft)}${prefix.trimEnd()}`;
}

/** What begins the lines below the first of what a leaf stands in: "> ", the indent of an item. */
function prefixOf(draft: Draft, leaf: Leaf): string {
  if (leaf.parents.at(-1)?.type === 'footnoteDefinition') return '    ';
  const { start } = spanOf(leaf.node, leaf.offset);
  return lineBefore(draft, start)
    .replace(/\[[ xX]\][ \t]+$/, '')
    .replace(/[^>\s]/g, ' ');
}

function lineBefore(draft: Draft, at: number): string {
  const before = draft.source.slice(Math.max(0, at - 400), at);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** A new list item beside the leaf before it, or else the one behind it. */
function newItem(
  draft: Draft,
  { after, before }: Gap,
  place: NonNullable<Paragraph['list']>,
  content: string,
  order: number,
): Splice | undefined {
  const eol = lineEndOf(draft);
  const lists = (leaf: Leaf | undefined): { list: List; item: ListItem }[] =>
    (leaf?.parents ?? []).flatMap((node, at) => {
      const item = leaf!.parents[at + 1];
      return node.type === 'list' && item?.type === 'listItem' ? [{ list: node, item }] : [];
    });
  const above = lists(after);
  if (after !== undefined && above.length > 0) {
    const own = above[Math.min(place.level, above.length - 1)]!;
    const { start, end } = spanOf(own.item, after.offset);
    const prefix = lineBefore(draft, start).replace(/[^>\s]/g, ' ');
    const marker = markerOf(draft, start, 1);
    const blank = own.list.spread || own.item.spread ? `${eol}${prefix.trimEnd()}` : '';
    if (place.level >= above.length) {
      const at = spanOf(after.node, after.offset).end;
      const inner = `${prefix}${' '.repeat(marker.length)}`;
      const sign = place.format === 'bullet' ? '- ' : '1. ';
      return { start: at, end: at, text: `${eol}${inner}${sign}${content}`, order: order + BESIDE };
    }
    // In front of what stands in that item still, as a list in it, which goes with the new one.
    const isWithin = before !== after && before?.parents.includes(own.item);
    const at = isWithin
      ? spanOf(after.node, after.offset).end
      : draft.source.slice(start, end).trimEnd().length + start;
    return { start: at, end: at, text: `${blank}${eol}${prefix}${marker}${content}`, order: order + BESIDE };
  }
  const below = lists(before);
  const next = below[Math.min(place.level, below.length - 1)];
  if (before === undefined || next === undefined) return undefined;
  const { start } = spanOf(next.item, before.offset);
  const prefix = lineBefore(draft, start).replace(/[^>\s]/g, ' ');
  const blank = next.list.spread ? `${prefix.trimEnd()}${eol}` : '';
  const text = `${markerOf(draft, start, 0)}${content}${eol}${blank}${prefix}`;
  return { start, end: start, text, order: order - BESIDE };
}

/** The bullet or number of an item that begins at a place, counted on by `step`. */
function markerOf(draft: Draft, at: number, step: number): string {
  const found = /^(?:([-+*])|(\d{1,9})([.)]))([ \t]*)/.exec(draft.source.slice(at, at + 40));
  if (found === null) return '- ';
  const [, bullet, number, delimiter, space] = found;
  const gap = space === '' ? ' ' : space!.slice(0, 4);
  return bullet === undefined ? `${Number(number) + step}${delimiter}${gap}` : `${bullet}${gap}`;
}

/** A new row below another of a table, or below its head. */
export function newRow(draft: Draft, leaf: Leaf, cells: readonly string[], order: number): Splice {
  const table = leaf.parents.find((node): node is Table => node.type === 'table')!;
  const row = leaf.parents.find((node): node is TableRow => node.type === 'tableRow')!;
  const eol = lineEndOf(draft);
  const { start, end } = spanOf(row, leaf.offset);
  const prefix = lineBefore(draft, start).replace(/[^>\s]/g, ' ');
  const width = table.children[0]!.children.length;
  const own = cells.slice(0, width);
  // A table has as many columns as its head: what is in others is not lost.
  if (cells.length > width)
    own[width - 1] = [own[width - 1]!, ...cells.slice(width)].filter((cell) => cell !== '').join(' ');
  const line = `| ${own.map((cell) => cell || ' ').join(' | ')} |`;
  if (row !== table.children[0])
    return { start: end, end, text: `${eol}${prefix}${line}`, order: order + BESIDE };
  const below = draft.source.slice(end, end + 4000);
  const first = below.indexOf('\n');
  const second = below.indexOf('\n', first + 1);
  const stop = end + (second === -1 ? below.length : second - (below[second - 1] === '\r' ? 1 : 0));
  return { start: stop, end: stop, text: `${eol}${prefix}${line}`, order: order + BESIDE };
}

/** A new table. */
export function newTable(
  draft: Draft,
  gap: Gap,
  rows: readonly (readonly string[])[],
  order: number,
): Splice {
  const eol = lineEndOf(draft);
  const width = greatest(rows.map((row) => row.length));
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, at) => row[at] || ' ').join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = `|${' --- |'.repeat(width)}`;
  return newBlock(draft, gap, [line(head), rule, ...body.map(line)].join(eol), order);
}
