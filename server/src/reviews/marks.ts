import type { Nodes, PhrasingContent } from 'mdast';
import { type Mark, markAt } from '../criticmarkup/marks';
import type { By, Comment } from '../criticmarkup/types';
import type { Draft, Span } from '../draft/types';
import { spanOf } from '../mdast/tree';

/** A change of a review. All spans count in the draft. */
export interface MarkedChange {
  readonly kind: 'insertion' | 'deletion' | 'substitution';
  /** From its first mark to its last, with the comment that names its author. */
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
  /** From the first mark of what it is on to the end of its last reply. */
  readonly span: Span;
  /** What it is on, as Markdown: text between `{==` and `==}`, or a change. Undefined for a comment at a point. */
  readonly on?: Span;
  /** Whether `on` is marked with `{==` and `==}`, which are removed with the comments. */
  readonly isMarked: boolean;
  /** Never empty. */
  readonly comments: readonly { readonly comment: Comment; readonly span: Span }[];
  readonly resolved: boolean;
}

interface ReviewMarks {
  /** In the order of the text; an inner change comes after the outer one. */
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
    const mark = markAt(nodes, at);
    if (mark === undefined) {
      at++;
      continue;
    }
    const { parts, by, attribution, next } = mark;
    const comments = mark.comments.map(({ node, comment }) => ({ comment, span: spanOf(node, offset) }));
    const [{ start }, isMarked] = [spanOf(nodes[at]!, offset), nodes[at]!.type === 'criticHighlight'];
    const end = spanOf(attribution ?? parts.at(-1) ?? nodes[at]!, offset).end;
    if (parts.length > 0 && !isMarked)
      changes.push({ ...changed(parts, offset), span: { start, end }, ...(by && { by }) });
    const on = isMarked ? { start: start + 3, end: end - 3 } : { start, end };
    if (comments.length > 0)
      threads.push({
        span: { start: isMarked || parts.length === 0 ? start : end, end: comments.at(-1)!.span.end },
        ...(parts.length > 0 && on.end > on.start && { on }),
        isMarked,
        comments,
        resolved: comments[0]!.comment.resolved === true,
      });
    at = next;
  }
}

/** The kind of a change, and the spans between its marks. */
function changed(parts: Mark['parts'], offset: number): Pick<MarkedChange, 'kind' | 'old' | 'now'> {
  const [first, by] = parts;
  const { start, end } = spanOf(first!, offset);
  if (by !== undefined)
    return {
      kind: 'substitution',
      old: { start: start + 3, end },
      now: { start: end + 2, end: spanOf(by, offset).end - 3 },
    };
  const inside = { start: start + 3, end: end - 3 };
  return first!.type === 'criticDeletion'
    ? { kind: 'deletion', old: inside }
    : { kind: 'insertion', now: inside };
}
