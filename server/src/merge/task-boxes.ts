import type { ListItem } from 'mdast';
import type { By } from '../criticmarkup/types';
import type { Leaf } from './leaves';
import type { Item, Part } from './types';

/** The item to tick that a leaf is the first of; undefined where it is of none. */
export function taskOf({ node, parents }: Leaf): ListItem | undefined {
  const item = parents.at(-1);
  const isTask = item?.type === 'listItem' && typeof item.checked === 'boolean' && item.children[0] === node;
  return isTask ? item : undefined;
}

/** The box that a paragraph begins with, and who put it there, if anybody did; undefined where it begins with none. */
export function boxIn(
  parts: readonly Part[],
): { readonly isTicked: boolean; readonly by?: By | undefined } | undefined {
  const isSaid = (part: Part): boolean =>
    part.type === 'item' && part.deleted === undefined && part.text.trim() !== '';
  const first = parts.find((part): part is Item => isSaid(part));
  const [box] = /^\s*[\u2610\u2612]/u.exec(first?.text ?? '') ?? [];
  return box === undefined ? undefined : { isTicked: box.endsWith('\u2612'), by: first?.inserted };
}

/** The parts of a paragraph without the box that it begins with, which is no part of what the item says. */
export function withoutBox(parts: readonly Part[]): readonly Part[] {
  let isBefore = true;
  return parts.flatMap((part): readonly Part[] => {
    if (!isBefore || part.type !== 'item') return [part];
    const text = part.text.replace(/^[\s\u2610\u2612]+/u, '');
    isBefore = text === '';
    return isBefore ? [] : [{ ...part, text }];
  });
}
