import type { By } from '../criticmarkup/types';
import { UNTRACKED } from '../criticmarkup/untracked';
import type { Paragraph, Row, Table } from '../docx/model';
import { standsAbove } from '../import/front-matter';
import { shortened } from '../text/shorten';
import { addTo, greatest } from '../util/lists';
import { NAME } from '../util/version';
import { fingerprint } from '../word/embedded-draft/read';
import { oneLine } from '../word/xml-text';
import type { Comments } from './comments';
import { detailSentence, detailsChanged, isNews } from './details';
import { textOf } from './edits';
import { after, before, firstBy, isAllBold, withoutBoldParts } from './groups';
import { NOTE, PICTURE } from './leaves';
import type { Placed } from './match';
import type { Merging } from './merging';
import type { Gap } from './paragraphs';
import { Shapes } from './shapes';
import type { Added, CellPlace, Fragment, Group, Part } from './types';

/**
 * Adds what a document has that no leaf of the draft shows: new paragraphs, rows and tables, and changes of generated
 * text.
 */
export class Additions {
  /** For each row of a table in the document: a leaf of the base that it shows. */
  readonly #rows = new Map<Row, number>();
  readonly #inRow = new Map<Row, Placed[]>();
  /** For each paragraph, the next leaf that is shown after it. */
  readonly #following: (number | undefined)[] = [];
  readonly #rowsAbove = new Map<Table, Map<Row, Row | undefined>>();
  readonly #done = new Set<Row>();
  /** Tables whose further columns are added. */
  readonly #widened = new Set<Table>();
  readonly #shapes: Shapes;

