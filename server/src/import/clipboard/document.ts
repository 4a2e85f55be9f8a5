import { formatOf, PLAIN } from '../../docx/format';
import type {
  Block,
  Cell,
  Format,
  Inline,
  Link,
  ListPlace,
  Other,
  Paragraph,
  Row,
  Table,
} from '../../docx/model';
import { addAll } from '../../lists';
import { HIDDEN } from '../../word/html';
import { HTML_BLOCKS, type HtmlElement, htmlTree } from '../../word/html-tree';
import { isMarker, itemPlace, type OpenList, openList, WordLists } from './lists';
import { type HtmlNotes, htmlNotes } from './notes';
import { classesOf, Styles } from './styles';

/** What an element gives to the text in it. */
interface Around {
  readonly format: Format;
  readonly link?: Link;
  /** Of the paragraphs in it. */
  readonly paragraph: Pick<Paragraph, 'styles' | 'heading'>;
  readonly list?: OpenList;
  /** The item whose first paragraph has not come yet. */
  readonly item?: { place: ListPlace | undefined; readonly box?: string };
  /** Whether line ends and spaces stay as they are. */
  readonly asIs?: true;
}

/** The blocks of HTML, and what its notes hold, in the model that a Word document is read into. */
export interface HtmlDocument {
  readonly blocks: readonly Block[];
  readonly notes: ReadonlyMap<string, readonly Block[]>;
}

const MOST_COLUMNS = 63;
const TEXT: Around['paragraph'] = { styles: [] };

/** Reads HTML as word processors put it on the clipboard: with tracked changes accepted, and without comments. */
export function readHtml(html: string): HtmlDocument {
  const root = htmlTree(html);
  const styles = new Styles(html);
  const shared = { styles, lists: new WordLists(styles), notes: htmlNotes(root) };
  const notes = new Map<string, readonly Block[]>();
  const blocks = blocksIn(root, { format: PLAIN, paragraph: TEXT }, { ...shared, read: notes });
  return { blocks: withTitle(blocks), notes };
}

interface Shared {
  readonly styles: Styles;
  readonly lists: WordLists;
  readonly notes: HtmlNotes;
  /** The notes that were read. */
  readonly read: Map<string, readonly Block[]>;
}

function blocksIn(element: HtmlElement, around: Around, shared: Shared): Block[] {
  const reader = new Reader(shared);
  reader.children(element, around);
  reader.end(around);
  return reader.blocks;
}

class Reader {
  readonly blocks: Block[] = [];
  #line: Inline[] = [];

  constructor(private readonly shared: Shared) {}

  children({ children }: HtmlElement, around: Around): void {
    for (const child of children) {
      if (typeof child === 'string') this.#text(child, around);
      else this.#element(child, around);
    }
  }

  /** Ends the paragraph, if one has begun. */
  end({ paragraph, item, list }: Around): void {
    const inlines = tidy(this.#line);
    this.#line = [];
    if (!inlines.some((inline) => inline.type !== 'break')) return;
    // Bookmarks before a heading are of it.
    if (inlines.every((inline) => inline.type === 'bookmark')) {
      this.#line = inlines;
      return;
    }
    const place = item?.place;
    if (place !== undefined && item?.box) inlines.unshift({ type: 'text', text: item.box, format: PLAIN });
    if (item !== undefined) item.place = undefined;
    const goesOn = list !== undefined && place === undefined && paragraph.heading === undefined;
    const styles = goesOn ? ['list continue'] : paragraph.styles;
    this.blocks.push({
      type: 'paragraph',
      ...paragraph,
      styles,
      inlines,
      mark: {},
      ...(place && { list: place }),
    });
  }

  #text(text: string, { asIs, format, link }: Around): void {
    const shown = asIs ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
    if (shown !== '') this.#line.push({ type: 'text', text: shown, format, ...(link && { link }) });
  }

