/**
 * Claims: sentences of which an editor would ask where they come from, with how likely that is. A claim depends on its
 * block and on the heading that it stands under alone, and is kept with the block.
 */
import {
  type Block,
  BlockMap,
  type Draft,
  type Passage,
  type PlacedRun,
  RunMap,
  runsOf,
  type Span,
} from '../draft';
import { builtInClaims } from './model';
import { type ClaimSentence, claimSentencesOf, headingStems } from './sentences';

export interface Claim {
  readonly passage: Passage;
  /** Its sentence, in the passage's prose. */
  readonly span: Span;
  /** The number that it is about, or its first words, in the passage's prose. */
  readonly words: Span;
  /** That an editor would mark it, from 0 to 1. */
  readonly probability: number;
  /** Whether it names somebody or something that says so: a body, a study. */
  readonly namesSource: boolean;
  /** Whether a footnote or a link stands in it, which a reader can follow. */
  readonly leadsOn: boolean;
}

const FIRST_WORDS = 6;

/** A claim but for its heading. */
interface OwnClaim {
  readonly claim: Omit<Claim, 'probability'>;
  /** Of its weights. */
  readonly sum: number;
}

const own = new BlockMap<readonly OwnClaim[]>();
/** What headings add to the sums of the claims under them. */
const added = new BlockMap<number>();
/** By what their heading adds: of which there is one at a time. */
const known = new BlockMap<{ readonly added: number; readonly claims: readonly Claim[] }>();
const NO_CLAIMS: readonly never[] = [];

/**
 * The claims of a block, in its order. They are the same as before under a heading that adds the same.
 *
 * @param heading the one above it
 */
export function claimsOf(block: Block, heading: Block | undefined): readonly Claim[] {
  const more = heading ? addedBy(heading) : 0;
  let found = known.get(block);
  if (!found || found.added !== more) {
    const claims = ownClaimsOf(block).map(({ claim, sum }) => ({
      ...claim,
      probability: builtInClaims.probability(sum + more),
    }));
    found = { added: more, claims: claims.length > 0 ? claims : NO_CLAIMS };
    known.set(block, found);
  }
  return found.claims;
}

function ownClaimsOf(block: Block): readonly OwnClaim[] {
  let found = own.get(block);
  if (!found) {
    found = block.node.type === 'heading' ? NO_CLAIMS : claimSentencesOf(block).map(ownClaimOf);
    own.set(block, found);
  }
  return found;
}

function ownClaimOf(sentence: ClaimSentence): OwnClaim {
  const { passage, span, classes, standing } = sentence;
  return {
    claim: {
      passage,
      span,
      words: numberOrFirstWords(sentence),
      leadsOn: standing.note === 'here' || standing.link,
      namesSource: classes.has('report') && (classes.has('study') || classes.has('body')),
    },
    sum: builtInClaims.sumOf(sentence),
  };
}

/** The number of a sentence that speaks most for a claim; its first words where it has none. */
function numberOrFirstWords({ span, text, words, tokens }: ClaimSentence): Span {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const [at, { number }] of tokens.entries()) {
    if (!number || number === '#year') continue;
    const weight = builtInClaims.weightAt(tokens, at);
    if (weight > most) {
      most = weight;
      best = at;
    }
  }
  if (best < 0)
    return {
      start: span.start + words.start[0]!,
      end: span.start + words.end[Math.min(FIRST_WORDS, tokens.length) - 1]!,
    };
  const start = words.start[best]!;
  const end = words.end[best]!;
  return {
    start: span.start + ('£$€'.includes(text[start - 1] ?? ' ') ? start - 1 : start),
    end: span.start + (text[end] === '%' ? end + 1 : end),
  };
}

function addedBy(heading: Block): number {
  let sum = added.get(heading);
  if (sum === undefined) {
    sum = builtInClaims.sumOfHeading(headingStems(heading.text));
    added.set(heading, sum);
  }
  return sum;
}

/** A run with the heading that its first block stands under. */
export interface HeadedRun extends PlacedRun {
  readonly heading: Block | undefined;
}

const lastHeadings = new RunMap((blocks) => blocks.findLast(({ node }) => node.type === 'heading'));

/** The runs of a draft, each with the heading above it. */
export function headedRuns(draft: Draft): readonly HeadedRun[] {
  let heading: Block | undefined;
  return runsOf(draft).map((placed) => {
    const headed = { ...placed, heading };
    heading = lastHeadings.of(placed.run, undefined) ?? heading;
    return headed;
  });
}
