/**
 * Claims: sentences whose source an editor would ask for, or of which they would say that they claim too much, with the
 * probability of that. A claim depends only on its block and the heading above it, and is cached with the block.
 */
import {
  type Block,
  type Draft,
  isPlainItem,
  type Passage,
  type PlacedRun,
  passagesOf,
  type Run,
  RunMap,
  runsOf,
  type Span,
} from '../draft';
import { perBlock, perBlockFor } from '../draft/block-map';
import { isHouseNumber } from '../evidence/quantities';
import { RecentTexts } from '../words/recent-texts';
import { saidBy } from './features';
import { builtInClaims, type ClaimOdds, NO_ODDS, verdictBy } from './model';
import { type ClaimSentence, claimSentencesIn, FEWEST_WORDS, headingStems } from './sentences';

export interface Claim {
  readonly passage: Passage;
  /** Its sentence, in the passage's prose. */
  readonly span: Span;
  /**
   * The number that it is about, or else the words for who says so, or else its first words; in the passage's prose.
   */
  readonly words: Span;
  /** The probability that an editor would mark it, from 0 to 1. */
  readonly probability: number;
  /** Whether they would say that it claims too much, rather than ask for its source. */
  readonly isExcess: boolean;
  /** Whether it names a source: a body, a study. */
  readonly namesSource: boolean;
  /** Whether it has a footnote or link. */
  readonly leadsOn: boolean;
}

const FIRST_WORDS = 6;

/** A claim without the influence of its heading. */
interface OwnClaim {
  readonly claim: Omit<Claim, 'probability' | 'isExcess'>;
  readonly odds: ClaimOdds;
}

/**
 * The claims of a block, in order. The same objects under any heading that adds the same odds.
 *
 * @param heading the one above the block
 */
export function claimsOf(block: Block, heading: Block | undefined): readonly Claim[] {
  return claimsWith(block, heading ? addedBy(heading) : NO_ODDS);
}

/** Cached by the odds of the heading: a block is under one heading at a time. */
const claimsWith = perBlockFor((block, added: ClaimOdds): readonly Claim[] => {
  const own = ownClaimsOf(block);
  if (own.length === 0) return [];
  return own.map(({ claim, odds: { source, excess } }) => ({
    passage: claim.passage,
    span: claim.span,
    words: claim.words,
    leadsOn: claim.leadsOn,
    namesSource: claim.namesSource,
    ...verdictBy({ source: source + added.source, excess: excess + added.excess }),
  }));
});

const ownClaimsOf = perBlock((block: Block): readonly OwnClaim[] =>
  block.node.type === 'heading' ? [] : passagesOf(block).flatMap((passage) => inPassage(block, passage)),
);

/** Reads the blocks of a run, whatever headings they stand under. */
export function readClaims({ blocks }: Run): void {
  for (const block of blocks) ownClaimsOf(block);
}

/** A claim without its passage, which would keep an old draft in memory. */
interface KnownClaim {
  readonly claim: Omit<OwnClaim['claim'], 'passage'>;
  readonly odds: ClaimOdds;
}

const known = new RecentTexts<readonly KnownClaim[]>();

function inPassage(block: Block, passage: Passage): readonly OwnClaim[] {
  const read = () => claimSentencesIn(block, passage).map(knownClaimOf);
  const found = isPlainItem(passage) ? known.get(`${passage.kind}\n${passage.prose.text}`, read) : read();
  return found.map(({ claim, odds }) => ({ claim: { passage, ...claim }, odds }));
}

function knownClaimOf(sentence: ClaimSentence): KnownClaim {
  const { span, classes, standing } = sentence;
  return {
    claim: {
      span,
      words: wordsToMark(sentence),
      leadsOn: standing.note === 'here' || standing.link,
      namesSource: classes.has('report') && (classes.has('study') || classes.has('body')),
    },
    odds: builtInClaims.oddsOf(sentence),
  };
}

