/** What of a passage's proof stands in its draft: that of which a reader can look up the source. */
import { lowerCase, shifted } from '../draft';
import { firstWhere } from '../draft/binary-search';
import type { Block, Passage, PlacedBlock, Span } from '../draft/types';
import type { LookUp } from '../support/look-up';
import { isDated, isOwnStudy, namesKnown, namesOnlyABody } from '../support/named-sources';
import { namesPlace } from '../support/sourced';
import type { PassageReading } from './passage-readings';
import { type SourcedFigure, sentencesIn } from './proof';

/**
 * A reading without the proof that nobody can look up, which falls to `argued` where none is left; or with the proof of
 * which a note of the paper says where it is from.
 */
export function withStandingProof(
  reading: PassageReading,
  { start: at, block }: PlacedBlock,
  { emptyNotes, bareNotes, isDoubted, isOwn, isNoted }: LookUp,
): PassageReading {
  const { state, passage, proof } = reading;
  if (state === 'argued' && isNoted && !reading.heldBackBy) {
    const { prose } = passage;
    const noted = reading.prove({
      isNoted: (figure) => {
        const { start, end } = sentenceOf(passage, figure) ?? figure;
        return isNoted(prose.text.slice(start, end), shifted(prose.toSource(figure.start, figure.end), at));
      },
    });
    const { found: _, ...rest } = reading;
    return noted.length > 0 ? { ...rest, proof: noted, state: 'evidenced' } : reading;
  }
  if (state !== 'evidenced' || proof.every(({ why }) => why === 'quotation')) return reading;
  const saysNothing = (label: string): boolean => emptyNotes.has(label) || bareNotes.has(label);
  const isVague = (span: Span): boolean =>
    isDoubted(shifted(passage.prose.toSource(span.start, span.end), at));
  const isNameAlone = (span: Span): boolean => {
    const { text } = passage.prose;
    const words = text.slice(span.start, span.end);
    const sentence = sentenceOf(passage, span);
    return (
      sentence !== undefined &&
      namesOnlyABody(words, text.slice(sentence.start, sentence.end)) &&
      !isOwn(words)
    );
  };
  const hasDoubts = proof.some(
    (one) => one.why !== 'quotation' && (isVague(one) || (one.why === 'source' && isNameAlone(one))),
  );
  if (!hasDoubts && !passage.footnotes.some(saysNothing)) return reading;
  let heldBackBy: 'footnote' | 'source' = 'source';
  const hasNone = ({ span, source }: SourcedFigure): boolean => {
    // A footnote reference is not part of the prose.
    if (!source) return false;
    const isNote = source.span.end === source.span.start;
    if (isVague(span) || (!isNote && (isVague(source.span) || isNameAlone(source.span)))) return true;
    const labels = isNote ? notesBehind(block, passage, span) : [];
    if (labels.length === 0 || !labels.every(saysNothing) || isDatedInText(block, passage, span))
      return false;
    if (labels.some((label) => emptyNotes.has(label))) heldBackBy = 'footnote';
    return true;
  };
  const standing = reading.prove({ isDoubted: hasNone });
  // The cached reasons are those of the proof before.
  const { found: _, ...rest } = reading;
  return standing.length > 0
    ? { ...rest, proof: standing }
    : { ...rest, proof: [], state: 'argued', heldBackBy };
}

/**
 * The labels of the footnotes that the sentence of a figure refers to; of all in its passage where it refers to none, as a
 * note further on may stand for it.
 */
function notesBehind(block: Block, passage: Passage, figure: Span): readonly string[] {
  const { prose, footnotes } = passage;
  const sentence = sentenceOf(passage, figure);
  if (!sentence) return footnotes;
  const { start, end } = prose.toSource(sentence.start, sentence.end);
  // A footnote reference often follows the full stop, or the end of emphasis.
  const behind = /^(?:[*_~"”’)\]]|\s*\[\^[^\]\s]+\])*/.exec(block.text.slice(end, end + 200))![0].length;
  const source = lowerCase(block.text.slice(start, end + behind));
  const own = [...source.matchAll(/\[\^([^\][\s]{1,200})\]/g)]
    .map(([, label]) => label!)
    .filter((label) => footnotes.includes(label));
  return own.length > 0 ? own : footnotes;
}

function sentenceOf(passage: Passage, { start }: Span): Span | undefined {
  const spans = sentencesIn(passage);
  return spans[firstWhere(spans, (span) => span.end > start)];
}

/** Whether the sentence of a figure says itself where it is from, so that its note adds nothing and takes nothing away. */
function isDatedInText(block: Block, passage: Passage, figure: Span): boolean {
  const sentence = sentenceOf(passage, figure);
  if (!sentence) return false;
  const { prose } = passage;
  const said = prose.text.slice(sentence.start, sentence.end);
  const { start, end } = prose.toSource(sentence.start, sentence.end);
  return (
    namesPlace(said) || isOwnStudy(said) || namesKnown(said) || isDated(said, block.text.slice(start, end))
  );
}
