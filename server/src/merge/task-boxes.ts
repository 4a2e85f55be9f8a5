import type { Leaf } from './leaves';
import type { Item, Part } from './types';

/** The parts of a paragraph without the box that an item to tick begins with, which is no part of its leaf. */
export function withoutBox({ node, parents }: Leaf, parts: readonly Part[]): readonly Part[] {
  const item = parents.at(-1);
  if (item?.type !== 'listItem' || typeof item.checked !== 'boolean' || item.children[0] !== node)
    return parts;
  let isBefore = true;
  return parts.flatMap((part): readonly (Part | Item)[] => {
    if (!isBefore || part.type !== 'item') return [part];
    const text = part.text.replace(/^[\s\u2610\u2612]+/u, '');
    isBefore = text === '';
    return isBefore ? [] : [{ ...part, text }];
  });
}
