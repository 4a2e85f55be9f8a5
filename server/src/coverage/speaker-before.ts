/** Block quotations whose speaker is named in the paragraph before: "Ruth Ademola, who runs the job club, said:". */
import { passagesOf } from '../draft';
import type { Block } from '../draft/types';
import { speakerIn } from '../evidence';
import { memoized } from '../util/memoize';
import type { PassageReading } from './passage-readings';
import { QUOTED_WORDS } from './proof';

/** Whether a paragraph introduces the words of a named person whose role it gives. */
const introducesSpeaker = memoized((block: Block): boolean => {
  const [only, ...more] = block.node.type === 'paragraph' ? passagesOf(block) : [];
  const text = only?.prose.text.trimEnd() ?? '';
  const speaker = more.length === 0 && text.endsWith(':') ? speakerIn(text) : undefined;
  return speaker?.named === true && speaker.role;
});

/**
 * Raises a reading to `evidenced` where it is one of such a quotation.
 *
 * @param lookBefore returns the block before; called only for quotations
 */
export function withSpeakerBefore(
  reading: PassageReading,
  block: Block,
  lookBefore: () => Block | undefined,
): PassageReading {
  if (reading.state !== 'argued' || block.node.type !== 'blockquote') return reading;
  if (reading.passage.prose.text.split(/\s+/).length < QUOTED_WORDS) return reading;
  const before = lookBefore();
  if (before === undefined || !introducesSpeaker(before)) return reading;
  const { found: _, ...rest } = reading;
  return { ...rest, state: 'evidenced' };
}
