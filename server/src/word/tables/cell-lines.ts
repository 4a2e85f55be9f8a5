/** Lists and paragraphs of HTML in a cell, which has one paragraph: as lines of it. */

import type { PhrasingContent } from 'mdast';
import { addAll } from '../../util/lists';

/** A tag that begins or ends a line. */
const TAG = /^<(\/?)(ul|ol|li|p|div)(?:\s[^<>]*)?>$/i;
const START = /\sstart\s*=\s*["']?(\d{1,9})/i;

/** The sign before an item on a line of its own: “•”, “–” in another list, or its number. */
export function itemSign(number: number | undefined, depth: number): string {
  return number === undefined ? (depth > 1 ? '– ' : '• ') : `${number}. `;
}

/** A piece of a cell's content, and the node of the draft that it is, or is shown for. */
interface CellPiece {
  readonly node: PhrasingContent;
  readonly of: PhrasingContent;
}

/** The content of a cell of a Markdown table, with a line for each item, and its sign before it. */
export function cellLines(children: readonly PhrasingContent[]): readonly CellPiece[] {
  const lines: CellPiece[][] = [[]];
  /** Whether the last line has nothing but the sign of an item. */
  let isBare = true;
  /** The number before the next item of each list; undefined in one without numbers. */
  const lists: { next: number | undefined }[] = [];
  /** What begins each line but the first. */
  const starts: PhrasingContent[] = [];
  const begin = (of: PhrasingContent, sign?: string): void => {
    if (!isBare || sign !== undefined) {
      lines.push(sign === undefined ? [] : [{ node: { type: 'text', value: sign }, of }]);
      starts.push(of);
    }
    isBare = true;
  };
  for (const child of children) {
    const [whole, slash = '', name = ''] = (child.type === 'html' && TAG.exec(child.value.trim())) || [];
    if (whole === undefined) {
      const isText = isBare && lines.length > 1 && child.type === 'text';
      if (isText && child.value.trim() === '') continue;
      lines.at(-1)!.push({ node: isText ? { ...child, value: child.value.trimStart() } : child, of: child });
      isBare = false;
    } else if (/li/i.test(name) && slash === '') {
      const list = lists.at(-1);
      begin(child, itemSign(list?.next, lists.length));
      if (list?.next !== undefined) list.next++;
    } else {
      begin(child);
      if (/ul|ol/i.test(name) && slash !== '') lists.pop();
      else if (/ul|ol/i.test(name))
        lists.push({ next: /ol/i.test(name) ? Number(START.exec(whole)?.[1] ?? 1) : undefined });
    }
  }
  const out: CellPiece[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.length === 0) continue;
    if (out.length > 0) out.push({ node: { type: 'break' }, of: starts[at - 1]! });
    addAll(out, line);
  }
  return out;
}
