import {
  BaseXmlComponent,
  type IContext,
  type IParagraphOptions,
  type IXmlableObject,
  Paragraph,
  type ParagraphChild,
} from 'docx';
import { escapeXml } from './xml';

/*
 * A paper is mostly paragraphs, runs and table cells, and there are few ways in which they look. docx makes a dozen
 * objects for each, and writes each anew; here docx says once how a look is written, and the rest is text. What is
 * written so goes through docx as a CDATA section, which it leaves alone, and is unwrapped in the finished part.
 */

const WRAPPER = 'w:written';
const OPENING = `<${WRAPPER}><![CDATA[`;
const CLOSING = `]]></${WRAPPER}>`;

/** XML among what docx has still to write. No text of ours has "]]>" in it: its last character is escaped. */
function written(xml: string): IXmlableObject {
  return { [WRAPPER]: { _cdata: xml } };
}

/** A part as docx has written it, without the wrapping of what was written before. */
export function unwrapped(part: string): string {
  if (!part.includes(`<${WRAPPER}`)) return part;
  const plain = part.replaceAll(OPENING, '').replaceAll(CLOSING, '').replaceAll(`<${WRAPPER}/>`, '');
  // docx would look up lists by names of its own; ours are numbered already.
  return plain.replace(/<w:numId w:val="\{(\d+)-0\}"\/>/g, '<w:numId w:val="$1"/>');
}

/** Writes what docx has prepared for being written. */
export function toXml(object: IXmlableObject | undefined): string {
  for (const name in object) {
    const value = object[name] as unknown;
    if (Array.isArray(value)) {
      let attributes = '';
      let content = '';
      for (const one of value as readonly unknown[]) {
        if (typeof one !== 'object' || one === null) content += escapeXml(String(one));
        else if ('_attr' in one) attributes += attributesOf(one._attr);
        else content += toXml(one as IXmlableObject);
      }
      return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
    }
    if (typeof value === 'object' && value !== null) {
      if ('_cdata' in value) return String(value._cdata);
      return '_attr' in value ? `<${name}${attributesOf(value._attr)}/>` : `<${name}/>`;
    }
    return value === undefined || value === ''
      ? `<${name}/>`
      : `<${name}>${escapeXml(String(value))}</${name}>`;
  }
  return '';
}

function attributesOf(attributes: unknown): string {
  let out = '';
  for (const [name, value] of Object.entries(attributes as Readonly<Record<string, unknown>>)) {
    out += ` ${name}="${escapeXml(String(value))}"`;
  }
  return out;
}

/** What stands in something: as XML, as far as that needs nothing from the document around it. */
type Inside = string | readonly (string | BaseXmlComponent)[];

/** A paper has hundreds of thousands of runs, each of which is a tenth as large as text. */
function insideOf(children: readonly unknown[]): Inside {
  const all: (string | BaseXmlComponent)[] = [];
  let xml: string[] = [];
  for (const child of children as readonly (string | BaseXmlComponent)[]) {
    if (typeof child === 'string') xml.push(child);
    else if (child instanceof Written) xml.push(child.xml);
    else {
      if (xml.length > 0) all.push(xml.join(''));
      all.push(child);
      xml = [];
    }
  }
  if (all.length === 0) return xml.join('');
  return xml.length > 0 ? [...all, xml.join('')] : all;
}

function contentOf(inside: Inside, context: IContext): string {
  if (typeof inside === 'string') return inside;
  return inside.map((one) => (typeof one === 'string' ? one : toXml(one.prepForXml(context)))).join('');
}

/** XML that needs nothing from the document around it. */
export class Written extends BaseXmlComponent {
  constructor(readonly xml: string) {
    super(WRAPPER);
  }

  override prepForXml(): IXmlableObject {
    return written(this.xml);
  }
}

/** One of docx's own with a change to what docx writes of it. */
export class Changed extends BaseXmlComponent {
  readonly #component: BaseXmlComponent;
  readonly #change: (xml: string) => string;

  constructor(component: BaseXmlComponent, change: (xml: string) => string) {
    super(WRAPPER);
    this.#component = component;
    this.#change = change;
  }

  override prepForXml(context: IContext): IXmlableObject {
    return written(this.#change(toXml(this.#component.prepForXml(context))));
  }
}

/** As one of docx's own: for docx, everything is a child that can be written. */
export function asChild(component: BaseXmlComponent): ParagraphChild {
  return component as unknown as ParagraphChild;
}

/** Several things as one, so that docx has one to handle. */
export class Content extends BaseXmlComponent {
  readonly #inside: Inside;

  constructor(children: readonly (string | BaseXmlComponent | ParagraphChild)[]) {
    super(WRAPPER);
    this.#inside = insideOf(children);
  }

