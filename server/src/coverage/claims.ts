/** The claims of the passages of a unit on a topic, once it is decided that the unit argues or mentions it. */
import type { Block, Passage, PlacedBlock, Span } from '../draft/types';
import type { Topic } from '../framework/types';
import { type Features, strengthOf } from './features';
import type { Cue } from './lexicon';
import { proofOf } from './proof';
import { cuesOf, reason, reasonsIn, saysMore, shift } from './reasons';
import { contextReasons, type PlacedUnits } from './topic-context';
import type { CoveredPassage, Reason } from './types';
import type { Unit } from './units';

type Claimed = CoveredPassage['state'];

/** What one passage says on a topic. It depends only on the block, so it is cached with the unit. */
export interface Claim {
  readonly passage: Passage;
  /** Offset of the passage in the unit's text. */
  readonly offset: number;
  readonly state: Claimed;
  readonly heldBackBy?: CoveredPassage['heldBackBy'];
  /** The sentence that makes the case, where the passage as a whole does not. Counts in the passage's prose. */
  readonly sentence?: Span;
  /** Set when the reasons are first asked for. `strong`: whether the passage has a strong cue of its own. */
  found?: { readonly strong: boolean; readonly reasons: readonly Reason[] };
}

/** What a unit does for a topic. `outweighed`: it argues the topic, but its paper is about something else. */
export type UnitVerdict = 'argued' | 'mentioned' | 'outweighed';

/** The kinds of verdict on a topic for which a unit caches its claims. */
const KEPT = ['argued', 'mentioned', 'outweighed', 'declared', 'by sentence'] as const;
const placeOf = (k: number, way: (typeof KEPT)[number]): number => k * KEPT.length + KEPT.indexOf(way);

/**
 * The claims of a unit on a topic.
 *
 * @param k position of the topic in the framework
 * @param way the verdict on the unit; a span is that of the sentence that argues the topic
 * @param features returns the unit's features; called only for units of several passages
 */
export function claimsOf(
  unit: Unit,
  block: Block,
  topic: Topic,
  k: number,
  way: UnitVerdict | Span,
  features: (unit: Unit) => Features,
): readonly Claim[] {
  const place = placeOf(k, typeof way === 'string' ? way : 'by sentence');
  let claims = unit.claims[place] as readonly Claim[] | undefined;
  if (!claims || (typeof way !== 'string' && !isBySentence(claims, way))) {
    claims =
      typeof way === 'string'
        ? read(unit, block, topic, way, () => features(unit))
        : bySentence(unit, block, topic, way, () => features(unit));
    unit.claims[place] = claims;
  }
  return claims;
}

function read(
  { passages }: Unit,
  block: Block,
  topic: Topic,
  way: UnitVerdict,
  features: () => Features,
): readonly Claim[] {
  if (passages.length === 1) return [claimOf(block, passages[0]!, 0, way)];
  const speaking: { readonly passage: Passage; readonly offset: number; readonly cues: readonly Cue[] }[] =
    [];
  let offset = 0;
  for (const passage of passages) {
    const cues = cuesOf(topic, passage, features(), offset);
    if (cues.length > 0) speaking.push({ passage, offset, cues });
    offset += passage.prose.text.length + 1;
  }
  if (speaking.length === 0) return [claimOf(block, passages[0]!, 0, way)];
  // Items that only name the topic are mentions. Where no item names it, all take the topic from their context.
  const named = speaking.some(({ cues }) => cues.some((cue) => strengthOf(cue, topic) === 'strong'));
  return speaking.map((one) => {
    const argues = way !== 'mentioned' && (!named || saysMore(topic, one.passage, features(), one.offset));
    return claimOf(block, one.passage, one.offset, argues ? way : 'mentioned');
  });
}

