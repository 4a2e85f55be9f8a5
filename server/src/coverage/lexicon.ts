/** The lexicon: classes of cues, and the matcher that finds them all in one pass over a text. */

import type { Framework } from '../framework/types';
import { fitted } from '../models/weights';
import { hashOf, positionOf } from '../models/weights/hashes';
import { IDIOM, IGNORE, LAST_WORDS, lexiconClasses } from '../models/weights/lexicon-source';
import type { Term } from '../project/types';
import { getOrInsert } from '../util/memoize';
import { type Match, Matcher } from '../words/matcher';
import type { Words } from '../words/tokenize';

/** A class of cues: what its cues do for a verdict, and which built-in topics they speak of, strongly or weakly. */
export interface CueClass {
  readonly name: string;
  readonly why: string;
  readonly topics: Readonly<Record<string, string>>;
}

export const CLASSES: readonly CueClass[] = lexiconClasses;

const INDEXES = new Map(CLASSES.map(({ name }, index) => [name, index]));

/** The position of a class in `CLASSES`; -1 where there is none of this name. */
export function classIndex(name: string): number {
  return INDEXES.get(name) ?? -1;
}

/** The built-in topics that the model judges, in the order of its weights. */
export const TOPICS = [
  'economic',
  'education',
  'isolation',
  'digital',
  'cultural',
  'reading',
  'information-digital',
  'culture-creativity',
  'health-wellbeing',
] as const;
export const TOPIC_COUNT = TOPICS.length;
/** Topics before this position are areas; those from it on are offers. */
export const OFFERS_FROM = TOPICS.indexOf('reading');

/** A cue found in a text, from word `first` to word `last`. */
export interface Cue {
  readonly first: number;
  readonly last: number;
  /** Positions in `CLASSES`. */
  readonly classes: readonly number[];
  /** The topics of a workspace's framework or terms that it speaks of. */
  readonly own: OwnTopics;
}

/** How a phrase of a workspace speaks of topics, by their ids: hundreds may share a phrase, and each is asked for. */
export type OwnTopics = ReadonlyMap<string, OwnCue['strength']>;

interface OwnCue {
  readonly topic: string;
  readonly strength: 'strong' | 'weak';
}

type Value = number | OwnCue;
const TOPICAL = CLASSES.map((c) => Object.keys(c.topics).length > 0);

let opened: Matcher<Value> | undefined;

/** The matcher of the built-in cues, made when the first text is read. */
function builtIn(): Matcher<Value> {
  opened ??= new Matcher<Value>({ phrasesOf, read: Number });
  return opened;
}

const NO_TOPICS: OwnTopics = new Map();
/** What a phrase of a workspace behind a gap costs of the tries: topics may share it, and all are asked of each find. */
const COST = 40;

const decoder = new TextDecoder();

/** The phrases of the lexicon that begin with a key (see `phrase-keys.ts`). */
function phrasesOf(key: string): string | undefined {
  const { keys, starts, texts } = fitted().phrases;
  const position = positionOf(keys, hashOf(key));
  if (position < 0) return undefined;
  const text = decoder.decode(texts.subarray(starts[position], starts[position + 1]));
  // Keys with the same hash share an entry.
  return text.startsWith(`${key}\n`) ? text.slice(key.length + 1) : undefined;
}

/** The built-in cues together with those of a workspace. */
export class Lexicon {
  readonly #own: Matcher<Value> | undefined;
  /** By the values of a phrase: it is found again and again. */
  readonly #topics = new WeakMap<readonly Value[], OwnTopics>();

