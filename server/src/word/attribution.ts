import type { Blockquote, Nodes, Paragraph, PhrasingContent } from 'mdast';
import { isSpeaker } from '../rules/lib/separate-lines';
import { plainText } from './text';

/** Who said what a quotation says, on a line of its own: Markdown itself would join it to the line above. */
export function withAttributions(children: Blockquote['children']): Blockquote['children'] {
  return children.map((child) => (child.type === 'paragraph' ? withAttribution(child) : child));
}

function withAttribution(node: Paragraph): Paragraph {
  const at = node.children.findLastIndex(hasLineEnd);
  const child = node.children[at];
  if (child?.type !== 'text') return node;
  const end = child.value.lastIndexOf('\n');
  const before = { ...child, value: child.value.slice(0, end).trimEnd() };
  const after: PhrasingContent = { ...child, value: child.value.slice(end + 1).trimStart() };
  const line = [...(after.value === '' ? [] : [after]), ...node.children.slice(at + 1)];
  const words = line.map(plainText).join('');
  if (!isSpeaker(words)) return node;
  return { ...node, children: [...node.children.slice(0, at), before, { type: 'break' }, ...line] };
}

function hasLineEnd(node: Nodes): boolean {
  if (node.type === 'text') return node.value.includes('\n');
  return node.type === 'break' || ('children' in node && node.children.some(hasLineEnd));
}
