import { alignText, likeness } from '../align';
import { alignAlike } from '../align/pair-similar';
import type { Comment } from '../criticmarkup/types';
import { addTo } from '../util/lists';
import { withoutAgreed } from './agreed';
import { type AddressOf, isThere } from './already-there';
import type { Leaf } from './leaves';
import { type Change, isSameComment } from './marks';
import { isInBase, openSince } from './open-changes';
import { besideOpen } from './same-words';
import type { Delete, Edit, Remark } from './types';

/** Pairs the leaves of two versions of a draft: for each leaf of `base`, its position in `ours`, or -1. */
export function samePlaces(base: readonly Leaf[], ours: readonly Leaf[]): Int32Array {
  const keys = (leaves: readonly Leaf[]): string[] =>
    leaves.map((leaf) => `${kindOf(leaf)} ${rejectedText(leaf)}`);
  const pairs = alignAlike(keys(base), keys(ours), (a, b) => {
    const [one, two] = [base[a]!, ours[b]!];
    return kindOf(one) === kindOf(two) ? likeness(rejectedText(one), rejectedText(two)) : 0;
  });
  findMoved(keys(base), keys(ours), pairs);
  return pairs;
}

/** Pairs leaves that have moved, by equal text. */
function findMoved(base: readonly string[], ours: readonly string[], pairs: Int32Array): void {
  const taken = new Set(pairs);
  const unpaired = new Map<string, number[]>();
  for (const [at, key] of ours.entries()) if (!taken.has(at)) addTo(unpaired, key, at);
  for (const [at, key] of base.entries()) if (pairs[at] === -1) pairs[at] = unpaired.get(key)?.shift() ?? -1;
}

/** The kind of a leaf. Leaves of different kinds are never paired. */
export function kindOf({ node, note, parents }: Leaf): string {
  const container = parents.some(({ type }) => type === 'list') ? 'item' : '';
  return `${node.type}${node.type === 'heading' ? node.depth : ''} ${note ?? ''} ${container}`;
}

/**
 * Rebases the edits of a leaf on its current version. If both sides changed the same words, the reviewer's edit applies
 * to the new words, with a remark.
 *
 * @param source the draft's, as it is now
 */
export function rebased(
  edits: readonly Edit[],
  base: Leaf,
  ours: Leaf,
  addressOf: AddressOf,
  source: string,
): Edit[] {
  let places: Int32Array | undefined;
  const placesOf = (): Int32Array => (places ??= placesIn(base, ours));
  const all = apart(withoutAgreed(moved(edits, base, ours, placesOf), ours, newIn(base, ours, placesOf)));
  if (base === ours) return all;
  let apartFromOpen = all;
  for (const author of new Set(all.flatMap((edit) => ('by' in edit ? [edit.by.author] : []))))
    for (const open of openSince(base, ours, author))
      apartFromOpen = besideOpen(apartFromOpen, author, open, ours, source);
  return apartFromOpen.flatMap((edit) => {
    if (edit.kind === 'comment') return stillToSay(edit, base, ours);
    return isThere(edit, ours, addressOf) ? [] : [edit];
  });
}

/** Tells the characters that came into a leaf since its base, and are in no change that is still marked. */
function newIn(base: Leaf, ours: Leaf, placesOf: () => Int32Array): (at: number) => boolean {
  if (base.text === ours.text) return () => false;
  const old = new Set(placesOf());
  const isMarked = (at: number): boolean =>
    ours.changes.some(({ text: { start, end } }) => start <= at && at < end);
  return (at) => !old.has(at) && !isMarked(at);
}

/** The comments to add: if the draft already has the thread, only the new replies. */
function stillToSay(edit: Remark, base: Leaf, ours: Leaf): Edit[] {
  const [first, ...others] = edit.thread;
  if (first === undefined || timesSaid(ours, first) <= timesSaid(base, first)) return [edit];
  const replies = others.filter((reply) => timesSaid(ours, reply) <= timesSaid(base, reply));
  const placed = ours.threads.findLast(({ comments: [own] }) => isSameComment(own!, first));
  const resolved = first.resolved ?? false;
  if (placed === undefined) return replies.length === 0 ? [] : [edit];
  if (replies.length === 0 && resolved === (placed.comments[0]!.resolved ?? false)) return [];
  return [{ kind: 'thread', placed, replies, resolved }];
}

/** Trims edits that now delete the same words, so that each word is deleted once. */
function apart(edits: readonly Edit[]): Edit[] {
  const out: Edit[] = [];
  let last: Delete | undefined;
  for (const edit of edits) {
    if (edit.kind !== 'delete') out.push(edit);
    else if (last === undefined || edit.from < last.from || edit.to > last.to) {
      const isOver = last !== undefined && edit.from >= last.from && edit.from < last.to;
      last = { ...edit, from: isOver ? last!.to : edit.from };
      out.push(last);
    } else if (edit.remark !== undefined)
      last.remark = last.remark === undefined ? edit.remark : `${last.remark} ${edit.remark}`;
  }
  return out;
}

