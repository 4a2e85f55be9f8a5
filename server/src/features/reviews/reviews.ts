import { type CodeAction, CodeActionKind, type Position, type Range } from 'vscode-languageserver';
import type { Comment } from '../../criticmarkup/types';
import { rangesIn } from '../../data-files/ranges';
import { type Block, type Change, type Draft, offsetAt, type Span } from '../../draft';
import type { ReviewAction, Reviews } from '../../protocol';
import {
  byWhom,
  type MarkedChange,
  type MarkedThread,
  newComment,
  replyTo,
  resolved,
  reviewMarks,
  withResolved,
} from '../../reviews';

import type { Client } from '../client/client';
import { Refusal } from '../client/refusal';
import { overlaps, toWorkspaceEdit } from '../workspace/convert';
import type { OpenDocument } from '../workspace/documents';

/** The changes and comments of a draft, for a client. */
export function reviewsIn({ document: { draft } }: { document: Pick<OpenDocument, 'draft'> }): Reviews {
  const { changes, threads } = reviewMarks(draft);
  if (changes.length + threads.length === 0) return { changes: [], threads: [] };
  // Prepared once: a review may have thousands of changes in one paragraph.
  const range = rangesIn(draft.text);
  const rangeOf = ({ start, end }: Span) => range(start, end - start);
  const words = (span: Span) => draft.source.slice(span.start, span.end);
  return {
    changes: changes.map(({ kind, span, by, old, now }) => ({
      kind,
      range: rangeOf(span),
      ...(by && { by }),
      ...(old && { old: words(old), oldRange: rangeOf(old) }),
      ...(now && { now: words(now), nowRange: rangeOf(now) }),
    })),
    threads: threads.map(({ span, on, comments, resolved }) => ({
      range: rangeOf(span),
      ...(on && { on: rangeOf(on) }),
      comments: comments.map(({ comment, span }) => ({ ...comment, range: rangeOf(span) })),
      resolved,
    })),
  };
}

const numbers = new WeakMap<Block, number>();
let last = 0;

/** `CoverageResult.review`: a string that differs where blocks with changes or comments, or their lines, do. */
export function reviewState({ blocks }: Draft): string {
  const reviewed = blocks.filter(({ block }) => block.review !== undefined);
  return reviewed
    .map(({ block, line }) => {
      const number = numbers.get(block) ?? ++last;
      numbers.set(block, number);
      return `${number}:${line}`;
    })
    .join(' ');
}

/**
 * The edits for an action on a review.
 *
 * @throws Refusal where there is nothing to do it on
 */
export function reviewEdits(draft: Draft, action: ReviewAction): readonly Change[] {
  const { changes, threads } = reviewMarks(draft);
  switch (action.do) {
    case 'accept':
    case 'reject': {
      const { range, author } = action;
      const theirs = changes.filter(({ by }) => author === undefined || (by?.author ?? '') === author);
      const own = range === undefined ? theirs : changesAt(theirs, spanOf(draft, range));
      if (own.length === 0) throw new Refusal('There is no such change.');
      return resolved(draft, { changes: own }, action.do);
    }
    case 'clear': {
      const done = threads.filter(({ resolved }) => resolved);
      if (done.length === 0) throw new Refusal('No comment is resolved.');
      return resolved(draft, { threads: done }, 'accept');
    }
    case 'comment': {
      const change = newComment(draft, spanOf(draft, action.range), said(action));
      if (!change)
        throw new Refusal('A comment stands on words in a paragraph, a heading, an item or a cell.');
      return [change];
    }
    default: {
      const thread = threadAt(threads, spanOf(draft, action.range));
      if (action.do === 'reply') return [replyTo(thread, said(action))];
      if (action.do === 'delete') return resolved(draft, { threads: [thread] }, 'accept');
      return [withResolved(thread, action.do === 'resolve')];
    }
  }
}

/**
 * The changes at a span: the one that it is; or else those that it has a letter of, and of those around an empty one the
 * innermost; or else those that it touches.
 */
function changesAt(changes: readonly MarkedChange[], { start, end }: Span): readonly MarkedChange[] {
  const touched = changes.filter(({ span }) => overlaps(span, { start, end }));
  const whole = touched.filter(({ span }) => span.start === start && span.end === end);
  if (whole.length > 0) return whole;
  if (start === end) return touched.slice(-1);
  const inside = touched.filter(({ span }) => span.start < end && start < span.end);
  return inside.length > 0 ? inside : touched;
}

