/** A quotation that is set apart, whose speaker the words before it name: "Ruth Ademola, who runs the job club, said:". */
import { passagesOf } from '../draft';
import type { Block } from '../draft/types';
import { speakerIn } from '../evidence';
import { memoized } from '../memoize';
import type { Claim } from './claims';
import { QUOTED_WORDS } from './proof';

/** Whether a paragraph leads in to the words of somebody whom it names, with who that is. */
const introducesSpeaker = memoized((block: Block): boolean => {
  const [only, ...more] = block.node.type === 'paragraph' ? passagesOf(block) : [];
  const text = only?.prose.text.trimEnd() ?? '';
  const speaker = more.length === 0 && text.endsWith(':') ? speakerIn(text) : undefined;
  return speaker?.named === true && speaker.role;
});

/**
 * A claim that such a quotation makes is proved by it.
 *
 * @param lookBefore finds the block in front of the claim's: asked for where the claim is one of a quotation
 */
export function withSpeakerBefore(claim: Claim, block: Block, lookBefore: () => Block | undefined): Claim {
  if (claim.state !== 'argued' || block.node.type !== 'blockquote') return claim;
  if (claim.passage.prose.text.split(/\s+/).length < QUOTED_WORDS) return claim;
  const before = lookBefore();
  if (before === undefined || !introducesSpeaker(before)) return claim;
  const { found: _, ...rest } = claim;
  return { ...rest, state: 'evidenced' };
}
