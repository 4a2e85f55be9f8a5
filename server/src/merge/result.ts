import { commentAt, commentMark, deleted, inserted } from '../criticmarkup/serialize';
import type { Comment } from '../criticmarkup/types';
import { type Change, parseDraft } from '../draft';
import { firstWhere } from '../draft/binary-search';
import { spanOf } from '../mdast/tree';
import { resolved, reviewMarks } from '../reviews';
import { addAll, addTo } from '../util/lists';
import { acceptedContent, acceptedText } from './edits';
import { markdownOf } from './fragments';
import { type Leaf, leavesOf } from './leaves';
import type { Merging } from './merging';
import { rejectedText } from './rebase';
import { type Splice, spliced } from './splices';
import type { Edit } from './types';
import { writeEdits } from './write';

/** Writes all edits into the draft. Leaves whose marks would not be read back as intended are replaced as a whole. */
export function written(merging: Merging): string {
  const { ours } = merging.review;
  const settled = settledIn(merging);
  merging.removed = settled.map(({ span }) => span);
  const own = new Map<Leaf, readonly Splice[]>();
  for (const [leaf, edits] of merging.edits) {
    if (leaf.takesMarks) own.set(leaf, writeEdits(leaf, edits, merging.writing));
    else commentBelow(leaf, edits, merging);
  }
  const gone = settled.map(({ span, text }) => ({ ...span, text, order: 0 }));
  const all = (): Splice[] => [...merging.blocks.splices, ...gone, ...[...own.values()].flat()];
  const text = spliced(ours.text, all());
  const broken = brokenIn(text, merging, all());
  if (broken.length === 0) return text;
  for (const leaf of broken) own.set(leaf, coarse(leaf, merging.edits.get(leaf)!, merging));
  return spliced(ours.text, all());
}

/** The edits for changes that were accepted or rejected in Word. They also remove lines that become empty. */
function settledIn({ edits, review }: Merging): readonly Change[] {
  const ways = new Map<number, boolean[]>();
  for (const edit of [...edits.values()].flat()) {
    if (edit.kind !== 'settle') continue;
    const { start } = edit.change.source;
    addTo(ways, start, edit.accept);
  }
  if (ways.size === 0) return [];
  const changes = reviewMarks(review.ours).changes;
  return [true, false].flatMap((accept) => {
    const own = changes.filter(({ span, kind }) => {
      const way = ways.get(span.start);
      // A replacement is resolved only if both halves were accepted, or both rejected.
      return way?.length === (kind === 'substitution' ? 2 : 1) && way.every((one) => one === accept);
    });
    return resolved(review.ours, { changes: own }, accept ? 'accept' : 'reject');
  });
}

/** The leaves whose written marks would be parsed as something else. */
function brokenIn(text: string, merging: Merging, splices: readonly Splice[]): Leaf[] {
  const moved = movedBy(splices);
  // A new paragraph may stand below the label of an alert.
  const startOf = ({ node, offset, label, content }: Leaf): number =>
    label === undefined ? spanOf(node, offset).start : content.start;
  const leaves = new Map(leavesOf(parseDraft(text)).map((leaf) => [startOf(leaf), leaf]));
  return [...merging.edits].flatMap(([leaf, edits]) => {
    const now = leaves.get(moved(startOf(leaf)));
    const isSettled = edits.some(({ kind }) => kind === 'settle');
    const isRight =
      now !== undefined &&
      (isSettled ||
        (rejectedText(now) === rejectedText(leaf) && accepted(now, []) === accepted(leaf, edits)));
    return leaf.takesMarks && !isRight ? [leaf] : [];
  });
}

/** The text of a leaf with all edits made and all marks accepted. */
function accepted(leaf: Leaf, edits: readonly Edit[]): string {
  const gone = leaf.changes.flatMap(({ kind, by, text }): Edit[] =>
    kind === 'deletion' ? [{ kind: 'delete', from: text.start, to: text.end, by, seq: 0, endSeq: 0 }] : [],
  );
  return acceptedText(leaf, [...edits, ...gone]).replace(/[\s\uFFFB\uFFFC]+/g, '');
}

/** Replaces a whole leaf: the old one as deleted, the new one as inserted, with the comments after it. */
function coarse(leaf: Leaf, edits: readonly Edit[], merging: Merging): Splice[] {
  const { start, end } = leaf.content;
  const first = edits.find((edit) => 'by' in edit);
  const old = merging.review.ours.text.slice(start, end);
  const now = markdownOf(
    acceptedContent(leaf, edits, merging.review.ours.text),
    merging.fragmentContext(leaf.node.type === 'tableCell'),
  );
  const text = first === undefined ? old : deleted(old, first.by) + inserted(now, first.by);
  const withComments = edits.reduce(
    (before, edit) => (edit.kind === 'comment' ? before + commentAt(edit.thread, before) : before),
    text,
  );
  return [{ start, end, text: withComments, order: 0 }];
}

/** Describes the edits in comments below a leaf in which CriticMarkup has no effect, such as code. */
function commentBelow(leaf: Leaf, edits: readonly Edit[], merging: Merging): void {
  const comments: Comment[] = [];
  const first = edits.find((edit) => 'by' in edit);
  const now = acceptedText(leaf, edits);
  if (first !== undefined)
    comments.push({ ...first.by, text: now.trim() === '' ? 'Deleted in Word.' : `Changed to:\n${now}` });
  for (const edit of edits) if (edit.kind === 'comment') addAll(comments, edit.thread);
  if (comments.length > 0 && !merging.hasComment(comments))
    merging.blocks.block({ after: leaf }, comments.map(commentMark).join(''));
}

/** Maps offsets of the draft to those after the splices. New blocks come first of the insertions at one offset. */
function movedBy(splices: readonly Splice[]): (at: number) => number {
  const placeOf = ({ start, order }: Splice): number => (order < -1 ? start - 0.5 : start);
  const sorted = [...splices].sort((a, b) => placeOf(a) - placeOf(b));
  const starts = sorted.map(placeOf);
  const sums = [0];
  for (const { start, end, text } of sorted) sums.push(sums.at(-1)! + text.length - (end - start));
  return (at) => at + sums[firstWhere(starts, (start) => start >= at)]!;
}
