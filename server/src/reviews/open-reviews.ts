import type { By, Comment } from '../criticmarkup/types';
import { isUntracked } from '../criticmarkup/untracked';
import type { Draft, Span } from '../draft/types';
import { inQuotes, oneLine } from '../text/shorten';
import { reviewMarks } from './marks';

/** A change or comment that is still open. */
interface OpenReview {
  readonly span: Span;
  readonly kind: 'change' | 'comment';
  /** A plain sentence that describes it. */
  readonly message: string;
}

/** The changes that nobody has accepted or rejected, and the comments that nobody has resolved, in the order of the text. */
export function openReviews(draft: Draft): readonly OpenReview[] {
  const { changes, threads } = reviewMarks(draft);
  const words = (span: Span) => inQuotes(draft.source.slice(span.start, span.end));
  const open: OpenReview[] = changes.map(({ kind, span, by, old, now }) => {
    const what =
      kind === 'substitution'
        ? `replaces ${words(old!)} with ${words(now!)}`
        : kind === 'insertion'
          ? `adds ${words(now!)}`
          : `deletes ${words(old!)}`;
    return { span, kind: 'change', message: `A change${byWhom(by)} ${what}: accept or reject it.` };
  });
  for (const { span, comments, resolved } of threads) {
    const [{ comment }] = comments as readonly [(typeof comments)[number]];
    if (resolved) continue;
    open.push({ span, kind: 'comment', message: commentMessage(comment) });
  }
  return open.sort((one, other) => one.span.start - other.span.start);
}

function commentMessage(comment: Comment): string {
  // What was found by comparing is nobody's comment: it says itself what was changed.
  if (isUntracked(comment))
    return `${ended(oneLine(comment.text))} Follow that or not, and resolve the comment.`;
  return ended(`A comment${byWhom(comment)} is not resolved: ${inQuotes(comment.text)}`);
}

/** A sentence with a full stop, where it does not end yet. */
function ended(sentence: string): string {
  return /[.!?…]”?$/.test(sentence) ? sentence : `${sentence}.`;
}

/** “ by Lee”, to follow “change”; empty where nobody is named. */
export function byWhom(by: By | undefined): string {
  if (by === undefined || by.author === '') return '';
  return isUntracked(by) ? ' without tracking' : ` by ${by.author}`;
}
