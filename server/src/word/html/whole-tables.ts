import type { Html, List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { itemSign } from '../tables/cell-lines';
import { plainText } from '../xml-text';
import { htmlTokens } from './tokens';

declare module 'mdast' {
  interface HtmlData {
    /** Blocks of Markdown within a table. Its HTML has an element `INSIDE` with the position of each. */
    inside?: readonly (Paragraph | List)[];
  }
}

/** The element that stands for a block of Markdown in a cell. No draft can have its control character. */
export const INSIDE = 'inside\u0001';

/** The most blocks of a table; one that goes on for longer is not closed. */
const MOST = 500;

/**
 * The blocks of a draft with each HTML table joined into one block, as Markdown splits tables at empty lines. The other
 * blocks of a table become empty.
 */
export function withWholeTables(nodes: readonly RootContent[]): readonly RootContent[] {
  const out = [...nodes];
  for (let at = 0; at < nodes.length; at++) {
    const first = nodes[at]!;
    if (first.type !== 'html' || !/<table\b/i.test(first.value)) continue;
    const { table, last } = tableFrom(first, nodes, at);
    if (table !== undefined && last > at) {
      out[at] = table;
      out.fill(NOTHING, at + 1, last + 1);
    }
    at = last;
  }
  return out;
}

const NOTHING: Html = { type: 'html', value: '' };

/**
 * The table that begins in a block, if it ends and a cell can hold all Markdown in it.
 *
 * @returns also the last block that was read, so that none is read twice
 */
function tableFrom(
  first: Html,
  nodes: readonly RootContent[],
  at: number,
): { readonly table?: Html; readonly last: number } {
  const open = { table: 0, cell: 0 };
  const inside: (Paragraph | List)[] = [];
  let value = '';
  let last = at;
  for (; last < Math.min(nodes.length, at + MOST); last++) {
    const node = nodes[last]!;
    if (node.type === 'html') {
      count(node.value, open);
      value += `${node.value}\n`;
      if (open.table <= 0) return { table: { ...first, value, data: { ...first.data, inside } }, last };
    } else {
      if ((node.type !== 'paragraph' && node.type !== 'list') || open.cell <= 0) break;
      value += `<${INSIDE} at="${inside.push(node) - 1}"></${INSIDE}>`;
    }
  }
  return { last };
}

function count(html: string, open: { table: number; cell: number }): void {
  for (const token of htmlTokens(html)) {
    if (token.type !== 'open' && token.type !== 'close') continue;
    const step = token.type === 'open' ? 1 : -1;
    if (token.name === 'table') open.table += step;
    // The end tag of a cell may be missing.
    else if (/^t[dh]$/.test(token.name)) open.cell = token.type === 'open' ? 1 : 0;
    else if (token.name === 'tr') open.cell = 0;
  }
}

/** A block of Markdown as inline content, with breaks between its parts and a sign before each item. */
export function onOneLine(node: RootContent, lists = 0): PhrasingContent[] {
  if (node.type === 'paragraph') return node.children;
  if (!('children' in node)) return [{ type: 'text', value: plainText(node) }];
  const first = node.type === 'list' && node.ordered ? (node.start ?? 1) : undefined;
  const inside = lists + (node.type === 'list' ? 1 : 0);
  return (node.children as RootContent[]).flatMap((child, at) => [
    ...(at > 0 ? [{ type: 'break' } as const] : []),
    ...(node.type === 'list'
      ? [{ type: 'text', value: itemSign(first && first + at, inside) } as const]
      : []),
    ...onOneLine(child, inside),
  ]);
}
