import type { BlockContent, Blockquote, DefinitionContent } from 'mdast';
import { ALERTS, type AlertKind } from './styles';
import type { Words } from './words';

interface Alert {
  readonly kind: AlertKind;
  readonly label: string;
  readonly children: readonly (BlockContent | DefinitionContent)[];
}

/** Reads `> [!NOTE]` with its text below; any other quotation is none. */
export function alertOf(node: Blockquote, words: Words): Alert | undefined {
  const [first, ...rest] = node.children;
  const start = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || start?.type !== 'text') return undefined;
  const found = /^\[!([A-Za-z]{3,9})\][ \t]*(?:\n|$)/.exec(start.value);
  const kind = (found?.[1]?.toLowerCase() ?? '') as AlertKind;
  if (found === null || !Object.hasOwn(ALERTS, kind)) return undefined;
  const value = start.value.slice(found[0].length);
  const children = [...(value === '' ? [] : [{ ...start, value }]), ...first.children.slice(1)];
  if (children[0]?.type === 'break') children.shift();
  const label = words.alerts[kind]!;
  return { kind, label, children: children.length === 0 ? rest : [{ ...first, children }, ...rest] };
}
