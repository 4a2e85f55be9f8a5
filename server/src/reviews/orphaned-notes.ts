import { firstWhere } from '../draft/binary-search';
import type { Draft, Span } from '../draft/types';
import { eachNode, spanOf } from '../mdast/tree';
import { getOrInsert } from '../util/memoize';
import { firstFrom } from './cleanup-edits';

/**
 * The footnotes that cuts leave without a reference, also such as only another of these refers to. One with changes or
 * comments of its own that stay is none.
 *
 * @param cuts in order, without overlaps
 */
export function orphanedNotes(draft: Draft, cuts: readonly Span[]): readonly Span[] {
  if (!cuts.some(({ start, end }) => draft.text.slice(start, end).includes('[^'))) return [];
  const { notes, references, marks } = notesOf(draft);
  const cutAt = (place: number): Span | undefined => cuts[firstFrom(cuts, place)];
  // Of a mark that is settled, some or all is cut.
  const open = marks.filter(({ start, end }) => (cutAt(start)?.start ?? end) >= end);
  const stays = (note: Span): boolean => (open[firstAt(open, note)]?.start ?? note.end) < note.end;
  /** References to each note, besides its own to itself, that are not gone. */
  const left = new Map<string, number>();
  for (const one of references)
    if (!isIn(one, notes.get(one.label))) left.set(one.label, (left.get(one.label) ?? 0) + 1);
  const gone: Span[] = [];
  const goneReferences = new Set<Reference>();
  const lose = (one: Reference): void => {
    const note = notes.get(one.label);
    if (note === undefined || isIn(one, note) || goneReferences.has(one)) return;
    goneReferences.add(one);
    const count = left.get(one.label)! - 1;
    left.set(one.label, count);
    if (count === 0 && !stays(note)) gone.push(note);
  };
  for (const one of references) if (isIn(one, cutAt(one.start))) lose(one);
  // What is found meanwhile comes last, and takes its own references with it.
  for (const note of gone)
    for (let at = firstAt(references, note); (references[at]?.start ?? note.end) < note.end; at++)
      lose(references[at]!);
  return gone;
}

interface Reference extends Span {
  readonly label: string;
}

/** Where the footnotes of a draft stand by their labels; in order, the references to them and what is marked anywhere. */
function notesOf(draft: Draft): {
  readonly notes: ReadonlyMap<string, Span>;
  readonly references: readonly Reference[];
  readonly marks: readonly Span[];
} {
  const notes = new Map<string, Span>();
  const references: Reference[] = [];
  const marks: Span[] = [];
  for (const { block, start } of draft.blocks)
    eachNode([(block.review ?? block).node], (node) => {
      const span = (): Span => spanOf(node, start);
      if (node.type === 'footnoteReference')
        references.push({ label: node.identifier.toLowerCase(), ...span() });
      else if (node.type === 'footnoteDefinition') getOrInsert(notes, node.identifier.toLowerCase(), span);
      else if (node.type.startsWith('critic')) marks.push(span());
    });
  return { notes, references: inOrder(references), marks: inOrder(marks) };
}

function inOrder<T extends Span>(spans: readonly T[]): readonly T[] {
  return [...spans].sort((one, other) => one.start - other.start);
}

/** The position of the first of some spans in order that begins in a note, or behind it. */
function firstAt(spans: readonly Span[], note: Span): number {
  return firstWhere(spans, ({ start }) => start >= note.start);
}

function isIn(inner: Span, outer: Span | undefined): boolean {
  return outer !== undefined && outer.start <= inner.start && inner.end <= outer.end;
}
