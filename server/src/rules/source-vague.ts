import type { Draft } from '../draft';
import { unfilledIn } from '../draft/unfilled';
import { evidenceOf, figuresInRuns } from '../evidence';
import { lookUpIn } from '../support/look-up';
import { whatLacks } from '../support/named-sources';
import { type UnsourcedClaim, unsourcedClaims } from '../support/unsourced';
import { RecentTexts } from '../words/recent-texts';
import { reportedOnce } from './lib/evidence/reported-once';
import { footnoteFixes } from './lib/footnotes/fixes';
import { rule } from './lib/rule';
import type { Problem } from './types';

export const sourceVague = rule('source-vague', {
  inDraft({ draft, project }) {
    const fixes = footnoteFixes(draft, evidenceOf(project).facts);
    const claims = unsourcedClaims(draft)
      .filter(({ lacks }) => lacks === 'place')
      .map((claim) => ({
        span: claim.span,
        message: lackOf(claim, draft.source.slice(claim.sentence.start, claim.sentence.end)),
        fixes: () => fixes(claim.noteAt, claim.saying),
        // “Research in Denmark [find]”
        ...reportedOnce(claim, true),
      }));
    return [...claims, ...bareNotesOfFigures(draft)];
  },
});

const lacks = new RecentTexts<string>();

/** What a claim lacks, in a sentence with this source. */
const lackOf = ({ words, saying }: UnsourcedClaim, source: string): string =>
  lacks.get(`${words}\n${saying}\n${source}`, () => whatLacks(words, saying, source));

/** The footnotes of figures that only name a body. */
function bareNotesOfFigures(draft: Draft): readonly Problem[] {
  const { bareNotes } = lookUpIn(draft);
  if (bareNotes.size === 0) return [];
  const labels = new Set(
    figuresInRuns(draft).flatMap(({ found }) =>
      found.flatMap(({ passages }) =>
        passages.flatMap(({ figures }) =>
          figures.flatMap(({ kind, source }) => (kind === 'plain' ? [] : [source?.label])),
        ),
      ),
    ),
  );
  return [...bareNotes].flatMap(([label, span]) => {
    const words = draft.source.slice(span.start, span.end).replace(/[.…]{1,8}$/, '');
    // “Source TBC” is told as what is to be filled in.
    if (!labels.has(label) || unfilledIn(words, { alone: 'note' }).some(({ sure }) => sure)) return [];
    const message = `Nobody can look this up by “${words}” alone. Name the publication and its year, or give a link.`;
    return [{ span, message }];
  });
}
