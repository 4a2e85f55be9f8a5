import { parseDraft } from '../draft/parse';
import type { Change, Draft } from '../draft/types';
import { withChanges } from '../draft/with-changes';
import { markEdits, type ReviewSelection } from './mark-edits';
import { reviewMarks } from './marks';
import { titleChanges } from './title';

/**
 * The changes of text that accept or reject changes of a review, and take comments out: in order, none over another.
 * A paragraph, heading, item, row or note of which nothing is left goes with its lines. A title in the details at the
 * top that the heading repeats is changed with it.
 */
export function resolveEdits(
  draft: Draft,
  which: ReviewSelection,
  how: 'accept' | 'reject',
): readonly Change[] {
  const own = markEdits(draft, which, how);
  return how === 'accept' ? [...titleChanges(draft, which.changes ?? []), ...own] : own;
}

/**
 * A text with all its changes accepted or rejected.
 *
 * @param comments what becomes of the comments in it
 */
export function resolveText(
  text: string,
  how: 'accept' | 'reject',
  { comments }: { readonly comments: 'keep' | 'drop' },
): string {
  const draft = parseDraft(text);
  const { changes, threads } = reviewMarks(draft);
  return withChanges(text, resolveEdits(draft, { changes, ...(comments === 'drop' && { threads }) }, how));
}
