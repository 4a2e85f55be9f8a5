import { MOST_COLUMNS } from '../../docx/model';
import { words } from '../../util/lists';
import { DEEPEST } from '../nesting';
import elements from './elements.json';
import { htmlTokens, type Tag } from './tokens';

/** An element, with its text in between. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Tag['attributes'];
  readonly children: (HtmlElement | string)[];
}

/** Elements that stand below each other. */
export const HTML_BLOCKS = words(elements.blocks);

/** Which open elements a start tag ends, up to the named boundary: HTML lets authors leave their end tags out. */
const ENDS = new Map(Object.entries(elements.ends));

/** Takes HTML apart, however it is nested; what is no markup is text. Comments are dropped. */
export function htmlTree(html: string): HtmlElement {
  const root: HtmlElement = { name: '', attributes: new Map(), children: [] };
  const open: HtmlElement[] = [root];
  const close = (names: readonly string[], within: readonly string[]): void => {
    for (let at = open.length - 1; at > 0 && !within.includes(open[at]!.name); at--) {
      if (names.includes(open[at]!.name)) open.length = at;
    }
  };
  for (const token of htmlTokens(html)) {
    if (token.type === 'text') open.at(-1)!.children.push(token.value);
    else if (token.type === 'open') {
      const ends = ENDS.get(token.name);
      if (ends !== undefined) close(ends.close, ends.within);
      else if (HTML_BLOCKS.has(token.name))
        close(['p'], ['td', 'th', 'li', 'dd', 'div', 'blockquote', 'section']);
      const element: HtmlElement = { name: token.name, attributes: token.attributes, children: [] };
      open.at(-1)!.children.push(element);
      if (!token.empty && open.length < DEEPEST) open.push(element);
    } else if (token.type === 'close') {
      const at = open.findLastIndex((element) => element.name === token.name);
      if (at > 0) open.length = at;
    }
  }
  return root;
}

export function elementsIn({ children }: HtmlElement): HtmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** How many columns or rows a cell takes: one where it does not say. */
export function cellSpan({ attributes }: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const written = Number(/^\d{1,3}$/.exec(attributes.get(name) ?? '')?.[0] ?? 1);
  return Math.min(MOST_COLUMNS, Math.max(1, written));
}

export function htmlWords(element: HtmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : htmlWords(child))).join('');
}
