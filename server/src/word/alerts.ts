import type { BlockContent, Blockquote, DefinitionContent } from 'mdast';
import type { Words } from './words';

export interface Alert {
  readonly label: string;
  readonly colour: string;
  readonly children: readonly (BlockContent | DefinitionContent)[];
}

/** GitHub's alerts, each with a colour that stands out on white at 4.5 to 1 or more. */
const COLOURS: Readonly<Record<string, string>> = {
  note: '1F4E9E',
  tip: '1A6B36',
  important: '6B2FA0',
  warning: '8A5300',
  caution: 'B3261E',
};

/** Reads `> [!NOTE]` with its text below; any other quotation is none. */
export function alertOf(node: Blockquote, words: Words): Alert | undefined {
  const [first, ...rest] = node.children;
  const start = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || start?.type !== 'text') return undefined;
  const found = /^\[!([A-Za-z]{3,9})\][ \t]*(?:\n|$)/.exec(start.value);
  const kind = found?.[1]?.toLowerCase() ?? '';
  const colour = COLOURS[kind];
  if (found === null || colour === undefined) return undefined;
  const value = start.value.slice(found[0].length);
  const children = [...(value === '' ? [] : [{ ...start, value }]), ...first.children.slice(1)];
  if (children[0]?.type === 'break') children.shift();
  const label = words.alerts[kind]!;
  return { label, colour, children: children.length === 0 ? rest : [{ ...first, children }, ...rest] };
}
