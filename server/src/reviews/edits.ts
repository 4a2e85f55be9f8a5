import { commentAt, commentMark, commentOn } from '../criticmarkup/serialize';
import type { Comment } from '../criticmarkup/types';
import { editDraft } from '../draft/edit';
import { passagesOf } from '../draft/passages';
import { blockAt } from '../draft/positions';
import type { Change, Draft, Span } from '../draft/types';
import { type MarkedThread, reviewMarks } from './marks';
import { resolveText } from './resolve';

/** The change that adds a reply to a thread. */
export function replyTo({ comments }: MarkedThread, reply: Comment): Change {
  const { end } = comments.at(-1)!.span;
  return { span: { start: end, end }, text: commentMark(reply) };
}

/** The change that resolves a thread, or opens it again. */
export function withResolved({ comments }: MarkedThread, resolved: boolean): Change {
  const { comment, span } = comments[0]!;
  const { resolved: _, ...plain } = comment;
  return { span, text: commentMark(resolved ? { ...plain, resolved } : plain) };
}

/**
 * The change that puts a comment on words of a draft, or where they cannot be enclosed, behind them.
 *
 * @returns undefined where a comment cannot stand, as in code
 */
export function newComment(draft: Draft, { start, end }: Span, comment: Comment): Change | undefined {
  const words = draft.source.slice(start, end);
  const around = { span: { start, end }, text: commentOn(words, [comment]) };
  const placed = blockAt(draft, end);
  const before = placed === undefined ? '' : draft.source.slice(Math.min(placed.start, end), end);
  const behind = { span: { start: end, end }, text: commentAt([comment], before) };
  return [around, behind].find((change) => isComment(draft, change));
}

/** Whether a change adds a comment, and changes nothing else. */
function isComment(draft: Draft, change: Change): boolean {
  const after = editDraft(draft, change);
  const [old, now] = [reviewMarks(draft), reviewMarks(after)];
  const read = ({ blocks }: Draft) =>
    blocks.flatMap(({ block }) => passagesOf(block).map(({ prose }) => prose.text)).join('\n\n');
  const accepted = ({ text }: Draft) => resolveText(text, 'accept', { comments: 'drop' });
  return (
    now.threads.length === old.threads.length + 1 &&
    now.changes.length === old.changes.length &&
    read(after) === read(draft) &&
    accepted(after) === accepted(draft)
  );
}
