/** Finds what turns a case into evidence: a figure with its source, or a quotation of a named person with a role. */

import { passagesOf } from '../draft';
import { sentences } from '../draft/sentences';
import type { Block, Passage, Span } from '../draft/types';
import { figuresIn, isSignature, isSigned, personIn, quotesIn, type Source, speakerIn } from '../evidence';
import type { Topic } from '../framework/types';
import { getOrInsert } from '../memoize';
import { type Features, strengthOf } from './features';
import { OFFERS_FROM, TOPICS } from './lexicon';

export interface Proof {
  readonly why: 'figure' | 'quotation' | 'source';
  /** Offsets in the passage's prose. */
  readonly start: number;
  readonly end: number;
}

/** The fewest words of a quotation: fewer are a term or a title. */
export const QUOTED_WORDS = 6;
/** The most figures that are reported as proof. */
const MOST_FIGURES = 3;

/**
 * The proof in a passage; empty if there is none.
 *
 * @param sentence the one sentence that makes the case, if only one does: proof in other sentences does not count
 */
export function proofOf(block: Block, passage: Passage, sentence?: Span): readonly Proof[] {
  const all = proofOfAll(block, passage);
  if (!sentence) return all;
  const inside = all.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  return inside.some(({ why }) => why !== 'source') ? inside : [];
}

const proofs = new WeakMap<Passage, readonly Proof[]>();

function proofOfAll(block: Block, passage: Passage): readonly Proof[] {
  return getOrInsert(proofs, passage, () => {
    const proof = figureProof(block, passage);
    return proof.length > 0 ? proof : quotationProof(block, passage);
  });
}

/** Figures that count as claims, and the words that name their source, as the rule on unsourced figures reads them. */
function figureProof(block: Block, passage: Passage): readonly Proof[] {
  const index = passagesOf(block).indexOf(passage);
  const figures = figuresIn(block).find((found) => found.passage === index)?.figures ?? [];
  const proof: Proof[] = [];
  for (const { kind, span, source } of figures) {
    if (kind === 'plain' || !source || proof.filter(({ why }) => why === 'figure').length >= MOST_FIGURES)
      continue;
    if (isHearsay(passage.prose.text, span, source)) continue;
    proof.push({ why: 'figure', ...span });
    const { start, end } = source.span;
    const shown = proof.some((other) => other.why === 'source' && other.start === start);
    // A footnote reference is not part of the prose.
    if (end > start && !shown) proof.push({ why: 'source', start, end });
  }
  return proof;
}

/** Words before a number that show that it is an estimate. */
const VAGUE = /\b(?:about|around|roughly|approximately|some|perhaps|maybe)\s+(?:another\s+)?$/i;
/** Words for an estimated number: “hundreds”, “a few dozen”. */
const VAGUE_NUMBER = /^(?:a few|a couple|several|many|tens|dozens|scores|hundreds|thousands)\b/i;
/** “60 or so”, “60 people or so”. */
const OR_SO = /^ (?:\p{L}+ )?or so\b/u;
/** Verbs of speaking. A number from an unnamed person is no count: “the manager says”, “our manager told us”. */
const SAYS = /\b(?:says?|said|tells?|told|thinks?|thought|expects?|believes?|reckons?)\b/i;

const ARTICLE = /^(?:the|an?|our|its|their|my|his|her|one)\s/i;

/** A body, which readers can ask even without a name: “the council says”. */
const BODY =
  /\b(?:councils?|trusts?|NHS|police|universit(?:y|ies)|government|department|ministry|college|charity|society|association|federation|board|ombudsman|inspectorate|commission)\b(?!\s+(?:\p{Ll}+\s+)?(?:manager|officer|worker|member|driver|librarian|nurse|student|lecturer|colleague|friend|leader|trustee)s?\b)/iu;
/**
 * First words of a sentence that are no name despite their capital letter: “Librarians told us”, but not “Ofcom says”.
 */
const NO_NAME_FIRST =
  /^(?:(?:staff|people|everyone|everybody|someone|somebody|colleagues|they|she|he|we|i|many|most|some|others|one|parents|it|\p{L}+[^s\W]s)\s|\p{L}+\s+(?!(?:has|have|also|now|itself)\b|(?:says?|said|tells?|told|thinks?|thought|expects?|believes?|reckons?)\b))/iu;

