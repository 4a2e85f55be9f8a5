import type { PhrasingContent } from 'mdast';
import { readCommentText } from './comment-text';
import type { By, Comment } from './types';

type Node<T extends PhrasingContent['type']> = Extract<PhrasingContent, { type: T }>;

/** A change, words that are commented on, or comments that stand at a point, as nodes that follow each other. */
export interface Mark {
  /** A deletion, an insertion, both of a replacement, or what is commented on; nothing at a point. */
  readonly parts: readonly Node<'criticDeletion' | 'criticInsertion' | 'criticHighlight'>[];
  /** Of a change: who changed it, where that is said, and the node that says so. */
  readonly by?: By;
  readonly attribution?: Node<'criticComment'>;
  /** The comments directly behind it. */
  readonly comments: readonly { readonly node: Node<'criticComment'>; readonly comment: Comment }[];
  /** Position of the first node that is no part of it. */
  readonly next: number;
}

/** The mark that begins with one of some siblings; undefined where none does. */
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
  const [said] = comments;
  const isChange = first.type === 'criticInsertion' || first.type === 'criticDeletion';
  if (!isChange || said === undefined || said.comment.text !== '') return { parts, comments, next };
  const { author, date } = said.comment;
  if (author === '' && date === undefined) return { parts, comments, next };
  const by: By = { author, ...(date !== undefined && { date }) };
  return { parts, by, attribution: said.node, comments: comments.slice(1), next };
}