/** Stems of nouns before numbers that are names: “option 1”. */
const NUMBERED = new Set(
  'annex appendix bus figur flat floor line option page paragraph phas platform room rout section stag tabl tram'.split(
    ' ',
  ),
);
/** Stems of nouns after numbers that are names: “the 47 bus”. */
const RUNS = new Set(['bus', 'tram']);
/** Words between numbers that are names: “options 1 and 2”. */
const LISTS_ON = new Set(['and', 'or', 'to']);

/** Whether a number is a name: “option 1”, “options 1, 2 and 4”, “12 High Street”. */
function isName({ text, words, tokens }: ClaimSentence, at: number): boolean {
  if (isHouseNumber(text, words.start[at]!, words.end[at]!)) return true;
  if (RUNS.has(tokens[at + 1]?.feature ?? '') && tokens[at - 1]?.feature === 'the') return true;
  let before = at - 1;
  while (before > 0 && (tokens[before]!.number || LISTS_ON.has(tokens[before]!.feature))) before--;
  return NUMBERED.has(tokens[before]?.feature ?? '');
}

/** What separates the clauses of a sentence. */
const CLAUSE_ENDS = /[,;:–—]\s/;
/** Words at the start of a clause that says nothing without the next. */
const CONDITIONS = new Set('although if unless when where while without'.split(' '));

/** The clause of a claim that most suggests that it claims too much, in its passage's prose. */
export function excessiveClauseOf(block: Block, { passage, span }: Claim): Span {
  const { text, words, tokens } = claimSentencesIn(block, passage).find(
    (sentence) => sentence.span.start === span.start,
  )!;
  let best = { first: 0, last: tokens.length - 1 };
  let most = Number.NEGATIVE_INFINITY;
  for (let first = 0, last = 0; last < tokens.length; last++) {
    const isEnd =
      last === tokens.length - 1 || CLAUSE_ENDS.test(text.slice(words.end[last], words.start[last + 1]));
    // A clause that is shorter, or a condition, belongs to the one after it.
    const isWhole = last - first + 1 >= FEWEST_WORDS && !CONDITIONS.has(words.lower[first]!);
    if (!isEnd || (!isWhole && last < tokens.length - 1)) continue;
    const weight = builtInClaims.excessOf(tokens.slice(first, last + 1));
    if (weight > most) {
      most = weight;
      best = { first, last };
    }
    first = last + 1;
  }
  return withSigns(text, span.start, words.start[best.first]!, words.end[best.last]!);
}

/** Extends words in a passage's prose by a currency sign before and a per cent sign after them. */
function withSigns(text: string, at: number, start: number, end: number): Span {
  return {
    start: at + ('£$€'.includes(text[start - 1] ?? ' ') ? start - 1 : start),
    end: at + (text[end] === '%' ? end + 1 : end),
  };
}

/** The number that most suggests a claim; in a sentence without one, who says so, or else its first words. */
function wordsToMark(sentence: ClaimSentence): Span {
  const { span, text, words, tokens } = sentence;
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const [at, { number }] of tokens.entries()) {
    if (!number || number === '#year' || isName(sentence, at)) continue;
    const weight = builtInClaims.weightAt(tokens, at);
    if (weight > most) {
      most = weight;
      best = at;
    }
  }
  if (best < 0) {
    const { first, last } = saidBy(words) ?? { first: 0, last: Math.min(FIRST_WORDS, tokens.length) - 1 };
    return { start: span.start + words.start[first]!, end: span.start + words.end[last]! };
  }
  return withSigns(text, span.start, words.start[best]!, words.end[best]!);
}

const addedBy = perBlock((heading: Block) => builtInClaims.oddsOfHeading(headingStems(heading.text)));

/** A run of blocks, with the heading above its first block. */
interface HeadedRun extends PlacedRun {
  readonly heading: Block | undefined;
}

const lastHeadings = new RunMap((blocks) => blocks.findLast(({ node }) => node.type === 'heading'));

/** The runs of a draft, each with the heading above it. */
export function headedRuns(draft: Draft): readonly HeadedRun[] {
  let heading: Block | undefined;
  return runsOf(draft).map((placed) => {
    const headed = { heading, ...placed };
    heading = lastHeadings.of(placed.run, undefined) ?? heading;
    return headed;
  });
}
