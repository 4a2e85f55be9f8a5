/** Finds what turns a case into evidence: a figure with its source, or a quotation of a named person with a role. */

import { passagesOf } from '../draft';
import { firstWhere } from '../draft/binary-search';
import { perBlock } from '../draft/block-map';
import { sentences } from '../draft/sentences';
import type { Block, Passage, Span } from '../draft/types';
import { unfilledIn } from '../draft/unfilled';
import {
  type Bearing,
  type Figure,
  figuresIn,
  isSignature,
  isSigned,
  personIn,
  quotesIn,
  type Source,
  speakerIn,
} from '../evidence';
import type { Topic } from '../framework/types';
import { getOrInsert, memoized } from '../util/memoize';
import { type Features, OF_MODEL, strengthOf } from './features';
import { OFFERS_FROM } from './lexicon';

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
 * The proof in a passage: figures with their sources, or where there are none what a named person says; empty if there
 * is none.
 *
 * @param counts whether what stands in a span is proof
 */
export function proofOf(
  block: Block,
  passage: Passage,
  counts: (span: Span, bearing?: Bearing) => boolean = () => true,
  { isDoubted, isNoted }: Known = {},
): readonly Proof[] {
  const { sourced, open, quotation } = getOrInsert(found, passage, () => {
    const claimed = claimedIn(block, passage);
    return {
      sourced: claimed.filter(({ span, source }) => source && !isHearsay(passage.prose.text, span, source)),
      open: claimed.filter(({ source }) => !source),
      quotation: quotationIn(block, passage),
    };
  });
  const figures =
    isNoted && open.length > 0 ? [...sourced, ...open.filter(({ span }) => isNoted(span))] : sourced;
  const proof: Proof[] = [];
  let left = MOST_FIGURES;
  for (const figure of figures) {
    if (left === 0) break;
    const { span, source, bearing } = figure;
    if (!counts(span, bearing) || isDoubted?.(figure)) continue;
    left--;
    proof.push({ why: 'figure', ...span });
    if (!source) continue;
    const { start, end } = source.span;
    const shown = proof.some((other) => other.why === 'source' && other.start === start);
    // A footnote reference is not part of the prose.
    if (end > start && !shown && counts(source.span)) proof.push({ why: 'source', start, end });
  }
  if (proof.length === 0 && quotation && counts(quotation)) return [{ why: 'quotation', ...quotation }];
  return proof;
}

/** What the rest of a draft says of the figures in a passage: see `standing-proof.ts`. */
export interface Known {
  /** Whether nobody can look up where a figure is from. */
  isDoubted?(figure: SourcedFigure): boolean;
  /** Whether a note of the paper says where a figure without a source is from. */
  isNoted?(figure: Span): boolean;
}

/** A figure in a passage. Its source is undefined where a note of the paper has it. */
export type SourcedFigure = Pick<Figure, 'span' | 'source' | 'bearing'>;

/** What a passage has of each kind. Spans count in its prose. */
interface Found {
  readonly sourced: readonly SourcedFigure[];
  /** Those without a source. */
  readonly open: readonly SourcedFigure[];
  readonly quotation: Span | undefined;
}

const found = new WeakMap<Passage, Found>();

/** The figures of a block by passage: a table has a thousand, each of which is asked for its own. */
const figuresBy = perBlock((block) => {
  const passages = passagesOf(block);
  return new Map(figuresIn(block).map(({ passage, figures }) => [passages[passage], figures]));
});

/** Figures that count as claims, as the rule on unsourced figures reads them, with their sources. */
function claimedIn(block: Block, passage: Passage): readonly SourcedFigure[] {
  return (figuresBy(block).get(passage) ?? []).filter(
    ({ kind, bearing, span }) => kind !== 'plain' && bearing !== 'none' && !isUnfinished(passage, span),
  );
}

