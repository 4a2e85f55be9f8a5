import { formatOf, PLAIN } from '../docx/format';
import type { Span } from '../draft/types';
import { lookOf, type Places } from './places';
import type { Delete, Fragment, Insert } from './types';

/**
 * What a reviewer makes of words of a draft: those that are kept, and those that are added, each as it looks.
 *
 * @param words of the leaf
 * @param deletes of these words and others
 * @param inserts among these words, or in the place of some
 */
export function reviewedWords(
  words: readonly Span[],
  deletes: readonly Delete[],
  inserts: readonly Insert[],
  places: Places,
): Fragment[] {
  if (words.length === 0) return inserts.flatMap(({ content }) => content);
  const edges = [...deletes.flatMap(({ from, to }) => [from, to]), ...inserts.map(({ at }) => at)];
  const left = new Set(inserts);
  const insertedAt = (at: number): Fragment[] =>
    [...left].flatMap((edit) => {
      if (edit.at !== at) return [];
      left.delete(edit);
      return edit.content;
    });
  return words.flatMap(({ start, end }) => {
    const inside = edges.filter((at) => start < at && at < end).sort((a, b) => a - b);
    const cuts = [start, ...inside, end];
    return cuts.flatMap((at, index) => {
      const next = cuts[index + 1] ?? at;
      const isGone = deletes.some(({ from, to }) => from <= at && next <= to);
      return [...insertedAt(at), ...(isGone ? [] : kept(at, next, places))];
    });
  });
}

/** Words of a leaf as they are. */
function kept(from: number, to: number, places: Places): Fragment[] {
  const { leaf, text } = places;
  return leaf.pieces.flatMap((piece): Fragment[] => {
    const [start, end] = [Math.max(from, piece.start), Math.min(to, piece.end)];
    if (start >= end) return [];
    const shown = leaf.text.slice(start, end);
    if (piece.node.type !== 'text')
      return [{ text: shown, markdown: text.slice(piece.source.start, piece.source.end) }];
    const around = places.path(start);
    const { bold, italic, strike } = lookOf(around);
    const link = around.find((node) => node.type === 'link');
    const content = {
      type: 'text' as const,
      text: shown,
      format: formatOf({ ...PLAIN, bold, italic, strike }),
      ...(link !== undefined && { link: { address: link.url } }),
    };
    return [{ item: { type: 'item', text: shown, content, known: false } }];
  });
}
