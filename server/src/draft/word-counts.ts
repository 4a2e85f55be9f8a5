import type { Nodes } from 'mdast';
import { plainText } from '../mdast/plain-text';
import { perBlock } from './block-map';
import type { Block, Draft } from './types';

/** What has words of its own. */
const LINES: ReadonlySet<string> = new Set(['heading', 'paragraph', 'tableCell']);

const wordsIn = perBlock((block: Block): number => {
  let count = 0;
  const open: Nodes[] = [block.node];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'footnoteDefinition') continue;
    if (LINES.has(node.type)) count += plainText(node).split(/\s+/).filter(isWord).length;
    else if ('children' in node) for (const child of node.children) open.push(child);
  }
  return count;
});

/** A dash between two words is none. */
const isWord = (word: string): boolean => /[\p{L}\d]/u.test(word);

/**
 * How many words a draft has, counted as Word does and those who set a limit: without the details at its top, footnotes,
 * comments and code.
 */
export function wordsOf({ blocks }: Draft): number {
  return blocks.reduce((sum, { block }) => sum + wordsIn(block), 0);
}
