import type { Heading as HeadingNode, PhrasingContent } from 'mdast';
import { BlockMap } from './block-map';
import type { Block, Draft, Heading } from './types';

const known = new BlockMap<string>();
const knownIn = new WeakMap<Draft, readonly Heading[]>();

/** The draft's own headings in order; those in quotations and lists divide nothing. */
export function headings(draft: Draft): readonly Heading[] {
  let found = knownIn.get(draft);
  if (found === undefined) {
    found = read(draft);
    knownIn.set(draft, found);
  }
  return found;
}

function read(draft: Draft): readonly Heading[] {
  const found: Heading[] = [];
  for (let index = 0; index < draft.blocks.length; index++) {
    const { block, start, line } = draft.blocks[index]!;
    if (block.node.type !== 'heading') continue;
    const { depth, position } = block.node;
    found.push({
      depth,
      text: headingText(block, block.node),
      span: { start: start + position!.start.offset!, end: start + position!.end.offset! },
      line,
      index,
    });
  }
  return found;
}

function headingText(block: Block, node: HeadingNode): string {
  let text = known.get(block);
  if (text === undefined) {
    text = plain(node.children).replace(/\s+/g, ' ').trim();
    known.set(block, text);
  }
  return text;
}

/** What the reader sees, the descriptions of images too. */
function plain(nodes: readonly PhrasingContent[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    else if (node.type === 'break') text += ' ';
    else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? '';
    else if ('children' in node) text += plain(node.children);
  }
  return text;
}
