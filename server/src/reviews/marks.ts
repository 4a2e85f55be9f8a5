import type { Nodes, PhrasingContent } from 'mdast';
import { readCommentText } from '../criticmarkup/comment-text';
import type { By, Comment } from '../criticmarkup/types';
import type { Draft, Span } from '../draft/types';

/** A change of a review. All spans count in the draft. */
export interface MarkedChange {
  readonly kind: 'insertion' | 'deletion' | 'substitution';
  /** From its first sign to its last, and what says whose it is. */
  readonly span: Span;
  /** Who changed it; undefined where nobody is named. */
  readonly by?: By;
  /** What was there, as Markdown; undefined for an insertion. */
  readonly old?: Span;
  /** What is there now, as Markdown; undefined for a deletion. */
  readonly now?: Span;
}

/** A comment with its replies. */
export interface MarkedThread {
  /** From the first sign of what it is on to the end of its last reply. */
  readonly span: Span;
  /** What it is on, as Markdown: words between `{==` and `==}`, or a change; undefined for a place. */
  readonly on?: Span;
  /** Whether `on` has signs of its own, which go with the comments. */
  readonly isMarked: boolean;
  /** Never empty. */
  readonly comments: readonly { readonly comment: Comment; readonly span: Span }[];
  readonly resolved: boolean;
}

export interface ReviewMarks {
  /** In the order of the text; one inside another comes after it. */
  readonly changes: readonly MarkedChange[];
  readonly threads: readonly MarkedThread[];
}

/** The changes and comments of a draft. */
export function reviewMarks(draft: Draft): ReviewMarks {
  const changes: MarkedChange[] = [];
  const threads: MarkedThread[] = [];
  for (const { block, start } of draft.blocks) {
    if (block.review === undefined) continue;
    const rest: Nodes[] = [block.review.node];
    for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
      if (!('children' in node)) continue;
      readSiblings(node.children as readonly PhrasingContent[], start, changes, threads);
      for (let at = node.children.length; at-- > 0; ) rest.push(node.children[at]!);
    }
  }
  const inOrder = (one: { readonly span: Span }, other: { readonly span: Span }) =>
    one.span.start - other.span.start || other.span.end - one.span.end;
  return { changes: changes.sort(inOrder), threads: threads.sort(inOrder) };
}

function readSiblings(
  nodes: readonly PhrasingContent[],
  offset: number,
  changes: MarkedChange[],
  threads: MarkedThread[],
): void {
  for (let at = 0; at < nodes.length; ) {
    const first = nodes[at++]!;
    const span = spanOf(first, offset);
    switch (first.type) {
      case 'criticDeletion':
      case 'criticInsertion': {
        const next = nodes[at];
        const by = next?.type === 'criticInsertion' && next.replaces ? next : undefined;
        if (by !== undefined) at++;
        const end = by === undefined ? span.end : spanOf(by, offset).end;
        const follows = nodes[at];
        const attribution = follows?.type === 'criticComment' ? readCommentText(follows.value) : undefined;
        const isSaid = attribution !== undefined && attribution.text === '' && isSomebody(attribution);
        if (isSaid) at++;
        const whole = { start: span.start, end: isSaid ? spanOf(follows!, offset).end : end };
        changes.push({
          kind:
            by !== undefined ? 'substitution' : first.type === 'criticDeletion' ? 'deletion' : 'insertion',
          span: whole,
          ...(isSaid && {
            by: { author: attribution.author, ...(attribution.date && { date: attribution.date }) },
          }),
          ...(first.type === 'criticDeletion' && {
            old: { start: span.start + 3, end: by === undefined ? span.end - 3 : span.end },
          }),
          ...(by !== undefined && { now: { start: span.end + 2, end: end - 3 } }),
          ...(first.type === 'criticInsertion' && { now: { start: span.start + 3, end: end - 3 } }),
        });
        at = readThread(nodes, at, offset, { from: whole.end, on: whole, isMarked: false }, threads);
        break;
      }
      case 'criticHighlight': {
        const on = { start: span.start + 3, end: span.end - 3 };
        at = readThread(nodes, at, offset, { from: span.start, on, isMarked: true }, threads);
        break;
      }
      case 'criticComment':
        at = readThread(nodes, at - 1, offset, { from: span.start, isMarked: false }, threads);
        break;
      default:
    }
  }
}

/** Reads the comments that stand directly behind each other from `at` on. */
function readThread(
  nodes: readonly PhrasingContent[],
  at: number,
  offset: number,
  { from, on, isMarked }: { readonly from: number; readonly on?: Span; readonly isMarked: boolean },
  threads: MarkedThread[],
): number {
  const comments: { readonly comment: Comment; readonly span: Span }[] = [];
  for (let node = nodes[at]; node?.type === 'criticComment'; node = nodes[++at]) {
    comments.push({ comment: readCommentText(node.value), span: spanOf(node, offset) });
  }
  if (comments.length > 0)
    threads.push({
      span: { start: from, end: comments.at(-1)!.span.end },
      ...(on !== undefined && on.end > on.start && { on }),
      isMarked,
      comments,
      resolved: comments[0]!.comment.resolved === true,
    });
  return at;
}

function isSomebody({ author, date }: By): boolean {
  return author !== '' || date !== undefined;
}

function spanOf({ position }: Nodes, offset: number): Span {
  return { start: offset + position!.start.offset!, end: offset + position!.end.offset! };
}
