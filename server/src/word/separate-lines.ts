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

/** A paragraph with a break at the end of each of its lines. */
export function withBreaks(node: Paragraph): Paragraph {
  const children = linesOf(node).flatMap((line, at, lines): Line => {
    const isApart = at === 0 || lines[at - 1]!.some(isBreak);
    return isApart ? line : [{ type: 'break' }, ...line];
  });
  return { ...node, children };
}

/** The lines of a paragraph, each as a paragraph. */
export function parted(node: Paragraph): readonly Paragraph[] {
  return linesOf(node).map((children) => ({ ...node, children: [...children] }));
}

/** A break that is written as HTML, which only ends a line. */
const isBreak = (node: PhrasingContent): boolean => node.type === 'html' && /^<br\b/i.test(node.value);
