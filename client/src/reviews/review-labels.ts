import { isUntracked } from '../../../server/src/criticmarkup/untracked';
import type { MergeResult, ReviewBy, ReviewChange, Reviews } from '../../../server/src/protocol';
import { oneLine, shortened } from '../../../server/src/text/shorten';

/** How much of a change is shown, in characters. */
const MOST = 40;

/** "3 changes and one comment open"; undefined for none. */
export function openWords({ changes, threads }: Reviews): string | undefined {
  const comments = threads.filter(({ resolved }) => !resolved).length;
  const words = counts(changes.length, comments);
  return words === '' ? undefined : `${words} open`;
}

/** "2 resolved comments"; undefined for none. */
export function resolvedWords({ threads }: Reviews): string | undefined {
  return counted(threads.filter(({ resolved }) => resolved).length, 'resolved comment') || undefined;
}

/** The result of bringing a review home, in words: numbers and a remark. */
export function mergedWords(
  { changes, comments, remark }: Omit<MergeResult, 'applied' | 'sum'>,
  name: string,
): string {
  const words = counts(changes, comments);
  const came =
    words === ''
      ? `${name} has no change and no comment that the draft lacks.`
      : `${words.charAt(0).toUpperCase()}${words.slice(1)} came back from ${name}.`;
  return remark === undefined ? came : `${came} ${remark}`;
}

/** "3 changes were accepted." */
export function settledWords(count: number, how: 'accept' | 'reject'): string {
  return `${count === 1 ? 'One change was' : `${count} changes were`} ${how}ed.`;
}

/** What a change does: "insert “in every ward”"; without emphasis marks, and with `most` characters of each text. */
export function changeWords({ kind, old = '', now = '' }: ReviewChange, most = MOST): string {
  const [was, is] = [excerpt(old, most), excerpt(now, most)];
  if (kind === 'insertion') return `insert “${is}”`;
  if (kind === 'deletion') return `delete “${was}”`;
  if (old === now) return `type “${is}” anew, as it was`;
  if (unmarked(old) === unmarked(now)) return `change bold or italics of “${is}”`;
  return `replace “${was}” with “${is}”`;
}

/** At most one word. */
const ONE_WORD = /^\s{0,3}[\p{L}\p{N}’'-]{0,30}\s{0,3}$/u;

/**
 * The changes of a line, with untracked ones joined if at most a word stands between them: they were found by comparing
 * words, and who rewords half a sentence makes one change.
 *
 * @param between returns the text between two changes
 */
export function asMade(
  changes: readonly ReviewChange[],
  between: (one: ReviewChange, next: ReviewChange) => string,
): readonly ReviewChange[] {
  const made: ReviewChange[] = [];
  for (const next of changes) {
    const last = made.at(-1);
    const gap =
      last &&
      isUntracked(last.by ?? NOBODY) &&
      isUntracked(next.by ?? NOBODY) &&
      isBehind(last, next) &&
      between(last, next);
    if (last === undefined || typeof gap !== 'string' || !ONE_WORD.test(gap)) {
      made.push(next);
      continue;
    }
    made[made.length - 1] = {
      kind: 'substitution',
      range: { start: last.range.start, end: next.range.end },
      by: last.by!,
      old: `${last.old ?? ''}${gap}${next.old ?? ''}`,
      now: `${last.now ?? ''}${gap}${next.now ?? ''}`,
    };
  }
  return made;
}

const NOBODY = { author: '' };

function isBehind({ range: { end } }: ReviewChange, { range: { start } }: ReviewChange): boolean {
  return end.line === start.line && end.character <= start.character;
}

/** The label of a comment: "Comment on “the budget”". */
export function commentWords(on: string): string {
  const words = excerpt(asAccepted(on), MOST);
  return words === '' ? 'Comment' : `Comment on “${words}”`;
}

/** "Dana Petrie, 3 Oct 2026"; empty without a name. For an untracked change, it says so. */
export function byWords(by: ReviewBy | undefined): string {
  if (by === undefined || by.author === '') return '';
  if (isUntracked(by)) return 'changed without tracking';
  const day = by.date === undefined ? undefined : dayWords(by.date);
  return day === undefined ? by.author : `${by.author}, ${day}`;
}

/** A line with all changes accepted, without comments and delimiters. What does not end in it is taken to end with it. */
export function asAccepted(line: string): string {
  return line
    .replace(/\{>>.*?(?:<<\}|$)/gs, '')
    .replace(/\{--.*?(?:--\}|$)/gs, '')
    .replace(/\{~~.*?(?:~>|$)/gs, '')
    .replace(/\{\+\+|\+\+\}|~~\}|\{==|==\}/g, '');
}

function dayWords(date: string): string | undefined {
  const time = Date.parse(date);
  if (Number.isNaN(time)) return undefined;
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(time);
}

/** "3 changes and one comment"; empty for none. */
function counts(changes: number, comments: number): string {
  return [counted(changes, 'change'), counted(comments, 'comment')]
    .filter((part) => part !== '')
    .join(' and ');
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : count === 1 ? `one ${what}` : `${count} ${what}s`;
}

function unmarked(markdown: string): string {
  return markdown.replace(/\*|__|\b_|_\b/g, '');
}

function excerpt(markdown: string, most: number): string {
  return shortened(oneLine(unmarked(markdown)), most);
}
