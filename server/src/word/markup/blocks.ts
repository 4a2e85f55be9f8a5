/** Writes paragraphs, tables and their content as WordprocessingML (ECMA-376 part 1, 17). Lengths are in twips. */

import { getOrInsert } from '../../util/memoize';
import type { ListNumber } from '../lists/numbering';
import { escapeXml } from '../xml-text';

/** A line beside or below a paragraph: its size in eighths of a point, its distance in points, RRGGBB. */
interface Line {
  readonly size: number;
  readonly space: number;
  readonly color: string;
}

export interface TabStop {
  readonly type: 'clear' | 'left' | 'right';
  readonly at: number;
  readonly dots?: boolean;
}

/** How a paragraph looks. */
export interface ParagraphLook {
  readonly style?: string | undefined;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** Its place in a list; false for no numbering, even if its style has one. */
  readonly numbering?: ListNumber | false;
  readonly border?: { readonly top?: Line; readonly left?: Line; readonly bottom?: Line };
  /** Background colour, RRGGBB. */
  readonly fill?: string;
  readonly tabs?: readonly TabStop[];
  /** Whether it runs from right to left. */
  readonly rtl?: boolean;
  readonly spacing?: { readonly before?: number; readonly after?: number };
  readonly indent?: { readonly left: number; readonly hanging?: number; readonly firstLine?: number };
  /** False to keep the space below even if the next paragraph has the same style. */
  readonly contextualSpacing?: false;
  readonly align?: 'left' | 'right' | 'center' | undefined;
  /** From 0. */
  readonly outlineLevel?: number;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element without content; '' if none of its attributes has a value. */
function element(name: string, attributes: Attributes): string {
  let written = '';
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) written += ` w:${key}="${escapeXml(String(value))}"`;
  return written === '' ? '' : `<w:${name}${written}/>`;
}

/** @param section properties of the section that the paragraph ends */
function propertiesXml(look: ParagraphLook, section: string): string {
  const { numbering, border = {}, tabs = [], spacing = {}, indent, align } = look;
  const lines = Object.entries(border).map(([side, { size, space, color }]) =>
    element(side, { val: 'single', color, sz: size, space }),
  );
  const stops = tabs.map(({ type, at, dots }) =>
    element('tab', { val: type, pos: at, leader: dots ? 'dot' : undefined }),
  );
  const level = numbering === false ? 0 : numbering?.level;
  const inside =
    element('pStyle', { val: look.style }) +
    (look.keepNext ? '<w:keepNext/>' : '') +
    (look.pageBreakBefore ? '<w:pageBreakBefore/>' : '') +
    (numbering === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numbering ? numbering.num : 0}"/></w:numPr>`) +
    (lines.length > 0 ? `<w:pBdr>${lines.join('')}</w:pBdr>` : '') +
    element('shd', look.fill === undefined ? {} : { val: 'clear', color: 'auto', fill: look.fill }) +
    (stops.length > 0 ? `<w:tabs>${stops.join('')}</w:tabs>` : '') +
    (look.rtl ? '<w:bidi/>' : '') +
    element('spacing', spacing) +
    element('ind', { ...indent }) +
    (look.contextualSpacing === false ? '<w:contextualSpacing w:val="false"/>' : '') +
    element('jc', { val: align }) +
    element('outlineLvl', { val: look.outlineLevel }) +
    section;
  return inside === '' ? '' : `<w:pPr>${inside}</w:pPr>`;
}

/** A look, and its XML for a paragraph that ends no section. */
interface KnownLook {
  readonly look: ParagraphLook;
  readonly xml: string;
}

/** More different looks than any draft needs. */
const MOST_LOOKS = 5_000;
const looks = new Map<string, KnownLook>();

/** One shared object for all paragraphs with the same look, since there may be hundreds of thousands. */
function knownLook(look: ParagraphLook): KnownLook {
  if (looks.size >= MOST_LOOKS) looks.clear();
  return getOrInsert(looks, JSON.stringify(look), () => ({ look, xml: propertiesXml(look, '') }));
}

/** A block of a document; a string is XML. */
export type WordBlock = TextParagraph | TextTable | string;

/** How many blocks are written at a time. */
const AT_A_TIME = 1_000;

/** Writes blocks, and empties the array meanwhile to free memory. */
export function blocksXml(blocks: WordBlock[]): string {
  let xml = '';
  for (blocks.reverse(); blocks.length > 0; ) {
    const some = blocks.splice(-AT_A_TIME).reverse();
    xml += some.map((block) => (typeof block === 'string' ? block : block.xml)).join('');
  }
  return xml;
}

export class TextParagraph {
  /** Properties of the section that it ends. */
  section = '';
  #content: string;
  #look: KnownLook;
  /** The elements round it between which a change is. */
  around: readonly [before: string, behind: string] = ['', ''];

  constructor(look: ParagraphLook, content = '') {
    this.#look = knownLook(look);
    this.#content = content;
  }

  get xml(): string {
    const [before, behind] = this.around;
    const { look, xml } = this.#look;
    const properties = this.section === '' ? xml : propertiesXml(look, this.section);
    return `${before}<w:p>${properties}${this.#content}</w:p>${behind}`;
  }

