import { type Block, perBlock, type Span } from '../../../draft';
import { type LinedParagraph, linedParagraphs } from './lined-paragraphs';
import { bulletOf, NUMBERED, separate } from './separate-lines';

/** What stands on lines of its own in a paragraph. Its span counts in the block. */
export interface LineUnit extends Span {
  /** Whether it begins with a letter, a number or a bullet. */
  readonly isMarked: boolean;
  /** Where its words end, without what keeps the next line apart. */
  readonly wordsEnd: number;
}

/**
 * What stands on lines of its own in a block that is a paragraph: lettered lines, each with those that go on with it,
 * and other lines that are apart or meant to be. Empty for running text.
 */
export const lineUnitsIn = perBlock((block: Block): readonly LineUnit[] => {
  const [paragraph] = block.node.type === 'paragraph' ? linedParagraphs(block) : [];
  if (!paragraph || paragraph.lines.length < 2) return [];
  const { lines } = paragraph;
  const marked = lines.map(({ text }) => NUMBERED.test(text) || bulletOf(text, lines) !== undefined);
  const some = marked.filter(Boolean).length > 1;
  if (!some && separate(lines) === undefined && lines.slice(0, -1).some(({ single }) => single)) return [];
  const firsts = lines.flatMap((_, at) => (at === 0 || !some || marked[at] ? [at] : []));
  return firsts.map((first, at) => unit(paragraph, first, firsts[at + 1] ?? lines.length, marked[first]!));
});

function unit({ lines }: LinedParagraph, first: number, next: number, isMarked: boolean): LineUnit {
  const { end, text } = lines[next - 1]!;
  const kept = /(?:\\|<br ?\/?>)$/i.exec(text)?.[0].length ?? 0;
  return { start: lines[first]!.start, end, isMarked, wordsEnd: end - kept };
}
