import { BlockFinder, type Draft, lineEndOf, type PlacedBlock, shifted } from '../draft';
import { hasInsert } from '../draft/unfilled';
import { writing } from './lib/fix';
import { goesOn, isAttributedBeside, isOfNobodyAbove } from './lib/quotations/attribution';
import { quotationsOf } from './lib/quotations/speakers';
import { rule } from './lib/rule';
import type { Fix, Problem } from './types';

/** Papers that print nothing which nobody stands for; of letters, editors marked none of five. */
const NEEDS_NAMES = new Set(['press-release']);

export const quoteUnattributed = rule('quote-unattributed', {
  inDraft({ draft, coverage }) {
    const needsNames = NEEDS_NAMES.has(coverage.kind.id);
    const problems: Problem[] = [];
    for (const { found, placed, index } of finder.in(draft, undefined)) {
      // Speech that goes on from the paragraph before has been judged there, unless somebody else is said to speak.
      const isMore = goesOn(draft, index);
      const { start } = placed;
      for (const { span, end, said, bare } of found) {
        if (isMore && !said) continue;
        const isOfNobody = (said && !bare) || isOfNobodyAbove(draft, index);
        if (isOfNobody || !isAttributedBeside(draft, index, bare)) {
          problems.push({
            ...((bare || (isOfNobody && needsNames)) && { severity: 'information' as const }),
            span: shifted(span, start),
            message:
              'Nobody is named for this quotation, so a sceptical reader may think that it was made up. Give a name and a role, or say that the name is withheld and who it is.',
            fixes: () => [naming(draft, placed, start + end)],
          });
        }
      }
    }
    return problems;
  },
});

/** The fix that makes room for who said it: below words that are set apart, else behind them. */
function naming(draft: Draft, { block }: PlacedBlock, at: number): Fix {
  const who = '[insert name and role]';
  const eol = lineEndOf(draft);
  const text = block.node.type === 'blockquote' ? `${eol}>${eol}> — ${who}` : ` (${who})`;
  return writing('Say who said it', { start: at, end: at }, text);
}

/** Those that the block itself names nobody for, and whose words are there already. */
const finder = new BlockFinder((block) =>
  quotationsOf(block).filter(
    ({ needs, span }) => needs && !hasInsert(block.text.slice(span.start, span.end)),
  ),
);
