import { type Block, passagesOf, perBlock } from '../draft';
import { wordCount } from '../text/word-count';
import { endOfSection, presentParts } from './lib/parts/present';
import { rule } from './lib/rule';

/** About a page, which is what a member reads before a meeting. */
const MOST = 350;

const wordsIn = perBlock((block: Block): number =>
  passagesOf(block).reduce((sum, { prose }) => sum + wordCount(prose.text), 0),
);

export const summaryLong = rule('summary-long', {
  inDraft({ draft, coverage: { kind } }) {
    const summary = presentParts(draft, kind).find(({ part, depth }) => part.id === 'summary' && depth <= 6);
    if (!summary) return [];
    const end = endOfSection(draft, summary.index, summary.depth);
    let words = 0;
    for (let index = summary.index + 1; index < end; index++) words += wordsIn(draft.blocks[index]!.block);
    if (words <= MOST) return [];
    return [
      {
        span: summary.span,
        message: `The summary has ${words} words, and many of its readers stop after a page (${MOST}). Keep the problem, what you propose, what it costs and what it changes.`,
      },
    ];
  },
});
