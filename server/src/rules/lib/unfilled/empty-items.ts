import type { List } from 'mdast';
import type { Block } from '../../../draft/types';
import { nodesOf, spanOf } from '../blocks/nodes';
import type { UnfilledPlace } from './types';

/** Items of a list with nothing behind their number or bullet ("4."), where most others have text. In linear time. */
export function emptyItems(block: Block): readonly UnfilledPlace[] {
  if (block.node.type !== 'list') return [];
  if (!/(?:^|[\r\n])[ \t>]{0,20}(?:[-*+]|\d{1,9}[.)])[ \t]{0,20}(?:[\r\n]|$)/.test(block.text)) return [];
  return nodesOf(block).flatMap((node) => (node.type === 'list' ? emptyIn(node, block.text) : []));
}

function emptyIn({ children }: List, text: string): readonly UnfilledPlace[] {
  const empty = children.filter((item) => item.children.length === 0);
  // Where most are empty, the list is there to be written on.
  if (empty.length * 2 >= children.length + 1) return [];
  return empty.map((item) => {
    const { start, end } = spanOf(item);
    const marker = text.slice(start, end).trimEnd();
    return { start, end: start + marker.length, lack: 'label', sure: true };
  });
}
