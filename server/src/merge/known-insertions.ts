import type { By } from '../criticmarkup/types';
import { typedQuotes } from '../text/printed-quotes';
import { addTo } from '../util/lists';
import { same } from './edits';
import type { Item, Part, Read } from './types';

/** An insertion of the draft that a document may show again. */
export interface KnownInsertion extends By {
  readonly text: string;
  /** Position of its block in the draft. */
  readonly block: number;
}

/** What one person inserted at one time. */
interface Run {
  readonly items: readonly Item[];
  readonly text: string;
  readonly by: By;
  readonly block: number | undefined;
}

/**
 * Recognises insertions that the draft already had: in the same block, by the same person, with the same words, between
 * which others may have inserted theirs since. Programs may change the time, so where there is only one candidate the
 * day is enough.
 */
export function markKnown(places: readonly Read[], known: readonly KnownInsertion[]): void {
  if (known.length === 0) return;
  const left = new Map<string, KnownInsertion[]>();
  for (const one of known) addTo(left, typedQuotes(one.text), one);
  for (const fits of [same, isSameDay]) {
    for (const place of places) {
      for (const stretch of stretchesOf(place.parts)) {
        for (const run of runsOf(stretch, place.block)) mark(run, left, fits);
        for (const run of dividedRuns(stretch, place.block)) mark(run, left, fits);
      }
    }
  }
}

function isSameDay(own: By, { author, date }: By): boolean {
  const day = own.date?.slice(0, 10);
  return (
    own.author === '' ||
    (own.author === author && (day === undefined || date === undefined || day === date.slice(0, 10)))
  );
}

function mark(run: Run, left: Map<string, KnownInsertion[]>, fits: (own: By, by: By) => boolean): void {
  if (run.items[0]!.known) return;
  const candidates = left.get(typedQuotes(run.text)) ?? [];
  const at = candidates.findIndex(
    (one) => (run.block === undefined || run.block === one.block) && fits(one, run.by),
  );
  if (at === -1) return;
  candidates.splice(at, 1);
  for (const item of run.items) item.known = true;
}

/** Consecutive inserted items. */
function stretchesOf(parts: readonly Part[]): Item[][] {
  const out: Item[][] = [[]];
  for (const part of parts) {
    if (part.type !== 'item') continue;
    if (part.inserted === undefined) out.push([]);
    else out.at(-1)!.push(part);
  }
  return out;
}

function runsOf(stretch: readonly Item[], block: number | undefined): Run[] {
  const out: Item[][] = [];
  for (const item of stretch) {
    const last = out.at(-1);
    if (last !== undefined && personOf(last[0]!) === personOf(item)) last.push(item);
    else out.push([item]);
  }
  return out.map((items) => runOf(items, block));
}

/** The runs of each person that are not recognised yet, with insertions by others in between. */
function dividedRuns(stretch: readonly Item[], block: number | undefined): Run[] {
  const own = new Map<string, Item[]>();
  for (const item of stretch) if (!item.known) addTo(own, personOf(item), item);
  return Array.from(own.values(), (items) => runOf(items, block));
}

function runOf(items: readonly Item[], block: number | undefined): Run {
  return { items, text: items.map(({ text }) => text).join(''), by: items[0]!.inserted!, block };
}

function personOf({ inserted }: Item): string {
  return `${inserted?.author}\0${inserted?.date}`;
}