  #other(what: Other['what']): void {
    this.#line.push({ type: 'other', what });
  }

  #element(element: HtmlElement, around: Around): void {
    const { styles, notes, read } = this.shared;
    const { name } = element;
    const note = notes.bodies.get(element);
    if (note !== undefined) {
      this.end(around);
      read.set(note, blocksIn(element, { format: PLAIN, paragraph: TEXT }, this.shared));
    } else if (isLeftOut(element, styles)) return;
    else if (isComment(element, styles)) this.#other('comment');
    else if (name === 'br') {
      if (styles.own(element, 'page-break-before') !== 'always') this.#line.push({ type: 'break' });
    } else if (name === 'img') {
      if (!around.item?.box) this.#other('picture');
    } else if (name === 'a') this.#anchor(element, around);
    else if (name === 'hr') {
      this.end(around);
      this.blocks.push({ type: 'paragraph', styles: [], inlines: [], mark: {}, rule: true });
    } else if (name === 'table') {
      this.end(around);
      const table = tableIn(element, around, this.shared);
      if (table.rows.length > 0) this.blocks.push(table);
    } else if (HTML_BLOCKS.has(name)) this.#block(element, around);
    else this.children(element, { ...around, format: formatIn(element, around, styles) });
  }

  #anchor(element: HtmlElement, around: Around): void {
    const { notes, styles } = this.shared;
    const key = notes.references.get(element);
    if (key !== undefined) this.#line.push({ type: 'note', note: key });
    if (key !== undefined || notes.backs.has(element)) return;
    const { attributes } = element;
    for (const name of [attributes.get('name'), attributes.get('id')])
      if (name) this.#line.push({ type: 'bookmark', at: 'start', id: name, name });
    const href = (attributes.get('href') ?? '').trim();
    const link: Link | undefined =
      href === ''
        ? around.link
        : href.startsWith('#')
          ? { address: '', anchor: href.slice(1) }
          : { address: href };
    const format = formatIn(element, around, styles);
    this.children(element, { ...around, format, ...(link && { link }) });
  }

  #block(element: HtmlElement, around: Around): void {
    const { lists, styles } = this.shared;
    this.end(around);
    if (classesOf(element).some((one) => /^mso(?:toc\d|tocheading|index\d)$/.test(one))) {
      this.#other('contents');
      this.end({ ...around, paragraph: TEXT });
      return;
    }
    const { name } = element;
    const isList = name === 'ul' || name === 'ol';
    const list = isList ? openList(element, around.list, `${this.blocks.length}`, styles) : around.list;
    const own: Around = {
      ...around,
      format: name === 'li' ? around.format : formatIn(element, around, styles),
      paragraph: paragraphIn(element, around, styles),
      ...(list && { list }),
      ...(isPreformatted(element, styles) && { asIs: true }),
    };
    const { item: _, ...outside } = own;
    const place = isList
      ? undefined
      : name === 'li' && list
        ? itemPlace(element, list, styles)
        : lists.place(element);
    const { attributes } = element;
    const box = attributes.get('aria-checked') === 'true' ? '☒ ' : '☐ ';
    const item = place && { place, ...(attributes.get('role') === 'checkbox' && { box }) };
    const inside: Around = item ? { ...outside, item } : isList ? outside : own;
    this.children(element, inside);
    this.end(inside);
  }
}

/** What is no text of the author: what is hidden or was deleted, Word's numbers, and parts of fields. */
function isLeftOut(element: HtmlElement, styles: Styles): boolean {
  return (
    HIDDEN.has(element.name) ||
    element.name === 'del' ||
    classesOf(element).includes('msodel') ||
    isMarker(element, styles) ||
    styles.of(element, 'display') === 'none' ||
    styles.own(element, 'mso-hide') === 'all' ||
    /^comment/.test(styles.own(element, 'mso-element'))
  );
}

/** The sign of a comment of Word or LibreOffice. */
function isComment(element: HtmlElement, styles: Styles): boolean {
  return (
    classesOf(element).some((one) => one === 'msocomanchor' || one === 'msocommentreference') ||
    styles.own(element, 'mso-special-character') === 'comment'
  );
}

function paragraphIn(element: HtmlElement, { paragraph }: Around, styles: Styles): Around['paragraph'] {
  const { name } = element;
  const classes = classesOf(element);
  const outline = /^[1-9]$/.exec(styles.of(element, 'mso-outline-level'))?.[0];
  const heading =
    /^h([1-6])$/.exec(name)?.[1] ?? outline ?? /^msoheading([7-9])/.exec(classes.join(' '))?.[1];
  if (classes.includes('msotitle')) return { styles: ['title'], heading: 1 };
  if (heading !== undefined) return { styles: [], heading: Number(heading) };
  if (name === 'blockquote' || classes.some((one) => one === 'msoquote' || one === 'msointensequote'))
    return { styles: ['quote'] };
  return isPreformatted(element, styles) ? { styles: ['source code'] } : paragraph;
}

/** Whether it is code, as editors have it. */
function isPreformatted(element: HtmlElement, styles: Styles): boolean {
  return element.name === 'pre' || styles.own(element, 'white-space') === 'pre';
}

