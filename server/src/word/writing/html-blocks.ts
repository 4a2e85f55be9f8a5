import type {
  BlockContent,
  Html,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  TableCell,
  TableRow,
} from 'mdast';
import { MOST_COLUMNS } from '../../docx/model';
import { shortened } from '../../text/shorten';
import { addAll, greatest } from '../../util/lists';
import { HIDDEN } from '../html/tokens';
import {
  HTML_BLOCKS as BLOCKS,
  cellSpan,
  type HtmlElement as Element,
  elementsIn,
  htmlTree,
  htmlWords as words,
} from '../html/tree';
import { INSIDE, onOneLine } from '../html/whole-tables';
import { itemSign } from '../tables/cell-lines';
import { textLanguageOf } from '../text-language';
import { type Context, warn } from './context';

declare module 'mdast' {
  interface ParagraphData {
    /** A caption, and where what it belongs to stands. */
    captionTo?: 'above' | 'below';
  }
  interface TableCellData {
    align?: 'left' | 'right' | 'center';
  }
  interface TableData {
    /** False where the first row is no header; Markdown's own tables always have one. */
    header?: boolean;
  }
}

/** Content that Word has no way to show. */
export const UNSHOWN = new Set([
  'iframe',
  'object',
  'svg',
  'math',
  'video',
  'audio',
  'canvas',
  'form',
  'embed',
]);

/**
 * Reads a block of HTML as the Markdown that means the same, so that there is one writer for both. Inline
 * elements stay HTML; comments are dropped.
 */
export function htmlBlocks(node: Html, context: Context): RootContent[] {
  return new Converter(node, context).blocks(htmlTree(node.value).children);
}

export function warnOfUnshown(name: string, context: Context, node: Nodes): void {
  warn(context, `The HTML element <${shortened(name, 80)}> has no counterpart in Word and is left out`, node);
}

class Converter {
  constructor(
    private readonly node: Html,
    private readonly context: Context,
  ) {}

