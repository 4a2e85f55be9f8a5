/** Footnotes that are still to be filled in. They name no source yet. */
import { BlockFinder, lowerCase } from '../draft';
import type { Block, Draft, Passage, Span } from '../draft/types';
import { unfilledIn } from '../draft/unfilled';
import { memoized } from '../memoize';
import type { PassageReading } from './passage-readings';

const finder = new BlockFinder(({ node, text }: Block) =>
  node.type === 'footnoteDefinition' && isToFillIn(text) ? node.identifier : undefined,
);

/** Whether a footnote says that its source is to come ("[^1]: TBC"). */
function isToFillIn(text: string): boolean {
  const note = text.replace(/^\[\^[^\]]+\]:/, '');
  const found = unfilledIn(note, { alone: 'note' }).filter(({ sure }) => sure);
  if (found.some(({ kind }) => kind.name === 'insert' || kind.where === 'note')) return true;
  const [first] = found;
  return (
    first !== undefined &&
    found.length === 1 &&
    note.replace(note.slice(first.start, first.end), '').search(/[^\s.!]/) < 0
  );
}

/** The labels of the draft's footnotes that are still to be filled in. */
export const emptyNotes = memoized(
  (draft: Draft): ReadonlySet<string> => new Set(finder.in(draft, undefined).map(({ found }) => found)),
);

/** Lowers a reading to `argued` where its only sources are such footnotes. */
export function withoutEmptyNotes(
  reading: PassageReading,
  block: Block,
  empty: ReadonlySet<string>,
): PassageReading {
  const { state, passage, sentence, proof } = reading;
  if (state !== 'evidenced' || empty.size === 0 || passage.footnotes.length === 0) return reading;
  const named = notesOf(block, passage, sentence).some((label) => !empty.has(label));
  if (named || proof.some(({ why }) => why !== 'figure')) return reading;
  // The cached reasons are those of an evidenced reading.
  const { found: _, ...rest } = reading;
  return { ...rest, state: 'argued', heldBackBy: 'footnote' };
}

/**
 * The labels of the footnotes that a passage refers to; only those of the sentence, where one makes the case and has
 * any.
 */
function notesOf(block: Block, passage: Passage, sentence: Span | undefined): readonly string[] {
  if (!sentence) return passage.footnotes;
  const { start, end } = passage.prose.toSource(sentence.start, sentence.end);
  // A footnote reference often follows the full stop, or the end of emphasis.
  const behind = /^(?:[*_~"”’)\]]|\s*\[\^[^\]\s]+\])*/.exec(block.text.slice(end, end + 200))![0].length;
  const source = lowerCase(block.text.slice(start, end + behind));
  const own = passage.footnotes.filter((label) => source.includes(`[^${label}]`));
  return own.length > 0 ? own : passage.footnotes;
}
