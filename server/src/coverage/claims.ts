/** What the passages of a unit claim for a topic, once the unit is taken to argue or to mention it. */
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

/** One passage's claim. Depends on its block alone, so it is kept with the unit. */
export interface Claim {
  readonly passage: Passage;
  /** Where the passage begins in the unit's text. */
  readonly offset: number;
  readonly state: Claimed;
  readonly keptBy?: CoveredPassage['keptBy'];
  /** The sentence that makes the case where the passage as a whole does not: in its prose. */
  readonly sentence?: Span;
  /** Whether a word of the passage itself speaks strongly of the topic; with its reasons, once they were asked for. */
  found?: { readonly strong: boolean; readonly reasons: readonly Reason[] };
}

/** What a unit does for a topic by itself; `outweighed` is argued, in a paper that is about something else. */
export type OwnWay = 'argued' | 'mentioned' | 'outweighed';

/** Verdicts on a topic that the units keep: by themselves, declared by the author, argued by a sentence. */
const KEPT = ['argued', 'mentioned', 'outweighed', 'declared', 'by sentence'] as const;
const placeOf = (k: number, way: (typeof KEPT)[number]): number => k * KEPT.length + KEPT.indexOf(way);

/**
 * The claims of a unit for a topic.
 *
 * @param k position of the topic in the framework
 * @param way a span is that of the sentence that argues, which the rest of the document has a say in
 * @param features asked for where the unit has several passages, of which those count that have a word on the topic
 */
export function claimsOf(
  unit: Unit,
  block: Block,
  topic: Topic,
  k: number,
  way: OwnWay | Span,
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
  way: OwnWay,
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
  // Items that name a topic and nothing more only say what there is. Where none names it, all take it from around them.
  const named = speaking.some(({ cues }) => cues.some((cue) => strengthOf(cue, topic) === 'strong'));
  return speaking.map((one) => {
    const argues = way !== 'mentioned' && (!named || saysMore(topic, one.passage, features(), one.offset));
    return claimOf(block, one.passage, one.offset, argues ? way : 'mentioned');
  });
}

/** @param sentence the one that argues, in the text of the unit: one of the passages has it */
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

/** Whether claims are those that a sentence makes, in the text of the unit. */
function isBySentence(claims: readonly Claim[], { start }: Span): boolean {
  return claims.some(({ sentence, offset }) => sentence !== undefined && sentence.start + offset === start);
}

function claimOf(block: Block, passage: Passage, offset: number, way: OwnWay, sentence?: Span): Claim {
  // What is still to be filled in argues nothing yet, however well the words around it do.
  const isUnwritten = way === 'argued' && isUnfilled(passage.prose.text);
  const keptBy = way === 'outweighed' ? 'paper' : isUnwritten ? 'placeholders' : undefined;
  return {
    passage,
    offset,
    state: way !== 'argued' || keptBy ? 'mentioned' : proven(block, passage, sentence),
    ...(keptBy && { keptBy }),
    ...(sentence && { sentence }),
  };
}

/** The claims of a unit whose author declared the topic. */
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

/** Whether a placeholder of a snippet is left in a text. */
export function isUnfilled(text: string): boolean {
  return /\[insert\s/i.test(text);
}

/** A claim where it stands. Works its reasons out when they are asked for: most passages are only counted. */
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

  get keptBy(): CoveredPassage['keptBy'] {
    return this.claim.keptBy;
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

/** The cues of a sentence alone, where it is a sentence that makes the case. */
function inSentence(features: Features, sentence: Span | undefined): Features {
  if (!sentence) return features;
  const { start, end } = features.words;
  const cues = features.cues.filter(
    (cue) => start[cue.first]! >= sentence.start && end[cue.last]! <= sentence.end,
  );
  return { ...features, cues };
}
