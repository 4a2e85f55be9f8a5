/** The readings of the passages of a unit on a topic, once it is decided that the unit argues or mentions it. */

import { shifted } from '../draft/span';
import type { Block, Passage, PlacedBlock, Span } from '../draft/types';
import { hasInsert } from '../draft/unfilled';
import type { Topic } from '../framework/types';
import { type Features, strengthOf } from './features';
import { type Claim, type Known, type Proof, proofOn } from './proof';
import { cuesOf, reason, reasonsIn, saysMore } from './reasons';
import { contextReasons, type PlacedUnits } from './topic-context';
import type { CoveredPassage, Reason } from './types';
import { type Unit, withOffsets } from './units';

type ReadingState = CoveredPassage['state'];

/** What one passage says on a topic. It depends only on the block, so it is cached with the unit. */
export interface PassageReading {
  readonly passage: Passage;
  /** Offset of the passage in the unit's text. */
  readonly offset: number;
  readonly state: ReadingState;
  readonly heldBackBy?: CoveredPassage['heldBackBy'];
  /** The sentence that makes the case, where the passage as a whole does not. Counts in the passage's prose. */
  readonly sentence?: Span;
  /** What proves its case; empty where nothing does, or where it makes none. */
  readonly proof: readonly Proof[];
  /** Its proof as the rest of the draft makes it: without the figures that are doubted, and with those that a note has. */
  prove(known: Known): readonly Proof[];
  /** Set when the reasons are first asked for. `strong`: whether the passage has a strong cue of its own. */
  found?: { readonly strong: boolean; readonly reasons: readonly Reason[] };
}

/** What a unit does for a topic. `outweighed`: it argues the topic, but its paper is about something else. */
type UnitVerdict = 'argued' | 'mentioned' | 'outweighed';

/**
 * The same, or what its author declares in an `advocacy-covers` comment (`as argued`: it argues the topic by itself,
 * too), or the span of the sentence in it that argues the topic.
 */
export type Way = UnitVerdict | 'declared' | 'declared as argued' | Span;

/** The kinds of verdict on a topic for which a unit caches its readings. */
const KEPT = ['argued', 'mentioned', 'outweighed', 'declared', 'declared as argued', 'by sentence'] as const;

/**
 * The readings of a unit on a topic.
 *
 * @param k position of the topic in the framework
 * @param featuresOf returns the unit's features; called only for units of several passages
 */
export function readingsOf(
  unit: Unit,
  block: Block,
  topic: Topic,
  k: number,
  way: Way,
  featuresOf: (unit: Unit) => Features,
): readonly PassageReading[] {
  const place = k * KEPT.length + KEPT.indexOf(typeof way === 'string' ? way : 'by sentence');
  const known = unit.readings[place] as readonly PassageReading[] | undefined;
  if (known && (typeof way === 'string' || isBySentence(known, way))) return known;
  const features = () => featuresOf(unit);
  const claims = withOffsets(unit.passages).map((one): Claim => ({ features, ...one }));
  const readings =
    typeof way !== 'string'
      ? bySentence(topic, block, claims, way)
      : way === 'declared' || way === 'declared as argued'
        ? claims.map((claim) => declaredReading(topic, block, { ...claim, isDeclared: way === 'declared' }))
        : newReadings(topic, block, claims, way);
  unit.readings[place] = readings;
  return readings;
}

function newReadings(
  topic: Topic,
  block: Block,
  claims: readonly Claim[],
  way: UnitVerdict,
): readonly PassageReading[] {
  const speaking =
    claims.length === 1
      ? []
      : claims
          .map((claim) => ({ claim, cues: cuesOf(topic, claim.passage, claim.features(), claim.offset) }))
          .filter(({ cues }) => cues.length > 0);
  if (speaking.length === 0) return [readingOf(topic, block, claims[0]!, way)];
  // Items that only name the topic are mentions. Where no item names it, all take the topic from their context.
  const named = speaking.some(({ cues }) => cues.some((cue) => strengthOf(cue, topic) === 'strong'));
  return speaking.map(({ claim }) => {
    const { passage, offset, features } = claim;
    const argues = way !== 'mentioned' && (!named || saysMore(topic, passage, features(), offset));
    return readingOf(topic, block, claim, argues ? way : 'mentioned');
  });
}