  constructor(
    private readonly merging: Merging,
    private readonly comments: Comments,
    private readonly placed: readonly Placed[],
  ) {
    this.#shapes = new Shapes(placed, merging.base);
    for (const one of placed) {
      const { cell } = one.group;
      if (cell === undefined) continue;
      addTo(this.#inRow, cell.row, one);
      if (one.leaf !== undefined) this.#rows.set(cell.row, one.leaf);
    }
    let next: number | undefined;
    for (let at = placed.length; at-- > 0; ) {
      this.#following[at] = next;
      next = placed[at]!.leaf ?? next;
    }
  }

  run(): void {
    let last: number | undefined;
    let isAbove = true;
    for (const [index, { group, leaf, exported, same, was }] of this.placed.entries()) {
      if (leaf !== undefined || ('block' in group && group.block !== undefined)) isAbove = false;
      const inTitleBlock = isAbove || standsAbove(paragraphOf(group));
      if (leaf !== undefined) last = leaf;
      else if (exported) {
        // The earlier text of an HTML block is not known, only that it was different.
        const isUntracked = !same && before(group.parts) === after(group.parts);
        this.#ofExport(group, last, index, inTitleBlock, was ?? (isUntracked ? '…' : undefined));
      } else if (this.#isBesideOwn(group, index)) this.#ofExport(group, last, index, inTitleBlock, '');
      else if (group.cell !== undefined) this.#cells(group.cell, last, index);
      else this.paragraph(last, group.parts, byOf(group), paragraphOf(group), this.#following[index]);
    }
  }

  /** Reports lines of the title block that were deleted without tracking. A text box is not searched for them. */
  lost(lines: readonly string[]): void {
    const hasBox = ({ group }: Placed): boolean =>
      'paragraphs' in group &&
      group.paragraphs.some(({ inlines }) => inlines.some(({ type }) => type === 'box'));
    if (this.placed.some(hasBox)) return;
    for (const line of lines)
      if (detailsChanged(this.merging.review.base, line, '') !== undefined)
        this.#addGeneratedTextChange(line.trim(), '', UNTRACKED, this.merging.gap(undefined), true);
  }

  /** Adds a new paragraph after a leaf of the base. */
  paragraph(
    last: number | undefined,
    parts: readonly Part[],
    by: By,
    paragraph: Paragraph,
    next?: number,
  ): void {
    const merging = this.merging;
    // A heading is bold by itself.
    const isBold = paragraph.heading !== undefined && isAllBold(parts);
    const text = merging.hasChanges ? this.#added(isBold ? withoutBoldParts(parts) : parts, by, false) : '';
    if (text === '') return;
    merging.changes++;
    merging.blocks.paragraph(merging.gap(last, next), this.#shapes.of(paragraph), text);
  }

  #added(parts: readonly Part[], by: By, inTable: boolean): string {
    for (const part of parts) if (part.type === 'comment') this.comments.take(part.id);
    return this.merging.added(parts, by, inTable);
  }

  /** Whether somebody added a line to the title block. */
  #isBesideOwn(group: Group | Added, index: number): boolean {
    const isOwn = (one: Placed | undefined): boolean => one?.exported === true && one.leaf === undefined;
    return (
      standsAbove(paragraphOf(group)) && (isOwn(this.placed[index - 1]) || isOwn(this.placed[index + 1]))
    );
  }

  /** Adds text in cells: new cells of an existing row, or a new row. */
  #cells({ table, row }: CellPlace, last: number | undefined, index: number): void {
    const merging = this.merging;
    if (this.#done.has(row) || !merging.hasChanges) return;
    this.#done.add(row);
    const anchor = this.#rows.get(row);
    if (anchor !== undefined) {
      const width = this.#widthAt(anchor);
      this.#columns(table, width);
      for (const { group, leaf } of this.#inRow.get(row)!)
        if (leaf === undefined && group.cell!.column < width) this.#cell(anchor, group, group.cell!);
      return;
    }
    const above = this.#above(table, row);
    const rows = above === undefined ? table.rows : [row];
    for (const one of rows) this.#done.add(one);
    const lines = rows.map((one) => this.#row(one));
    if (lines.every((line) => line.every((text) => text === ''))) return;
    // Each cell is a change of its own in the draft.
    merging.changes += lines.flat().filter((text) => text !== '').length;
    const leaf = above === undefined ? undefined : merging.now(this.#rows.get(above)!);
    if (leaf?.node.type === 'tableCell') merging.blocks.row(leaf, lines[0]!);
    else merging.blocks.table(merging.gap(last, this.#following[index]), lines);
  }

  /** How many columns the draft's table has. */
  #widthAt(anchor: number): number {
    const table = this.merging.now(anchor)?.parents.find(({ type }) => type === 'table');
    return table?.type === 'table' ? table.children[0]!.children.length : Number.POSITIVE_INFINITY;
  }

  /** Adds the columns of a table that are behind the draft's last one: their cells in all rows, and in its head. */
  #columns(table: Table, width: number): void {
    if (this.#widened.has(table)) return;
    this.#widened.add(table);
    const added = table.rows.map((row) => (this.#rows.has(row) ? this.#row(row, width) : []));
    const count = greatest(
      added.map(({ length }) => length),
      0,
    );
    if (count === 0) return;
    for (const [at, row] of table.rows.entries()) {
      const leaf = this.#rows.has(row) ? this.merging.now(this.#rows.get(row)!) : undefined;
      if (leaf?.node.type !== 'tableCell') continue;
      if (at === 0) this.merging.blocks.columns(leaf, count);
      const cells = at === 0 ? Array.from({ length: count }, (_, own) => added[0]![own] ?? '') : added[at]!;
      if (cells.length > 0) this.merging.blocks.cells(leaf, cells);
      this.merging.changes += cells.filter((text) => text !== '').length;
    }
  }

  /** The row of the draft above a new row; else the first one below it. */
  #above(table: Table, row: Row): Row | undefined {
    const known = this.#rowsAbove.get(table) ?? new Map<Row, Row | undefined>();
    if (known.size === 0) {
      let above = table.rows.find((one) => this.#rows.has(one));
      for (const one of table.rows) {
        if (this.#rows.has(one)) above = one;
        known.set(one, above);
      }
      this.#rowsAbove.set(table, known);
    }
    return known.get(row);
  }

  /** The texts of a row's cells from a column on. */
  #row(row: Row, first = 0): string[] {
    const cells: string[] = [];
    const groups = (this.#inRow.get(row) ?? [])
      .map(({ group }) => group)
      .filter(({ cell }) => cell!.column >= first);
    // A row in bold has the look of a heading or a total, which the export gives it, or of one that it was copied from.
    const isBold = groups.every(({ parts }) => after(parts).trim() === '' || isAllBold(parts));
    for (const group of groups) {
      const column = group.cell!.column - first;
      const text = this.#added(isBold ? withoutBoldParts(group.parts) : group.parts, byOf(group), true);
      cells[column] = [cells[column] ?? '', text].filter((one) => one !== '').join(' ');
    }
    return Array.from(cells, (text) => text ?? '');
  }

  #cell(anchor: number, group: Group | Added, { column }: CellPlace): void {
    const row = this.merging.now(anchor)?.parents.at(-1);
    if (row?.type !== 'tableRow') return;
    const leaf = this.merging.leafOf(row.children[Math.min(column, row.children.length - 1)]);
    const content = this.merging.content(group.parts);
    if (leaf === undefined || textOf(content).trim() === '') return;
    const apart: Fragment[] = leaf.text === '' ? [] : [{ markdown: '<br>', text: '\n' }];
    this.merging.changes++;
    this.merging.push(leaf, {
      kind: 'insert',
      at: leaf.text.length,
      content: [...apart, ...content],
      by: byOf(group),
      seq: 1e6 + this.merging.blocks.next(),
    });
  }

  /**
   * Reports changes of generated text (front matter, table of contents, list of sources) as a comment where it stands.
   */
  #ofExport(
    group: Group | Added,
    last: number | undefined,
    index: number,
    inTitleBlock: boolean,
    said?: string,
  ): void {
    const gap = this.merging.gap(last, this.#following[index]);
    const was = oneLine(said ?? before(group.parts)).trim();
    this.#addGeneratedTextChange(was, oneLine(after(group.parts)).trim(), byOf(group), gap, inTitleBlock);
    const leaf = gap.after ?? gap.before;
    if (!this.merging.options.comments) return;
    for (const part of group.parts) {
      const thread = part.type === 'comment' ? this.comments.take(part.id) : undefined;
      if (thread === undefined || leaf === undefined) continue;
      const text = `This was on “${shortened(was.trim(), 200)}”, which the export writes by itself.`;
      const about = was === '' ? [] : [{ author: NAME, text }];
      this.merging.point(leaf, gap.after === undefined, [...thread, ...about]);
    }
  }

  /**
   * @param inTitleBlock whether the text may come from the front matter: elsewhere, the same words mean something else
   */
  #addGeneratedTextChange(was: string, now: string, by: By, gap: Gap, inTitleBlock: boolean): void {
    const { review, options, generatedTextChanges, hasChanges } = this.merging;
    if (!hasChanges || fingerprint(was) === fingerprint(now)) return;
    const details = (inTitleBlock ? detailsChanged(review.base, was, now) : undefined) ?? [];
    if (details.length > 0 && !details.some((detail) => isNews(review.ours, detail))) return;
    const text =
      details.length > 0
        ? `${details.map(detailSentence).join('. ')}.`
        : was === ''
          ? `Added in Word to what the export writes by itself: “${readable(now)}”.`
          : `Changed in what the export writes by itself: “${readable(was)}” is now “${readable(now)}”.`;
    this.merging.changes++;
    generatedTextChanges.push({ text, details });
    const leaf = gap.after ?? gap.before;
    if (leaf !== undefined && options.changes === 'show' && options.comments)
      this.merging.point(leaf, gap.after === undefined, [{ ...by, text }]);
    else this.merging.unmarked++;
  }
}

/** Text without the characters that stand for notes and pictures. */
function readable(text: string): string {
  return text.replaceAll(NOTE, '').replaceAll(PICTURE, '');
}

function byOf(group: Group | Added): By {
  return 'by' in group ? group.by : (firstBy(group.parts) ?? UNTRACKED);
}

function paragraphOf(group: Group | Added): Paragraph {
  return 'by' in group ? group.paragraph : group.paragraphs[0]!;
}

/**
 * Reports drawings that reviewers added, which Markdown cannot hold. Documents of ours have drawings only in their
 * template, whose paragraphs belong to no block of the draft.
 */
export function loseDrawn(groups: readonly (Group | Added)[], { imports, hasChanges }: Merging): void {
  for (const group of hasChanges ? groups : []) {
    const isOurs = 'block' in group && group.block !== undefined;
    for (const { heading, inlines } of 'paragraph' in group ? [group.paragraph] : group.paragraphs) {
      if (heading !== undefined)
        imports.losses.heading = inlines.map((one) => (one.type === 'text' ? one.text : '')).join('');
      for (const one of inlines) {
        if (one.type === 'other' && one.deleted === undefined && (isOurs || one.inserted !== undefined))
          imports.lose(one.what);
      }
    }
  }
}
