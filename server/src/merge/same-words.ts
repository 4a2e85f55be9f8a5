import type { By } from '../criticmarkup/types';
import { isUntracked } from '../criticmarkup/untracked';
import { greatest, least } from '../util/lists';
import { NAME } from '../util/version';
import { isMarked } from './already-there';
import { textOf } from './edits';
import type { Leaf } from './leaves';
import { isSameComment } from './marks';
import type { OpenChange } from './open-changes';
import { Places } from './places';
import { reviewedWords } from './reviewed-words';
import type { Delete, Edit, Insert, Reformat } from './types';

/** What a reviewer did to the words of an open change. */
interface Touch {
  readonly deletes: readonly Delete[];
  /** Among the words, or in the place of some. */
  readonly inserts: readonly Insert[];
  readonly formats: readonly Reformat[];
  /** Whether something takes the place of what is deleted. */
  readonly replaces: boolean;
}

/**
 * Makes edits of words that somebody else changed already, and that is still open, ones that can be decided by
 * themselves: what the reviewer makes of these words stands behind that change, and takes the place of all of it.
 *
 * @param edits of one leaf, with their places in the draft as it is now
 * @param author who did not see the open change
 * @param source the draft's
 */
export function besideOpen(
  edits: readonly Edit[],
  author: string,
  open: OpenChange,
  ours: Leaf,
  source: string,
): Edit[] {
  const { span, gone } = open;
  const own = placed(edits, author, open, ours);
  const touch = touchOf(
    own.filter((edit) => isBy(edit, author)),
    open,
  );
  const { deletes, inserts } = touch;
  const involved = new Set<Edit>([...deletes, ...inserts, ...touch.formats]);
  const [first] = involved as Set<Delete | Insert | Reformat>;
  const others = own.map((edit) => (isBy(edit, author) && !involved.has(edit) ? outside(edit, open) : edit));
  if (first === undefined) return others;
  const inPlace = (now: readonly Edit[]): Edit[] =>
    others.flatMap((edit) => (edit === first ? now : involved.has(edit) ? [] : [edit]));
  const [earlier, later] = [nameOf(open.by), nameOf(first.by)];
  const words = wordsOf(gone, ours);
  const both = `${earlier} and ${later} both changed “${words}”: accept the one and reject the other.`;
  if (deletes.length + inserts.length === 0)
    return inPlace(note(`${later} changed how “${words}” looks.`, open, ours));
  const content = reviewedWords(gone, deletes, inserts, new Places(ours, source));
  const isBeyond = deletes.some(({ from, to }) => from < gone[0]!.start || to > gone.at(-1)!.end);
  if (!isBeyond && textOf(content).trim() === open.added.trim())
    return inPlace(note(`${later} made the same change.`, open, ours));
  // Some of the words deleted, and nothing else, can stand among them.
  if (!touch.replaces && textOf(content).trim() !== '')
    return inPlace([...deletes.map((edit) => withoutGlue(edit, open, ours)), ...note(both, open, ours)]);
  const { by, seq } = first;
  const all: Delete = {
    kind: 'delete',
    from: least(
      deletes.map((edit) => edit.from),
      span.start,
    ),
    to: greatest(
      deletes.map((edit) => edit.to),
      span.end,
    ),
    by,
    seq,
    endSeq: deletes[0]?.endSeq ?? seq,
  };
  if (textOf(content) === '') return inPlace([all, ...note(both, open, ours)]);
  // In front of what else of the draft is deleted behind the change.
  const remark = upperFirst(both);
  return inPlace([all, { kind: 'insert', at: span.end, content, by, seq: seq - 0.001, remark }]);
}

function touchOf(own: readonly Edit[], open: OpenChange): Touch {
  const { gone } = open;
  const deletes = own.filter(
    (edit): edit is Delete =>
      edit.kind === 'delete' && gone.some(({ start, end }) => edit.from < end && start < edit.to),
  );
  const formats = own.filter(
    (edit): edit is Reformat =>
      edit.kind === 'format' && gone.some(({ start, end }) => edit.from < end && start < edit.to),
  );
  const isInPlace = ({ at }: Insert): boolean => deletes.some(({ from, to }) => at === from || at === to);
  const all = own.filter((edit): edit is Insert => edit.kind === 'insert');
  const inserts = all.filter((edit) => {
    if (gone.length === 0) return isSameAdded(edit, open);
    const { at } = edit;
    const isAmong = at > gone[0]!.start && at < gone.at(-1)!.end && deletes.length > 0;
    const isAtEdge = gone.some(({ start, end }) => at === start || at === end);
    return isAtEdge ? isAmong || isInPlace(edit) : gone.some(({ start, end }) => start < at && at < end);
  });
  // Behind another change whose words go as well, what takes their place stands among them by now.
  const isWithin = ({ at }: Insert): boolean => deletes.some(({ from, to }) => from <= at && at <= to);
  return { deletes, inserts, formats, replaces: inserts.length > 0 || all.some(isWithin) };
}

