/** The readings of the passages of a unit on a topic, once it is decided that the unit argues or mentions it. */

import { shifted } from '../draft/span';
import type { Block, Passage, PlacedBlock, Span } from '../draft/types';
import { hasInsert } from '../draft/unfilled';
import type { Topic } from '../framework/types';
import { type Features, strengthOf } from './features';
import type { Cue } from './lexicon';
import { type Claim, type Proof, proofOn, type SourcedFigure } from './proof';
import { cuesOf, reason, reasonsIn, saysMore } from './reasons';
import { contextReasons, type PlacedUnits } from './topic-context';
import type { CoveredPassage, Reason } from './types';
import type { Unit } from './units';

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
  /**
   * Its proof without the figures of which `isDoubted` says that nobody can look up where they are from, and with those of
   * which `isNoted` says that a note tells it.
   */
  prove(isDoubted: (figure: SourcedFigure) => boolean, isNoted?: (figure: Span) => boolean): readonly Proof[];
  /** Set when the reasons are first asked for. `strong`: whether the passage has a strong cue of its own. */
  found?: { readonly strong: boolean; readonly reasons: readonly Reason[] };
}

/** What a unit does for a topic. `outweighed`: it argues the topic, but its paper is about something else. */
export type UnitVerdict = 'argued' | 'mentioned' | 'outweighed';

/** The kinds of verdict on a topic for which a unit caches its readings. */
const KEPT = ['argued', 'mentioned', 'outweighed', 'declared', 'declared as argued', 'by sentence'] as const;
const placeOf = (k: number, way: (typeof KEPT)[number]): number => k * KEPT.length + KEPT.indexOf(way);

/**
 * The readings of a unit on a topic.
 *
 * @param k position of the topic in the framework
 * @param way the verdict on the unit; a span is that of the sentence that argues the topic
 * @param features returns the unit's features; called only for units of several passages
 */
export function readingsOf(
  unit: Unit,
  block: Block,
  topic: Topic,
  k: number,
  way: UnitVerdict | Span,
  features: (unit: Unit) => Features,
): readonly PassageReading[] {
  const place = placeOf(k, typeof way === 'string' ? way : 'by sentence');
  let readings = unit.readings[place] as readonly PassageReading[] | undefined;
  if (!readings || (typeof way !== 'string' && !isBySentence(readings, way))) {
    readings =
      typeof way === 'string'
        ? newReadings(unit, block, topic, way, () => features(unit))
        : bySentence(unit, block, topic, way, () => features(unit));
    unit.readings[place] = readings;
  }
  return readings;
}

function newReadings(
  { passages }: Unit,
  block: Block,
  topic: Topic,
  way: UnitVerdict,
  features: () => Features,
): readonly PassageReading[] {
  if (passages.length === 1)
    return [readingOf(topic, block, { passage: passages[0]!, offset: 0, features }, way)];
  const speaking: { readonly passage: Passage; readonly offset: number; readonly cues: readonly Cue[] }[] =
    [];
  let offset = 0;
  for (const passage of passages) {
    const cues = cuesOf(topic, passage, features(), offset);
    if (cues.length > 0) speaking.push({ passage, offset, cues });
    offset += passage.prose.text.length + 1;
  }
  if (speaking.length === 0)
    return [readingOf(topic, block, { passage: passages[0]!, offset: 0, features }, way)];
  // Items that only name the topic are mentions. Where no item names it, all take the topic from their context.
  const named = speaking.some(({ cues }) => cues.some((cue) => strengthOf(cue, topic) === 'strong'));
  return speaking.map((one) => {
    const argues = way !== 'mentioned' && (!named || saysMore(topic, one.passage, features(), one.offset));
    return readingOf(topic, block, { ...one, features }, argues ? way : 'mentioned');
  });
}

/** @param sentence the sentence that argues the topic, in the text of the unit; it lies in one of the passages */
function bySentence(
  { passages }: Unit,
  block: Block,
  topic: Topic,
  sentence: Span,
  features: () => Features,
): readonly PassageReading[] {
  const found: PassageReading[] = [];
  let offset = 0;
  for (const passage of passages) {
    const end = offset + passage.prose.text.length;
    if (sentence.start >= offset && sentence.end <= end)
      found.push(
        readingOf(
          topic,
          block,
          { passage, offset, features, sentence: shifted(sentence, -offset) },
          'argued',
        ),
      );
    else if (cuesOf(topic, passage, features(), offset).length > 0)
      found.push(readingOf(topic, block, { passage, offset, features }, 'mentioned'));
    offset = end + 1;
  }
  return found;
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
    prove: (isDoubted, isNoted) =>
      proofOn(topic, block, { ...claim, isDoubted, ...(isNoted && { isNoted }) }),
    state: argues ? proven(proof) : 'mentioned',
    ...(heldBackBy && { heldBackBy }),
    ...(sentence && { sentence }),
  };
}

/**
 * The readings of a unit whose topic is declared in an `advocacy-covers` comment.
 *
 * @param argues whether the unit argues it by itself, too
 */
export function declaredReadings(
  unit: Unit,
  block: Block,
  topic: Topic,
  k: number,
  argues: boolean,
  features: (unit: Unit) => Features,
): readonly PassageReading[] {
  const place = placeOf(k, argues ? 'declared as argued' : 'declared');
  let readings = unit.readings[place] as readonly PassageReading[] | undefined;
  if (!readings) {
    let offset = 0;
    readings = unit.passages.map((passage): PassageReading => {
      const claim = { passage, offset, isDeclared: !argues, features: () => features(unit) };
      offset += passage.prose.text.length + 1;
      const proof = proofOn(topic, block, claim);
      const here: PlacedBlock = { block, start: 0, line: 0 };
      const reasons = [
        { why: 'author', text: passage.prose.text, span: passage.span } as const,
        ...proof.map(({ why, start, end }) => reason(why, passage, here, start, end)),
      ];
      const prove: PassageReading['prove'] = (isDoubted, isNoted) =>
        proofOn(topic, block, { ...claim, isDoubted, ...(isNoted && { isNoted }) });
      return { passage, offset: 0, proof, prove, state: proven(proof), found: { strong: true, reasons } };
    });
    unit.readings[place] = readings;
  }
  return readings;
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
