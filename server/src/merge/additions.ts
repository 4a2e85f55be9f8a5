import type { By, Thread } from '../criticmarkup/types';
import { UNTRACKED } from '../criticmarkup/untracked';
import type { Paragraph, Row, Table } from '../docx/model';
import { standsAbove } from '../import/front-matter';
import { shortened } from '../text/shorten';
import { NAME } from '../util/version';
import { fingerprint } from '../word/embedded-draft/read';
import { oneLine } from '../word/xml-text';
import { AddedCells } from './added-cells';
import type { Comments } from './comments';
import { detailSentence, detailsChanged, isNews } from './details';
import { after, before, byOf, isAllBold, withoutBoldParts } from './groups';
import { type HtmlPlace, nameOf } from './html';
import { HtmlRemarks } from './html-remarks';
import { NOTE, PICTURE } from './leaves';
import type { Placed } from './match';
import type { GeneratedTextChange, Merging } from './merging';
import { movedItems } from './moved-items';
import type { Gap } from './paragraphs';
import { newShape, remarkMoved, restyle, ticked } from './restyled';
import { Shapes } from './shapes';
import { boxIn, withoutBox } from './task-boxes';
import type { Added, CellPlace, Group, Part } from './types';

/**
 * Adds what a document has that no leaf of the draft shows: new paragraphs, rows and tables, and changes of generated
 * text.
 */
export class Additions {
  /** For each paragraph, the next leaf that is shown after it. */
  readonly #following: (number | undefined)[] = [];
  readonly #shapes: Shapes;
  readonly #moved: ReadonlyMap<number, number>;
  readonly #cells: AddedCells;
  /** Tables with cells that were exported and are none of the draft's, as they stand in a block of HTML. */
  readonly #tablesOfHtml: ReadonlySet<Table>;
  readonly #rowsTold = new Set<Row>();
  readonly #html: HtmlRemarks;
  /** The HTML that the paragraph that is looked at is from. */
  #inHtml: HtmlPlace | undefined;

