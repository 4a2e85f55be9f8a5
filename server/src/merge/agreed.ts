import { textOf } from './edits';
import type { Leaf } from './leaves';
import type { Delete, Edit, Insert } from './types';

/**
 * Leaves out the edits whose outcome the draft has already, as somebody wrote or accepted there what the reviewer wants:
 * nothing is left to decide.
 *
 * @param edits of one leaf, with their places in the draft as it is now
 * @param isNew whether the character at an offset of the leaf came into the draft since it was sent, and not by a change
 *   that is still marked
 */
export function withoutAgreed(edits: readonly Edit[], ours: Leaf, isNew: (at: number) => boolean): Edit[] {
  const agreed = new Set<Edit>();
  for (const edit of edits) {
    if (edit.kind !== 'insert' || agreed.has(edit)) continue;
    const wanted = said(textOf(edit.content));
    const region = newAround(edit.at, ours, isNew, wanted.length);
    if (!region.isNew || said(ours.text.slice(region.start, region.end)) !== wanted) continue;
    agreed.add(edit);
    for (const other of edits) if (isOfSame(other, edit, region)) agreed.add(other);
  }
  return edits.filter((edit) => !agreed.has(edit));
}

/** Whether an edit deletes words for which the draft has the new ones in a region. */
function isOfSame(other: Edit, { by }: Insert, { start, end }: Region): other is Delete {
  return (
    other.kind === 'delete' &&
    other.remark !== undefined &&
    other.by.author === by.author &&
    other.from >= start &&
    other.to <= end
  );
}

/** Words without the blanks around them; of blanks alone, whether they break the line. */
function said(text: string): string {
  return text.trim() || (text.includes('\n') ? '\n' : ' ');
}

interface Region {
  readonly start: number;
  readonly end: number;
  /** Whether any of it is new. */
  readonly isNew: boolean;
}

/**
 * The new characters around an offset, with the blanks in and beside them.
 *
 * @param most how many characters are wanted: not many more are read on either side
 */
function newAround(at: number, { text }: Leaf, isNew: (at: number) => boolean, most: number): Region {
  const belongs = (one: number): boolean => isNew(one) || text[one]!.trim() === '';
  let [start, end] = [at, at];
  while (start > 0 && at - start <= most && belongs(start - 1)) start--;
  while (end < text.length && end - at <= most && belongs(end)) end++;
  return { start, end, isNew: Array.from({ length: end - start }, (_, one) => start + one).some(isNew) };
}
