import type { Nodes } from 'mdast';
import { plainText } from '../mdast/plain-text';
import { wordCount } from '../text/word-count';
import { perBlock } from './block-map';
import type { Block, Draft } from './types';

/** What has words of its own. */
const LINES: ReadonlySet<string> = new Set(['heading', 'paragraph', 'tableCell']);

const wordsIn = perBlock((block: Block): number => {
  let count = 0;
  const open: Nodes[] = [block.node];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'footnoteDefinition') continue;
    if (LINES.has(node.type)) count += wordCount(plainText(node));
    else if ('children' in node) for (const child of node.children) open.push(child);
  }
  return count;
});

/**
 * How many words a draft has, as those count who set a limit: without the details at its top, footnotes,
 * comments and code.
 */
export function wordsOf({ blocks }: Draft): number {
  return blocks.reduce((sum, { block }) => sum + wordsIn(block), 0);
}
