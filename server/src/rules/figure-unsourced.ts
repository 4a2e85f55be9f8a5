import { readClaims } from '../claims';
import type { Span } from '../draft';
import { evidenceOf } from '../evidence';
import { unsourcedClaims } from '../support/unsourced';
import { norFurther } from '../text/further-figures';
import { reportedOnce } from './lib/evidence/reported-once';
import { hasNotesToEditors } from './lib/footnotes/editors-fixes';
import { footnoteFixes } from './lib/footnotes/fixes';
import { rule } from './lib/rule';

/** “[source?]”, “[year? – check the table]”: its author looks for the source already. */
const SOURCE_TO_COME = /[[(][^\])\n]{0,60}\b(?:sources?|refs?|references?|years?|citations?|cite|table)\b/i;

export const figureUnsourced = rule('figure-unsourced', {
  readAhead: readClaims,
  inDraft({ draft, project }) {
    const fixes = footnoteFixes(draft, evidenceOf(project).facts);
    const note = hasNotesToEditors(draft) ? 'note to editors' : 'footnote';
    const isSourceToCome = ({ start, end }: Span): boolean =>
      SOURCE_TO_COME.test(draft.source.slice(start, end));
    return (
      unsourcedClaims(draft)
        .filter(({ lacks, sure, likely }) => lacks === 'source' && (sure || likely))
        // A sentence has one finding, whatever number of figures stands in it.
        .map((claim) => ({
          span: claim.span,
          message: `“${claim.words}” has no source${norFurther(claim.others, claim.inTable ? 'row' : 'sentence')}. Say where it comes from: a ${note}, a link, or “according to …” with the year.`,
          fixes: () => fixes(claim.noteAt, claim.saying, claim.words),
          ...(!claim.sure && { severity: 'hint' as const }),
          // A number that is wrong is put right first, and may be gone then.
          ...reportedOnce(claim, !claim.sure || isSourceToCome(claim.sentence), ['numbers-disagree']),
        }))
    );
  },
});
