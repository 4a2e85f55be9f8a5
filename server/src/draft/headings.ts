import { plainText } from '../mdast/plain-text';
import { memoized } from '../util/memoize';
import { firstWhere } from './binary-search';
import { perBlock } from './block-map';
import { BlockFinder } from './runs';
import type { Draft, Heading } from './types';

/** A heading, counted from its block. */
interface Found {
  readonly depth: Heading['depth'];
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The heading that a block is; undefined for others. */
export const headingOf = perBlock(({ node }): Found | undefined => {
  if (node.type !== 'heading') return undefined;
  const { depth, position } = node;
  const text = plainText(node).replace(/\s+/g, ' ').trim();
  return { depth, text, start: position!.start.offset!, end: position!.end.offset! };
});

const finder = new BlockFinder(headingOf);

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

/** The position of the last of some headings that stands at or above the block at `index`; -1 above the first. */
export function headingAbove(all: readonly Heading[], index: number): number {
  return firstWhere(all, (heading) => heading.index > index) - 1;
}
