/**
 * Finds claims by a small grammar, `data/claims.json`. A pattern is words as the matcher reads them, classes of words in
 * braces, and gaps: "{sure} … {end} … {ill}". What stands beside each other in it does so in the text; a gap is up to
 * four other words, and nothing crosses the end of a clause.
 */
import { Matcher } from '../../coverage/matcher';
import { type Words, wordsOf } from '../../coverage/words';
import data from '../data/claims.json';

/** What may stand in a sentence and makes up for a claim in it, unless the claim is one in spite of it. */
export type Support = 'figure' | 'comparison' | 'hedge' | 'negation';

export interface Claim {
  readonly id: string;
  /** Whether an editor would mark it nearly always; else it is a hint. */
  readonly sure: boolean;
  readonly is: readonly string[];
  readonly despite?: readonly Support[];
  /** Words that go before it, or follow it, where it is none. */
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
  /** What to do about it. */
  readonly say: string;
  /** Sentences that have it, and such as have not. */
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
  /** The words that the pattern names; others stand in its gaps. */
  readonly own: readonly Place[];
}

/** Most words of a gap. */
const GAP = 4;

interface Step {
  /** A class of words, or a phrase that is a class of its own. */
  readonly of: string;
  /** How many other words may stand before it. */
  readonly gap: number;
}

interface Pattern {
  readonly claim: Claim;
  readonly steps: readonly Step[];
}

interface Grammar {
  readonly matcher: Matcher<string>;
  readonly byFirst: ReadonlyMap<string, readonly Pattern[]>;
}

let compiled: Grammar | undefined;

function grammar(): Grammar {
  if (compiled) return compiled;
  const matcher = new Matcher<string>();
  const byFirst = new Map<string, Pattern[]>();
  for (const [name, phrases] of Object.entries(data.words))
    for (const phrase of phrases) matcher.add(phrase, `{${name}}`);
  for (const claim of CLAIMS) {
    for (const written of claim.is) {
      const steps = stepsOf(written);
      for (const { of } of steps) if (!of.startsWith('{')) matcher.add(of, of);
      const first = steps[0]!.of;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { claim, steps }]);
    }
  }
  compiled = { matcher, byFirst };
  return compiled;
}

function stepsOf(written: string): readonly Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const piece of written.split(/\s*(…|\{\w+\})\s*/)) {
    if (piece === '') continue;
    if (piece === '…') gap += GAP;
    else {
      steps.push({ of: piece, gap });
      gap = 0;
    }
  }
  return steps;
}

interface Place {
  readonly first: number;
  readonly last: number;
}

/** The claims in a text, in order; of several that begin or end in each other, the first. */
export function claimsIn(text: string): { readonly words: Words; readonly found: readonly FoundClaim[] } {
  const { matcher, byFirst } = grammar();
  const words = wordsOf(text);
  const matches = matcher.match(words);
  /** By class, where it stands: in order of its first word. */
  const places = new Map<string, Map<number, Place[]>>();
  for (const { first, last, values } of matches) {
    for (const of of values) {
      let byWord = places.get(of);
      if (!byWord) {
        byWord = new Map();
        places.set(of, byWord);
      }
      const here = byWord.get(first);
      if (here) here.push({ first, last });
      else byWord.set(first, [{ first, last }]);
    }
  }
  const found: FoundClaim[] = [];
  let reach = -1;
  for (const { first, last, values } of matches) {
    if (first <= reach) continue;
    for (const of of values) {
      for (const { claim, steps } of byFirst.get(of) ?? []) {
        const own = follow(steps, 1, [{ first, last }], places, words);
        const end = own?.at(-1)?.last;
        if (own === undefined || end === undefined) continue;
        if (first <= reach || isExcepted(claim, words, first, end)) continue;
        reach = end;
        found.push({ claim, first, last: end, own, start: words.start[first]!, end: words.end[end]! });
      }
    }
  }
  return { words, found };
}

/** What stands behind the words of the first steps as a pattern has it; undefined where it does not. */
function follow(
  steps: readonly Step[],
  at: number,
  own: readonly Place[],
  places: ReadonlyMap<string, ReadonlyMap<number, readonly Place[]>>,
  words: Words,
): readonly Place[] | undefined {
  if (at === steps.length) return own;
  const { of, gap } = steps[at]!;
  const byWord = places.get(of);
  if (!byWord) return undefined;
  const { last } = own.at(-1)!;
  for (let k = 0; k <= gap && !words.breakAfter[last + k]; k++) {
    for (const place of byWord.get(last + 1 + k) ?? []) {
      const all = follow(steps, at + 1, [...own, place], places, words);
      if (all) return all;
    }
  }
  return undefined;
}

/** Whether one of a claim's exceptions stands right beside it. */
function isExcepted(
  { notAfter = [], notBefore = [] }: Claim,
  { lower }: Words,
  first: number,
  last: number,
): boolean {
  const before = lower.slice(Math.max(0, first - 4), first).join(' ');
  const behind = lower.slice(last + 1, last + 5).join(' ');
  return (
    notAfter.some((words) => ` ${before}`.endsWith(` ${words}`)) ||
    notBefore.some((words) => `${behind} `.startsWith(`${words} `))
  );
}
