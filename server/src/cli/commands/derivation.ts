import type { PassageDerivation, TopicDerivation } from '../../coverage';
import { isArgued, NO_ACTOR, TO_FILL_IN } from '../../report/labels';
import { harmless } from '../../text/plain-output';
import { type Style, wrap } from '../terminal';

/**
 * Explains how the verdicts on a passage came about; `server/train/numbers.mts` has the numbers.
 *
 * @param isOwn whether the passage itself is on a topic, and not only the items that it is judged together with
 */
export function derivation(
  derived: PassageDerivation,
  isOwn: (topic: string) => boolean,
  style: Style,
): string {
  const said = how(derived, isOwn).map((text) => `  ${wrap(text, style.width, 2)}`);
  return said.length === 0 ? '' : `\n${[style.bold('How it was judged'), ...said].join('\n')}\n`;
}

function how(derived: PassageDerivation, isOwn: (topic: string) => boolean): readonly string[] {
  const { declared, gate, passages, few, topics } = derived;
  if (declared)
    return [`By its author, in a comment before it: ${declared.map(harmless).join(', ') || 'none'}.`];
  if (gate === 'closed')
    return ['The draft does not speak of libraries: whatever it says, it claims nothing.'];
  const hindered = topics.flatMap((topic) => {
    // What the paper as a whole is not about is on none of its passages, though this one may speak of it.
    const isHere = isOwn(topic.topic.id) || (passages.length === 1 && topic.whole === 'nothing');
    const why = isHere ? hindrance(topic, derived) : undefined;
    return why === undefined ? [] : [`${harmless(topic.topic.title)}: ${called(topic)}, as ${why}.`];
  });
  return [
    ...(gate === 'areas' ? ['The draft does not speak of libraries: it can claim areas, and no offer.'] : []),
    ...(passages.length > 1 ? [together(derived, isOwn)] : []),
    ...(few ? ['It has few words, so it must say more for itself: thresholds are higher.'] : []),
    ...hindered,
  ];
}

/** Says that items were judged together. */
function together({ passages, topics }: PassageDerivation, isOwn: (topic: string) => boolean): string {
  const others = topics
    .filter((topic) => topic.state !== 'missing' && !isOwn(topic.topic.id))
    .map(({ topic }) => harmless(topic.title));
  const onOthers =
    others.length === 0 ? '' : ` Those beside it, and not this one, are on ${others.join(', ')}.`;
  return `It is judged together with the short items beside it, ${passages.length} in all.${onOthers}`;
}

const called = ({ state }: TopicDerivation): string =>
  state === 'missing' ? 'not argued' : state === 'mentioned' ? 'only mentioned' : state;

/** Why a topic is not argued although it reaches its threshold; undefined for any other. */
function hindrance(derived: TopicDerivation, { gate, unfilled }: PassageDerivation): string | undefined {
  const { topic, probability, threshold, cues, named, model, whole } = derived;
  const sentence = model?.sentence;
  const suffices =
    probability > threshold || (sentence !== undefined && sentence.probability > sentence.threshold);
  if (isArgued(derived) || !suffices || cues?.strong.length === 0) return undefined;
  if (gate === 'areas' && topic.group !== 'area') return 'the draft does not speak of libraries';
  if (cues && cues.words < cues.leastWords)
    return `it has ${cues.words} words, and ${cues.leastWords} at least are needed`;
  if (cues?.lacksActor) return NO_ACTOR;
  if (!named) return 'no word of it, or of what stands around it, is on the topic';
  if (whole === 'names') return 'the paper as a whole only speaks of it';
  if (whole === 'nothing') return 'the paper as a whole is about other things';
  return unfilled ? TO_FILL_IN : 'what names it says nothing more of it';
}
