import type { Nodes } from 'mdast';
import { type Block, perBlock, type Span } from '../../../draft';
import { eachNode } from '../../../mdast/tree';

/** All nodes of a block's tree, in the order of the text. */
export const nodesOf = perBlock((block: Block): readonly Nodes[] => {
  const found: Nodes[] = [];
  eachNode([block.node], (node) => found.push(node));
  return found;
});

/** The text of a table cell as its reader sees it. */
export function cellText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break' || node.type === 'html') return ' ';
  return 'children' in node ? node.children.map(cellText).join('') : '';
}

/** The span of a node, in the source of its block. */
export function spanOf(node: Nodes): Span {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}
