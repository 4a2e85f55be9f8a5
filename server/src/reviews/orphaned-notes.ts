import type { Draft, Span } from '../draft/types';
import { eachNode, spanOf } from '../mdast/tree';
import { addTo } from '../util/lists';
import { getOrInsert } from '../util/memoize';
import { firstFrom } from './cleanup-edits';

/**
 * The footnotes that cuts leave without a reference, also such as only another of these refers to. One with changes or
 * comments of its own that stay is none.
 */
export function orphanedNotes(draft: Draft, cuts: readonly Span[]): readonly Span[] {
  if (!cuts.some(({ start, end }) => draft.text.slice(start, end).includes('[^'))) return [];
  const { notes, references, marks } = notesOf(draft);
  const cutAt = (place: number): Span | undefined => cuts[firstFrom(cuts, place)];
  const open = marks.filter((one) => (cutAt(one.start)?.start ?? one.end) >= one.end);
  const gone: Span[] = [];
  for (let left = [...notes].filter(([, note]) => !open.some((one) => isIn(one, note))); ; ) {
    const isGone = (one: Span): boolean =>
      isIn(one, cutAt(one.start) ?? NOWHERE) || gone.some((note) => isIn(one, note));
    const own = left.filter(([label, note]) => {
      const others = (references.get(label) ?? []).filter((one) => !isIn(one, note));
      return others.length > 0 && others.every(isGone);
    });
    if (own.length === 0) return gone;
    for (const [, note] of own) gone.push(note);
    left = left.filter((one) => !own.includes(one));
  }
}

const NOWHERE: Span = { start: 0, end: 0 };

/** Where the footnotes of a draft stand by their labels, the references to each, and what is marked anywhere. */
function notesOf(draft: Draft): {
  readonly notes: ReadonlyMap<string, Span>;
  readonly references: ReadonlyMap<string, readonly Span[]>;
  readonly marks: readonly Span[];
} {
  const notes = new Map<string, Span>();
  const references = new Map<string, Span[]>();
  const marks: Span[] = [];
  for (const { block, start } of draft.blocks)
    eachNode([(block.review ?? block).node], (node) => {
      if (node.type === 'footnoteReference')
        addTo(references, node.identifier.toLowerCase(), spanOf(node, start));
      else if (node.type === 'footnoteDefinition')
        getOrInsert(notes, node.identifier.toLowerCase(), () => spanOf(node, start));
      else if (node.type.startsWith('critic')) marks.push(spanOf(node, start));
    });
  return { notes, references, marks };
}

function isIn(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
