import { reportedOnce, type UnsourcedClaim, unsourcedClaims } from './lib/claims';
import { footnoteFixes } from './lib/footnote-fix';
import type { Rule } from './types';

export const figureUnsourced: Rule = {
  id: 'figure-unsourced',
  group: 'evidence',
  severity: 'warning',
  also: ['hint'],
  readsEnglish: true,
  what: 'A claim that supports the case (need, effect, demand, growth, value, a comparison, a rank, a survey result), with no source that a reader could look up: not in its sentence, not as a footnote or a link. How sure the rule is comes from what the sentence says, how and where; above a hint stands what editors ask the source of in most drafts, and a hint where a figure only may be such a claim. Dates, times, ages, prices, targets that a sentence calls so and a service’s plain counts are no claims.',
  why: 'A sceptical councillor asks where a number comes from. A paper that cannot say loses the argument, and with it the trust in its other numbers.',
  example: {
    bad: 'The homework club works: 78% of the children who come read better than a year ago.\n',
    good: 'The homework club works: 78% of the children who come read better than a year ago.[^1]\n\n[^1]: Ashby Schools Partnership, *Reading in Year 4*, July 2026, https://schools.ashby.example/reading\n',
  },
  inDraft({ draft }) {
    const fixes = footnoteFixes(draft);
    return unsourcedClaims(draft)
      .filter(({ lacks }) => lacks === 'source')
      .map((claim) => ({
        span: claim.span,
        message: `“${claim.words}” has no source${norOthers(claim)}. Say where it comes from: a footnote, a link, or “according to …” with the year.`,
        fixes: () => fixes(claim.noteAt, claim.words),
        ...(!claim.sure && { severity: 'hint' as const }),
        ...reportedOnce(claim),
      }));
  },
};

/** A sentence has one finding, whatever number of figures stands in it. */
function norOthers({ others, inTable }: UnsourcedClaim): string {
  if (others === 0) return '';
  const what = others === 1 ? 'has another figure' : `have ${others} more figures`;
  return `, nor ${what} in its ${inTable ? 'row' : 'sentence'}`;
}
