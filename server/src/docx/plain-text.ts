import { spaced } from '../text/shorten';
import type { Block, Inline, Paragraph } from './model';

/** The text of blocks as accepted: a line for each paragraph. */
export function plainText(blocks: readonly Block[]): string {
  return lines(blocks)
    .map((line) => spaced(line, /[ \t\n]+/g).trim())
    .filter((line) => line !== '')
    .join('\n');
}

function lines(blocks: readonly Block[]): string[] {
  return paragraphsIn(blocks).flatMap(({ inlines }) => [
    inlineText(inlines),
    ...inlines.flatMap((inline) => (inline.type === 'box' ? lines(inline.blocks) : [])),
  ]);
}

/** The paragraphs among some blocks, those in cells of tables too. */
export function paragraphsIn(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.blocks))),
  );
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
