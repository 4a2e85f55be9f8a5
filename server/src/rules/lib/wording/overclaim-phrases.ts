/**
 * Finds claims by the patterns of `data/overclaims.json`. A pattern has words, classes of words in braces, and gaps of up to
 * four other words: "{sure} … {end} … {ill}". No match crosses the end of a clause.
 */

import { Grammar, type WordRange } from '../../../words/grammar';
import { type Words, wordsOf } from '../../../words/tokenize';
import data from '../../data/overclaims.json';

/** What may support or weaken a claim in its sentence, so that it is none, unless `despite` names it. */
export type Support = 'figure' | 'comparison' | 'hedge' | 'negation';

interface Claim {
  readonly id: string;
  readonly is: readonly string[];
  readonly despite?: readonly Support[];
  /** Whether it is one only where its clause ends or another begins: “because of the library roof” blames the roof. */
  readonly ends?: boolean;
  /** Words right before it, or behind it, with which it is no claim. */
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
  /** The advice in the message. */
  readonly say: string;
  /** Sentences that have it, and sentences that do not. */
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

export const CLAIMS: readonly Claim[] = data.claims as readonly Claim[];

export interface FoundClaim {
  readonly claim: Claim;
  readonly start: number;
  readonly end: number;
  /** Positions of its first and last word. */
  readonly first: number;
  readonly last: number;
  /** The words that the pattern names, without those in its gaps. */
  readonly own: readonly WordRange[];
}

const grammar = new Grammar(
  data.words,
  CLAIMS.flatMap((claim) => claim.is.map((pattern) => [pattern, claim] as const)),
);

/** The claims in a text, in order; the first of those that overlap. */
export function claimsIn(text: string): { readonly words: Words; readonly found: readonly FoundClaim[] } {
  const words = wordsOf(text);
  const found: FoundClaim[] = [];
  let reach = -1;
  for (const { value: claim, first, last, own } of grammar.find(words)) {
    if (first <= reach || isExcepted(claim, words, first, last)) continue;
    reach = last;
    found.push({ claim, first, last, own, start: words.start[first]!, end: words.end[last]! });
  }
  return { words, found };
}

/** Words with which another clause begins. */
const BEGINS = new Set(['and', 'or', 'but', 'so', 'since', 'when', 'who']);

/** Whether a claim goes on where it should end, or one of its exceptions stands right beside it. */
function isExcepted(
  { ends, notAfter = [], notBefore = [] }: Claim,
  { lower, form, breakAfter }: Words,
  first: number,
  last: number,
): boolean {
  const next = breakAfter[last] ? undefined : lower[last + 1];
  if (ends && (/[’']s$/.test(form[last]!) || (next !== undefined && !BEGINS.has(next)))) return true;
  const before = lower.slice(Math.max(0, first - 4), first).join(' ');
  const behind = lower.slice(last + 1, last + 5).join(' ');
  return (
    notAfter.some((words) => ` ${before}`.endsWith(` ${words}`)) ||
    notBefore.some((words) => `${behind} `.startsWith(`${words} `))
  );
}
