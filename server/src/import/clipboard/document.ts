import { PLAIN } from '../../docx/format';
import {
  type Block,
  type Cell,
  type Inline,
  type Link,
  MOST_COLUMNS,
  type Other,
  type Row,
  type Table,
} from '../../docx/model';
import { restoreSpaces } from '../../docx/no-break-spaces';
import {
  cellSpan,
  elementsIn,
  HTML_BLOCKS,
  type HtmlElement,
  htmlTree,
  htmlWords,
} from '../../word/html/tree';
import {
  alignIn,
  type ElementContext,
  formatIn,
  isComment,
  isLeftOut,
  isPreformatted,
  paragraphIn,
  TEXT,
} from './elements';
import { type GoogleNote, googleNotes, letters } from './google-docs';
import { itemPlace, openList, WordLists } from './lists';
import { type HtmlNotes, htmlNotes } from './notes';
import { tidy } from './spaces';
import { classesOf, Styles } from './styles';

/** The blocks of HTML, and what its notes hold, in the model that a Word document is read into. */
interface HtmlDocument {
  readonly blocks: readonly Block[];
  readonly notes: ReadonlyMap<string, readonly Block[]>;
}

/**
 * Reads HTML as word processors put it on the clipboard: with tracked changes accepted, and without comments.
 *
 * @param google what Google Docs has put beside it, for the notes
 */
export function readHtml(given: string, google?: string): HtmlDocument {
  // LibreOffice ends it as C ends texts.
  const html = given.replaceAll('\0', '');
  const root = htmlTree(html);
  const styles = new Styles(html);
  const own = google === undefined ? [] : googleNotes(google, htmlWords(root));
  const places = { notes: own, next: 0, letters: 0 };
  const shared = { styles, lists: new WordLists(styles), notes: htmlNotes(root), places };
  const notes = new Map(own.map(({ key, blocks }) => [key, blocks]));
  const blocks = blocksIn(root, { format: PLAIN, paragraph: TEXT }, { ...shared, read: notes });
  return { blocks: withTitle(blocks), notes };
}

interface Shared {
  readonly styles: Styles;
  readonly lists: WordLists;
  readonly notes: HtmlNotes;
  /** Of notes that the HTML does not have: which is next, and how many letters were read. */
  readonly places: { readonly notes: readonly GoogleNote[]; next: number; letters: number };
  /** The notes that were read. */
  readonly read: Map<string, readonly Block[]>;
}

function blocksIn(element: HtmlElement, context: ElementContext, shared: Shared): Block[] {
  const reader = new Reader(shared);
  reader.children(element, context);
  reader.end(context);
  return reader.blocks;
}

class Reader {
  readonly blocks: Block[] = [];
  #line: Inline[] = [];

  constructor(private readonly shared: Shared) {}

  children({ children }: HtmlElement, context: ElementContext): void {
    for (const child of children) {
      if (typeof child === 'string') this.#text(child, context);
      else this.#element(child, context);
    }
  }

  /** Ends the paragraph, if one has begun. */
  end({ paragraph, item, list }: ElementContext): void {
    const inlines = tidy(this.#line);
    restoreSpaces(inlines);
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

  #text(text: string, { asIs, format, link }: ElementContext): void {
    const shown = asIs ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
    const push = (some: string): void => {
      if (some !== '') this.#line.push({ type: 'text', text: some, format, ...(link && { link }) });
    };
    const { places } = this.shared;
    let done = 0;
    // Without notes of that kind nothing is counted.
    if (places.next < places.notes.length)
      for (const { index, 0: letter } of shown.matchAll(/./gsu)) {
        places.letters += letters(letter).length;
        for (let next = places.notes[places.next]; next && next.after <= places.letters; ) {
          push(shown.slice(done, index + letter.length));
          done = index + letter.length;
          this.#line.push({ type: 'note', note: next.key });
          next = places.notes[++places.next];
        }
      }
    push(shown.slice(done));
  }

  #other(what: Other['what']): void {
    this.#line.push({ type: 'other', what });
  }

  #element(element: HtmlElement, context: ElementContext): void {
    const { styles, notes, read } = this.shared;
    const { name } = element;
    const note = notes.bodies.get(element);
    if (note !== undefined) {
      this.end(context);
      read.set(note, blocksIn(element, { format: PLAIN, paragraph: TEXT }, this.shared));
    } else if (isLeftOut(element, styles)) return;
    else if (isComment(element, styles)) this.#other('comment');
    else if (name === 'br') {
      if (styles.own(element, 'page-break-before') !== 'always') this.#line.push({ type: 'break' });
    } else if (name === 'img') {
      if (!context.item?.box) this.#other('picture');
    } else if (name === 'a') this.#anchor(element, context);
    else if (name === 'hr') {
      this.end(context);
      this.blocks.push({ type: 'paragraph', styles: [], inlines: [], mark: {}, rule: true });
    } else if (name === 'table') {
      this.end(context);
      const table = tableIn(element, context, this.shared);
      if (table.rows.length > 0) this.blocks.push(table);
    } else if (HTML_BLOCKS.has(name)) this.#block(element, context);
    else this.children(element, { ...context, format: formatIn(element, context, styles) });
  }

  #anchor(element: HtmlElement, context: ElementContext): void {
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
        ? context.link
        : href.startsWith('#')
          ? { address: '', anchor: href.slice(1) }
          : { address: href };
    const format = formatIn(element, context, styles);
    this.children(element, { ...context, format, ...(link && { link }) });
  }

  #block(element: HtmlElement, context: ElementContext): void {
    const { lists, styles } = this.shared;
    this.end(context);
    if (classesOf(element).some((one) => /^mso(?:toc\d|tocheading|index\d)$/.test(one))) {
      this.#other('contents');
      this.end({ ...context, paragraph: TEXT });
      return;
    }
    const { name } = element;
    const isList = name === 'ul' || name === 'ol';
    const list = isList ? openList(element, context.list, `${this.blocks.length}`, styles) : context.list;
    const own: ElementContext = {
      ...context,
      format: name === 'li' ? context.format : formatIn(element, context, styles),
      paragraph: paragraphIn(element, context, styles),
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
    const inside: ElementContext = item ? { ...outside, item } : isList ? outside : own;
    this.children(element, inside);
    this.end(inside);
  }
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

function tableIn(table: HtmlElement, context: ElementContext, shared: Shared): Table {
  const { list: _, item: __, ...rest } = context;
  const rows: Row[] = [];
  /** Of each column: how many rows a cell above still takes. */
  const waiting: { left: number; columns: number }[] = [];
  const collect = (element: HtmlElement): void => {
    for (const child of elementsIn(element)) {
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
      for (const cell of elementsIn(child)) {
        if (cell.name !== 'td' && cell.name !== 'th') continue;
        skip();
        if (column >= MOST_COLUMNS) break;
        const columns = cellSpan(cell, 'colspan');
        const down = cellSpan(cell, 'rowspan');
        waiting[column] = { left: down - 1, columns };
        const paragraph = { ...TEXT, ...alignIn(cell, shared.styles) };
        const blocks = blocksIn(cell, { ...rest, paragraph }, shared);
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
