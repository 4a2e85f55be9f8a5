import { withoutBold } from '../docx/format';
import type { Block, Inline, Paragraph, Table } from '../docx/model';
import { inlineText } from '../docx/plain-text';
import { type Changes, hasContent, reviewedBlocks } from '../docx/review';
import { formatAt } from '../word/lists/labels';
import type { CommentPlaces } from './comment-ranges';
import type { ImportContext } from './context';
import { escapeHeading, escapeLines, fencedCode } from './escape';
import { languageOf } from './languages';
import { type BreakSign, LineWriter } from './lines';
import { type Entry, isNumbered, listLines } from './lists';
import { endOf, isLabel, kindOf, readList, unquoted } from './nesting';
import { writeTable } from './tables';

/** How many levels of nested tables and text boxes are written; deeper ones are left out. */
const DEEPEST = 20;

/** Writes blocks as Markdown. */
export class BlockWriter {
  #depth = 0;

  /** @param shift how many levels headings move down */
  constructor(
    readonly context: ImportContext,
    readonly places: CommentPlaces,
    private readonly shift: number,
  ) {}

  /**
   * Blocks as Markdown, with blank lines between them.
   *
   * @param isBody whether they are the text of the document, and not in a note or another block
   */
  write(blocks: readonly Block[], isBody = false): string {
    if (this.#depth >= DEEPEST) return '';
    this.#depth++;
    const out: string[] = [];
    for (let at = 0; at < blocks.length; ) {
      if (isBody) this.#lead(blocks, at, out);
      const { end, texts } = this.#next(blocks, at);
      for (const text of texts) {
        const isMeaning = isStyled(blocks[at], 'definition') && isStyled(blocks[at - 1], 'definition term');
        if (isMeaning && out.length > 0) out.push(`${out.pop()}\n: ${text.replaceAll('\n', '\n  ')}`);
        else if (text !== '') out.push(text);
      }
      at = end;
    }
    if (isBody) this.#speak(undefined, out);
    this.#depth--;
    return out.join('\n\n');
  }

  /** The definitions of the notes that were referred to so far, and of those that these refer to. */
  notes(changes: Changes): string[] {
    const { losses, document, notes, notesBefore } = this.context;
    losses.heading = '';
    const out: string[] = [];
    for (const key of notes) {
      const text = this.write(reviewedBlocks(document.notes.get(key) ?? [], changes));
      out.push(`[^${notesBefore + out.length + 1}]: ${text.replace(/\n(?=[^\n])/g, '\n    ')}`.trimEnd());
    }
    return out;
  }

  /** Writes what stands before a block: how its page lies, and in which language it is. */
  #lead(blocks: readonly Block[], at: number, out: string[]): void {
    const block = blocks[at]!;
    if (block.before !== undefined && (block.before !== 'pagebreak' || out.length > 0)) {
      this.#speak(undefined, out);
      out.push(`<!-- ${block.before} -->`);
    }
    // A title stands by itself, so that it is found.
    const isTitle = block.type === 'paragraph' && block.heading === 1 && this.shift === 0;
    if (isSeen(block)) this.#speak(isTitle ? undefined : languageOf(blocks, at), out);
  }