/** Validates an action that a client sent. */
export function reviewAction(given: unknown): ReviewAction {
  const action = (given ?? {}) as Record<string, unknown>;
  const range = action.range as Range | undefined;
  const known = (value: unknown): boolean => value === undefined || typeof value === 'string';
  const place = ({ line, character }: Partial<Position> = {}) =>
    Number.isInteger(line) && Number.isInteger(character);
  const hasRange = place(range?.start) && place(range?.end);
  const settles = action.do === 'accept' || action.do === 'reject';
  const says = action.do === 'reply' || action.do === 'comment';
  const others = action.do === 'resolve' || action.do === 'reopen' || action.do === 'delete';
  if (action.do === 'clear') return { do: 'clear' };
  if (!(settles || says || others)) throw new Refusal('The command needs what to do with the review.');
  if (settles ? range !== undefined && !hasRange : !hasRange) throw new Refusal('The command needs a range.');
  if (says && typeof action.text !== 'string') throw new Refusal('The command needs a text.');
  if (!known(action.author) || !known(action.date)) throw new Refusal('The command needs a name.');
  return action as unknown as ReviewAction;
}

function said({ text, author = '', date }: { text: string; author?: string; date?: string }): Comment {
  return { author, text, ...(date !== undefined && { date }) };
}

function threadAt(threads: readonly MarkedThread[], span: Span): MarkedThread {
  const thread = threads.findLast((one) => overlaps(one.span, span));
  if (!thread) throw new Refusal('There is no comment.');
  return thread;
}

function spanOf(draft: Draft, { start, end }: Range): Span {
  const from = offsetAt(draft, start);
  return { start: from, end: Math.max(from, offsetAt(draft, end)) };
}

/** The light bulb does not offer to resolve more changes than this at once, as it computes the edit beforehand. */
const MOST = 2_000;

/** The code actions for a change or comment at a position: on these, and on all changes or those of one author. */
export function reviewActions(
  document: OpenDocument,
  span: Span,
  client: Pick<Client, 'versionedEdits'>,
): { readonly here: readonly CodeAction[]; readonly further: readonly CodeAction[] } {
  const { draft } = document;
  if (!draft.blocks.some(({ block }) => block.review)) return { here: [], further: [] };
  const { changes, threads } = reviewMarks(draft);
  const change = changes.findLast((one) => overlaps(one.span, span));
  const thread = threads.findLast((one) => overlaps(one.span, span));
  const action = (title: string, kind: CodeActionKind, edits: readonly Change[]): CodeAction => ({
    title,
    kind,
    edit: toWorkspaceEdit(document, edits, client),
  });
  const settle = (what: string, which: readonly MarkedChange[], kind: CodeActionKind): CodeAction[] =>
    (['accept', 'reject'] as const).map((how) =>
      action(
        `${how === 'accept' ? 'Accept' : 'Reject'} ${what}`,
        kind,
        resolved(draft, { changes: which }, how),
      ),
    );
  const here: CodeAction[] = [];
  const further: CodeAction[] = [];
  if (change) {
    const author = change.by?.author ?? '';
    const theirs = changes.filter(({ by }) => (by?.author ?? '') === author);
    here.push(...settle(`this change${byWhom(change.by)}`, [change], CodeActionKind.QuickFix));
    if (changes.length > 1 && changes.length <= MOST)
      further.push(...settle(`all ${changes.length} changes`, changes, CodeActionKind.RefactorRewrite));
    if (author !== '' && theirs.length > 1 && theirs.length < Math.min(changes.length, MOST))
      further.push(
        ...settle(`the ${theirs.length} changes${byWhom(change.by)}`, theirs, CodeActionKind.RefactorRewrite),
      );
  }
  if (thread) {
    const title = thread.resolved ? 'Open this comment again' : 'Resolve this comment';
    here.push(action(title, CodeActionKind.QuickFix, [withResolved(thread, !thread.resolved)]));
    const takeOut = (what: string, which: readonly MarkedThread[], kind: CodeActionKind): CodeAction =>
      action(`Take ${what} out`, kind, resolved(draft, { threads: which }, 'accept'));
    // A resolved comment can only be removed.
    if (thread.resolved) here.push(takeOut('this comment', [thread], CodeActionKind.QuickFix));
    else further.push(takeOut('this comment', [thread], CodeActionKind.RefactorRewrite));
    const done = thread.resolved ? threads.filter((one) => one.resolved) : [];
    if (done.length > 1 && done.length <= MOST)
      further.push(takeOut(`all ${done.length} resolved comments`, done, CodeActionKind.RefactorRewrite));
  }
  return { here, further };
}