  constructor(
    private readonly merging: Merging,
    private readonly comments: Comments,
    private readonly placed: readonly Placed[],
  ) {
    this.#shapes = new Shapes(placed, merging.base);
    this.#moved = movedItems(placed, merging.base);
    this.#html = new HtmlRemarks(merging);
    this.#tablesOfHtml = new Set(
      placed.flatMap(({ group, leaf, exported }) =>
        exported && leaf === undefined && group.cell !== undefined ? [group.cell.table] : [],
      ),
    );
    this.#cells = new AddedCells(merging, placed, {
      added: (parts, by) => this.#added(parts, by, true),
      isSettled: (gap, cells) => this.#isSettled(gap, cells),
    });
    let next: number | undefined;
    for (let at = placed.length; at-- > 0; ) {
      this.#following[at] = next;
      next = placed[at]!.leaf ?? next;
    }
  }

  run(): void {
    let last: number | undefined;
    let isAbove = true;
    let isUnderLabel = false;
    const { merging } = this;
    for (const [index, { group, leaf, exported, same, was, isLabel }] of this.placed.entries()) {
      if (leaf !== undefined || ('block' in group && group.block !== undefined)) isAbove = false;
      const block = 'block' in group ? group.block : undefined;
      if (leaf !== undefined || group.cell === undefined || block !== undefined)
        this.#inHtml =
          leaf === undefined
            ? this.#html.place(block, last === undefined ? undefined : merging.base[last])
            : undefined;
      const inTitleBlock = isAbove || standsAbove(paragraphOf(group));
      if (leaf !== undefined) {
        last = leaf;
        isUnderLabel = false;
        if ('paragraphs' in group) this.#restyled(leaf, group);
      } else if (isLabel) {
        // What is new behind it, and what is said of it, belongs to the alert.
        isUnderLabel = this.#following[index] !== undefined;
        if (isUnderLabel) last = undefined;
        this.#ofExport(group, last, index, false, was);
      } else if (exported) {
        // The earlier text of an HTML block is not known, only that it was different.
        const isUntracked = !same && before(group.parts) === after(group.parts);
        this.#ofExport(group, last, index, inTitleBlock, was ?? (isUntracked ? '…' : undefined));
      } else if (this.#isBesideOwn(group, index)) this.#ofExport(group, last, index, inTitleBlock, '');
      else if (group.cell !== undefined && this.#tablesOfHtml.has(group.cell.table))
        this.#rowOfHtml(group.cell, last, index);
      else if (group.cell !== undefined)
        this.#cells.add(group.cell, () => merging.gap(last, this.#following[index]));
      else {
        const next = this.#following[index];
        this.paragraph(last, group.parts, byOf(group), paragraphOf(group), next, isUnderLabel);
      }
    }
  }

  /** Gives a leaf the shape that it has in the document now. */
  #restyled(at: number, group: Group): void {
    const { merging } = this;
    const steps = this.#moved.get(at);
    if (steps !== undefined) remarkMoved(merging, at, group, steps);
    const [paragraph, ...more] = group.paragraphs;
    const now = merging.now(at);
    const shape =
      more.length > 0
        ? undefined
        : (newShape(merging.base[at]!, paragraph!, this.#shapes) ?? ticked(merging.base[at]!, group, now));
    if (shape === undefined) return;
    const isTouched =
      group.parts.some(({ type }) => type === 'comment') || (now !== undefined && merging.edits.has(now));
    restyle(merging, at, group, shape, isTouched);
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
    shown: readonly Part[],
    by: By,
    paragraph: Paragraph,
    next?: number,
    isUnderLabel = false,
  ): void {
    const merging = this.merging;
    const own = this.#shapes.of(paragraph);
    const checked = own.list === undefined ? undefined : boxIn(shown)?.isTicked;
    const parts = checked === undefined ? shown : withoutBox(shown);
    const gap = merging.gap(last, next);
    if (this.#isSettled(gap, [parts])) return;
    // A heading is bold by itself.
    const isBold = paragraph.heading !== undefined && isAllBold(parts);
    const text = merging.hasChanges ? this.#added(isBold ? withoutBoldParts(parts) : parts, by, false) : '';
    if (text === '') return;
    merging.changes++;
    if (isUnderLabel && gap.before !== undefined) merging.blocks.underLabel(gap.before, text);
    else merging.blocks.paragraph(gap, { ...own, checked }, text);
  }

  /** Whether the draft has what is added, with nothing left to decide; comments on it go there. */
  #isSettled(gap: Gap, added: readonly (readonly Part[])[]): boolean {
    const { merging, comments } = this;
    const leaves = merging.hasChanges ? merging.settled(gap, added) : undefined;
    for (const [at, leaf] of (leaves ?? []).entries())
      for (const part of added[at]!)
        if (part.type === 'comment') merging.point(leaf, false, comments.take(part.id) ?? []);
    return leaves !== undefined;
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
    const was = oneLine(said ?? readable(before(group.parts))).trim();
    const now = oneLine(readable(after(group.parts))).trim();
    this.#addGeneratedTextChange(was, now, byOf(group), gap, inTitleBlock);
    // Those on the label of an alert are on its text.
    if (!this.merging.options.comments || this.placed[index]!.isLabel) return;
    for (const part of group.parts) {
      const thread = part.type === 'comment' ? this.comments.take(part.id) : undefined;
      if (thread === undefined) continue;
      const where = this.#inHtml === undefined ? ', which the export writes by itself' : '';
      const text = `This was on “${shortened(was.trim(), 200)}”${where}.`;
      this.#point(gap, [...thread, ...(was === '' ? [] : [{ author: NAME, text }])]);
    }
  }

  /**
   * @param inTitleBlock whether the text may come from the front matter: elsewhere, the same words mean something else
   */
  #addGeneratedTextChange(was: string, now: string, by: By, gap: Gap, inTitleBlock: boolean): void {
    const { review, hasChanges } = this.merging;
    if (!hasChanges || fingerprint(was) === fingerprint(now)) return;
    const details = (inTitleBlock ? detailsChanged(review.base, was, now) : undefined) ?? [];
    if (details.length > 0 && !details.some((detail) => isNews(review.ours, detail))) return;
    const text =
      details.length > 0
        ? `${details.map(detailSentence).join('. ')}.`
        : sentence(readable(was), readable(now), this.#inHtml);
    this.#tell({ text, details }, by, gap);
  }

  /** Tells of a change that no mark in the draft can show, in a comment where there may be any. */
  #tell(change: GeneratedTextChange, by: By, gap: Gap): void {
    const { options, generatedTextChanges } = this.merging;
    this.merging.changes++;
    generatedTextChanges.push(change);
    const isShown = options.changes === 'show' && options.comments;
    if (!isShown || !this.#point(gap, [{ ...by, text: change.text }])) this.merging.unmarked++;
  }

  /** Adds a comment below the HTML that it is on, or else to the leaf beside it; returns whether there is any. */
  #point(gap: Gap, thread: Thread): boolean {
    const leaf = gap.after ?? gap.before;
    if (this.#inHtml !== undefined) this.#html.add(this.#inHtml, thread);
    else if (leaf !== undefined) this.merging.point(leaf, gap.after === undefined, thread);
    return this.#inHtml !== undefined || leaf !== undefined;
  }

  /** Tells of what somebody added to a row of a table of HTML, or of a new one: as one of Markdown, the draft would have the table twice. */
  #rowOfHtml({ row }: CellPlace, last: number | undefined, index: number): void {
    if (this.#rowsTold.has(row) || !this.merging.hasChanges) return;
    this.#rowsTold.add(row);
    const own = this.#cells.newIn(row);
    for (const part of own.flatMap(({ parts }) => parts))
      if (part.type === 'comment') this.comments.take(part.id);
    const cells = own
      .map(({ parts }) => readable(oneLine(after(parts)).trim()))
      .filter((text) => text !== '');
    if (cells.length === 0) return;
    const text = `Added to a table in Word, which the draft cannot show: “${cells.join(' / ')}”.`;
    this.#tell({ text, details: [] }, byOf(own[0]!), this.merging.gap(last, this.#following[index]));
  }
}

/** Says what was changed in text that the draft has in no place where a mark can stand. */
function sentence(was: string, now: string, html: HtmlPlace | undefined): string {
  const where = html === undefined ? 'what the export writes by itself' : nameOf(html);
  if (was === '') return `Added in Word to ${where}: “${now}”.`;
  if (html !== undefined && now === '') return `Deleted in ${where}: “${was}”.`;
  return `Changed in ${where}: “${was}” is now “${now}”.`;
}

/** Text without the characters that stand for notes and pictures. */
function readable(text: string): string {
  return text.replaceAll(NOTE, '').replaceAll(PICTURE, '');
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
