/** Which proof in a passage is on a topic: a figure on somebody else’s case proves nothing for this one. */
import { sentences } from '../draft/sentences';
import type { Block, Passage, Span } from '../draft/types';
import type { Topic } from '../framework/types';
import { type Features, strengthOf } from './features';
import { OFFERS_FROM, TOPICS } from './lexicon';
import { type Proof, proofOf } from './proof';

/** How a passage comes to argue a topic. */
export interface Claim {
  readonly passage: Passage;
  /** Offset of the passage in the text that `features` are of. */
  readonly offset: number;
  /** The sentence that makes the case, where only one does. */
  readonly sentence?: Span | undefined;
  /** Its author says so, and it does not by itself. */
  readonly isDeclared?: boolean;
  features(): Features;
}

/**
 * The proof in a passage that counts for a topic. Of several sentences, one that speaks of another topic and not of this
 * one has none for it; where only the author’s word makes the case, neither has one that does not speak of it.
 */
export function proofOn(topic: Topic, block: Block, claim: Claim): readonly Proof[] {
  const { passage, sentence, isDeclared } = claim;
  const all = proofOf(block, passage, sentence);
  if (all.length === 0 || sentence) return all;
  const spans = sentences(passage.prose.text);
  if (spans.length < 2) return all;
  const own = all.filter(({ start, end }) => {
    const inside = spans.filter((span) => span.start < end && start < span.end);
    const said = inside.map((span) => saidIn(topic, span, claim));
    if (said.includes('this')) return true;
    return !isDeclared && !said.includes('another');
  });
  return own.some(({ why }) => why !== 'source') ? own : [];
}

/** What a sentence of a passage speaks of: the topic, however weakly, or strongly of another of its group, or neither. */
function saidIn(topic: Topic, span: Span, { offset, features }: Claim): 'this' | 'another' | undefined {
  const { cues, words } = features();
  const here = cues.filter(
    ({ first, last }) => words.start[first]! >= span.start + offset && words.end[last]! <= span.end + offset,
  );
  if (here.some((cue) => strengthOf(cue, topic) !== undefined)) return 'this';
  const others = topic.group === 'area' ? AREAS : topic.group === 'offer' ? OFFERS : [];
  return here.some((cue) => others.some((other) => strengthOf(cue, other) === 'strong'))
    ? 'another'
    : undefined;
}

const OF_MODEL = TOPICS.map((id) => ({ id, judgedAs: id }));
const AREAS = OF_MODEL.slice(0, OFFERS_FROM);
const OFFERS = OF_MODEL.slice(OFFERS_FROM);