/** @param sentence the sentence that argues the topic, in the text of the unit; it lies in one of the passages */
function bySentence(
  { passages }: Unit,
  block: Block,
  topic: Topic,
  sentence: Span,
  features: () => Features,
): readonly Claim[] {
  const found: Claim[] = [];
  let offset = 0;
  for (const passage of passages) {
    const end = offset + passage.prose.text.length;
    if (sentence.start >= offset && sentence.end <= end)
      found.push(claimOf(block, passage, offset, 'argued', shift(sentence, -offset)));
    else if (cuesOf(topic, passage, features(), offset).length > 0)
      found.push(claimOf(block, passage, offset, 'mentioned'));
    offset = end + 1;
  }
  return found;
}

/** Whether these claims were made for the sentence at this span of the unit's text. */
function isBySentence(claims: readonly Claim[], { start }: Span): boolean {
  return claims.some(({ sentence, offset }) => sentence !== undefined && sentence.start + offset === start);
}

function claimOf(block: Block, passage: Passage, offset: number, way: UnitVerdict, sentence?: Span): Claim {
  // A passage with placeholders left argues nothing yet, however good the words around them are.
  const isUnwritten = way === 'argued' && isUnfilled(passage.prose.text);
  const heldBackBy = way === 'outweighed' ? 'paper' : isUnwritten ? 'placeholders' : undefined;
  return {
    passage,
    offset,
    state: way !== 'argued' || heldBackBy ? 'mentioned' : proven(block, passage, sentence),
    ...(heldBackBy && { heldBackBy }),
    ...(sentence && { sentence }),
  };
}

/** The claims of a unit whose topic is declared in an `advocacy-covers` comment. */
export function declaredClaims(unit: Unit, block: Block, k: number): readonly Claim[] {
  const place = placeOf(k, 'declared');
  let claims = unit.claims[place] as readonly Claim[] | undefined;
  if (!claims) {
    claims = unit.passages.map((passage): Claim => {
      const here: PlacedBlock = { block, start: 0, line: 0 };
      const reasons = [
        { why: 'author', text: passage.prose.text, span: passage.span } as const,
        ...proofOf(block, passage).map(({ why, start, end }) => reason(why, passage, here, start, end)),
      ];
      return { passage, offset: 0, state: proven(block, passage), found: { strong: true, reasons } };
    });
    unit.claims[place] = claims;
  }
  return claims;
}

function proven(block: Block, passage: Passage, sentence?: Span): Claimed {
  return proofOf(block, passage, sentence).length > 0 ? 'evidenced' : 'argued';
}

/** Whether a text still has a snippet's placeholder (`[insert …]`). */
export function isUnfilled(text: string): boolean {
  return /\[insert\s/i.test(text);
}

/**
 * A claim at its place in the draft. Its reasons are computed when they are first read: most claims are only counted.
 */
export class Covered implements CoveredPassage {
  #reasons: readonly Reason[] | undefined;

  constructor(
    readonly placed: PlacedBlock,
    private readonly claim: Claim,
    private readonly topic: Topic,
    private readonly unit: number,
    private readonly placedUnits: PlacedUnits,
  ) {}

  get passage(): Passage {
    return this.claim.passage;
  }

  get state(): Claimed {
    return this.claim.state;
  }

  get heldBackBy(): CoveredPassage['heldBackBy'] {
    return this.claim.heldBackBy;
  }

  get reasons(): readonly Reason[] {
    this.#reasons ??= this.#find();
    return this.#reasons;
  }

  #find(): readonly Reason[] {
    const { claim, topic, unit, placedUnits } = this;
    if (!claim.found) {
      const { passage, offset, state } = claim;
      const features = inSentence(
        placedUnits.featuresOf(unit),
        claim.sentence && shift(claim.sentence, claim.offset),
      );
      const here = { ...this.placed, start: 0 };
      const reasons = reasonsIn(topic, here, passage, features, offset, state, claim.sentence);
      const strong =
        reasons.some(({ why }) => why === 'cue') &&
        cuesOf(topic, passage, features, offset).some((cue) => strengthOf(cue, topic) === 'strong');
      claim.found = { strong, reasons };
    }
    const { strong, reasons } = claim.found;
    const placed = reasons.map((one): Reason => ({ ...one, span: shift(one.span, this.placed.start) }));
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
