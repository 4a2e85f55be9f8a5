import { type Draft, headings } from '../../../draft';
import type { DocumentKind, Part } from '../../../framework/types';
import { greatest, least, words } from '../../../util/lists';
import { memoized } from '../../../util/memoize';
import { endOfText } from '../blocks/insert-block';
import { endOfSection, type PresentPart } from './present';

/** Parts that a paper opens with, whatever follows. */
const OPENING = words('foreword summary purpose issue');

/** Parts that close a paper, whatever it has before them. */
const CLOSING = words('appendices background-papers contact');

/** Parts that stand at the end of many papers, where the kind has them at the beginning. */
const CONCLUDING = words('recommendations reasons');

/** Headings of what stands behind all of them: an appendix, and notes on the paper as a whole. */
const BELOW_ALL =
  /^(?:appendix|annexe?) ?(?:[A-Z]|[\dIVX]{1,4})?(?:[ .:,–—-]|$)|^(?:end ?|foot)?notes$|^references$|^glossary/i;

/** The positions of the parts of a kind, by id. */
const placesIn = memoized(
  // Of two parts with one id, the first counts.
  ({ parts }: DocumentKind) => new Map(parts.map(({ id }, place) => [id, place] as const).reverse()),
);

/** The position in `draft.blocks` before which a part of the kind is inserted. */
export function placeOfPart(
  draft: Draft,
  kind: DocumentKind,
  part: Part,
  present: readonly PresentPart[],
  depth: number,
): number {
  const places = placesIn(kind);
  const order = (id: string): number => places.get(id) ?? -1;
  const at = order(part.id);
  if (at === 0 && part.sign === 'line') return afterTitle(draft);
  const after = present.filter((candidate) => order(candidate.part.id) > at);
  if (CLOSING.has(part.id)) return closingPlace(draft, after, depth);
  const kept = withoutConclusion(present, order);
  // Reasons follow what they are the reasons for, wherever that stands.
  const reasoned =
    part.id === 'reasons' ? present.find((one) => one.part.id === 'recommendations') : undefined;
  const before = reasoned ?? kept.filter((candidate) => order(candidate.part.id) < at).at(-1);
  const follows = kept.find((candidate) => order(candidate.part.id) > at);
  if (!before) {
    const section = OPENING.has(part.id) ? firstSection(draft, depth) : undefined;
    const first = section ?? follows?.index;
    return first === undefined ? endOfText(draft) : Math.max(first, afterTitle(draft));
  }
  // Where the conclusion says nothing, sections of the author's own stand between two parts: the nearer one counts.
  const isNearer =
    follows !== undefined &&
    !CLOSING.has(follows.part.id) &&
    follows.depth <= depth &&
    follows.index > before.index &&
    order(follows.part.id) - at < at - order(before.part.id);
  if (kept.length < present.length && !reasoned && isNearer) return follows.index;
  const next = after.map(({ index }) => index).filter((index) => index > before.index);
  // After a line such as "For immediate release" comes the story, and then the new part.
  const end =
    before.part.sign === 'line'
      ? endOfText(draft)
      : endOfSection(draft, before.index, Math.max(Math.min(before.depth, 6), depth));
  return beforeNotes(draft, least(next, end));
}

/** The first section below the title and what stands between. */
function firstSection(draft: Draft, depth: number): number | undefined {
  return headings(draft).find((heading) => heading.depth === depth && heading.index > 0)?.index;
}

/** The end of the paper, before what closes it behind the part. */
function closingPlace(draft: Draft, after: readonly PresentPart[], depth: number): number {
  const behind = new Set(after.map(({ index }) => index));
  let place = endOfText(draft);
  /** Of the headings below that do not stay behind the part: a section with one of these within it does. */
  let highest = 7;
  for (const heading of headings(draft).toReversed()) {
    const stays = behind.has(heading.index) || BELOW_ALL.test(heading.text.trim());
    if (!stays) highest = Math.min(highest, heading.depth);
    else if (heading.depth <= depth && heading.depth < highest) place = heading.index;
  }
  return place;
}

/** The parts that say where another belongs: all but recommendations, and the reasons for them, that the paper ends with. */
function withoutConclusion(
  present: readonly PresentPart[],
  order: (id: string) => number,
): readonly PresentPart[] {
  const body = present.filter(({ part }) => !CONCLUDING.has(part.id) && !CLOSING.has(part.id));
  const end = greatest(body.map(({ index }) => index));
  const last = greatest(body.map(({ part }) => order(part.id)));
  return present.filter(
    ({ part, index }) => !CONCLUDING.has(part.id) || index < end || order(part.id) > last,
  );
}

/** The place, or where it is behind all, that before the footnotes at the end of the draft. */
export function beforeNotes(draft: Draft, index: number): number {
  return index >= draft.blocks.length ? endOfText(draft) : index;
}

/** The position below the title; 0 where the text begins without one. */
export function afterTitle(draft: Draft): number {
  const first = draft.blocks[0]?.block.node;
  return first?.type === 'heading' && first.depth === 1 ? 1 : 0;
}
