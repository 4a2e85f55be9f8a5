/** Footnotes that are still to be filled in name no source yet, whatever refers to them. */
import { BlockFinder, lowerCase } from '../draft';
import type { Block, Draft, Passage, Span } from '../draft/types';
import { unfilledIn } from '../draft/unfilled';
import { memoized } from '../memoize';
import type { Claim } from './claims';
import { proofOf } from './proof';

const finder = new BlockFinder(({ node, text }: Block) =>
  node.type === 'footnoteDefinition' && isToFillIn(text) ? node.identifier : undefined,
);

/** Whether a footnote says that its source is to come, or nothing but that: "[^1]: TBC". */
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

/** Labels of the draft's footnotes in which a placeholder is left. */
export const emptyNotes = memoized(
  (draft: Draft): ReadonlySet<string> => new Set(finder.in(draft, undefined).map(({ found }) => found)),
);

/** A claim whose figures have no source but such footnotes argues, and proves nothing yet. */
export function withoutEmptyNotes(claim: Claim, block: Block, empty: ReadonlySet<string>): Claim {
  const { state, passage, sentence } = claim;
  if (state !== 'evidenced' || empty.size === 0 || passage.footnotes.length === 0) return claim;
  const named = notesOf(block, passage, sentence).some((label) => !empty.has(label));
  if (named || proofOf(block, passage, sentence).some(({ why }) => why !== 'figure')) return claim;
  // The reasons that are kept with it are those of what is proved.
  const { found: _, ...rest } = claim;
  return { ...rest, state: 'argued', heldBackBy: 'footnote' };
}

/**
 * Labels of the footnotes that a passage refers to: those of a sentence alone, where it is that which makes the case and
 * it has one.
 */
function notesOf(block: Block, passage: Passage, sentence: Span | undefined): readonly string[] {
  if (!sentence) return passage.footnotes;
  const { start, end } = passage.prose.toSource(sentence.start, sentence.end);
  // A mark stands behind the full stop as often as before it, and behind what closes a word in bold.
  const behind = /^(?:[*_~"”’)\]]|\s*\[\^[^\]\s]+\])*/.exec(block.text.slice(end, end + 200))![0].length;
  const source = lowerCase(block.text.slice(start, end + behind));
  const own = passage.footnotes.filter((label) => source.includes(`[^${label}]`));
  return own.length > 0 ? own : passage.footnotes;
}