  blocks(children: readonly (Element | string)[]): BlockContent[] {
    const out: BlockContent[] = [];
    let line: PhrasingContent[] = [];
    const endLine = (): void => {
      const phrasing = trimmed(line);
      if (phrasing.length > 0) out.push({ type: 'paragraph', children: phrasing, ...this.#position });
      line = [];
    };
    for (const child of children) {
      if (typeof child !== 'string' && BLOCKS.has(child.name)) {
        endLine();
        addAll(out, inLanguageOf(child, this.#block(child)));
      } else addAll(line, this.#phrasing(child));
    }
    endLine();
    return out;
  }

  get #position(): Pick<Html, 'position'> {
    return this.node.position === undefined ? {} : { position: this.node.position };
  }

  #block(element: Element): BlockContent[] {
    const heading = /^h([1-6])$/.exec(element.name)?.[1];
    if (heading !== undefined) {
      const children = this.#line(element.children);
      return [{ type: 'heading', depth: Number(heading) as 1, children, ...this.#position }];
    }
    switch (element.name) {
      case 'ul':
      case 'ol':
        return this.#list(element);
      case 'blockquote':
        return [{ type: 'blockquote', children: this.blocks(element.children), ...this.#position }];
      case 'pre':
        return [{ type: 'code', value: words(element).replace(/^\n|\n$/g, ''), ...this.#position }];
      case 'hr':
        return [{ type: 'thematicBreak', ...this.#position }];
      case 'table':
        return this.#table(element);
      case 'figcaption':
      case 'caption':
        return this.#paragraph(element, (children) => ({
          children,
          data: { captionTo: element.name === 'caption' ? 'below' : 'above' },
        }));
      case 'summary':
      case 'dt':
        return this.#paragraph(element, (children) => ({ children: [{ type: 'strong', children }] }));
      default:
        return this.blocks(element.children);
    }
  }

  /** A paragraph of what stands in an element, where that is anything. */
  #paragraph(
    { children }: Element,
    of: (children: PhrasingContent[]) => Pick<Paragraph, 'children' | 'data'>,
  ): BlockContent[] {
    const line = this.#line(children);
    return line.length === 0 ? [] : [{ type: 'paragraph', ...of(line), ...this.#position }];
  }

  #list(element: Element): BlockContent[] {
    const children = elementsIn(element).map((item): ListItem => {
      const content = BLOCKS.has(item.name)
        ? inLanguageOf(item, this.blocks(item.children))
        : this.blocks([item]);
      return { type: 'listItem', spread: false, children: content, ...this.#position };
    });
    if (children.length === 0) return [];
    const ordered = element.name === 'ol';
    // No position: it would be that of the HTML, where no marker can be looked up.
    return [{ type: 'list', ordered, start: ordered ? startOf(element) : null, spread: false, children }];
  }

  #table(element: Element): BlockContent[] {
    const captions: BlockContent[] = [];
    const rows: Element[] = [];
    const collect = (around: Element): void => {
      for (const child of elementsIn(around)) {
        if (child.name === 'tr') rows.push(child);
        else if (child.name === 'caption') addAll(captions, this.#block(child));
        else if (child.name !== 'colgroup') collect(child);
      }
    };
    collect(element);
    if (rows.length === 0) return captions;
    const cellsOf = (row: Element): Element[] => elementsIn(row).filter(({ name }) => /^t[dh]$/.test(name));
    const merged = rows
      .flatMap(cellsOf)
      .some((cell) => cellSpan(cell, 'colspan') * cellSpan(cell, 'rowspan') > 1);
    const message = 'Merged table cells are written as single ones with empty cells beside them';
    if (merged) warn(this.context, message, this.node);
    const widths = rows.map((row) => cellsOf(row).reduce((sum, cell) => sum + cellSpan(cell, 'colspan'), 0));
    const columns = Math.min(MOST_COLUMNS, greatest(widths, 1));
    const waiting: number[] = new Array(columns).fill(0);
    const children = rows.map((row): TableRow => {
      const cells: TableCell[] = [];
      const skip = (): void => {
        for (; cells.length < columns && waiting[cells.length]! > 0; cells.push(empty()))
          waiting[cells.length]!--;
      };
      for (const cell of cellsOf(row)) {
        skip();
        const first = cells.length;
        if (first >= columns) break;
        const align = alignmentOf(cell);
        const data = align === null ? {} : { data: { align } };
        cells.push({ type: 'tableCell', children: this.#cell(cell), ...data, ...this.#position });
        while (cells.length < Math.min(columns, first + cellSpan(cell, 'colspan'))) cells.push(empty());
        for (let at = first; at < cells.length; at++) waiting[at] = cellSpan(cell, 'rowspan') - 1;
      }
      while (cells.length < columns) {
        if (waiting[cells.length]! > 0) waiting[cells.length]!--;
        cells.push(empty());
      }
      return { type: 'tableRow', children: cells, ...this.#position };
    });
    const align = cellsOf(rows.at(-1)!).map(alignmentOf);
    const header = cellsOf(rows[0]!).some((cell) => cell.name === 'th');
    return [...captions, { type: 'table', align, children, data: { header }, ...this.#position }];
  }

  #cell(cell: Element): PhrasingContent[] {
    const children = this.#line(cell.children);
    if (textLanguageOf(cell.attributes) === undefined || children.length === 0) return children;
    return [
      { type: 'html', value: startTag({ ...cell, name: 'span' }), ...this.#position },
      ...children,
      { type: 'html', value: '</span>' },
    ];
  }

  /**
   * Blocks on one line, with breaks between them: what a heading or a table cell can hold.
   *
   * @param list the list that they are the items of, and how many lists it stands in
   */
  #line(
    children: readonly (Element | string)[],
    list?: { readonly element: Element; readonly depth: number },
  ): PhrasingContent[] {
    const out: PhrasingContent[] = [];
    /** Whether the last thing was a block. */
    let isBelow = false;
    let number = list?.element.name === 'ol' ? startOf(list.element) : undefined;
    for (const child of children) {
      const inside = typeof child !== 'string' && child.name === INSIDE;
      if (typeof child === 'string' || !(inside || BLOCKS.has(child.name))) {
        if (isBelow && (typeof child !== 'string' || child.trim() !== '')) {
          out.push({ type: 'break' });
          isBelow = false;
        }
        addAll(out, this.#phrasing(child));
      } else {
        isBelow = true;
        if (!out.every(isBlank)) out.push({ type: 'break' });
        const markdown = inside && this.node.data?.inside?.[Number(child.attributes.get('at'))];
        if (child.name === 'li') {
          out.push({ type: 'text', value: itemSign(number, list?.depth ?? 1) });
          if (number !== undefined) number++;
        }
        const isList = child.name === 'ul' || child.name === 'ol';
        const inner = isList ? { element: child, depth: (list?.depth ?? 0) + 1 } : list;
        addAll(out, markdown ? onOneLine(markdown) : this.#line(child.children, inner));
      }
    }
    return trimmed(out);
  }

  #phrasing(child: Element | string): PhrasingContent[] {
    if (typeof child === 'string') return [{ type: 'text', value: child.replace(/\s+/g, ' ') }];
    if (UNSHOWN.has(child.name)) warnOfUnshown(child.name, this.context, this.node);
    if (HIDDEN.has(child.name)) return [];
    if (child.name === 'br') return [{ type: 'break' }];
    const open: Html = { type: 'html', value: startTag(child), ...this.#position };
    // It has no end tag.
    if (child.name === 'img') return [open];
    const content = child.children.flatMap((inner) =>
      typeof inner !== 'string' && BLOCKS.has(inner.name) ? this.#line([inner]) : this.#phrasing(inner),
    );
    return [open, ...content, { type: 'html', value: `</${child.name}>` }];
  }
}

/** Blocks in the language and direction of an element around them. */
function inLanguageOf(element: Element, blocks: BlockContent[]): BlockContent[] {
  const lang = textLanguageOf(element.attributes);
  if (lang === undefined) return blocks;
  return blocks.map((block) => ({
    ...block,
    data: { ...block.data, lang: { ...lang, ...block.data?.lang } },
  }));
}

/** The number of a list's first item. */
function startOf(list: Element): number {
  return Number(/^\d{1,9}$/.exec(list.attributes.get('start') ?? '1')?.[0] ?? 1);
}

function empty(): TableCell {
  return { type: 'tableCell', children: [] };
}

function alignmentOf(cell: Element): 'left' | 'right' | 'center' | null {
  const style = /text-align\s*:\s*(left|right|center)/i.exec(cell.attributes.get('style') ?? '')?.[1];
  const value = (style ?? cell.attributes.get('align') ?? '').toLowerCase();
  return value === 'left' || value === 'right' || value === 'center' ? value : null;
}

function startTag(element: Element): string {
  const attributes = [...element.attributes].map(
    ([name, value]) => ` ${name}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`,
  );
  return `<${element.name}${attributes.join('')}>`;
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

/** Without white space and breaks at either end. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  let from = 0;
  let to = nodes.length;
  while (from < to && isBlank(nodes[from]!)) from++;
  while (to > from && isBlank(nodes[to - 1]!)) to--;
  const out = nodes.slice(from, to);
  const first = out[0];
  if (first?.type === 'text') out[0] = { ...first, value: first.value.trimStart() };
  const last = out.at(-1);
  if (last?.type === 'text') out[out.length - 1] = { ...last, value: last.value.trimEnd() };
  return out;
}
