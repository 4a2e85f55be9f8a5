import type { By } from '../criticmarkup/types';
import { after, isNew } from './groups';
import type { Added, Group, Part } from './types';

/** A paragraph whose end was deleted: what it takes over from those behind it, and who joined them. */
interface Head {
  readonly parts: Part[];
  readonly by: By;
}

/**
 * Paragraphs of which a deleted paragraph mark joins some: what is joined is deleted where it was, and inserted at the end
 * of the paragraph before it. So each piece can be accepted and rejected by itself, as in imports.
 */
export function withJoined(groups: readonly (Group | Added)[]): readonly (Group | Added)[] {
  const out: (Group | Added)[] = [];
  let head: Head | undefined;
  let [cell] = groups.map((group) => group.cell);
  for (const group of groups) {
    if (group.cell !== cell) head = undefined;
    cell = group.cell;
    const isSaid = after(group.parts).trim() !== '';
    const own: Part[] =
      head === undefined || !isSaid ? [...group.parts] : joined(group.parts, head, 'by' in group);
    out.push({ ...group, parts: own });
    if (group.parts.some(({ type }) => type === 'split')) head = undefined;
    const { inserted, deleted } = ('by' in group ? group.paragraph : group.paragraphs.at(-1)!).mark;
    if (deleted === undefined || inserted !== undefined) head = undefined;
    else if (head === undefined && isSaid) head = { parts: own, by: deleted };
  }
  return out;
}

/** Gives the parts of a paragraph to the one that it is joined to. Returns what stays of them. */
function joined(parts: readonly Part[], { parts: head, by }: Head, isAdded: boolean): Part[] {
  let isBehindSplit = false;
  return parts.flatMap((part): Part[] => {
    // What stands behind another division stays a paragraph of its own.
    isBehindSplit ||= part.type === 'split';
    if (isBehindSplit || part.type !== 'item' || part.deleted !== undefined) return [part];
    if (isAdded || isNew(part)) {
      head.push(part);
      return [];
    }
    head.push({ ...part, inserted: by, known: false });
    return [{ ...part, deleted: by }];
  });
}
