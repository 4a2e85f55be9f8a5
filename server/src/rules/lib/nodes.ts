import type { Nodes } from 'mdast';
import type { Block } from '../../draft';
import { BlockMap } from '../../draft/block-map';
import type { Span } from '../../draft/types';

const all = new BlockMap<readonly Nodes[]>();

/** Every node of a block's tree in the order of the text, without recursion: quotes can be nested a thousand deep. */
export function nodesOf(block: Block): readonly Nodes[] {
  let nodes = all.get(block);
  if (!nodes) {
    const found: Nodes[] = [];
    const rest: Nodes[] = [block.node];
    for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
      found.push(node);
      if ('children' in node) {
        for (let index = node.children.length - 1; index >= 0; index--) rest.push(node.children[index]!);
      }
    }
    nodes = found;
    all.set(block, nodes);
  }
  return nodes;
}

/** Where a node stands, in the source of its block. */
export function spanOf(node: Nodes): Span {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}
