/** Whether a reader can look up where a sentence comes from. */
import type { Block } from '../draft';
import type { Span } from '../draft/types';
import { mentionsIn } from '../evidence';

/**
 * A note, a link, an address, or a source in brackets with its year.
 *
 * @param span of the sentence, in the block's source
 * @param sentence as it reads
 */
export function isSourced(block: Block, span: Span, sentence: string): boolean {
  const behind =
    /^[.!?"”’)*_]*(?:\[\^[^\]]{1,100}\])?/.exec(block.text.slice(span.end, span.end + 120))?.[0] ?? '';
  const source = block.text.slice(span.start, span.end) + behind;
  return (
    source.includes('[^') || source.includes('](') || /\bhttps?:\/\//i.test(source) || namesPlace(sentence)
  );
}

/** Whether a sentence has a source in brackets, with its year. */
export function namesPlace(sentence: string): boolean {
  return mentionsIn(sentence).some(({ kind }) => kind === 'citation');
}