  constructor(framework?: Framework, terms: readonly Term[] = []) {
    const own = new Matcher<Value>(undefined, COST);
    // Duplicates are dropped: each would be matched, and cost as much, every time.
    const added = new Set<string>();
    const add = (phrase: string, value: Value, exact = false) => {
      const key = JSON.stringify([phrase, value, exact]);
      if (added.has(key)) return;
      added.add(key);
      own.add(phrase, value, exact);
    };
    for (const topic of framework?.topics ?? []) {
      for (const cue of topic.cues) {
        add(cue.phrase, { topic: topic.id, strength: cue.strength }, cue.caseSensitive);
      }
    }
    for (const { phrase, topics } of terms) {
      for (const topic of topics) add(phrase, { topic, strength: 'strong' });
    }
    for (const phrase of framework?.ignore ?? []) add(phrase, IGNORE);
    this.#own = added.size > 0 ? own : undefined;
  }

  /**
   * The cues in a text. A cue on a topic does not count inside a longer cue ("skills" in "digital skills") or inside a
   * phrase to ignore ("in isolation"). Inside an idiom ("of course") no cue counts.
   */
  cuesIn(words: Words): readonly Cue[] {
    const plain = builtIn().match(words);
    const matches = (this.#own ? [...plain, ...this.#own.match(words)] : plain).flatMap(lastWords);
    const cover = covers(matches, words.stem.length);
    const found: Cue[] = [];
    for (let i = 0; i < matches.length; i++) {
      const match = matches[i]!;
      const over = hiddenBy(matches, cover, i);
      const hidden = over !== undefined;
      if (over?.values.includes(IDIOM)) continue;
      const classes: number[] = [];
      for (const value of match.values) {
        if (typeof value === 'number' && value >= 0 && !(TOPICAL[value] && hidden)) classes.push(value);
      }
      const own = hidden ? NO_TOPICS : this.#topicsOf(match.values);
      if (classes.length + own.size > 0) found.push({ first: match.first, last: match.last, classes, own });
    }
    return found;
  }

  #topicsOf(values: readonly Value[]): OwnTopics {
    if (typeof values[0] === 'number' && values.length === 1) return NO_TOPICS;
    return getOrInsert(this.#topics, values, () => {
      const topics = new Map<string, OwnCue['strength']>();
      for (const value of values) {
        if (typeof value === 'object' && topics.get(value.topic) !== 'strong')
          topics.set(value.topic, value.strength);
      }
      return topics;
    });
  }
}

/** A phrase whose last words alone mean no topic as these words, to be ignored. */
function lastWords(match: Match<Value>): Match<Value> | readonly Match<Value>[] {
  const { last, values } = match;
  if (values.every((value) => typeof value === 'object' || value >= LAST_WORDS)) return match;
  return values.map((value) =>
    typeof value === 'object' || value >= LAST_WORDS
      ? { ...match, values: [value] }
      : { first: last + 1 - (LAST_WORDS - value), last, values: [IGNORE] },
  );
}

const lengthOf = (match: Match<Value>) => match.last - match.first;
const isIgnored = ({ values }: Match<Value>) => values.includes(IGNORE) || values.includes(IDIOM);

/** For each word, the longest match on a topic (or to be ignored) that covers it, or -1. */
function covers(matches: readonly Match<Value>[], words: number): Int32Array {
  const cover = new Int32Array(words).fill(-1);
  for (let i = 0; i < matches.length; i++) {
    const match = matches[i]!;
    const ignored = isIgnored(match);
    if (!ignored && !match.values.some((v) => typeof v === 'object' || TOPICAL[v])) continue;
    for (let w = match.first; w <= match.last; w++) {
      const old = cover[w]!;
      const longer = old < 0 ? 1 : lengthOf(match) - lengthOf(matches[old]!);
      if (longer > 0 || (longer === 0 && ignored)) cover[w] = i;
    }
  }
  return cover;
}

/** The longer match that contains a match, which therefore does not count. */
function hiddenBy(matches: readonly Match<Value>[], cover: Int32Array, i: number): Match<Value> | undefined {
  const match = matches[i]!;
  const over = cover[match.first]!;
  if (over < 0 || over === i) return undefined;
  const other = matches[over]!;
  if (other.first > match.first || other.last < match.last) return undefined;
  return lengthOf(other) > lengthOf(match) || isIgnored(other) ? other : undefined;
}