function formatIn(element: HtmlElement, { format }: Around, styles: Styles): Format {
  const { name } = element;
  let { bold, italic, strike, code, raised, underlined, highlighted } = format;
  if (name === 'b' || name === 'strong') bold = true;
  if (name === 'i' || name === 'em') italic = true;
  if (name === 's' || name === 'strike') strike = true;
  if (name === 'u') underlined = true;
  if (name === 'code' || name === 'tt' || name === 'kbd' || name === 'samp') code = true;
  if (name === 'sup') raised = 'superscript';
  if (name === 'sub') raised = 'subscript';
  const weight = styles.own(element, 'font-weight');
  if (weight !== '') bold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const slant = styles.own(element, 'font-style');
  if (slant !== '') italic = slant !== 'normal';
  const line = `${styles.own(element, 'text-decoration')} ${styles.own(element, 'text-decoration-line')}`;
  if (line.includes('line-through')) strike = true;
  if (line.includes('underline')) underlined = true;
  const height = styles.own(element, 'vertical-align');
  if (height === 'super') raised = 'superscript';
  if (height === 'sub') raised = 'subscript';
  if (styles.own(element, 'mso-highlight') !== '') highlighted = true;
  return formatOf({ bold, italic, strike, code, raised, underlined, highlighted });
}

/** With spaces run together as a browser does, and those that only hold a place beside others as ordinary ones. */
function tidy(line: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  let isSpace = true;
  for (const inline of line) {
    if (inline.type !== 'text') {
      out.push(inline);
      if (inline.type !== 'bookmark') isSpace = inline.type === 'break';
      continue;
    }
    if (inline.text.includes('\n')) {
      addAll(out, asLines(inline));
      continue;
    }
    let text = inline.text.replace(/[ \u00a0]{2,}|^\u00a0|\u00a0$/g, ' ');
    if (isSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    isSpace = text.endsWith(' ');
    out.push({ ...inline, text });
  }
  return out;
}

/** Text that keeps its line ends. */
function asLines(inline: Extract<Inline, { type: 'text' }>): Inline[] {
  return inline.text
    .split(/\r?\n/)
    .flatMap((text, at): Inline[] => [
      ...(at === 0 ? [] : [{ type: 'break' } as const]),
      { ...inline, text },
    ]);
}

/** A title as the heading of the first level, and the others below it. */
function withTitle(blocks: readonly Block[]): readonly Block[] {
  const isTitle = (block: Block): boolean => block.type === 'paragraph' && block.styles.includes('title');
  if (!blocks.some(isTitle)) return blocks;
  return blocks.map((block) =>
    block.type === 'paragraph' && block.heading !== undefined && !isTitle(block)
      ? { ...block, heading: block.heading + 1 }
      : block,
  );
}

function tableIn(table: HtmlElement, around: Around, shared: Shared): Table {
  const { list: _, item: __, ...rest } = around;
  const inside: Around = { ...rest, paragraph: TEXT };
  const rows: Row[] = [];
  /** Of each column: how many rows a cell above still takes. */
  const waiting: { left: number; columns: number }[] = [];
  const collect = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.name !== 'tr') {
        if (child.name !== 'td' && child.name !== 'th') collect(child);
        continue;
      }
      const cells: Cell[] = [];
      let column = 0;
      const skip = (): void => {
        for (let above = waiting[column]; above !== undefined && above.left > 0; above = waiting[column]) {
          above.left--;
          cells.push({ blocks: [], columns: above.columns, merged: 'next' });
          column += above.columns;
        }
      };
      for (const cell of child.children) {
        if (typeof cell === 'string' || (cell.name !== 'td' && cell.name !== 'th')) continue;
        skip();
        if (column >= MOST_COLUMNS) break;
        const columns = span(cell, 'colspan');
        const down = span(cell, 'rowspan');
        waiting[column] = { left: down - 1, columns };
        const blocks = blocksIn(cell, inside, shared);
        cells.push({ blocks, columns, ...(down > 1 && { merged: 'first' as const }) });
        column += columns;
      }
      skip();
      if (cells.length > 0) rows.push({ cells, header: rows.length === 0, review: {} });
    }
  };
  collect(table);
  return { type: 'table', rows };
}

function span({ attributes }: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const written = Number(/^\d{1,3}$/.exec(attributes.get(name) ?? '')?.[0] ?? 1);
  return Math.min(MOST_COLUMNS, Math.max(1, written));
}
