import { spaced } from '../text/shorten';
import type { Block, Inline } from './model';

/** The text of blocks as accepted: a line for each paragraph. */
export function plainText(blocks: readonly Block[]): string {
  return lines(blocks)
    .map((line) => spaced(line, /[ \t\n]+/g).trim())
    .filter((line) => line !== '')
    .join('\n');
}

function lines(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [inlineText(block.inlines), ...boxes(block.inlines)]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => lines(cell.blocks))),
  );
}

function boxes(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => (inline.type === 'box' ? lines(inline.blocks) : []));
}

/** The text of what stands in a paragraph, as accepted. */
export function inlineText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if (inline.type === 'text' && inline.deleted === undefined) text += inline.text;
    else if (inline.type === 'break' && inline.deleted === undefined) text += ' ';
  }
  return text;
}
