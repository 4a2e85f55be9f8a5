/** Footnotes that are still to be filled in name no source yet, whatever refers to them. */
import { BlockFinder, lowerCase } from '../draft';
import type { Block, Draft, Passage, Span } from '../draft/types';
import type { Claim } from './claims';
import { proofOf } from './proof';

/** What people write into a footnote whose source they have still to find. */
export const SOURCE_TO_COME =
  /\b(?:(?:sources?|citations?|references?|figures?|details?)\s+)(?:(?:is|are|still)\s+){0,2}(?:to\s+(?:be\s+(?:confirmed|added|found|checked|supplied|provided)|follow|come)|needed|required|missing)\b|\bto\s+be\s+(?:confirmed|added|supplied|provided)\b|\[(?:source|citation|reference|ref)s?\]/gi;

/** A footnote that is there to be filled in and says nothing else: "[^1]: TBC". */
const PLACE_HELD = /^\[\^[^\]]+\]:\s*(?:TBC|TBD|TK|TODO|X{2,}|\?+|\.{3}|…)[\s.!]*$/i;

const finder = new BlockFinder(({ node, text }: Block) =>
  node.type === 'footnoteDefinition' &&
  (/\[insert\s/i.test(text) || text.search(SOURCE_TO_COME) !== -1 || PLACE_HELD.test(text))
    ? node.identifier
    : undefined,
);

const known = new WeakMap<Draft, ReadonlySet<string>>();

/** Labels of the draft's footnotes in which a placeholder is left. */
export function emptyNotes(draft: Draft): ReadonlySet<string> {
  let labels = known.get(draft);
  if (!labels) {
    labels = new Set(finder.in(draft, undefined).map(({ found }) => found));
    known.set(draft, labels);
  }
  return labels;
}

/** A claim whose figures have no source but such footnotes argues, and proves nothing yet. */
export function withoutEmptyNotes(claim: Claim, block: Block, empty: ReadonlySet<string>): Claim {
  const { state, passage, sentence } = claim;
  if (state !== 'evidenced' || empty.size === 0 || passage.footnotes.length === 0) return claim;
  const named = notesOf(block, passage, sentence).some((label) => !empty.has(label));
  if (named || proofOf(block, passage, sentence).some(({ why }) => why !== 'figure')) return claim;
  // The reasons that are kept with it are those of what is proved.
  const { found: _, ...rest } = claim;
  return { ...rest, state: 'argued', toFillIn: 'footnote' };
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
