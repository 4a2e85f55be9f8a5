import type { Paragraph, PhrasingContent } from 'mdast';
import type { Block } from '../draft/types';
import { type Line, linesOf } from '../mdast/plain-text';
import { typedStructuresIn } from '../rules/lib/lines/typed-structures';

/** Whether the lines of a paragraph are written as lines of it, or each as a paragraph. */
export type Separated = 'lines' | 'paragraphs';

/**
 * The paragraphs of a block whose lines evidently are no running text, such as labels below each other: Markdown itself
 * would join them.
 */
export function separatedIn({ text, node }: Pick<Block, 'text' | 'node'>): readonly [Paragraph, Separated][] {
  return typedStructuresIn({ text, node }).map(({ paragraph, as }) => [
    paragraph,
    as === 'paragraphs' ? as : 'lines',
  ]);
}

/** Lines with a break between them, but for those that end in one. */
export function withBreaks(lines: readonly Line[]): PhrasingContent[] {
  return lines.flatMap((line, at): Line => {
    const isApart = at === 0 || lines[at - 1]!.some(isBreak);
    return isApart ? line : [{ type: 'break' }, ...line];
  });
}

/** The lines of a paragraph, each as a paragraph. */
export function lineParagraphs(node: Paragraph): readonly Paragraph[] {
  return linesOf(node).map((children) => ({ ...node, children: [...children] }));
}

/** A break that is written as HTML, which only ends a line. */
const isBreak = (node: PhrasingContent): boolean => node.type === 'html' && /^<br\b/i.test(node.value);
