/** Lists and paragraphs of HTML in a cell, which has one paragraph: as lines of it. */
import type { PhrasingContent } from 'mdast';

/** A tag that begins or ends a line. */
const TAG = /^<(\/?)(ul|ol|li|p|div)(?:\s[^<>]*)?>$/i;
const START = /\sstart\s*=\s*["']?(\d{1,9})/i;

/** The sign before an item on a line of its own: “•”, “–” in another list, or its number. */
export function itemSign(number: number | undefined, depth: number): string {
  return number === undefined ? (depth > 1 ? '– ' : '• ') : `${number}. `;
}

/** The content of a cell of a Markdown table, with a line for each item, and its sign before it. */
export function cellLines(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const tags = children.map((child) => (child.type === 'html' ? TAG.exec(child.value.trim()) : null));
  if (tags.every((tag) => tag === null)) return children;
  const lines: PhrasingContent[][] = [[]];
  /** Whether the last line has nothing but the sign of an item. */
  let isBare = true;
  /** The number before the next item of each list; undefined in one without numbers. */
  const lists: { next: number | undefined }[] = [];
  const begin = (...sign: PhrasingContent[]): void => {
    if (!isBare || sign.length > 0) lines.push(sign);
    isBare = true;
  };
  for (const [at, child] of children.entries()) {
    const [whole, slash = '', name = ''] = tags[at] ?? [];
    if (whole === undefined) {
      const isText = isBare && child.type === 'text';
      if (isText && child.value.trim() === '') continue;
      lines.at(-1)!.push(isText ? { ...child, value: child.value.trimStart() } : child);
      isBare = false;
    } else if (/li/i.test(name) && slash === '') {
      const list = lists.at(-1);
      begin({ type: 'text', value: itemSign(list?.next, lists.length) });
      if (list?.next !== undefined) list.next++;
    } else {
      begin();
      if (/ul|ol/i.test(name) && slash !== '') lists.pop();
      else if (/ul|ol/i.test(name))
        lists.push({ next: /ol/i.test(name) ? Number(START.exec(whole)?.[1] ?? 1) : undefined });
    }
  }
  return lines
    .filter(({ length }) => length > 0)
    .flatMap((line, at) => (at === 0 ? line : [{ type: 'break' } as const, ...line]));
}