/** How often a leaf has a comment, since a reviewer may write the same text more than once. */
function timesSaid({ threads }: Leaf, comment: Comment): number {
  return threads.flatMap(({ comments }) => comments).filter((own) => isSameComment(own, comment)).length;
}

/** For each character of the base, its offset in the current leaf. Insertions marked since then are ignored. */
function placesIn(base: Leaf, ours: Leaf): Int32Array {
  const isOld = isInBase(base, ours);
  const places = keptIn(ours, (change) => !isOld(change));
  const view = places.map((at) => ours.text[at]!).join('');
  return alignText(base.text, view).map((at) => (at === -1 ? -1 : places[at]!));
}

/** The offsets of all characters, except those in insertions that `isLeftOut` selects. */
function keptIn({ text, changes }: Leaf, isLeftOut: (change: Change) => boolean): number[] {
  const places: number[] = [];
  let at = 0;
  for (const change of changes) {
    if (change.kind !== 'insertion' || !isLeftOut(change)) continue;
    for (; at < change.text.start; at++) places.push(at);
    at = Math.max(at, change.text.end);
  }
  for (; at < text.length; at++) places.push(at);
  return places;
}

/** The text of a leaf with all changes in it rejected. */
export function rejectedText(leaf: Leaf): string {
  if (leaf.changes.every(({ kind }) => kind === 'deletion')) return leaf.text;
  return keptIn(leaf, () => true)
    .map((at) => leaf.text[at]!)
    .join('');
}

/** @param placesOf returns what `placesIn` does for the two leaves */
function moved(edits: readonly Edit[], base: Leaf, ours: Leaf, placesOf: () => Int32Array): Edit[] {
  if (
    base.text === ours.text &&
    base.changes.length === ours.changes.length &&
    base.threads.length === ours.threads.length
  ) {
    return edits.map((edit) => resettled(edit, base, ours)).filter((edit) => edit !== undefined);
  }
  const map = placesOf();
  const before = (at: number): number => {
    for (let unit = at - 1; unit >= 0; unit--) if (map[unit] !== -1) return map[unit]! + 1;
    return 0;
  };
  const after = (at: number): number => {
    for (let unit = at; unit < map.length; unit++) if (map[unit] !== -1) return map[unit]!;
    return ours.text.length;
  };
  const range = (from: number, to: number): [number, number] => {
    const start = map[from] === -1 ? before(from) : map[from]!;
    return [start, Math.max(start, map[to - 1] === -1 ? after(to) : map[to - 1]! + 1)];
  };
  const isKept = (from: number, to: number): boolean => {
    for (let unit = from; unit < to; unit++) {
      const isThere = map[unit] !== -1 && map[unit] === map[from]! + unit - from;
      if (!isThere && !/[^\S\n]/.test(base.text[unit]!)) return false;
    }
    return true;
  };
  return edits.flatMap((edit): Edit[] => {
    switch (edit.kind) {
      case 'delete':
      case 'format': {
        const [from, to] = range(edit.from, edit.to);
        if (isKept(edit.from, edit.to) && from < to) return [{ ...edit, from, to }];
        // The draft no longer has the words: both sides deleted them.
        if (from === to) return [];
        if (edit.kind === 'format') return [];
        return [{ ...edit, from, to, remark: changedSince(base.text.slice(edit.from, edit.to)) }];
      }
      case 'comment': {
        const [from, to] =
          edit.from < edit.to ? range(edit.from, edit.to) : [after(edit.from), after(edit.from)];
        return [{ ...edit, from, to }];
      }
      case 'insert': {
        const { at } = edit;
        const hasBefore = at > 0 && map[at - 1] !== -1;
        return [{ ...edit, at: hasBefore ? map[at - 1]! + 1 : at === 0 ? 0 : after(at) }];
      }
      default: {
        const own = resettled(edit, base, ours);
        return own === undefined ? [] : [own];
      }
    }
  });
}

function changedSince(text: string): string {
  const short = text.trim();
  return `The draft has changed here since it was sent for review. It said “${short.length > 200 ? `${short.slice(0, 199)}…` : short}”.`;
}

/** Makes an edit refer to the mark of the draft instead of that of the base; undefined if the draft has none. */
function resettled(edit: Edit, base: Leaf, ours: Leaf): Edit | undefined {
  if (edit.kind === 'settle') {
    const { change } = edit;
    const keyOf = (leaf: Leaf, { kind, by, text }: typeof change): string =>
      JSON.stringify([kind, by, leaf.text.slice(text.start, text.end)]);
    const own = ours.changes.find((one) => keyOf(ours, one) === keyOf(base, change));
    return own === undefined ? undefined : { ...edit, change: own };
  }
  if (edit.kind === 'thread') {
    const [first] = edit.placed.comments;
    const own = ours.threads.find(
      ({ comments: [one] }) => one!.author === first!.author && one!.text === first!.text,
    );
    if (own !== undefined) return { ...edit, placed: own };
    return edit.replies.length === 0
      ? undefined
      : {
          kind: 'comment',
          from: ours.text.length,
          to: ours.text.length,
          thread: edit.replies,
          seq: Number.MAX_SAFE_INTEGER,
          endSeq: Number.MAX_SAFE_INTEGER,
        };
  }
  return edit;
}
