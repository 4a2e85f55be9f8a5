import { addAll } from '../lists';
import { byOf } from './author';
import { OpenFields } from './fields';
import { noteKey, readInlines } from './inlines';
import type { Block, Bookmark, CommentMark, Inline, Paragraph, Review } from './model';
import { UNDERSTOOD } from './namespaces';
import { restoreSpaces } from './no-break-spaces';
import type { Numbering } from './numbering';
import type { DocxPackage, Relation } from './package';
import { outlineLevel, type Styles } from './styles';
import { readTable } from './tables';
import { descendants, elementIn, elementsIn, valueIn, type XmlElement } from './xml-tree';

/** What the texts of a document (body, notes, comments, headers) share. */
export interface Shared {
  readonly pack: DocxPackage;
  readonly styles: Styles;
  readonly numbering: Numbering;
}

/** Elements that mark a place. They may also stand between blocks. */
const MARKS: ReadonlyMap<string, Pick<Bookmark | CommentMark, 'type' | 'at'>> = new Map([
  ['w:bookmarkStart', { type: 'bookmark', at: 'start' }],
  ['w:bookmarkEnd', { type: 'bookmark', at: 'end' }],
  ['w:commentRangeStart', { type: 'comment', at: 'start' }],
  ['w:commentRangeEnd', { type: 'comment', at: 'end' }],
  ['w:commentReference', { type: 'comment', at: 'reference' }],
]);

/** Galleries whose content Word generates, such as tables of contents. */
const CONTENTS = /^(?:table of contents|tables? of (?:contents|figures))$/i;

/** Reads one text of a document in order: the body, a note, a comment or a header. */
export class Story {
  readonly fields: OpenFields;
  readonly styles: Styles;
  readonly #shared: Shared;
  readonly #relations: ReadonlyMap<string, Relation>;
  /** Marks between blocks, which count for the next paragraph. */
  #waiting: Inline[] = [];
  #last: Inline[] | undefined;
  #isRule = false;
  readonly #root: XmlElement;
  #notes: ReadonlyMap<string, string> | undefined;

  /**
   * @param part name of the part with the text
   * @param root the element with all of the text
   */
  constructor(part: string, root: XmlElement, shared: Shared) {
    this.fields = new OpenFields(root);
    this.#root = root;
    this.styles = shared.styles;
    this.#shared = shared;
    this.#relations = shared.pack.relations(part);
  }

  /** The blocks in an element, up to its end. */
  read(element: XmlElement): Block[] {
    const blocks = this.inside(element);
    if (this.#last) addAll(this.#last, this.#waiting);
    this.#waiting = [];
    return blocks;
  }

  /** The blocks in an element. */
  inside(element: XmlElement): Block[] {
    const blocks: Block[] = [];
    this.#blocks(element, {}, blocks);
    return blocks;
  }

  #blocks(element: XmlElement, review: Review, out: Block[]): void {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      switch (child.name) {
        case 'w:p':
          out.push(this.#paragraph(child, review));
          break;
        case 'w:tbl':
          out.push(readTable(child, review, this));
          break;
        case 'w:sdt':
          if (isContents(child)) out.push(alone({ type: 'other', what: 'contents' }));
          else this.#blocks(elementIn(child, 'w:sdtContent') ?? child, review, out);
          break;
        case 'w:altChunk':
          out.push(alone({ type: 'other', what: 'document' }));
          break;
        case 'mc:AlternateContent':
          this.#blocks(this.chosen(child) ?? child, review, out);
          break;
        default:
          if (this.isMark(child)) marked(child, this.#waiting);
          else if (!/Pr$/.test(child.name)) this.#blocks(child, reviewed(child, review), out);
      }
    }
  }