  override prepForXml(context: IContext): IXmlableObject {
    return written(contentOf(this.#inside, context));
  }
}

/** Blocks are written so many at a time. */
const AT_A_TIME = 1_000;

/** The blocks of a section, which are given up as they are written: once. */
export class Blocks extends BaseXmlComponent {
  /** @param blocks left empty when they are written */
  constructor(private readonly blocks: BaseXmlComponent[]) {
    super(WRAPPER);
  }

  override prepForXml(context: IContext): IXmlableObject {
    let xml = '';
    for (const rest = this.blocks.reverse(); rest.length > 0; )
      xml += contentOf(rest.splice(-AT_A_TIME).reverse(), context);
    return written(xml);
  }
}

/** What is known of one document while docx writes it. */
interface Writing {
  /** How paragraphs with the same options begin. */
  readonly properties: Map<IParagraphOptions, string>;
  bookmarks: number;
}

const writings = new WeakMap<object, Writing>();

function writingOf(context: IContext): Writing {
  const key = context.file ?? context;
  let found = writings.get(key);
  if (found === undefined) {
    found = { properties: new Map(), bookmarks: 0 };
    writings.set(key, found);
  }
  return found;
}

/** The elements before and behind something. */
type Around = readonly [before: string, behind: string];

const NOTHING: Around = ['', ''];

/** A paragraph. */
export class TextParagraph extends BaseXmlComponent {
  #options: IParagraphOptions;
  #inside: Inside;
  #around: Around = NOTHING;

  constructor({ children = [], ...options }: IParagraphOptions) {
    super('w:p');
    this.#options = shared(options);
    this.#inside = insideOf(children);
  }

  /** Has its white space below it, whatever the style of what follows. */
  setApart(): void {
    this.#options = shared({ ...this.#options, contextualSpacing: false });
  }

  /** Lets a mark begin before its first word. */
  begin(mark: BlockMark): void {
    this.#inside = insideOf([mark.start, ...this.#parts]);
  }

  /** Lets a mark end behind its last word. */
  end(mark: BlockMark): void {
    this.#inside = insideOf([...this.#parts, mark.end]);
  }

  get #parts(): readonly (string | BaseXmlComponent)[] {
    return typeof this.#inside === 'string' ? [this.#inside] : this.#inside;
  }

  /** Puts the elements round it between which a change is. */
  change(start: string, end: string): void {
    this.#around = [start, end];
  }

  /** The same as docx's own paragraph, where docx has more to do with it. */
  asDocx(): Paragraph {
    const [start, end] = this.#around;
    const children = [asChild(new Content([start, ...this.#parts, end]))];
    return new Paragraph({ ...this.#options, children });
  }

  override prepForXml(context: IContext): IXmlableObject {
    return written(this.write(context));
  }

  write(context: IContext): string {
    const { properties } = writingOf(context);
    let begin = properties.get(this.#options);
    if (begin === undefined) {
      begin = propertiesOf(this.#options, context);
      properties.set(this.#options, begin);
    }
    const [before, behind] = this.#around;
    return `${before}<w:p>${begin}${contentOf(this.#inside, context)}</w:p>${behind}`;
  }
}

const looks = new Map<string, IParagraphOptions>();
/** Of more papers than one. */
const MOST_LOOKS = 10_000;

/** The same object for all paragraphs that look the same. */
function shared(options: IParagraphOptions): IParagraphOptions {
  const key = JSON.stringify(options);
  const known = looks.get(key);
  if (known !== undefined) return known;
  if (looks.size >= MOST_LOOKS) looks.clear();
  looks.set(key, options);
  return options;
}

/** How docx writes the properties of a paragraph; it also takes note of the list that they name. */
function propertiesOf(options: IParagraphOptions, context: IContext): string {
  const object = new Paragraph(options).prepForXml(context);
  const children = object?.['w:p'] as unknown;
  if (!Array.isArray(children)) return '';
  const properties = (children as readonly IXmlableObject[]).find((child) => 'w:pPr' in child);
  return properties === undefined ? '' : toXml(properties);
}

/** A link to an address, or to a bookmark of this document. */
export class TextLink extends BaseXmlComponent {
  readonly #target: { readonly url: string } | { readonly anchor: string };
  readonly #inside: Inside;

  constructor(
    target: { readonly url: string } | { readonly anchor: string },
    children: readonly ParagraphChild[],
  ) {
    super('w:hyperlink');
    this.#target = target;
    this.#inside = insideOf(children);
  }

  override prepForXml(context: IContext): IXmlableObject {
    const content = contentOf(this.#inside, context);
    if ('anchor' in this.#target) {
      return written(
        `<w:hyperlink w:history="1" w:anchor="${escapeXml(this.#target.anchor)}">${content}</w:hyperlink>`,
      );
    }
    const id = relationTo(this.#target.url, context);
    return written(`<w:hyperlink w:history="1" r:id="rId${id}">${content}</w:hyperlink>`);
  }
}

const linksOf = new WeakMap<object, Map<string, string>>();

/** The relation of the part that is being written to an address: one, however often the part links there. */
function relationTo(url: string, context: IContext): string {
  const relations = context.viewWrapper.Relationships;
  const links = linksOf.get(relations) ?? new Map<string, string>();
  linksOf.set(relations, links);
  let id = links.get(url);
  if (id === undefined) {
    id = `Link${String(relations.RelationshipCount).padStart(9, '0')}`;
    links.set(url, id);
    relations.addRelationship(id, HYPERLINK, url, 'External');
  }
  return id;
}

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** A place to which links lead, with the text that stands there. */
export class TextBookmark extends BaseXmlComponent {
  readonly #name: string;
  readonly #inside: Inside;

  constructor(name: string, children: readonly ParagraphChild[]) {
    super('w:bookmarkStart');
    this.#name = name;
    this.#inside = insideOf(children);
  }

  override prepForXml(context: IContext): IXmlableObject {
    const id = ++writingOf(context).bookmarks;
    const start = `<w:bookmarkStart w:name="${escapeXml(this.#name)}" w:id="${id}"/>`;
    return written(`${start}${contentOf(this.#inside, context)}<w:bookmarkEnd w:id="${id}"/>`);
  }
}

/** The first number of bookmarks that go round blocks, of which a document has fewer than this. */
const FIRST_MARK = 100_000_000;

/** A bookmark round whole paragraphs and tables, to which nothing leads. */
export class BlockMark {
  readonly start: string;
  readonly end: string;

  /** @param index which it is of those of its document */
  constructor(name: string, index: number) {
    const id = FIRST_MARK + index;
    this.start = `<w:bookmarkStart w:name="${escapeXml(name)}" w:id="${id}"/>`;
    this.end = `<w:bookmarkEnd w:id="${id}"/>`;
  }

  /** Goes round some blocks of a document, where there is a paragraph among them. */
  around(blocks: readonly BaseXmlComponent[]): void {
    const own = blocks.filter((one) => one instanceof TextParagraph || one instanceof TextTable);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return;
    (first instanceof TextTable ? first.first : first)?.begin(this);
    (last instanceof TextTable ? last.last : last)?.end(this);
  }
}

/** Sets off what is written last from what comes below it. */
export function setLastApart(blocks: BaseXmlComponent[]): void {
  const last = blocks.at(-1);
  if (last instanceof TextParagraph) last.setApart();
}

export interface TableShape {
  readonly style: string;
  /** Of the columns, in twips. */
  readonly widths: readonly number[];
  /** From the left margin, in twips. */
  readonly left: number;
  /** Whether the first row is a header, which then stands on each page. */
  readonly header: boolean;
  /** Whether its columns run from right to left. */
  readonly rtl?: boolean;
  /** Rows that may go on on the next page; the others do not. */
  readonly tall?: ReadonlySet<number>;
  /** Size and colour of a line at the left of the table. */
  readonly bar?: { readonly size: number; readonly color: string };
}

/** A table: rows of cells with one paragraph each. */
export class TextTable extends BaseXmlComponent {
  readonly #shape: TableShape;
  readonly #rows: readonly (readonly TextParagraph[])[];
  #around: Around = NOTHING;

  constructor(shape: TableShape, rows: readonly (readonly TextParagraph[])[]) {
    super('w:tbl');
    this.#shape = shape;
    this.#rows = rows;
  }

  get first(): TextParagraph | undefined {
    return this.#rows[0]?.[0];
  }

  get last(): TextParagraph | undefined {
    return this.#rows.at(-1)?.at(-1);
  }

  /** Puts the elements round it between which a change is. */
  change(start: string, end: string): void {
    this.#around = [start, end];
  }

  override prepForXml(context: IContext): IXmlableObject {
    const { style, widths, left, header, bar, rtl, tall } = this.#shape;
    const total = widths.reduce((sum, width) => sum + width, 0);
    const look = `w:val="${header ? '0420' : '0400'}" w:firstRow="${header}" w:lastRow="false" w:firstColumn="false" w:lastColumn="false" w:noHBand="false" w:noVBand="true"`;
    let xml =
      `<w:tbl><w:tblPr><w:tblStyle w:val="${escapeXml(style)}"/>${rtl ? '<w:bidiVisual/>' : ''}<w:tblW w:w="${total}" w:type="dxa"/>` +
      (left > 0 ? `<w:tblInd w:w="${left}" w:type="dxa"/>` : '') +
      `<w:tblLook ${look}/></w:tblPr><w:tblGrid>` +
      widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('') +
      '</w:tblGrid>';
    const beside =
      bar === undefined
        ? ''
        : `<w:tcBorders><w:left w:val="single" w:color="${bar.color}" w:sz="${bar.size}"/></w:tcBorders>`;
    for (const [at, row] of this.#rows.entries()) {
      // "Header" is written only where it is true: other readers take a written "false" for a header row.
      xml += `<w:tr><w:trPr>${tall?.has(at) ? '' : '<w:cantSplit/>'}${header && at === 0 ? '<w:tblHeader/>' : ''}</w:trPr>`;
      for (const [column, content] of row.entries()) {
        const border = column === 0 ? beside : '';
        xml += `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/>${border}</w:tcPr>${content.write(context)}</w:tc>`;
      }
      xml += '</w:tr>';
    }
    const [before, behind] = this.#around;
    return written(`${before}${xml}</w:tbl>${behind}`);
  }
}