  get style(): string | undefined {
    return this.#look.look.style;
  }

  /** Keeps the space below even if the next paragraph has the same style. */
  setApart(): void {
    this.#look = knownLook({ ...this.#look.look, contextualSpacing: false });
  }

  /** Keeps the paragraph on the same page as the next one. */
  keepWithNext(): void {
    this.#look = knownLook({ ...this.#look.look, keepNext: true });
  }

  /** Adds XML before and after its content. */
  enclose(before: string, behind: string): void {
    // `join` makes one flat string, while `+` would keep all its parts in memory.
    this.#content = [before, this.#content, behind].join('');
  }
}

/** The last ids used. */
export interface Counts {
  bookmarks: number;
  pictures: number;
}

/** A link to an address, given by its relationship id, or to a bookmark in this document. */
export function linkXml(
  target: { readonly relation: string } | { readonly anchor: string },
  content: string,
): string {
  const to = 'anchor' in target ? `w:anchor="${escapeXml(target.anchor)}"` : `r:id="${target.relation}"`;
  return `<w:hyperlink w:history="1" ${to}>${content}</w:hyperlink>`;
}

/** A bookmark around content, as a target of links. */
export function bookmarkXml(name: string, content: string, counts: Counts): string {
  const [start, end] = bookmarkEnds(name, counts);
  return start + content + end;
}

function bookmarkEnds(name: string, counts: Counts): readonly [start: string, end: string] {
  const id = ++counts.bookmarks;
  return [`<w:bookmarkStart w:name="${escapeXml(name)}" w:id="${id}"/>`, `<w:bookmarkEnd w:id="${id}"/>`];
}

/** Puts a bookmark that is no link target around blocks, if there is a paragraph or table among them. */
export function markBlocks(name: string, blocks: readonly WordBlock[], counts: Counts): void {
  const own = blocks.filter((one) => typeof one !== 'string');
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return;
  const [start, end] = bookmarkEnds(name, counts);
  (first instanceof TextTable ? first.first : first)?.enclose(start, '');
  (last instanceof TextTable ? last.last : last)?.enclose('', end);
}

/** Keeps the space below the last block if that is a paragraph. */
export function setLastApart(blocks: readonly WordBlock[]): void {
  const last = blocks.at(-1);
  if (last instanceof TextParagraph) last.setApart();
}

export interface TableShape {
  readonly style: string;
  /** Widths of the columns. */
  readonly widths: readonly number[];
  /** Distance from the left margin. */
  readonly left: number;
  /** Whether the first row is a header, which is repeated on each page. */
  readonly header: boolean;
  /** Whether the last row is a total, which the style has a look for. */
  readonly total: boolean;
  /** Whether its columns run from right to left. */
  readonly rtl?: boolean;
  /** Rows that may break across pages; the others may not. */
  readonly tall?: ReadonlySet<number>;
  /** A line at the left of the table. */
  readonly bar?: Pick<Line, 'size' | 'color'>;
}

/** A table: rows of cells with one paragraph each. */
export class TextTable {
  /** The elements round it between which a change is. */
  around: readonly [before: string, behind: string] = ['', ''];

  constructor(
    private readonly shape: TableShape,
    private readonly rows: readonly (readonly TextParagraph[])[],
  ) {}

  get first(): TextParagraph | undefined {
    return this.rows[0]?.[0];
  }

  get last(): TextParagraph | undefined {
    return this.rows.at(-1)?.at(-1);
  }

  get xml(): string {
    const { style, widths, left, header, total: ends, bar, rtl, tall } = this.shape;
    const total = widths.reduce((sum, width) => sum + width, 0);
    const look = `w:val="04${ends ? (header ? '6' : '4') : header ? '2' : '0'}0" w:firstRow="${header}" w:lastRow="${ends}" w:firstColumn="false" w:lastColumn="false" w:noHBand="false" w:noVBand="true"`;
    const [before, behind] = this.around;
    let xml =
      `${before}<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/>${rtl ? '<w:bidiVisual/>' : ''}<w:tblW w:w="${total}" w:type="dxa"/>` +
      (left > 0 ? `<w:tblInd w:w="${left}" w:type="dxa"/>` : '') +
      `<w:tblLook ${look}/></w:tblPr><w:tblGrid>` +
      widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('') +
      '</w:tblGrid>';
    const beside =
      bar === undefined
        ? ''
        : `<w:tcBorders><w:left w:val="single" w:color="${bar.color}" w:sz="${bar.size}"/></w:tcBorders>`;
    for (const [at, row] of this.rows.entries()) {
      // `w:tblHeader` is written only for headers: some readers take `false` for a header row, too.
      xml += `<w:tr><w:trPr>${tall?.has(at) ? '' : '<w:cantSplit/>'}${header && at === 0 ? '<w:tblHeader/>' : ''}</w:trPr>`;
      for (const [column, content] of row.entries())
        xml += `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/>${column === 0 ? beside : ''}</w:tcPr>${content.xml}</w:tc>`;
      xml += '</w:tr>';
    }
    return `${xml}</w:tbl>${behind}`;
  }
}