  #paragraph(element: XmlElement, review: Review): Paragraph {
    const properties = elementIn(element, 'w:pPr');
    const style = this.styles.style(valueIn(properties, 'w:pStyle'));
    const outline = outlineLevel(properties) ?? style.outline ?? 9;
    const list = this.#shared.numbering.place(elementIn(properties, 'w:numPr'), style);
    const inlines: Inline[] = this.#waiting;
    this.#waiting = [];
    this.#last = inlines;
    this.#isRule = false;
    readInlines(element, review, this, inlines);
    restoreSpaces(inlines);
    const isRule = this.#isRule || isLine(properties);
    return {
      type: 'paragraph',
      styles: style.names,
      ...(outline < 9 && { heading: outline + 1 }),
      ...(list && { list }),
      ...alignment(properties),
      inlines,
      mark: markOf(elementIn(properties, 'w:rPr'), review),
      ...(isRule && inlines.every(({ type }) => type === 'other' || type === 'bookmark') && { rule: true }),
    };
  }

  /** Adds a mark to the next paragraph. */
  wait(mark: XmlElement): void {
    marked(mark, this.#waiting);
  }

  /** Marks the current paragraph as a horizontal line. */
  rule(): void {
    this.#isRule = true;
  }

  /** The note whose reference stands in a bookmark. */
  noteAt(bookmark: string | undefined): string | undefined {
    if (bookmark === undefined) return undefined;
    this.#notes ??= bookmarkedNotes(this.#root);
    return this.#notes.get(bookmark);
  }

  relation(id: string | undefined): Relation | undefined {
    return id === undefined ? undefined : this.#relations.get(id);
  }

  isMark({ name }: XmlElement): boolean {
    return MARKS.has(name);
  }

  /** The first of several alternatives whose requirements are understood (ECMA-376 part 3, 10.2). */
  chosen(alternatives: XmlElement): XmlElement | undefined {
    const choices = elementsIn(alternatives, 'mc:Choice');
    const choice = choices.find(({ attributes: { Requires = '' } }) =>
      Requires.split(/\s+/).every((prefix) => prefix === '' || UNDERSTOOD.has(prefix)),
    );
    return choice ?? elementIn(alternatives, 'mc:Fallback') ?? choices[0];
  }
}

/** The notes whose references stand in a bookmark of their own, by name of the bookmark. */
function bookmarkedNotes(root: XmlElement): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  let last: string | undefined;
  for (const { name, attributes } of descendants(root, 'w:bookmarkStart', ...REFERENCES.keys())) {
    const kind = REFERENCES.get(name);
    if (kind === undefined) last = attributes['w:name'];
    else if (last !== undefined) {
      if (!notes.has(last)) notes.set(last, noteKey(kind, attributes['w:id'] ?? ''));
      last = undefined;
    }
  }
  return notes;
}

const REFERENCES: ReadonlyMap<string, 'footnote' | 'endnote'> = new Map([
  ['w:footnoteReference', 'footnote'],
  ['w:endnoteReference', 'endnote'],
] as const);

function isContents(control: XmlElement): boolean {
  const gallery = elementIn(control, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery');
  return CONTENTS.test(gallery?.attributes['w:val'] ?? '');
}

function alone(inline: Inline): Paragraph {
  return { type: 'paragraph', styles: [], inlines: [inline], mark: {} };
}

const CHANGES: ReadonlyMap<string, keyof Review> = new Map([
  ['w:ins', 'inserted'],
  ['w:moveTo', 'inserted'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'deleted'],
]);

/** Adds the review of a wrapper (`w:ins`, `w:del`) to that of its content. */
export function reviewed<T extends Review>(element: XmlElement, review: T): T {
  const how = CHANGES.get(element.name);
  return how === undefined ? review : { ...review, [how]: byOf(element) };
}

/** The review of a paragraph mark or a row, by its properties. */
export function markOf(properties: XmlElement | undefined, review: Review): Review {
  let mark = review;
  for (const child of properties?.children ?? []) if (typeof child !== 'string') mark = reviewed(child, mark);
  return mark;
}

function alignment(properties: XmlElement | undefined): Pick<Paragraph, 'align'> {
  const value = valueIn(properties, 'w:jc');
  if (value === 'center') return { align: 'center' };
  return value === 'right' || value === 'end' ? { align: 'right' } : {};
}

/** Whether a paragraph has a border below, as Word draws for `---`. */
function isLine(properties: XmlElement | undefined): boolean {
  const border = valueIn(properties, 'w:pBdr', 'w:bottom');
  return border !== undefined && border !== 'none' && border !== 'nil';
}

/** Adds a bookmark or comment mark. */
export function marked({ name, attributes }: XmlElement, out: Inline[]): void {
  const mark = MARKS.get(name)!;
  const named = name === 'w:bookmarkStart' && { name: attributes['w:name'] ?? '' };
  out.push({ ...mark, id: attributes['w:id'] ?? '', ...named } as Bookmark | CommentMark);
}
