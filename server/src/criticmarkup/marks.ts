import type { PhrasingContent } from 'mdast';
import { readCommentText } from './comment-text';
import type { By, Comment } from './types';

type Node<T extends PhrasingContent['type']> = Extract<PhrasingContent, { type: T }>;

/** Sibling nodes that belong together: a change or highlighted words with their comments, or comments alone. */
export interface Mark {
  /** A deletion, an insertion, both for a replacement, or a highlight; empty for comments alone. */
  readonly parts: readonly Node<'criticDeletion' | 'criticInsertion' | 'criticHighlight'>[];
  /** Who made a change, if known. */
  readonly by?: By;
  /** The comment that says so. */
  readonly attribution?: Node<'criticComment'>;
  /** The other comments directly behind it. */
  readonly comments: readonly { readonly node: Node<'criticComment'>; readonly comment: Comment }[];
  /** Position of the first sibling behind it. */
  readonly next: number;
}

/** The mark that begins at a position among siblings; undefined for none. */
export function markAt(nodes: readonly PhrasingContent[], at: number): Mark | undefined {
  const parts: Mark['parts'][number][] = [];
  const first = nodes[at];
  let next = at;
  if (
    first?.type === 'criticInsertion' ||
    first?.type === 'criticDeletion' ||
    first?.type === 'criticHighlight'
  ) {
    parts.push(first);
    const by = nodes[++next];
    if (by?.type === 'criticInsertion' && by.replaces) next = next + parts.push(by) - 1;
  } else if (first?.type !== 'criticComment') return undefined;
  const comments: Mark['comments'][number][] = [];
  for (let node = nodes[next]; node?.type === 'criticComment'; node = nodes[++next])
    comments.push({ node, comment: readCommentText(node.value) });
  const [firstComment] = comments;
  const isChange = first.type === 'criticInsertion' || first.type === 'criticDeletion';
  if (!isChange || firstComment === undefined || firstComment.comment.text !== '')
    return { parts, comments, next };
  const { author, date } = firstComment.comment;
  if (author === '' && date === undefined) return { parts, comments, next };
  const by: By = { author, ...(date !== undefined && { date }) };
  return { parts, by, attribution: firstComment.node, comments: comments.slice(1), next };
}
