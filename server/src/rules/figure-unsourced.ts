import { type UnsourcedClaim, unsourcedClaims } from '../support/unsourced';
import { footnoteFixes } from './lib/footnote-fix';
import { reportedOnce } from './lib/reported-once';
import { rule } from './lib/rule';

export const figureUnsourced = rule('figure-unsourced', {
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
});

/** A sentence has one finding, whatever number of figures stands in it. */
function norOthers({ others, inTable }: UnsourcedClaim): string {
  if (others === 0) return '';
  const what = others === 1 ? 'has another figure' : `have ${others} more figures`;
  return `, nor ${what} in its ${inTable ? 'row' : 'sentence'}`;
}
