import {
  EndnoteReferenceRun,
  FootnoteReferenceRun,
  type IContext,
  type IXmlableObject,
  type Paragraph,
  type ParagraphChild,
  XmlComponent,
} from 'docx';
import type { FootnoteDefinition, FootnoteReference, RootContent } from 'mdast';
import { blocks } from './blocks';
import { type Context, type Place, warn } from './context';
import { field } from './fields';
import { asChild, Content, TextBookmark, TextParagraph } from './markup';
import { commented } from './review';
import { type Look, run } from './runs';
import { STYLE } from './styles';
import { plainText } from './text';

/** The first reference to a note. Where there are more of them, it has a bookmark, to which those lead. */
class FirstReference extends XmlComponent {
  readonly #reference: ParagraphChild;
  readonly number: number;
  readonly bookmark: string;
  isCitedAgain = false;

  constructor(reference: ParagraphChild, number: number) {
    super('w:r');
    this.#reference = reference;
    this.number = number;
    this.bookmark = `_Note${number}`;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const reference = [this.#reference];
    const written = this.isCitedAgain ? new TextBookmark(this.bookmark, reference) : new Content(reference);
    return written.prepForXml(context);
  }
}

/** The footnotes of one document, numbered in the order in which the text refers to them. */
export class Notes {
  readonly #written: (readonly TextParagraph[])[] = [];
  /** By what they refer to, and by the change that they stand in. */
  readonly #first = new Map<string, Map<string, FirstReference>>();

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

  /**
   * The reference that another one may lead to.
   *
   * @param change what the other stands in: one inside of a change goes with it, and the note with that
   */
  first(identifier: string, change = ''): FirstReference | undefined {
    const known = this.#first.get(identifier);
    return known?.get('') ?? known?.get(change);
  }

  has(identifier: string): boolean {
    return this.#first.has(identifier);
  }

  /** Takes the next number; the text is added when it is written, since it may hold what counts, too. */
  begin(identifier: string, change: string, refer: (number: number) => ParagraphChild): FirstReference {
    const number = this.#written.push([]);
    const reference = new FirstReference(refer(number), number);
    const known = this.#first.get(identifier) ?? new Map<string, FirstReference>();
    this.#first.set(identifier, known.set(change, reference));
    return reference;
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

/** Writes a reference to a footnote, and the footnote itself where it is the first; the others show its number. */
export function noteReference(
  node: FootnoteReference,
  look: Look,
  place: Place,
  context: Context,
): ParagraphChild[] {
  const note = context.source.notes.get(node.identifier);
  if (note === undefined) {
    const shown = `[^${node.label ?? node.identifier}]`;
    warn(context, `“${shown}” refers to a footnote that there is not`, node, 'unread');
    return [run(shown, look)];
  }
  if (place.part === 'note') {
    // Word has no notes on notes.
    warn(context, 'A footnote refers to another footnote: its text is given in brackets', node);
    return [run(` (${note.node.children.map(plainText).join(' ')})`, look)];
  }
  const first = context.notes.first(node.identifier, context.change);
  const isEndnote = context.layout.notes === 'endnotes';
  if (first !== undefined) {
    first.isCitedAgain = true;
    const style = isEndnote ? STYLE.endnoteReference : STYLE.footnoteReference;
    return field(` NOTEREF ${first.bookmark} \\f \\h `, String(first.number), { style });
  }
  const reference = context.notes.begin(node.identifier, context.change, (number) =>
    isEndnote ? new EndnoteReferenceRun(number) : new FootnoteReferenceRun(number),
  );
  const { block, next, change } = context;
  context.block = note.block;
  context.next = { pageBreak: false, spaceBefore: 0 };
  context.notes.end(reference.number, noteParagraphs(note.node, context));
  Object.assign(context, { block, next, change });
  const written: readonly ParagraphChild[] = [asChild(reference)];
  return [...context.onNote.splice(0).reduce((about, thread) => commented(thread, about, context), written)];
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
    const [first] = children;
    children[0] = { ...first, children: [SPACE, ...first.children] };
  }
  const written = blocks(children, place, context).filter(
    (one): one is TextParagraph => one instanceof TextParagraph,
  );
  return written.length > 0 ? written : [new TextParagraph({ style: noteStyle(context) })];
}

const SPACE = { type: 'text', value: ' ' } as const;
