import { wordsOf } from '../../draft';
import type { CoverageResult } from '../../protocol';
import { coverageReport } from '../../report';
import { placesToFill } from '../../rules/placeholder-unfilled';
import { distinct } from '../../skeleton/shared-placeholders';
import { reviewState } from '../reviews/reviews';
import type { AnalysedDocument } from '../workspace/analyses';
import { topicsOf } from './hover';
import { likelyIn } from './likely-kind';

/** What the Coverage view shows of a document; null for one that is no Markdown. */
export function coverageResult(judged: AnalysedDocument): CoverageResult | null {
  const { document, analysis, isDraft } = judged;
  if (!analysis) return null;
  const likely = likelyIn(judged);
  return {
    ...coverageReport(document.draft, analysis.coverage, document.uri),
    version: document.version,
    draft: isDraft,
    words: wordsOf(document.draft),
    toFill: distinct(placesToFill(document.draft)).length,
    review: reviewState(document.draft),
    argue: Object.fromEntries(topicsOf(analysis.coverage).map(({ topic: { id, argue } }) => [id, argue])),
    ...(likely && { likely }),
  };
}
