import type { List, ListItem, Nodes, Table, TableRow } from 'mdast';
import type { Paragraph } from '../docx/model';
import { type Draft, lineEndOf } from '../draft';
import { lineEnd } from '../draft/lines';
import { spanOf } from '../mdast/tree';
import { greatest } from '../util/lists';
import type { Leaf, Place } from './leaves';
import type { Shape } from './shapes';
import type { Splice } from './splices';

/** Order of new paragraphs: beyond that of all insertions in the paragraphs next to them. */
export const BESIDE = 1e6;

/** The place of a new paragraph: between two leaves of the draft, of which either may be missing. */
export interface Gap {
  readonly after: Leaf | undefined;
  readonly before: Leaf | undefined;
}

/** The place of a new block, for which only the blocks around it matter. */
interface BlockGap {
  readonly after?: Pick<Leaf, 'block'> | undefined;
  readonly before?: Pick<Leaf, 'block'> | undefined;
}

/** The start of a list item, which ends a paragraph above it without an empty line. */
const ITEM = /^[\s>]{0,60}(?:[-+*]|\d{1,9}[.)])[ \t]/;

/** Inserts new paragraphs, items, rows and tables into a draft; those at the same place keep their order. */
export class NewBlocks {
  readonly splices: Splice[] = [];
  readonly #eol: string;
  #order = 1;

  constructor(private readonly draft: Draft) {
    this.#eol = lineEndOf(draft);
  }

  /** The next order number: later blocks go after earlier ones. */
  next(): number {
    return this.#order++;
  }

