import { EndnoteReferenceRun, FootnoteReferenceRun, type Paragraph, type ParagraphChild } from 'docx';
import type { FootnoteDefinition, FootnoteReference, RootContent } from 'mdast';
import { blocks } from './blocks';
import { type Context, type Place, warn } from './context';
import { TextParagraph } from './markup';
import { type Look, run } from './runs';
import { STYLE } from './styles';
import { plainText } from './text';

/** A second reference to a long note does not print it again. */
const LONGEST_REPEATED = 600;

/** The footnotes of one document, numbered in the order in which the text refers to them. */
export class Notes {
  readonly #written: (readonly TextParagraph[])[] = [];
  readonly #first = new Map<string, number>();

  /** What the text refers to, in that order. */
  get used(): readonly string[] {
    return [...this.#first.keys()];
  }

  /** For docx's `footnotes` or `endnotes` option. */
  get written(): Readonly<Record<string, { readonly children: readonly Paragraph[] }>> {
    return Object.fromEntries(
      this.#written.map((paragraphs, at) => [String(at + 1), { children: paragraphs.map(forDocx) }]),
    );
  }

  first(identifier: string): number | undefined {
    return this.#first.get(identifier);
  }

  /** Takes the next number; the text is added when it is written, since it may hold what counts, too. */
  begin(identifier: string): number {
    const number = this.#written.push([]);
    if (!this.#first.has(identifier)) this.#first.set(identifier, number);
    return number;
  }

  end(number: number, paragraphs: readonly TextParagraph[]): void {
    this.#written[number - 1] = paragraphs;
  }
}

/** docx puts the number into the first paragraph, which must be one of its own for that. */
function forDocx(paragraph: TextParagraph, at: number): Paragraph {
  return at === 0 ? paragraph.asDocx() : (paragraph as unknown as Paragraph);
}

export function noteStyle(context: Context): string {
  return context.layout.notes === 'endnotes' ? STYLE.endnote : STYLE.footnote;
}

/** Writes a reference to a footnote, and the footnote itself. */
export function noteReference(
  node: FootnoteReference,
  look: Look,
  place: Place,
  context: Context,
): ParagraphChild[] {
  const note = context.source.notes.get(node.identifier);
  if (note === undefined) return [run(`[^${node.label ?? node.identifier}]`, look)];
  if (place.part === 'note') {
    // Word has no notes on notes.
    warn(context, 'A footnote refers to another footnote: its text is given in brackets', node);
    return [run(` (${note.node.children.map(plainText).join(' ')})`, look)];
  }
  const first = context.notes.first(node.identifier);
  const number = context.notes.begin(node.identifier);
  const long = first !== undefined && plainText(note.node).length > LONGEST_REPEATED;
  if (long) {
    const see = new TextParagraph({ style: noteStyle(context), children: [run(` See note ${first}.`)] });
    context.notes.end(number, [see]);
  } else {
    const { block, next } = context;
    context.block = note.block;
    context.next = { pageBreak: false, spaceBefore: 0 };
    context.notes.end(number, noteParagraphs(note.node, context));
    Object.assign(context, { block, next });
  }
  return [
    context.layout.notes === 'endnotes' ? new EndnoteReferenceRun(number) : new FootnoteReferenceRun(number),
  ];
}

/** Writes a footnote's text; a note holds paragraphs alone, so that a table in it becomes lines of text. */
function noteParagraphs(node: FootnoteDefinition, context: Context): TextParagraph[] {
  const place: Place = {
    left: 0,
    width: 9000,
    quotes: 0,
    listInQuote: false,
    level: -1,
    numbered: 0,
    part: 'note',
    depth: 0,
  };
  const children: RootContent[] = [];
  for (const child of node.children) {
    if (child.type !== 'table') {
      children.push(child);
      continue;
    }
    warn(context, 'Word allows no table in a footnote: its rows are written as lines', child);
    for (const row of child.children) {
      const value = row.children.map(plainText).join(' | ');
      children.push({ type: 'paragraph', children: [{ type: 'text', value }] });
    }
  }
  // Word sets the number against the text: the space between them is ours.
  if (children[0]?.type === 'paragraph') {
    const [first, ...rest] = children;
    children.splice(0, children.length, { ...first, children: [SPACE, ...first.children] }, ...rest);
  }
  const written = blocks(children, place, context).filter(
    (one): one is TextParagraph => one instanceof TextParagraph,
  );
  return written.length > 0 ? written : [new TextParagraph({ style: noteStyle(context) })];
}

const SPACE = { type: 'text', value: ' ' } as const;
