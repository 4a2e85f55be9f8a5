import type { Coverage, CoveredPassage, TopicCoverage } from '../../coverage/types';
import {
  type Block,
  BlockFinder,
  type Draft,
  frontMatterEdits,
  passagesOf,
  type Span,
  shifted,
} from '../../draft';
import type { PlacedBlock } from '../../draft/types';
import { hasInsert } from '../../draft/unfilled';
import { listed } from '../../text/listed';
import { memoized } from '../../util/memoize';
import type { DraftContext, Fix, Problem } from '../types';
import { kindOrTitle, placeInValue } from './anchor';
import { insertArgument } from './parts/placement';

/** The front matter key for topics of its group. */
export function keyOf({ topic }: TopicCoverage): 'areas' | 'offers' {
  return topic.group === 'area' ? 'areas' : 'offers';
}

/** Where to report a topic that the draft does not mention: where the front matter asks for it. */
export function placeOfTopic(draft: Draft, found: TopicCoverage): Span {
  return placeInValue(draft, keyOf(found), found.topic.id) ?? kindOrTitle(draft);
}

/** The passage that says most on a topic, and the words in it that led to the verdict. */
export function bestPassage({
  passages,
  state,
}: TopicCoverage): { readonly covered: CoveredPassage; readonly span: Span } | undefined {
  const covered = passages.find((candidate) => candidate.state === state) ?? passages[0];
  if (!covered) return undefined;
  const reason = covered.reasons.find(({ why }) => why === 'cue') ?? covered.reasons[0];
  const { placed, passage } = covered;
  return { covered, span: reason?.span ?? shifted(passage.span, placed.start) };
}

/** The fix that inserts an argument for the topic, after the passage that mentions it. */
export function argumentFix({ draft, coverage }: DraftContext, found: TopicCoverage): Fix {
  const covered = bestPassage(found)?.covered;
  const near = covered ? draft.blocks.indexOf(covered.placed) : -1;
  return {
    title: `Insert a paragraph that argues ${found.topic.title}`,
    edits: insertArgument(draft, coverage.kind, found.topic, {
      near: near === -1 ? undefined : near,
      argued: arguedIn(coverage),
    }),
    preferred: true,
  };
}

/**
 * The fix that holds the paper to topics, by adding them to its front matter. None where the front matter has mistakes.
 */
export function holdFix(draft: Draft, coverage: Coverage, topics: readonly TopicCoverage[]): Fix | undefined {
  if (topics.length === 0) return undefined;
  const all = [...coverage.areas, ...coverage.offers, ...coverage.promises];
  const settings = (['areas', 'offers'] as const).flatMap((key) => {
    const added = topics.filter((found) => keyOf(found) === key);
    if (added.length === 0) return [];
    const wanted = all.filter((found) => keyOf(found) === key && (found.asked || added.includes(found)));
    return [{ key, value: wanted.map(({ topic }) => topic.id) }];
  });
  const edits = frontMatterEdits(draft, settings);
  if (!edits) return undefined;
  return { title: `Hold this paper to ${listed(topics.map(({ topic }) => topic.title))}`, edits };
}

/** The blocks that argue an area. New arguments go next to them. */
export const arguedIn = memoized(({ areas }: Coverage): ReadonlySet<PlacedBlock> => {
  const passages = areas.flatMap((area) => area.passages.filter(({ state }) => state !== 'mentioned'));
  return new Set(passages.map(({ placed }) => placed));
});

/**
 * Whether the author is writing an argument for the topic: a passage on it still has placeholders, which another rule
 * reports.
 */
function isBegun({ passages }: TopicCoverage, draft: Draft): boolean {
  const begun = begunIn(draft);
  return (
    begun.size > 0 &&
    passages.some(({ placed, passage }) => begun.has(placed.block) && hasInsert(passage.prose.text))
  );
}

/** The blocks of a draft with passages that still have placeholders; cached for all rules on topics. */
export const begunIn = memoized(
  (draft: Draft): ReadonlySet<Block> =>
    new Set(finder.in(draft, undefined).map(({ placed }) => placed.block)),
);

/** Finds blocks with a passage that still has placeholders. */
const finder = new BlockFinder((block) =>
  hasInsert(block.text) && passagesOf(block).some(({ prose }) => hasInsert(prose.text)) ? true : undefined,
);

/** One problem for each of `topics` that the draft is held to, that is in `state`, and that nobody is writing on. */
export function topicProblems(
  draft: Draft,
  topics: readonly TopicCoverage[],
  state: TopicCoverage['state'],
  report: (found: TopicCoverage) => Problem,
): readonly Problem[] {
  return topics.filter((found) => found.asked && found.state === state && !isBegun(found, draft)).map(report);
}