/** A remark on a change, unless it is there already. */
function note(says: string, { end, span }: OpenChange, { threads }: Leaf): Edit[] {
  const comment = { author: NAME, text: upperFirst(says) };
  if (threads.some(({ comments }) => comments.some((one) => isSameComment(one, comment)))) return [];
  const placed = { comments: [{ author: '', text: '', source: end }], text: span };
  return [{ kind: 'thread', placed, replies: [comment], resolved: false }];
}

const isBy = (edit: Edit, author: string): boolean => 'by' in edit && edit.by.author === author;

const nameOf = (by: By): string => (by.author === '' || isUntracked(by) ? 'somebody' : by.author);

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function wordsOf(gone: OpenChange['gone'], { text }: Leaf): string {
  const words = gone.map(({ start, end }) => text.slice(start, end).trim()).join(' … ');
  return words.length > 200 ? `${words.slice(0, 199)}…` : words;
}

/** Whether words are added that the change has there already. */
function isSameAdded({ at, content }: Insert, { span, added }: OpenChange): boolean {
  return span.start <= at && at <= span.end && textOf(content).trim() === added.trim();
}

/** Keeps what is added beside a change out of it. */
function outside(edit: Edit, { span, gone }: OpenChange): Edit {
  if (edit.kind !== 'insert' || gone.length === 0 || edit.at <= span.start || edit.at >= span.end)
    return edit;
  const behind = gone.find(({ start }) => start >= edit.at)?.start ?? span.end;
  return { ...edit, at: edit.at <= gone[0]!.start ? span.start : behind };
}

/** The edits with the reviewer's where they are meant: a blank alone is left to the change. */
function placed(
  edits: readonly Edit[],
  author: string,
  { span, gone }: OpenChange,
  { text, changes }: Leaf,
): Edit[] {
  const begin = gone[0]?.start;
  // What takes the place of the words stood right in front of them when the draft was sent.
  const isInFront = edits.some((edit) => edit.kind === 'delete' && isBy(edit, author) && edit.from === begin);
  // Where the same review is in the draft already, its words stand between.
  const own = { changes: changes.filter(({ kind, by }) => kind === 'insertion' && by.author === author) };
  const isBeside = (at: number): boolean => at <= span.start && isMarked(at, span.start, own);
  return edits.map((edit) => {
    if (!isBy(edit, author)) return edit;
    if (edit.kind === 'insert' && isInFront && isBeside(edit.at)) return { ...edit, at: begin! };
    if (edit.kind !== 'delete') return edit;
    let { from, to } = edit;
    for (const { start, end } of gone) {
      const isBlank = text.slice(Math.max(from, start), Math.min(to, end)).trim() === '';
      if (!isBlank || from >= end || to <= start) continue;
      if (from < start && to <= end) to = start;
      else if (from >= start && to > end) from = end;
    }
    return { ...edit, from, to };
  });
}

/** Leaves a blank between words that a deletion would join together with the change. */
function withoutGlue(edit: Delete, { span, added }: OpenChange, { text }: Leaf): Delete {
  const [from, to] = [Math.min(edit.from, span.start), Math.max(edit.to, span.end)];
  const isWord = (some: string | undefined): boolean => /[\p{L}\p{N}]/u.test(some ?? '');
  const [left, right] = [text[from - 1], text[to]];
  if (from < span.start && isWord(left) && isWord(added[0] ?? right) && !isWord(text[from]))
    return { ...edit, from: from + 1 };
  if (to > span.end && isWord(added.at(-1) ?? left) && isWord(right) && !isWord(text[to - 1]))
    return { ...edit, to: to - 1 };
  return edit;
}