  #put(at: number, text: string, beside = BESIDE): Splice {
    const splice = { start: at, end: at, text, order: this.next() + beside };
    this.splices.push(splice);
    return splice;
  }

  /**
   * A paragraph, heading or list item.
   *
   * @param text its inline Markdown, marked as added
   */
  paragraph(gap: Gap, { heading, list, checked, within }: Shape, text: string): Splice {
    const { after, before } = gap;
    const content = checked === undefined ? text : `[${checked ? 'x' : ' '}] ${text}`;
    if (heading !== undefined) return this.block(gap, `${'#'.repeat(Math.min(6, heading))} ${content}`);
    if (list !== undefined) {
      const marker = list.format === 'bullet' ? '- ' : `${Math.max(1, list.value)}. `;
      return this.#item(gap, list, content) ?? this.block(gap, marker + content);
    }
    const around = after && containerOf(after);
    const isInside = after?.block === before?.block || around?.type === within;
    if (after === undefined || around === undefined || !isInside) {
      if (within !== 'blockquote') return this.block(gap, content);
      return this.#aboveQuotation(before, content) ?? this.block(gap, `> ${content}`);
    }
    return this.below(after, content);
  }

  /** A paragraph below a part of the draft, in what that stands in. */
  below(place: Place, content: string): Splice {
    const prefix = this.#prefixOf(place);
    const at = spanOf(place.node, place.offset).end;
    const text = `${this.#eol}${prefix.trimEnd()}${this.#eol}${prefix}${content}`;
    return this.#put(at, text + this.#gapBelow(at, prefix));
  }

  /** A paragraph between the label of an alert and the first leaf of its text. */
  underLabel(leaf: Leaf, content: string): Splice {
    const quotation = leaf.parents.find(({ type }) => type === 'blockquote') ?? leaf.node;
    const { start } = spanOf(quotation, leaf.offset);
    const at = lineEnd(this.draft.text, start);
    const prefix = `${this.#indentAt(start)}> `;
    const text = `${this.#eol}${prefix.trimEnd()}${this.#eol}${prefix}${content}`;
    return this.#put(at, text + this.#gapBelow(at, prefix));
  }

  /** The first paragraph of a quotation that begins with a leaf. Nothing can stand above the label of an alert in it. */
  #aboveQuotation(leaf: Leaf | undefined, content: string): Splice | undefined {
    if (leaf?.parents.length !== 1 || leaf.parents[0]!.type !== 'blockquote') return undefined;
    if (leaf.label !== undefined) return undefined;
    const { start } = spanOf(leaf.parents[0]!, leaf.offset);
    return this.#put(start, `> ${content}${this.#eol}>${this.#eol}`, -BESIDE);
  }

  /** A separate block, below the block before the gap. */
  block({ after, before }: BlockGap, content: string): Splice {
    const { blocks, source } = this.draft;
    const eol = this.#eol;
    if (after === undefined) {
      const at = (before && blocks[before.block]?.start) ?? source.length;
      const needsLine = at > 0 && source.slice(at - 1, at) !== '\n' ? eol : '';
      return this.#put(at, `${needsLine}${content}${eol}${eol}`, -BESIDE);
    }
    const { block, start } = blocks[after.block]!;
    const at = start + (block.review ?? block).text.length;
    return this.#put(at, `${eol}${eol}${content}${this.#gapBelow(at, '')}`);
  }

  /**
   * A row below another of a table, or below its head.
   *
   * @param columns how many columns the table has with those that are added
   */
  row({ parents, offset }: Leaf, cells: readonly string[], columns = 0): Splice {
    const table = parents.find((node): node is Table => node.type === 'table')!;
    const row = parents.find((node): node is TableRow => node.type === 'tableRow')!;
    const { start, end } = spanOf(row, offset);
    const width = Math.max(table.children[0]!.children.length, columns);
    const own = cells.slice(0, width);
    // Markdown drops cells beyond the header's columns, so their text goes into the last column.
    if (cells.length > width)
      own[width - 1] = [own[width - 1]!, ...cells.slice(width)].filter((cell) => cell !== '').join(' ');
    const line = `| ${own.map((cell) => cell || ' ').join(' | ')} |`;
    const text = `${this.#eol}${this.#indentAt(start)}${line}`;
    if (row !== table.children[0]) return this.#put(end, text);
    return this.#put(this.#belowHead(end), text);
  }

  /** Cells of a row behind the first ones, by their number. */
  cells({ parents, offset }: Leaf, at: number, cells: readonly string[]): void {
    const row = parents.find((node): node is TableRow => node.type === 'tableRow')!;
    const { end } = spanOf(row, offset);
    const starts = row.children.map((cell) => spanOf(cell, offset).start);
    // A row may have fewer cells than the head.
    const missing = Array.from({ length: Math.max(0, at - starts.length) }, () => '');
    this.#cellsAt(starts[at] ?? end, end, [...missing, ...cells]);
  }

  /** Further columns in the line below a table's head, behind the first ones. */
  columns({ parents, offset }: Leaf, at: number, count: number): void {
    const table = parents.find((node): node is Table => node.type === 'table')!;
    const head = spanOf(table.children[0]!, offset).end;
    const end = this.#belowHead(head);
    const start = lineEnd(this.draft.text, head);
    const marks = [...this.draft.text.slice(start, end).matchAll(/(?:\|[ \t]{0,99})?:?-+:?/g)];
    const own = marks[at]?.index;
    const cells = Array.from({ length: count }, () => '---');
    this.#cellsAt(own === undefined ? end : start + own, end, cells);
  }

  /** Cells in front of the one at an offset, or behind the last one of a row, which may end in blanks. */
  #cellsAt(place: number, rowEnd: number, cells: readonly string[]): void {
    const texts = cells.map((cell) => cell || ' ');
    let end = rowEnd;
    while (/[ \t]/.test(this.draft.source.slice(end - 1, end))) end--;
    const at = Math.min(place, end);
    const before = this.draft.source.slice(at - 1, at);
    if (at < end && this.draft.source.slice(at, at + 1) !== '|')
      this.#put(at, texts.map((text) => `${text} | `).join(''), -BESIDE);
    else if (at < end) this.#put(at, texts.map((text) => `| ${text} `).join(''), -BESIDE);
    else this.#put(at, texts.map((text) => (before === '|' ? ` ${text} |` : ` | ${text}`)).join(''));
  }

  /** The end of the line below a table's head, which ends at an offset. */
  #belowHead(end: number): number {
    const below = this.draft.source.slice(end, end + 4000);
    const second = below.indexOf('\n', below.indexOf('\n') + 1);
    return end + (second === -1 ? below.length : second - (below[second - 1] === '\r' ? 1 : 0));
  }

  table(gap: Gap, rows: readonly (readonly string[])[]): Splice {
    const width = greatest(rows.map((row) => row.length));
    const line = (row: readonly string[]): string =>
      `| ${Array.from({ length: width }, (_, at) => row[at] || ' ').join(' | ')} |`;
    const [head = [], ...body] = rows;
    return this.block(gap, [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join(this.#eol));
  }

  /** A list item next to the leaf before the gap, or else next to the leaf after it. */
  #item({ after, before }: Gap, place: NonNullable<Paragraph['list']>, content: string): Splice | undefined {
    const above = listsOf(after);
    const below = listsOf(before);
    // The first item of a list in the item above is as the one that was the first.
    const isFirst =
      Math.min(place.level, below.length - 1) >= above.length &&
      below[above.length - 1]?.item === above.at(-1)?.item;
    if (after !== undefined && above.length > 0 && !isFirst) {
      const own = above[Math.min(place.level, above.length - 1)]!;
      const { start, end } = spanOf(own.item, after.offset);
      const prefix = this.#indentAt(start);
      const marker = this.#markerOf(start, 1);
      const behind = spanOf(after.node, after.offset).end;
      if (place.level >= above.length) {
        const sign = place.format === 'bullet' ? '- ' : '1. ';
        return this.#put(behind, `${this.#eol}${prefix}${' '.repeat(marker.length)}${sign}${content}`);
      }
      const blank = own.list.spread || own.item.spread ? `${this.#eol}${prefix.trimEnd()}` : '';
      // Before the remaining content of that item, such as a nested list, which then belongs to the new item.
      const isWithin = before !== after && before?.parents.includes(own.item);
      const at = isWithin ? behind : this.draft.source.slice(start, end).trimEnd().length + start;
      return this.#put(at, `${blank}${this.#eol}${prefix}${marker}${content}`);
    }
    const next = below[Math.min(place.level, below.length - 1)];
    if (before === undefined || next === undefined) return undefined;
    const { start } = spanOf(next.item, before.offset);
    const prefix = this.#indentAt(start);
    const blank = next.list.spread ? `${prefix.trimEnd()}${this.#eol}` : '';
    return this.#put(start, `${this.#markerOf(start, 0)}${content}${this.#eol}${blank}${prefix}`, -BESIDE);
  }

  /** An empty line, if the next line would otherwise continue the inserted text. */
  #gapBelow(at: number, prefix: string): string {
    const below = this.draft.source.slice(at, at + 300).split('\n')[1];
    const isApart = below === undefined || /^[\s>]*$/.test(below) || (prefix !== '' && ITEM.test(below));
    return isApart ? '' : `${this.#eol}${prefix.trimEnd()}`;
  }

  /** The prefix of the following lines in the container of a leaf: "> ", the indent of an item. */
  #prefixOf({ parents, node, offset }: Place): string {
    if (parents.at(-1)?.type === 'footnoteDefinition') return '    ';
    return this.#indentAt(spanOf(node, offset).start);
  }

  /** The text before an offset on its line, with everything but `>` replaced by spaces. */
  #indentAt(at: number): string {
    const before = this.draft.source.slice(Math.max(0, at - 400), at);
    return before
      .slice(before.lastIndexOf('\n') + 1)
      .replace(/\[[ xX]\][ \t]+$/, '')
      .replace(/[^>\s]/g, ' ');
  }

  /** The bullet or number of the item at an offset, with the number increased by `step`. */
  #markerOf(at: number, step: number): string {
    const found = /^(?:([-+*])|(\d{1,9})([.)]))([ \t]*)/.exec(this.draft.source.slice(at, at + 40));
    if (found === null) return '- ';
    const [, bullet, number, delimiter, space] = found;
    const gap = space === '' ? ' ' : space!.slice(0, 4);
    return bullet === undefined ? `${Number(number) + step}${delimiter}${gap}` : `${bullet}${gap}`;
  }
}

/** The innermost block quotation, list item or note around a leaf. */
function containerOf({ parents }: Leaf): Nodes | undefined {
  return parents.findLast(
    ({ type }) => type === 'listItem' || type === 'blockquote' || type === 'footnoteDefinition',
  );
}

/** The lists around a leaf, each with the item that contains the leaf. */
function listsOf(leaf: Leaf | undefined): { list: List; item: ListItem }[] {
  return (leaf?.parents ?? []).flatMap((node, at) => {
    const item = leaf!.parents[at + 1];
    return node.type === 'list' && item?.type === 'listItem' ? [{ list: node, item }] : [];
  });
}
