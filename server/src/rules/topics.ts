/** The rules on topics that a draft is held to, and that it says nothing on or only mentions. */
import type { Coverage, TopicCoverage } from '../coverage/types';
import type { Draft } from '../draft';
import { rule } from './lib/rule';
import { argumentFix, bestPassage, keyOf, placeOfTopic, topicProblems } from './lib/topics';
import type { DraftContext, Problem } from './types';

const offersIn = ({ offers, promises }: Coverage): readonly TopicCoverage[] => [...offers, ...promises];

export const areaMissing = rule('area-missing', {
  inDraft: (context) =>
    missing(
      context,
      context.coverage.areas,
      () => 'so readers will think that the library does nothing for it',
    ),
});

export const offerMissing = rule('offer-missing', {
  inDraft: (context) =>
    missing(context, offersIn(context.coverage), ({ topic: { group } }) => {
      const name = group === 'offer' ? 'Universal Library Offer' : 'promise';
      return `though the draft is to cover this ${name}`;
    }),
});

export const areaMentioned = rule('area-mentioned', {
  inDraft: (context) => mentioned(context, context.coverage.areas),
});

export const offerMentioned = rule('offer-mentioned', {
  inDraft: (context) => mentioned(context, offersIn(context.coverage)),
});

function missing(
  context: DraftContext,
  topics: readonly TopicCoverage[],
  so: (found: TopicCoverage) => string,
): readonly Problem[] {
  return topicProblems(context.draft, topics, 'missing', (found) => ({
    span: placeOfTopic(context.draft, found),
    message: `Nothing here is about ${found.topic.title}, ${so(found)}. ${found.topic.argue}`,
    fixes: () => [argumentFix(context, found)],
  }));
}

function mentioned(context: DraftContext, topics: readonly TopicCoverage[]): readonly Problem[] {
  return topicProblems(context.draft, topics, 'mentioned', (found) => ({
    span: bestPassage(found)?.span ?? placeOfTopic(context.draft, found),
    message: mentionMessage(context.draft, found),
    fixes: () => [argumentFix(context, found)],
  }));
}

/** The most words of a mention that a message names. */
const MOST_WORDS = 3;

/**
 * The message for a topic that is only mentioned: which words mention it, what is missing, and how not to be held to
 * it.
 */
function mentionMessage(draft: Draft, found: TopicCoverage): string {
  const { title, argue } = found.topic;
  const reasons = bestPassage(found)?.covered.reasons ?? [];
  const cues = reasons.filter(({ why }) => why === 'cue');
  const words = new Set(
    (cues.length > 0 ? cues : reasons).map(({ text }) => `“${text.replace(/\s+/g, ' ')}”`),
  );
  const named = words.size > 0 ? ` (${[...words].slice(0, MOST_WORDS).join(', ')})` : '';
  const key = keyOf(found);
  // The configuration may ask for it, too.
  const out = draft.frontMatter.places.has(key)
    ? `take it out of “${key}” in the details at the top`
    : `name in the details at the top the ${key} that it is to argue`;
  return `${title} is only mentioned here${named}, not argued. ${argue} If this paper need not argue it, ${out}.`;
}
