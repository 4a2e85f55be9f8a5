import type { By } from '../criticmarkup/types';
import { addAll } from '../util/lists';
import type { Leaf } from './leaves';
import type { Edit, Fragment } from './types';

/** What a leaf says when all that was done to it is accepted. */
export function acceptedText(leaf: Leaf, edits: readonly Edit[]): string {
  return textOf(acceptedContent(leaf, edits, ''));
}

/**
 * The same as content to be written.
 *
 * @param source the draft's, for the pictures and notes of the leaf
 */
export function acceptedContent({ text, pieces }: Leaf, edits: readonly Edit[], source: string): Fragment[] {
  const inserts = edits.filter((edit) => edit.kind === 'insert').sort((a, b) => a.at - b.at || a.seq - b.seq);
  const deletes = edits.filter((edit) => edit.kind === 'delete').sort((a, b) => a.from - b.from);
  const out: Fragment[] = [];
  const take = (from: number, to: number): void => {
    for (const part of text.slice(from, to).split(OBJECT)) {
      const piece = OBJECT.test(part) ? pieces.find(({ start }) => start === from) : undefined;
      const markdown = source.slice(piece?.source.start ?? 0, piece?.source.end ?? 0);
      out.push(piece === undefined ? { text: part } : { text: part, markdown });
      from += part.length;
    }
  };
  let at = 0;
  const keep = (to: number): void => {
    for (; at < to && deletes.length > 0; ) {
      const { from, to: end } = deletes[0]!;
      if (from >= to) break;
      if (from > at) take(at, from);
      at = Math.max(at, Math.min(end, to));
      if (end <= to) deletes.shift();
      else return;
    }
    if (at < to) take(at, to);
    at = Math.max(at, to);
  };
  for (const edit of inserts) {
    keep(edit.at);
    addAll(out, edit.content);
  }
  keep(text.length);
  return out;
}

/** A picture or a note in shown text. */
const OBJECT = /([\uFFFB\uFFFC])/;

/** Added text, as it is shown. */
export function textOf(content: readonly Fragment[]): string {
  return content.map((one) => ('item' in one ? one.item.text : 'text' in one ? one.text : '')).join('');
}

/** Whether two changes are one person’s, of one time. */
export function same(a: By, b: By): boolean {
  return a.author === b.author && a.date === b.date;
}
