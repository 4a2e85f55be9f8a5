import type { Parents } from 'mdast';
import { addTo } from '../util/lists';
import { getOrInsert } from '../util/memoize';
import type { Leaf } from './leaves';
import type { Placed } from './match';

/** How many levels of lists a leaf stands in, from 0 for an item of the outermost; undefined for what is no item. */
export function itemLevel({ parents }: Leaf): number | undefined {
  const count = parents.filter(({ type }) => type === 'listItem').length;
  return count === 0 ? undefined : count - 1;
}

/** An item's place in the document, and by how many levels it differs from that in the draft. */
interface Item {
  readonly leaf: number;
  readonly parents: readonly Parents[];
  readonly shift: number;
}

/**
 * Items of the draft's lists that reviewers moved in or out, by their leaf: by how many levels, negative for out. What
 * was moved along with the item that it is in is left out. Items of one list and style are compared with each other, as
 * a template may have the levels of its lists otherwise.
 */
export function movedItems(placed: readonly Placed[], base: readonly Leaf[]): ReadonlyMap<number, number> {
  const lists = new Map<Parents, Map<string, Item[]>>();
  for (const { group, leaf } of placed) {
    if (leaf === undefined || 'by' in group || group.paragraphs.length !== 1) continue;
    const { list, styles } = group.paragraphs[0]!;
    const { parents } = base[leaf]!;
    const level = itemLevel(base[leaf]!);
    const outermost = parents.find(({ type }) => type === 'list');
    if (list === undefined || list.styled || level === undefined || outermost === undefined) continue;
    const byStyle = getOrInsert(lists, outermost, () => new Map<string, Item[]>());
    addTo(byStyle, `${list.id} ${styles[0] ?? ''}`, { leaf, parents, shift: list.level - level });
  }
  const moved = new Map<number, number>();
  for (const items of [...lists.values()].flatMap((byStyle) => [...byStyle.values()])) {
    const usual = usualShift(items);
    const byItem = new Map<Parents, number>();
    for (const { leaf, parents, shift } of usual === undefined ? [] : items) {
      const steps = shift - usual!;
      const around = parents.filter(({ type }) => type === 'listItem');
      byItem.set(around.at(-1)!, steps);
      const isAlong = around.slice(0, -1).some((item) => byItem.get(item) === steps);
      if (steps !== 0 && !isAlong) moved.set(leaf, steps);
    }
  }
  return moved;
}

/** The difference that most items have; undefined where none has it more often than another. */
function usualShift(items: readonly Item[]): number | undefined {
  // Without a sign of another, the levels are those of the draft.
  const counts = new Map([[0, 0.5]]);
  for (const { shift } of items) counts.set(shift, (counts.get(shift) ?? 0) + 1);
  const [most, next] = [...counts].sort(([, a], [, b]) => b - a);
  return most![1] > (next?.[1] ?? 0) ? most![0] : undefined;
}
