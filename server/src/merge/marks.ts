import type { Nodes, PhrasingContent } from 'mdast';
import { readCommentText } from '../criticmarkup/comment-text';
import type { By, Comment } from '../criticmarkup/types';
import type { Span } from '../draft/types';

/** A change that stands in a draft already. Spans of source count in the draft, those of text in what is shown. */
export interface Change {
  readonly kind: 'insertion' | 'deletion';
  readonly by: By;
  readonly text: Span;
  /** Of the mark, with the comment that says whose it is; of a replacement, both halves have it. */
  readonly source: Span;
  /** Of what stands in it. */
  readonly content: Span;
  /** Whether it is one half of a replacement. */
  readonly half?: true;
}

/** A thread of comments that stands in a draft already. */
export interface PlacedThread {
  readonly comments: readonly (Comment & { readonly source: Span })[];
  /** What it is on, in shown text; empty at a point. */
  readonly text: Span;
}

/** Reads the CriticMarkup in the content of a paragraph, a heading or a cell. */
export function readMarks(
  root: Nodes,
  offset: number,
  shown: (node: Nodes) => Span,
): { readonly changes: readonly Change[]; readonly threads: readonly PlacedThread[] } {
  const changes: Change[] = [];
  const threads: PlacedThread[] = [];
  const spanOf = (node: Nodes): Span => ({
    start: offset + node.position!.start.offset!,
    end: offset + node.position!.end.offset!,
  });
  const visit = (children: readonly PhrasingContent[]): void => {
    for (let at = 0; at < children.length; at++) {
      const node = children[at]!;
      if (node.type === 'criticInsertion' || node.type === 'criticDeletion') {
        const next = children[at + 1];
        const pair =
          node.type === 'criticDeletion' && next?.type === 'criticInsertion' && next.replaces
            ? [node, next]
            : [node];
        const last = pair.at(-1)!;
        const mark = children[at + pair.length];
        const says = mark?.type === 'criticComment' ? readCommentText(mark.value) : undefined;
        const isAttribution = says !== undefined && says.text === '' && says.author !== '';
        const source = { start: spanOf(node).start, end: spanOf(isAttribution ? mark! : last).end };
        const by: By = isAttribution
          ? { author: says.author, ...(says.date !== undefined && { date: says.date }) }
          : { author: '' };
        for (const half of pair) {
          const own = half.children as PhrasingContent[];
          const content =
            own.length === 0
              ? { start: spanOf(half).start + 3, end: spanOf(half).start + 3 }
              : { start: spanOf(own[0]!).start, end: spanOf(own.at(-1)!).end };
          changes.push({
            kind: half.type === 'criticInsertion' ? 'insertion' : 'deletion',
            by,
            text: shown(half),
            source,
            content,
            ...(pair.length > 1 && { half: true as const }),
          });
          visit(own);
        }
        at += pair.length - 1 + (isAttribution ? 1 : 0);
        at += thread(children, at, { start: shown(node).start, end: shown(last).end });
      } else if (node.type === 'criticHighlight') {
        visit(node.children);
        at += thread(children, at, shown(node));
      } else if (node.type === 'criticComment') {
        const point = shown(node);
        at += thread(children, at - 1, { start: point.start, end: point.start }) - 1;
      } else if ('children' in node) visit(node.children as PhrasingContent[]);
    }
  };
  /** Reads the comments behind a place, and returns how many there are. */
  const thread = (children: readonly PhrasingContent[], at: number, text: Span): number => {
    const comments: (Comment & { source: Span })[] = [];
    for (
      let next = children[at + 1 + comments.length];
      next?.type === 'criticComment';
      next = children[at + 1 + comments.length]
    )
      comments.push({ ...readCommentText(next.value), source: spanOf(next) });
    if (comments.length > 0) threads.push({ comments, text });
    return comments.length;
  };
  if ('children' in root) visit(root.children as PhrasingContent[]);
  return { changes, threads };
}

/** Whether two comments are one: the author of a comment that names nobody may be anybody. */
export function isSameComment(own: Comment, other: Comment): boolean {
  return (own.author === '' || own.author === plain(other.author)) && plain(own.text) === plain(other.text);
}

/** A comment's text as it is compared. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
