import { reportedOnce, unsourcedClaims } from './lib/claims';
import { footnoteFixes } from './lib/footnote-fix';
import { askedFor } from './lib/named-sources';
import { rule } from './lib/rule';

export const sourceVague = rule('source-vague', {
  inDraft({ draft }) {
    const fixes = footnoteFixes(draft);
    return unsourcedClaims(draft)
      .filter(({ lacks }) => lacks === 'place')
      .map((claim) => ({
        span: claim.span,
        message: `Nobody can look this up: “${claim.words}”. ${askedFor(claim.saying)}`,
        fixes: () => fixes(claim.noteAt),
        ...reportedOnce(claim),
      }));
  },
});
