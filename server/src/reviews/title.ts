import { toString as textOf } from 'mdast-util-to-string';
import { frontMatterEdits } from '../draft/front-matter/edits';
import { parseDraft } from '../draft/parse';
import type { Change, Draft } from '../draft/types';
import { withChanges } from '../draft/with-changes';
import { comparable } from '../text/comparable';
import { markEdits } from './mark-edits';
import { type MarkedChange, reviewMarks } from './marks';

/**
 * The edit that changes the front matter's title, where the first heading says the same and is changed by accepting
 * changes. Empty where it cannot be written without risk.
 */
export function titleChanges(draft: Draft, accepted: readonly MarkedChange[]): readonly Change[] {
  const { title } = draft.frontMatter.data;
  const placed = draft.blocks.find(({ block: { node } }) => node.type === 'heading' && node.depth === 1);
  const { review } = placed?.block ?? {};
  if (title === undefined || placed === undefined || review === undefined) return [];
  const { start } = placed;
  const starts = new Set(
    accepted.flatMap(({ span }) =>
      span.start >= start && span.end <= start + review.text.length ? [span.start - start] : [],
    ),
  );
  if (starts.size === 0 || comparable(heading(review.text, new Set())) !== comparable(title)) return [];
  const value = heading(review.text, starts);
  return value === '' || value === title ? [] : (frontMatterEdits(draft, [{ key: 'title', value }]) ?? []);
}

/** The text of a heading with the changes accepted that begin at these offsets, and all others rejected. */
function heading(text: string, accepted: ReadonlySet<number>): string {
  const draft = parseDraft(text);
  const isAccepted = ({ span }: MarkedChange): boolean => accepted.has(span.start);
  const changes = reviewMarks(draft).changes.filter(isAccepted);
  const after = parseDraft(withChanges(text, markEdits(draft, { changes }, 'accept')));
  const { changes: rest, threads } = reviewMarks(after);
  const words = parseDraft(withChanges(after.text, markEdits(after, { changes: rest, threads }, 'reject')));
  const node = words.blocks[0]?.block.node;
  return node === undefined ? '' : textOf(node).replace(/\s+/g, ' ').trim();
}