/** Whether words contain a name, or a body that counts as one. */
function isNamed(who: string, isFirst: boolean): boolean {
  if (BODY.test(who)) return true;
  const named = who.replace(ARTICLE, '');
  const isCommon = isFirst && named === who && NO_NAME_FIRST.test(who);
  return /\p{Lu}/u.test(isCommon ? named.slice(1) : named);
}

/** Whether a number is only an unnamed person's estimate. */
function isHearsay(text: string, { start, end }: Span, { kind, span }: Source): boolean {
  if (kind !== 'attribution') return false;
  const who = text.slice(span.start, span.end);
  const isFirst = /(?:^|[.!?:]["”’)]*\s+)$/.test(text.slice(Math.max(0, span.start - 5), span.start));
  if (!SAYS.test(who) || isNamed(who, isFirst)) return false;
  return (
    VAGUE.test(text.slice(Math.max(0, start - 30), start)) ||
    VAGUE_NUMBER.test(text.slice(start, end)) ||
    OR_SO.test(text.slice(end, end + 30))
  );
}

function quotationProof(block: Block, passage: Passage): readonly Proof[] {
  const { text } = passage.prose;
  if (block.node.type === 'blockquote' && wordsIn(text) >= QUOTED_WORDS && isSignedWithRole(block, passage))
    return [{ why: 'quotation', start: 0, end: text.length }];
  const quotes = quotesIn(text);
  const quote = quotes.find(({ start, end }) => wordsIn(text.slice(start, end)) >= QUOTED_WORDS);
  const speaker = quote && speakerIn(text, quotes);
  return quote && speaker?.named && speaker.role
    ? [{ why: 'quotation', start: quote.start, end: quote.end }]
    : [];
}

const wordsIn = (text: string): number => text.split(/\s+/).length;

/** Whether a block quotation ends with the name and role of the speaker: "Amira Khan, job seeker". */
function isSignedWithRole(block: Block, passage: Passage): boolean {
  const last = passagesOf(block).at(-1)!;
  const { text } = last.prose;
  const below = last !== passage;
  const signature = below ? text : /(?<![^.!?…"”’\n])[^.!?…"”’\n]*$/.exec(text)![0];
  // “Mother of two, Lea Bank” has a role, but no name.
  return (
    signature.includes(',') &&
    personIn(signature) !== undefined &&
    (below ? isSignature(text, true) : isSigned(text))
  );
}

/** How a passage comes to argue a topic. */
export interface Claim {
  readonly passage: Passage;
  /** Offset of the passage in the text that `features` are of. */
  readonly offset: number;
  /** The sentence that makes the case, where only one does. */
  readonly sentence?: Span | undefined;
  /** Its author says so, and it does not by itself. */
  readonly isDeclared?: boolean;
  features(): Features;
}

/**
 * The proof in a passage that counts for a topic. Of several sentences, one that speaks of another topic and not of this
 * one has none for it; where only the author’s word makes the case, neither has one that does not speak of it.
 */
export function proofOn(topic: Topic, block: Block, claim: Claim): readonly Proof[] {
  const { passage, sentence, isDeclared } = claim;
  const all = proofOf(block, passage, sentence);
  if (all.length === 0 || sentence) return all;
  const spans = sentences(passage.prose.text);
  if (spans.length < 2) return all;
  const own = all.filter(({ start, end }) => {
    const inside = spans.filter((span) => span.start < end && start < span.end);
    const topics = inside.map((span) => topicIn(topic, span, claim));
    if (topics.includes('this')) return true;
    return !isDeclared && !topics.includes('another');
  });
  return own.some(({ why }) => why !== 'source') ? own : [];
}

/** What a sentence of a passage speaks of: the topic, however weakly, or strongly of another of its group, or neither. */
function topicIn(topic: Topic, span: Span, { offset, features }: Claim): 'this' | 'another' | undefined {
  const { cues, words } = features();
  const here = cues.filter(
    ({ first, last }) => words.start[first]! >= span.start + offset && words.end[last]! <= span.end + offset,
  );
  if (here.some((cue) => strengthOf(cue, topic) !== undefined)) return 'this';
  const others = topic.group === 'area' ? AREAS : topic.group === 'offer' ? OFFERS : [];
  return here.some((cue) => others.some((other) => strengthOf(cue, other) === 'strong'))
    ? 'another'
    : undefined;
}

const OF_MODEL = TOPICS.map((id) => ({ id, judgedAs: id }));
const AREAS = OF_MODEL.slice(0, OFFERS_FROM);
const OFFERS = OF_MODEL.slice(OFFERS_FROM);
