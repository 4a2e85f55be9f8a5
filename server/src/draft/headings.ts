import type { PhrasingContent } from 'mdast';
import { memoized } from '../memoize';
import { BlockFinder } from './runs';
import type { Draft, Heading } from './types';

/** A heading, counted from its block. */
interface Found {
  readonly depth: Heading['depth'];
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const finder = new BlockFinder(({ node }): Found | undefined => {
  if (node.type !== 'heading') return undefined;
  const { depth, position } = node;
  const text = plain(node.children).replace(/\s+/g, ' ').trim();
  return { depth, text, start: position!.start.offset!, end: position!.end.offset! };
});

/** The draft's own headings in order; those in quotations and lists divide nothing. */
export const headings = memoized(read);

function read(draft: Draft): readonly Heading[] {
  const all: Heading[] = [];
  finder.each(draft, undefined, ({ depth, text, start, end }, placed, index) => {
    const span = { start: placed.start + start, end: placed.start + end };
    all.push({ depth, text, span, line: placed.line, index });
  });
  return all;
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