/** The places of a passage that are surely still to be filled in. */
const openIn = memoized(({ prose }: Passage) => unfilledIn(prose.text).filter(({ sure }) => sure));

/** Whether a figure stands in a row, or in a sentence of other text, in which something is still to be filled in. */
function isUnfinished(passage: Passage, { start, end }: Span): boolean {
  const open = openIn(passage);
  if (open.length === 0) return false;
  if (passage.kind === 'table-row') return true;
  const own = sentencesIn(passage).filter((one) => one.start < end && start < one.end);
  return open.some((place) => own.some((one) => one.start <= place.start && place.end <= one.end));
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

/** The words of a named person with a role. */
function quotationIn(block: Block, passage: Passage): Span | undefined {
  const { text } = passage.prose;
  if (block.node.type === 'blockquote' && wordsIn(text) >= QUOTED_WORDS && isSignedWithRole(block, passage))
    return { start: 0, end: text.length };
  const quotes = quotesIn(text);
  const quote = quotes.find(({ start, end }) => wordsIn(text.slice(start, end)) >= QUOTED_WORDS);
  const speaker = quote && speakerIn(text, quotes);
  return quote && speaker?.named && speaker.role ? { start: quote.start, end: quote.end } : undefined;
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

/** The sentences of a passage, in its prose. */
export const sentencesIn = memoized(({ prose }: Passage): readonly Span[] => sentences(prose.text));

/**
 * The proof in a passage that counts for a topic. A passage that has the topic only from what stands around it has none, but
 * for a row of a table. Of several sentences, one that speaks of another topic and not of this one has none for it, and one
 * that speaks of none does not prove it by how busy the library is; where only the author’s word makes the case, neither has
 * one that does not speak of it.
 */
export function proofOn(topic: Topic, block: Block, claim: Claim, known?: Known): readonly Proof[] {
  const { passage, sentence, isDeclared } = claim;
  if (sentence) {
    const isWithin = ({ start, end }: Span) => start >= sentence.start && end <= sentence.end;
    return proofOf(block, passage, isWithin, known);
  }
  const spans = sentencesIn(passage);
  let topics: readonly SpokenOf[] | undefined;
  const isOnTopic = ({ start, end }: Span, bearing?: Bearing): boolean => {
    topics ??= topicsIn(topic, spans, claim);
    const isAbout = isDeclared || passage.kind === 'table-row' || topics.includes('this');
    if (!isAbout) return false;
    if (spans.length < 2) return true;
    const last = firstWhere(spans, (span) => span.start >= end);
    const inside = topics.slice(
      firstWhere(spans, (span) => span.end > start),
      last,
    );
    return inside.includes('this') || !(isDeclared || bearing === 'use' || inside.includes('another'));
  };
  return proofOf(block, passage, isOnTopic, known);
}

/** What a sentence speaks of: the topic, however weakly, or strongly of another of its group, or neither. */
type SpokenOf = 'this' | 'another' | undefined;

/** What each sentence of a passage speaks of. */
function topicsIn(topic: Topic, spans: readonly Span[], { offset, features }: Claim): readonly SpokenOf[] {
  const { cues, words } = features();
  const others = topic.group === 'area' ? AREAS : topic.group === 'offer' ? OFFERS : [];
  const topics: SpokenOf[] = spans.map(() => undefined);
  for (const cue of cues) {
    const start = words.start[cue.first]! - offset;
    const at = firstWhere(spans, (span) => span.end > start);
    const span = spans[at];
    if (!span || start < span.start || words.end[cue.last]! - offset > span.end) continue;
    if (strengthOf(cue, topic) !== undefined) topics[at] = 'this';
    else if (topics[at] === undefined && others.some((other) => strengthOf(cue, other) === 'strong'))
      topics[at] = 'another';
  }
  return topics;
}

const AREAS = OF_MODEL.slice(0, OFFERS_FROM);
const OFFERS = OF_MODEL.slice(OFFERS_FROM);
