import type { Nodes } from 'mdast';
import type { Block } from '../../draft';
import { perBlock } from '../../draft/block-map';
import type { Span } from '../../draft/types';

/** Every node of a block's tree in the order of the text, without recursion: quotes can be nested a thousand deep. */
export const nodesOf = perBlock((block: Block): readonly Nodes[] => {
  const found: Nodes[] = [];
  const rest: Nodes[] = [block.node];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    found.push(node);
    if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index--) rest.push(node.children[index]!);
    }
  }
  return found;
});

/** Where a node stands, in the source of its block. */
export function spanOf(node: Nodes): Span {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}
