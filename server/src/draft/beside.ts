import type { Block, Draft } from './types';

/** Whether a block is one comment, which no reader sees. */
function isComment({ node, text }: Block): boolean {
  if (node.type !== 'html' || !text.startsWith('<!--')) return false;
  const end = text.indexOf('-->');
  return end !== -1 && text.slice(end + 3).trim() === '';
}

/** The nearest block before (-1) or behind (1) the one at an index, but for comments. */
export function blockBeside({ blocks }: Draft, index: number, by: -1 | 1): Block | undefined {
  let at = index + by;
  while (blocks[at] && isComment(blocks[at]!.block)) at += by;
  return blocks[at]?.block;
}