  /** Ends the element for the language of the blocks so far, and begins one for that of those that follow. */
  #speak(language: string | undefined, out: string[]): void {
    const { context } = this;
    const own = context.foreign(language);
    if (own === context.spoken) return;
    if (context.spoken !== undefined) out.push('</div>');
    if (own !== undefined) out.push(`<div lang="${own}">`);
    context.spoken = own;
  }

  /** The blocks of Markdown for what begins at an index, and where that ends. */
  #next(blocks: readonly Block[], at: number): { readonly end: number; readonly texts: string[] } {
    const block = blocks[at]!;
    const kind = kindOf(block);
    if (kind === 'item') {
      const { parts, end } = readList(blocks, at);
      return { end, texts: listLines(this.#entries(parts)) };
    }
    if (kind !== 'quote' && kind !== 'code') return { end: at + 1, texts: this.#one(kind, block) };
    const end = endOf(blocks, at);
    const some = blocks.slice(at, end);
    return { end, texts: kind === 'code' ? this.#code(some as Paragraph[]) : this.#quotation(some) };
  }

  #one(kind: ReturnType<typeof kindOf>, block: Block): string[] {
    switch (kind) {
      case 'table':
        return [writeTable(block as Table, this)];
      case 'rule':
        return ['---', ...this.#boxes((block as Paragraph).inlines)];
      case 'heading':
        return this.#heading(block as Paragraph);
      default:
        return this.#text(block as Paragraph);
    }
  }

  #quotation(blocks: readonly Block[]): string[] {
    const [label, ...rest] = blocks;
    const alert = isLabel(label!) && rest.length > 0 ? alertOf(label as Paragraph) : undefined;
    const own = this.write((alert === undefined ? blocks : rest).map(unquoted));
    const text = alert === undefined ? own.replace(LABEL, '\\$&') : `[!${alert}]\n${own}`;
    return text === '' ? [] : [quoted(text)];
  }

  /** A paragraph, and the text boxes that are anchored in it. */
  #text({ inlines, list }: Paragraph): string[] {
    if (list !== undefined && inlines.some(hasContent)) this.context.lose('paragraph numbers');
    const text = escapeLines(this.line(inlines, '\\\n'));
    return [text, ...this.#boxes(inlines)];
  }

  /** The inline content of a block. */
  line(inlines: readonly Inline[], breakSign: BreakSign): string {
    return new LineWriter(this.context, breakSign).write(this.places.nodes(inlines)).trim();
  }

  #boxes(inlines: readonly Inline[]): string[] {
    return inlines.flatMap((inline) => (inline.type === 'box' ? [this.write(inline.blocks)] : []));
  }

  #heading({ inlines, heading = 1, list }: Paragraph): string[] {
    const words = inlineText(inlines).replace(/\s+/g, ' ').trim();
    if (words !== '') this.context.losses.heading = words;
    if (list !== undefined && isNumbered(list)) this.context.lose('numbers');
    const level = heading + this.shift;
    if (level > 6) this.context.lose('deep');
    const text = this.line(plainHeading(inlines), ' ');
    // A picture in a heading style is not a heading.
    const isHeading =
      text !== '' && inlines.some((inline) => inline.type === 'text' && inline.text.trim() !== '');
    const sign = '#'.repeat(Math.min(level, 6));
    return [isHeading ? `${sign} ${escapeHeading(text)}` : escapeLines(text), ...this.#boxes(inlines)];
  }

  #entries(parts: ReturnType<typeof readList>['parts']): Entry[] {
    const entries: Entry[] = [];
    const letters = new Set<string>();
    /** Whether the list at each level that an item stands in is numbered. */
    const around: boolean[] = [];
    for (const [at, part] of parts.entries()) {
      if ('blocks' in part) {
        const block = this.write(part.blocks);
        if (block !== '') entries.push({ level: part.level, block });
        continue;
      }
      const { inlines, list } = part;
      const text = escapeLines(this.line(inlines, '\\\n'));
      const boxes = this.#boxes(inlines).filter((block) => block !== '');
      const next = parts[at + 1];
      const isBegun =
        next !== undefined && 'blocks' in next && next.level === list.level && next.blocks.some(isSeen);
      if (text === '' && boxes.length === 0 && !isBegun) continue;
      const ordered = isNumbered(list);
      around.length = Math.min(around.length, list.level);
      // What the export of a draft counts in letters by itself.
      const isOurs = this.context.isExported && list.format === formatAt(around.filter(Boolean).length);
      around[list.level] = ordered;
      if (ordered && !/^decimal/.test(list.format) && !isOurs) letters.add(`${list.id} ${list.level}`);
      const { level, value } = list;
      entries.push({ level, ordered, value, text: task(text) });
      for (const block of boxes) entries.push({ level, block });
    }
    for (const _ of letters) this.context.lose('letters');
    return entries;
  }

  #code(paragraphs: readonly Paragraph[]): string[] {
    const lines = paragraphs.flatMap(({ inlines }) => codeText(inlines).split('\n'));
    const isReviewed = paragraphs.some(({ inlines }) =>
      inlines.some(
        (one) =>
          one.type === 'comment' || ('inserted' in one && one.inserted) || ('deleted' in one && one.deleted),
      ),
    );
    if (isReviewed) this.context.lose('code changes');
    // Comments in code are written behind it.
    const comments = this.line(
      paragraphs.flatMap(({ inlines }) => inlines.filter(({ type }) => type === 'comment')),
      ' ',
    );
    const boxes = paragraphs.flatMap(({ inlines }) => this.#boxes(inlines));
    return lines.every((line) => line.trim() === '') ? boxes : [fencedCode(lines), comments, ...boxes];
  }
}

function isSeen(block: Block): boolean {
  return block.type === 'table' || block.inlines.some(hasContent);
}

function isStyled(block: Block | undefined, name: string): boolean {
  return block?.type === 'paragraph' && block.styles[0] === name;
}

/** What would make an alert of a quotation that begins with it. */
const LABEL = /^\[!\w+\](?=[ \t]*(?:\\?\n|$))/;

/** Line ends of Unicode end no line of Markdown: only `\n` does. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** The label of a GitHub alert, such as “NOTE”, in documents that were exported from drafts. */
function alertOf({ inlines }: Paragraph): string | undefined {
  const label = inlineText(inlines).trim().toUpperCase();
  return /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)$/.test(label) ? label : undefined;
}

/** The inlines of a heading, without bold if all of it is bold. */
function plainHeading(inlines: readonly Inline[]): readonly Inline[] {
  const isBold = inlines.every((one) => one.type !== 'text' || one.format.bold || one.text.trim() === '');
  return isBold ? inlines.map(withoutBold) : inlines;
}

function codeText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if ('deleted' in inline && inline.deleted !== undefined) continue;
    if (inline.type === 'text') text += inline.text;
    else if (inline.type === 'break') text += '\n';
  }
  return text;
}

/** The text of an item, with a box to tick before it written as in GFM: `[ ]` or `[x]`. */
function task(text: string): string {
  const box = /^([☐☑☒])[ \u00a0]+/.exec(text);
  if (box !== null) return `[${box[1] === '☐' ? ' ' : 'x'}] ${text.slice(box[0].length)}`;
  return text.replace(/^\[([ xX])\](?=\s)/, '\\[$1]');
}
