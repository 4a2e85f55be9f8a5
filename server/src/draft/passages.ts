import type { Nodes, Paragraph, PhrasingContent, TableRow } from 'mdast';
import { perBlock } from './block-map';
import { ProseBuilder } from './prose';
import type { Block, Passage, PassageKind } from './types';

/**
 * The passages of a block, in the order of the text: each paragraph, each paragraph of a list item or block quotation,
 * each body row of a table. Headings, code, HTML and definitions have none.
 *
 * In the prose, a soft line break is a space; a hard line break, `<br>` and the border between two cells are a line
 * end.
 */
export const passagesOf = perBlock(read);

/**
 * Whether a passage is an item or row that is fully known by its words, so that results can be cached by them. A key in
 * a list has all its items read again.
 */
export function isPlainItem({ kind, links, footnotes, inFootnote }: Passage): boolean {
  const isItem = kind === 'list-item' || kind === 'table-row';
  return isItem && !inFootnote && links.length === 0 && footnotes.length === 0;
}

interface Place {
  readonly node: Nodes;
  readonly kind: PassageKind;
  readonly inFootnote: boolean;
}

function read(block: Block): readonly Passage[] {
  const passages: Passage[] = [];
  const rest: Place[] = [{ node: block.node, kind: 'paragraph', inFootnote: false }];
  for (let place = rest.pop(); place !== undefined; place = rest.pop()) {
    const { node } = place;
    if (node.type === 'paragraph' || node.type === 'tableRow') {
      const passage = passageOf(block, node, place);
      if (passage !== undefined) passages.push(passage);
      continue;
    }
    const inside = within(place);
    if (inside === undefined || !('children' in node)) continue;
    const first = node.type === 'table' ? 1 : 0;
    for (let index = node.children.length - 1; index >= first; index--) {
      rest.push({ node: node.children[index]!, ...inside });
    }
  }
  return passages;
}

/** What the children of a node are; undefined where they are no passages. */
function within({ node, kind, inFootnote }: Place): Omit<Place, 'node'> | undefined {
  switch (node.type) {
    case 'blockquote':
      return { kind: 'quotation', inFootnote };
    case 'list':
    case 'listItem':
      return { kind: kind === 'quotation' ? kind : 'list-item', inFootnote };
    case 'footnoteDefinition':
      return { kind: 'paragraph', inFootnote: true };
    case 'table':
      return { kind: 'table-row', inFootnote };
    default:
      return undefined;
  }
}

function passageOf(block: Block, node: Paragraph | TableRow, place: Place): Passage | undefined {
  const builder = new ProseBuilder(block.text);
  if (node.type === 'paragraph') {
    builder.addInlines(node.children);
  } else {
    let border: number | undefined;
    for (const cell of node.children) {
      const content = spanOf(cell.children) ?? cell.position!.start.offset!;
      const [from, to] = typeof content === 'number' ? [content, content] : content;
      if (border !== undefined) builder.add('\n', border, Math.max(from, border + 1));
      builder.addInlines(cell.children);
      border = Math.max(to, border ?? 0);
    }
  }
  const prose = builder.finish();
  if (prose.text.trim() === '' && builder.links.length === 0 && builder.footnotes.length === 0)
    return undefined;
  const passage: Passage = {
    kind: place.kind,
    span: { start: node.position!.start.offset!, end: node.position!.end.offset! },
    prose,
    links: builder.links.length > 0 ? builder.links : NONE,
    footnotes: builder.footnotes.length > 0 ? builder.footnotes : NONE,
    inFootnote: place.inFootnote,
  };
  return builder.isCut ? { ...passage, isCut: true } : passage;
}

/** Shared, as a long list has a passage for each item. */
const NONE: readonly never[] = [];

/** The span from the first node to the last. */
function spanOf(nodes: readonly PhrasingContent[]): readonly [number, number] | undefined {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return [first.position!.start.offset!, last.position!.end.offset!];
}
