import { addAll } from '../util/lists';
import { byOf } from './author';
import { OpenFields } from './fields';
import { isOn } from './format';
import { readInlines } from './inlines';
import type { Block, Inline, Paragraph, Review } from './model';
import { restoreSpaces } from './no-break-spaces';
import { indentIn, type Numbering } from './numbering';
import type { DocxPackage, Relation } from './package';
import { orientationIn, pageBreaksOf, withTurns } from './page-changes';
import { hasContent } from './review';
import { chosen, isMark, marked, markOf, noteKey, reviewed, type StoryReader } from './story-reader';
import { outlineLevel, type Styles } from './styles';
import { readTable } from './tables';
import { descendants, elementIn, valueIn, type XmlElement } from './xml-tree';

/** What the texts of a document (body, notes, comments, headers) share. */
export interface Shared {
  readonly pack: DocxPackage;
  readonly styles: Styles;
  readonly numbering: Numbering;
}

/** Galleries whose content Word generates, such as tables of contents. */
const CONTENTS = /^(?:table of contents|tables? of (?:contents|figures))$/i;

/** Reads one text of a document in order: the body, a note, a comment or a header. */
export class Story implements StoryReader {
  readonly fields: OpenFields;
  readonly styles: Styles;
  readonly #shared: Shared;
  readonly #relations: ReadonlyMap<string, Relation>;
  /** Marks between blocks, which count for the next paragraph. */
  #waiting: Inline[] = [];
  #last: Inline[] | undefined;
  #isRule = false;
  /** Whether a new page begins in front of the next block. */
  #isNewPage = false;
  #sections: { readonly end: number; readonly orientation: 'portrait' | 'landscape' }[] = [];
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
    this.#sections = [];
    const blocks = this.inside(element);
    if (this.#last) addAll(this.#last, this.#waiting);
    this.#waiting = [];
    return withTurns(blocks, this.#sections, orientationIn(element) ?? 'portrait');
  }

  inside(element: XmlElement): Block[] {
    const blocks: Block[] = [];
    this.#blocks(element, {}, blocks);
    return blocks;
  }

  #blocks(element: XmlElement, review: Review, out: Block[]): void {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      switch (child.name) {
        case 'w:p': {
          const { isBefore, isBehind } = pageBreaksOf(child);
          this.#isNewPage ||= isBefore;
          this.#add(this.#paragraph(child, review), out);
          this.#isNewPage ||= isBehind;
          const orientation = orientationIn(elementIn(child, 'w:pPr'));
          if (orientation !== undefined) this.#sections.push({ end: out.length, orientation });
          break;
        }
        case 'w:tbl': {
          const isNewPage = this.#isNewPage;
          this.#isNewPage = false;
          const table = readTable(child, review, this);
          this.#isNewPage = isNewPage;
          this.#add(table, out);
          break;
        }
        case 'w:sdt':
          if (isContents(child)) out.push(alone({ type: 'other', what: 'contents' }));
          else this.#blocks(elementIn(child, 'w:sdtContent') ?? child, review, out);
          break;
        case 'w:altChunk':
          out.push(alone({ type: 'other', what: 'document' }));
          break;
        case 'mc:AlternateContent':
          this.#blocks(chosen(child) ?? child, review, out);
          break;
        default:
          if (isMark(child)) marked(child, this.#waiting);
          else if (!/Pr$/.test(child.name)) this.#blocks(child, reviewed(child, review), out);
      }
    }
  }

  /** Adds a block, with the new page that begins above it. */
  #add(block: Block, out: Block[]): void {
    const isEmpty = block.type === 'paragraph' && !block.inlines.some(hasContent);
    out.push(this.#isNewPage && !isEmpty ? { before: 'pagebreak', ...block } : block);
    this.#isNewPage &&= isEmpty;
  }

  #paragraph(element: XmlElement, review: Review): Paragraph {
    const properties = elementIn(element, 'w:pPr');
    const style = this.styles.style(valueIn(properties, 'w:pStyle'));
    const outline = outlineLevel(properties) ?? style.outline ?? 9;
    const ownList = elementIn(properties, 'w:numPr');
    const list = this.#shared.numbering.place(ownList, style, outline < 9);
    const indent = indentIn(properties);
    const inlines: Inline[] = this.#waiting;
    this.#waiting = [];
    this.#last = inlines;
    this.#isRule = false;
    readInlines(element, review, this, inlines);
    restoreSpaces(inlines);
    const isRule = this.#isRule || isLine(properties);
    const change = elementIn(properties, 'w:pPrChange');
    return {
      type: 'paragraph',
      styles: style.names,
      ...(outline < 9 && { heading: outline + 1 }),
      ...(list && { list }),
      ...(valueIn(ownList, 'w:numId') === '0' && { unnumbered: true }),
      ...(indent !== undefined && { indent }),
      ...(change && { restyled: byOf(change) }),
      ...alignment(properties),
      ...(isOn(elementIn(properties, 'w:pageBreakBefore')) && { before: 'pagebreak' }),
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
