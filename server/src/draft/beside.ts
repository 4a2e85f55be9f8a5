import type { Block, Draft } from './types';

/** Whether a block is comments alone, which no reader sees. */
function isComment({ node, text }: Block): boolean {
  if (node.type !== 'html') return false;
  let rest = text.trim();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end === -1) return false;
    rest = rest.slice(end + 3).trimStart();
  }
  return rest === '';
}

/** The nearest block before (-1) or behind (1) the one at an index, but for comments. */
export function blockBeside({ blocks }: Draft, index: number, by: -1 | 1): Block | undefined {
  let at = index + by;
  while (blocks[at] && isComment(blocks[at]!.block)) at += by;
  return blocks[at]?.block;
}
