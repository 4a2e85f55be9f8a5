import type { ParagraphChild } from 'docx';
import type { PhrasingContent } from 'mdast';
import { readCommentText } from '../criticmarkup/comment-text';
import type { By, Comment } from '../criticmarkup/types';
import { addAll } from '../lists';
import type { Context, Place } from './context';
import { asChild, Written } from './markup';
import { changeEnd, changeStart } from './package/tracked';

/** Writes what stands inside a change. */
type Inside = (nodes: readonly PhrasingContent[]) => ParagraphChild[];

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
 * @returns the position of the first node that is not written
 */
export function reviewed(
  nodes: readonly PhrasingContent[],
  at: number,
  place: Place,
  context: Context,
  out: ParagraphChild[],
  inside: Inside,
): number {
  const node = nodes[at]!;
  if (node.type === 'criticComment') return thread(nodes, at, [], place, context, out);
  if (node.type === 'criticHighlight')
    return thread(nodes, at + 1, inside(node.children), place, context, out);
  const next = nodes[at + 1];
  const by = next?.type === 'criticInsertion' && next.replaces ? next : undefined;
  let end = by === undefined ? at + 1 : at + 2;
  const follows = nodes[end];
  const said = follows?.type === 'criticComment' ? readCommentText(follows.value) : undefined;
  const whose: By = said !== undefined && said.text === '' ? said : { author: '' };
  if (said?.text === '') end++;
  const written: ParagraphChild[] = [];
  for (const part of by === undefined ? [node] : [node, by]) {
    if (part.type !== 'criticInsertion' && part.type !== 'criticDeletion') continue;
    const kind = part.type === 'criticInsertion' ? 'ins' : 'del';
    const { change } = context;
    // What is added and deleted again is gone, whatever becomes of it.
    context.change = change === 'del' ? change : kind;
    written.push(child(changeStart(kind, whose)));
    addAll(written, inside(part.children));
    written.push(child(changeEnd(kind)));
    context.change = change;
  }
  return thread(nodes, end, written, place, context, out);
}

/** Writes what the comments that stand from `at` on are about, with them. */
function thread(
  nodes: readonly PhrasingContent[],
  at: number,
  about: readonly ParagraphChild[],
  { part }: Place,
  context: Context,
  out: ParagraphChild[],
): number {
  let end = at;
  const said: Comment[] = [];
  for (let node = nodes[end]; node?.type === 'criticComment'; node = nodes[++end])
    said.push(readCommentText(node.value));
  // Word allows no comments in notes: those on one stand where the text refers to it.
  if (part === 'note') {
    if (said.length > 0) context.onNote.push(said);
    addAll(out, about);
  } else addAll(out, commented(said, about, context));
  return end;
}

/** Puts a thread of comments round what it is about. */
export function commented(
  thread: readonly Comment[],
  about: readonly ParagraphChild[],
  { remarks }: Context,
): readonly ParagraphChild[] {
  if (thread.length === 0) return about;
  const first = remarks.length;
  const ids = thread.map((comment, index) => {
    remarks.push({ ...comment, ...(index > 0 && { replyTo: first }) });
    return first + index;
  });
  const each = (write: (id: number) => string): ParagraphChild => child(ids.map(write).join(''));
  return [
    each((id) => `<w:commentRangeStart w:id="${id}"/>`),
    ...about,
    each((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`),
  ];
}

function child(xml: string): ParagraphChild {
  return asChild(new Written(xml));
}