/** @param sentence the sentence that argues the topic, in the text of the unit; it lies in one of the passages */
function bySentence(
  topic: Topic,
  block: Block,
  claims: readonly Claim[],
  sentence: Span,
): readonly PassageReading[] {
  return claims.flatMap((claim) => {
    const { passage, offset, features } = claim;
    if (sentence.start >= offset && sentence.end <= offset + passage.prose.text.length)
      return readingOf(topic, block, { ...claim, sentence: shifted(sentence, -offset) }, 'argued');
    const isNamed = cuesOf(topic, passage, features(), offset).length > 0;
    return isNamed ? readingOf(topic, block, claim, 'mentioned') : [];
  });
}

/** Whether these readings were made for the sentence at this span of the unit's text. */
function isBySentence(readings: readonly PassageReading[], { start }: Span): boolean {
  return readings.some(({ sentence, offset }) => sentence !== undefined && sentence.start + offset === start);
}

function readingOf(topic: Topic, block: Block, claim: Claim, way: UnitVerdict): PassageReading {
  const { passage, offset, sentence } = claim;
  // A passage with placeholders left argues nothing yet, however good the words around them are.
  const isUnwritten = way !== 'mentioned' && hasInsert(passage.prose.text);
  const heldBackBy = isUnwritten ? 'placeholders' : way === 'outweighed' ? 'paper' : undefined;
  const argues = way === 'argued' && !heldBackBy;
  const proof = argues ? proofOn(topic, block, claim) : [];
  return {
    passage,
    offset,
    proof,
    prove: (known) => proofOn(topic, block, claim, known),
    state: argues ? proven(proof) : 'mentioned',
    ...(heldBackBy && { heldBackBy }),
    ...(sentence && { sentence }),
  };
}

/** The reading of a passage whose topic is declared. */
function declaredReading(topic: Topic, block: Block, claim: Claim): PassageReading {
  const { passage, offset } = claim;
  const proof = proofOn(topic, block, claim);
  const here: PlacedBlock = { block, start: 0, line: 0 };
  const reasons = [
    { why: 'author', text: passage.prose.text, span: passage.span } as const,
    ...proof.map(({ why, start, end }) => reason(why, passage, here, start, end)),
  ];
  return {
    passage,
    offset,
    proof,
    prove: (known) => proofOn(topic, block, claim, known),
    state: proven(proof),
    found: { strong: true, reasons },
  };
}

function proven(proof: readonly Proof[]): ReadingState {
  return proof.length > 0 ? 'evidenced' : 'argued';
}

/**
 * A reading at its place in the draft. Its reasons are computed when they are first read: most readings are only counted.
 */
export class PlacedReading implements CoveredPassage {
  #reasons: readonly Reason[] | undefined;

  constructor(
    readonly placed: PlacedBlock,
    private readonly reading: PassageReading,
    private readonly topic: Topic,
    private readonly unit: number,
    private readonly placedUnits: PlacedUnits,
  ) {}

  get passage(): Passage {
    return this.reading.passage;
  }

  get state(): ReadingState {
    return this.reading.state;
  }

  get heldBackBy(): CoveredPassage['heldBackBy'] {
    return this.reading.heldBackBy;
  }

  get reasons(): readonly Reason[] {
    this.#reasons ??= this.#find();
    return this.#reasons;
  }

  #find(): readonly Reason[] {
    const { reading, topic, unit, placedUnits } = this;
    if (!reading.found) {
      const { passage, offset, state } = reading;
      const features = inSentence(
        placedUnits.featuresOf(unit),
        reading.sentence && shifted(reading.sentence, reading.offset),
      );
      const here = { ...this.placed, start: 0 };
      const reasons = reasonsIn(topic, here, passage, features, offset, state, reading.proof);
      const strong =
        reasons.some(({ why }) => why === 'cue') &&
        cuesOf(topic, passage, features, offset).some((cue) => strengthOf(cue, topic) === 'strong');
      reading.found = { strong, reasons };
    }
    const { strong, reasons } = reading.found;
    const placed = reasons.map((one): Reason => ({ ...one, span: shifted(one.span, this.placed.start) }));
    return strong ? placed : [...contextReasons(placedUnits, unit, topic), ...placed];
  }
}

/** The features with only the cues of a sentence, where one is given. */
function inSentence(features: Features, sentence: Span | undefined): Features {
  if (!sentence) return features;
  const { start, end } = features.words;
  const cues = features.cues.filter(
    (cue) => start[cue.first]! >= sentence.start && end[cue.last]! <= sentence.end,
  );
  return { ...features, cues };
}
