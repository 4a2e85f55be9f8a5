import type { Block } from '../draft';
import { passagesOf } from '../draft';
import { perBlock } from '../draft/block-map';
import { endOfSection, presentParts } from './lib/parts';
import type { Rule } from './types';

/** About a page, which is what a member reads before a meeting. */
const MOST = 350;

const wordsIn = perBlock((block: Block): number =>
  passagesOf(block).reduce(
    (sum, { prose }) => sum + (prose.text.match(/[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d][A-Za-zÀ-ÖØ-ፚḀ-ỹ\d’'-]*/gu)?.length ?? 0),
    0,
  ),
);

export const summaryLong: Rule = {
  id: 'summary-long',
  group: 'structure',
  severity: 'information',
  readsEnglish: true,
  what: `A summary of more than ${MOST} words, which is about a page.`,
  why: 'Many members read the summary and nothing else. What does not fit on a page is not read either.',
  example: {
    bad: `---\nkind: report\n---\n\n# Ashby library\n\n## Summary\n\n${'The library helps people in many ways. '.repeat(60).trim()}\n`,
    good: '---\nkind: report\n---\n\n# Ashby library\n\n## Summary\n\nThe library helps people in many ways.\n',
  },
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
};
