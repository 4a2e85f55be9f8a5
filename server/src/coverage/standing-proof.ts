/** What of a passage's proof stands in its draft: that of which a reader can look up the source. */
import { lowerCase, shifted } from '../draft';
import type { Block, Passage, PlacedBlock, Span } from '../draft/types';
import type { LookUp } from '../support/look-up';
import type { PassageReading } from './passage-readings';
import type { Proof } from './proof';

/** A reading without the proof that nobody can look up; it falls to `argued` where none is left. */
export function withStandingProof(
  reading: PassageReading,
  placed: PlacedBlock,
  lookUp: LookUp,
): PassageReading {
  return reading.state === 'evidenced' && reading.proof.length > 0
    ? withoutNotes(withoutDoubted(reading, placed, lookUp), placed.block, lookUp)
    : reading;
}

function withoutDoubted(
  reading: PassageReading,
  { start: at }: PlacedBlock,
  { isDoubted }: LookUp,
): PassageReading {
  const { passage, proof } = reading;
  const isVague = (span: Span): boolean =>
    isDoubted(shifted(passage.prose.toSource(span.start, span.end), at));
  if (!proof.some((one) => one.why !== 'quotation' && isVague(one))) return reading;
  const standing = reading.prove(isVague);
  return standing.length > 0 ? proven(reading, standing) : unproven(reading, 'source');
}

/** Without proof that has only footnotes which say nothing. */
function withoutNotes(
  reading: PassageReading,
  block: Block,
  { emptyNotes, bareNotes }: LookUp,
): PassageReading {
  const { state, passage, sentence, proof } = reading;
  if (state !== 'evidenced' || passage.footnotes.length === 0) return reading;
  if (emptyNotes.size === 0 && bareNotes.size === 0) return reading;
  const labels = notesOf(block, passage, sentence);
  const isNamed = labels.some((label) => !(emptyNotes.has(label) || bareNotes.has(label)));
  if (isNamed || proof.some(({ why }) => why !== 'figure')) return reading;
  return unproven(reading, labels.some((label) => emptyNotes.has(label)) ? 'footnote' : 'source');
}

// The cached reasons are those of the proof before.
const proven = ({ found: _, ...rest }: PassageReading, proof: readonly Proof[]): PassageReading => ({
  ...rest,
  proof,
});
const unproven = (
  { found: _, ...rest }: PassageReading,
  heldBackBy: 'footnote' | 'source',
): PassageReading => ({ ...rest, proof: [], state: 'argued', heldBackBy });

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
