import { readAhead } from '../coverage';
import type { TopicCoverage } from '../coverage/types';
import { type Block, type Draft, passagesOf } from '../draft';
import { isSkeleton, isUntouched } from '../skeleton/untouched';
import { notJudged } from '../text/languages';
import { wordCount } from '../text/word-count';
import { titleOf } from './lib/anchor';
import { rule } from './lib/rule';
import { argumentFix, holdFix } from './lib/topics';
import type { DraftContext, Fix } from './types';

/** More of one sort on the light bulb is a list that nobody reads. */
const MOST_FIXES = 3;

export const coverageSummary = rule('coverage-summary', {
  readAhead,
  inDraft(context) {
    const { draft, coverage } = context;
    if (coverage.language !== undefined) {
      if (draft.blocks.length === 0 || isSkeleton(draft, context.project)) return [];
      const message = `${notJudged(coverage.language)} Its form, its sums and what is to be filled in are checked.`;
      return [{ span: titleOf(draft), message }];
    }
    const topics = [...coverage.areas, ...coverage.offers];
    const isWritten = (block: Block): boolean => !isUntouched(block, context.project);
    const names = topics.some(({ passages }) => passages.some(({ placed }) => isWritten(placed.block)));
    if (!names && !isPaper(draft, isWritten)) return [];
    return [
      {
        span: titleOf(draft),
        message: `${sentence('Areas', coverage.areas)} ${sentence('Offers', coverage.offers)}`,
        fixes: () => fixesFor(context),
      },
    ];
  },
});

/** The fewest words of a paper. Before they are written, there is nothing to sum up. */
const FEWEST = 80;

/** Whether a draft is a paper by now, whatever it is about. */
function isPaper({ blocks }: Draft, isWritten: (block: Block) => boolean): boolean {
  let words = 0;
  for (const { block } of blocks) {
    if (words >= FEWEST) break;
    const passages = passagesOf(block);
    if (passages.length === 0 || !isWritten(block)) continue;
    for (const { prose } of passages) words += wordCount(prose.text);
  }
  return words >= FEWEST;
}

const STATES = ['evidenced', 'argued', 'mentioned', 'missing'] as const;

/** “Areas evidenced: Digital inclusion; mentioned: Education support; not argued: …” */
function sentence(name: string, topics: readonly TopicCoverage[]): string {
  const isUnasked = ({ state, asked }: TopicCoverage): boolean => state === 'missing' && !asked;
  if (topics.length > 1 && topics.every(isUnasked))
    return `None of the ${topics.length} ${name.toLowerCase()} is argued.`;
  // What nobody holds the paper to is not missing from it; a word in a list may name it all the same.
  const parts = [
    ...STATES.map(
      (state) => [state, topics.filter((topic) => topic.state === state && !isUnasked(topic))] as const,
    ),
    ['not argued', topics.filter(isUnasked)] as const,
  ].flatMap(([says, of]) => {
    if (of.length === 0) return [];
    const all = of.length === topics.length && of.length > 1;
    return [`${says}: ${all ? `all ${of.length}` : of.map(({ topic }) => topic.title).join(', ')}`];
  });
  return `${name} ${parts.join('; ')}.`;
}

/** To hold the paper to what it argues already, and to argue what it only names. */
function fixesFor(context: DraftContext): readonly Fix[] {
  const { draft, coverage } = context;
  const argued = [...coverage.areas, ...coverage.offers].filter(
    ({ state, asked }) => !asked && (state === 'argued' || state === 'evidenced'),
  );
  const named = [...coverage.areas, ...coverage.offers].filter(({ state }) => state === 'mentioned');
  const hold = holdFix(draft, coverage, argued);
  return [
    ...(hold ? [hold] : []),
    ...named.slice(0, MOST_FIXES - 1).map((found) => ({ ...argumentFix(context, found), preferred: false })),
  ];
}
