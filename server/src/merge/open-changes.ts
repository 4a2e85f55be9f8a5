import type { By } from '../criticmarkup/types';
import type { Span } from '../draft/types';
import { addAll } from '../util/lists';
import { same } from './edits';
import type { Leaf } from './leaves';
import type { Change } from './marks';

/** Words of a draft that somebody changed, and that is still open: what goes there and what comes, side by side. */
export interface OpenChange {
  readonly by: By;
  /** All of it in the text of the leaf. */
  readonly span: Span;
  /** What is marked as deleted; nothing where words were added alone. */
  readonly gone: readonly Span[];
  /** What is marked as added, as it reads. */
  readonly added: string;
  /** Where its last mark ends in the source. */
  readonly end: Span;
}

/** Tells the changes of a leaf that its base has as well. */
export function isInBase(base: Leaf, ours: Leaf): (change: Change) => boolean {
  return ({ kind, by, text }) =>
    base.changes.some(
      (own) =>
        own.kind === kind &&
        own.by.author === by.author &&
        base.text.slice(own.text.start, own.text.end) === ours.text.slice(text.start, text.end),
    );
}

/**
 * The open changes that came into a leaf since its base, with those by others who changed the same words in them.
 *
 * @param author whose changes are left out
 */
export function openSince(base: Leaf, ours: Leaf, author: string): OpenChange[] {
  const isOld = isInBase(base, ours);
  const found: { by: By; people: By[]; span: Span; gone: Span[]; added: string; end: Span }[] = [];
  for (const change of ours.changes) {
    const { kind, by, text, source } = change;
    if (by.author === author || isOld(change)) continue;
    const last = found.at(-1);
    if (last !== undefined && text.start < last.span.end) {
      last.people.push(by);
      continue;
    }
    const shown = kind === 'insertion' ? ours.text.slice(text.start, text.end) : '';
    const gone = kind === 'deletion' ? [text] : [];
    // What goes behind what comes is of the next change.
    const isNext = gone.length > 0 && (last?.gone.at(-1)?.end ?? text.start) < text.start;
    if (text.start !== last?.span.end || isNext || !last.people.some((one) => same(one, by))) {
      found.push({ by, people: [by], span: text, gone, added: shown, end: source });
      continue;
    }
    last.span = { start: last.span.start, end: text.end };
    last.end = source;
    last.added += shown;
    const before = last.gone.at(-1);
    if (gone.length > 0 && before?.end === text.start)
      last.gone[last.gone.length - 1] = { start: before.start, end: text.end };
    else addAll(last.gone, gone);
  }
  const places: typeof found = [];
  for (const one of found) {
    const before = places.at(-1);
    // Where words are deleted alone right behind others that were replaced, what comes may be in place of both.
    const isPart = before?.span.end === one.span.start && before.added !== '' && one.added === '';
    if (!isPart || !same(before.by, one.by)) {
      places.push(one);
      continue;
    }
    before.span = { start: before.span.start, end: one.span.end };
    addAll(before.gone, one.gone);
    before.end = one.end;
  }
  return places;
}
