import type { PhrasingContent } from 'mdast';
import { readCommentText } from '../criticmarkup/comment-text';
import type { By, Comment } from '../criticmarkup/types';
import type { Context, Place } from './context';
import { changeEnd, changeStart } from './package/tracked';

/** Writes what stands inside a change. */
type Inside = (nodes: readonly PhrasingContent[]) => string;

/** Something written, and the position of the first node that is not. */
interface Reviewed {
  readonly xml: string;
  readonly end: number;
}

/** Whether a node is a change or a comment, so that `reviewed` writes it. */
export function isReview({ type }: PhrasingContent): boolean {
  return (
    type === 'criticInsertion' ||
    type === 'criticDeletion' ||
    type === 'criticHighlight' ||
    type === 'criticComment'
  );
}

/**
 * Writes a change with whose it is, and the comments behind it.
 *
 * @param at which of the nodes it is
 */
export function reviewed(
  nodes: readonly PhrasingContent[],
  at: number,
  place: Place,
  context: Context,
  inside: Inside,
): Reviewed {
  const node = nodes[at]!;
  if (node.type === 'criticComment') return thread(nodes, at, '', place, context);
  if (node.type === 'criticHighlight') return thread(nodes, at + 1, inside(node.children), place, context);
  const next = nodes[at + 1];
  const by = next?.type === 'criticInsertion' && next.replaces ? next : undefined;
  let end = by === undefined ? at + 1 : at + 2;
  const follows = nodes[end];
  const said = follows?.type === 'criticComment' ? readCommentText(follows.value) : undefined;
  const whose: By = said !== undefined && said.text === '' ? said : { author: '' };
  if (said?.text === '') end++;
  let written = '';
  for (const part of by === undefined ? [node] : [node, by]) {
    if (part.type !== 'criticInsertion' && part.type !== 'criticDeletion') continue;
    const kind = part.type === 'criticInsertion' ? 'ins' : 'del';
    const { change } = context;
    // What is added and deleted again is gone, whatever becomes of it.
    context.change = change === 'del' ? change : kind;
    written += changeStart(kind, whose) + inside(part.children) + changeEnd(kind);
    context.change = change;
  }
  return thread(nodes, end, written, place, context);
}

/** Writes what the comments that stand from `at` on are about, with them. */
function thread(
  nodes: readonly PhrasingContent[],
  at: number,
  about: string,
  { part }: Place,
  context: Context,
): Reviewed {
  let end = at;
  const said: Comment[] = [];
  for (let node = nodes[end]; node?.type === 'criticComment'; node = nodes[++end])
    said.push(readCommentText(node.value));
  if (part !== 'note') return { xml: commented(said, about, context), end };
  // Word allows no comments in notes: those on one stand where the text refers to it.
  if (said.length > 0) context.onNote.push(said);
  return { xml: about, end };
}

/** Puts a thread of comments round what it is about. */
export function commented(thread: readonly Comment[], about: string, { remarks }: Context): string {
  const first = remarks.length;
  let [before, behind] = ['', ''];
  for (const [index, comment] of thread.entries()) {
    const id = first + index;
    remarks.push({ ...comment, ...(index > 0 && { replyTo: first }) });
    before += `<w:commentRangeStart w:id="${id}"/>`;
    behind += `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  }
  return before + about + behind;
}
