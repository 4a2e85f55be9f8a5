import type { Nodes, PhrasingContent } from 'mdast';
import { type Mark, markAt } from '../criticmarkup/marks';
import type { By, Comment } from '../criticmarkup/types';
import type { Span } from '../draft/types';
import { spanOf } from '../mdast/tree';

/** A change that stands in a draft already. Spans of source count in the draft, those of text in what is shown. */
export interface Change {
  readonly kind: 'insertion' | 'deletion';
  readonly by: By;
  readonly text: Span;
  /** Of the mark, with the comment that says whose it is; of a replacement, both halves have it. */
  readonly source: Span;
  /** Of what stands in it. */
  readonly content: Span;
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
  const visit = (nodes: readonly PhrasingContent[]): void => {
    for (let at = 0; at < nodes.length; ) {
      const node = nodes[at]!;
      const mark = markAt(nodes, at);
      if (mark === undefined && 'children' in node) visit(node.children as PhrasingContent[]);
      at = mark?.next ?? at + 1;
      if (mark === undefined) continue;
      const { parts, by = { author: '' }, attribution, comments } = mark;
      const last = parts.at(-1);
      const source = {
        start: spanOf(node, offset).start,
        end: spanOf(attribution ?? last ?? node, offset).end,
      };
      for (const part of parts) {
        const kind = part.type === 'criticInsertion' ? 'insertion' : 'deletion';
        if (part.type !== 'criticHighlight')
          changes.push({ kind, by, text: shown(part), source, content: contentOf(part, offset) });
        visit(part.children);
      }
      const { start } = shown(node);
      if (comments.length > 0)
        threads.push({
          comments: comments.map(({ node, comment }) => ({ ...comment, source: spanOf(node, offset) })),
          text: { start, end: last === undefined ? start : shown(last).end },
        });
    }
  };
  if ('children' in root) visit(root.children as PhrasingContent[]);
  return { changes, threads };
}

/** What stands in a change; of one without anything, the place behind its first sign. */
function contentOf(part: Mark['parts'][number], offset: number): Span {
  const [first, last] = [part.children[0], part.children.at(-1)];
  const empty = spanOf(part, offset).start + 3;
  if (first === undefined || last === undefined) return { start: empty, end: empty };
  return { start: spanOf(first, offset).start, end: spanOf(last, offset).end };
}

/** Whether two comments are one: the author of a comment that names nobody may be anybody. */
export function isSameComment(own: Comment, other: Comment): boolean {
  return (own.author === '' || own.author === plain(other.author)) && plain(own.text) === plain(other.text);
}

/** A comment's text as it is compared. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
