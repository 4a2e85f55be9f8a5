import type { BlockContent, Blockquote, DefinitionContent } from 'mdast';

export interface Alert {
  readonly label: string;
  readonly colour: string;
  readonly children: readonly (BlockContent | DefinitionContent)[];
}

/** GitHub's alerts, each with a colour that stands out on white at 4.5 to 1 or more. */
const ALERTS: Readonly<Record<string, { readonly label: string; readonly colour: string }>> = {
  note: { label: 'Note', colour: '1F4E9E' },
  tip: { label: 'Tip', colour: '1A6B36' },
  important: { label: 'Important', colour: '6B2FA0' },
  warning: { label: 'Warning', colour: '8A5300' },
  caution: { label: 'Caution', colour: 'B3261E' },
};

/** Reads `> [!NOTE]` with its text below; any other quotation is none. */
export function alertOf(node: Blockquote): Alert | undefined {
  const [first, ...rest] = node.children;
  const start = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || start?.type !== 'text') return undefined;
  const found = /^\[!([A-Za-z]{3,9})\][ \t]*(?:\n|$)/.exec(start.value);
  const alert = ALERTS[found?.[1]?.toLowerCase() ?? ''];
  if (found === null || alert === undefined) return undefined;
  const value = start.value.slice(found[0].length);
  const children = [...(value === '' ? [] : [{ ...start, value }]), ...first.children.slice(1)];
  if (children[0]?.type === 'break') children.shift();
  return { ...alert, children: children.length === 0 ? rest : [{ ...first, children }, ...rest] };
}
