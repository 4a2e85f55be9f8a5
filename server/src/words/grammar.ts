/**
 * Patterns over words and classes of words: “{who} … =are {asked} =to”. A name in braces stands for any phrase of its
 * class, other words are a phrase in the matcher's own syntax, and “…” is a gap of up to four other words. What stands
 * beside each other in a pattern does so in the text, and nothing crosses the end of a clause.
 *
 * Each class is matched once in a text, however many patterns use it, so a pattern of three classes of a hundred words
 * costs three hundred phrases and not a million.
 */
import { addTo } from '../util/lists';
import { getOrInsert } from '../util/memoize';
import { type Match, Matcher } from './matcher';
import type { Words } from './tokenize';

/** Positions of a first and a last word. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

interface FoundPattern<T> extends WordRange {
  readonly value: T;
  /** The words that the pattern names; others stand in its gaps. */
  readonly own: readonly WordRange[];
}

/** Most words of a gap. */
const GAP = 4;

interface Step {
  /** A class of words, or a phrase that is a class of its own. */
  readonly of: string;
  /** The most other words before it. */
  readonly gap: number;
}

type Ranges = ReadonlyMap<string, ReadonlyMap<number, readonly WordRange[]>>;

export class Grammar<T> {
  readonly #byFirst = new Map<string, { readonly value: T; readonly steps: readonly Step[] }[]>();
  #matcher: Matcher<string> | undefined;

  /**
   * The patterns are compiled when the first text is read.
   *
   * @param classes phrases by the name that stands in braces in a pattern
   */
  constructor(
    private readonly classes: Readonly<Record<string, readonly string[]>>,
    private readonly patterns: readonly (readonly [pattern: string, value: T])[],
  ) {}

  #compiled(): Matcher<string> {
    const matcher = new Matcher<string>();
    for (const [name, phrases] of Object.entries(this.classes))
      for (const phrase of phrases) matcher.add(phrase, `{${name}}`);
    for (const [pattern, value] of this.patterns) {
      const steps = stepsOf(pattern);
      for (const { of } of steps) if (!of.startsWith('{')) matcher.add(of, of);
      addTo(this.#byFirst, steps[0]!.of, { value, steps });
    }
    return matcher;
  }

  /** What is found in a text, by where it begins; what begins at one place, in the order of the patterns. */
  *find(words: Words): Generator<FoundPattern<T>> {
    this.#matcher ??= this.#compiled();
    const matches = this.#matcher.match(words);
    let places: Ranges | undefined;
    for (const { first, last, values } of matches) {
      for (const of of values) {
        for (const { value, steps } of this.#byFirst.get(of) ?? NONE) {
          places ??= placesOf(matches);
          const own = follow(steps, 1, [{ first, last }], places, words);
          if (own) yield { value, first, last: own.at(-1)!.last, own };
        }
      }
    }
  }
}

const NONE: readonly never[] = [];

function placesOf(matches: readonly Match<string>[]): Ranges {
  const places = new Map<string, Map<number, WordRange[]>>();
  for (const { first, last, values } of matches) {
    for (const of of values) {
      addTo(
        getOrInsert(places, of, () => new Map<number, WordRange[]>()),
        first,
        { first, last },
      );
    }
  }
  return places;
}

function stepsOf(pattern: string): readonly Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const piece of pattern.split(/(…|\{\w+\})/).map((one) => one.trim())) {
    if (piece === '') continue;
    if (piece === '…') gap += GAP;
    else {
      steps.push({ of: piece, gap });
      gap = 0;
    }
  }
  return steps;
}

/** What stands behind the words of the first steps as a pattern has it; undefined where it does not. */
function follow(
  steps: readonly Step[],
  at: number,
  own: readonly WordRange[],
  places: Ranges,
  words: Words,
): readonly WordRange[] | undefined {
  if (at === steps.length) return own;
  const { of, gap } = steps[at]!;
  const byWord = places.get(of);
  if (!byWord) return undefined;
  const { last } = own.at(-1)!;
  for (let k = 0; k <= gap && !words.breakAfter[last + k]; k++) {
    for (const place of byWord.get(last + 1 + k) ?? NONE) {
      const all = follow(steps, at + 1, [...own, place], places, words);
      if (all) return all;
    }
  }
  return undefined;
}
