import { type Block, passagesOf, perBlock } from '../draft';
import { wordCount } from '../text/word-count';
import { sectionOf } from './lib/parts/present';
import { rule } from './lib/rule';

/** About a page, which is what a member reads before a meeting. */
const MOST = 350;

const wordsIn = perBlock((block: Block): number =>
  passagesOf(block).reduce((sum, { prose }) => sum + wordCount(prose.text), 0),
);

export const summaryLong = rule('summary-long', {
  inDraft({ draft, coverage: { kind } }) {
    const summary = sectionOf(draft, kind, 'summary');
    if (!summary) return [];
    const blocks = draft.blocks.slice(summary.index + 1, summary.end);
    const words = blocks.reduce((sum, { block }) => sum + wordsIn(block), 0);
    if (words <= MOST) return [];
    return [
      {
        span: summary.span,
        message: `The summary has ${words} words, and many of its readers stop after a page (${MOST}). Keep the problem, what you propose, what it costs and what it changes.`,
      },
    ];
  },
});
