import { parseDraft } from '../draft/parse';
import type { Change, Draft } from '../draft/types';
import { withChanges } from '../draft/with-changes';
import { markEdits, type ReviewSelection } from './mark-edits';
import { reviewMarks } from './marks';
import { titleChanges } from './title';

/**
 * The edits that accept or reject changes of a review and remove comments, in order and without overlaps. A paragraph,
 * heading, item, row or footnote that becomes empty is removed with its lines. Where the front matter's title is the
 * same as the first heading, it is changed together with that.
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
 * @param comments whether its comments are kept or removed
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
