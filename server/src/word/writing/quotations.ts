import type { BlockContent, Blockquote, DefinitionContent, Nodes, Paragraph, PhrasingContent } from 'mdast';
import { piecesOf } from '../../mdast/tree';
import { isSpeaker } from '../../rules/lib/lines/separate-lines';
import type { Words } from '../printed-strings';
import { ALERTS, type AlertKind } from '../styles';
import { plainText } from '../xml-text';

interface Alert {
  readonly kind: AlertKind;
  readonly label: string;
  readonly children: readonly (BlockContent | DefinitionContent)[];
}

/** Reads `> [!NOTE]` with its text below; any other quotation is none, and nor is one with a backslash before it. */
export function alertOf(node: Blockquote, words: Words): Alert | undefined {
  const [first, ...rest] = node.children;
  const start = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || start?.type !== 'text') return undefined;
  const found = /^\[!([A-Za-z]{3,9})\][ \t]*(?:\n|$)/.exec(start.value);
  const kind = (found?.[1]?.toLowerCase() ?? '') as AlertKind;
  if (found === null || !Object.hasOwn(ALERTS, kind)) return undefined;
  const [end, from, to] = piecesOf(start);
  if (to! - from! !== end) return undefined;
  const value = start.value.slice(found[0].length);
  const children = [...(value === '' ? [] : [{ ...start, value }]), ...first.children.slice(1)];
  if (children[0]?.type === 'break') children.shift();
  const label = words.alerts[kind]!;
  return { kind, label, children: children.length === 0 ? rest : [{ ...first, children }, ...rest] };
}

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
