/** The units of a block and what the first step of the model makes of each; cached with the block. */
import { passagesOf } from '../draft';
import { perBlockFor } from '../draft/block-map';
import type { Block, Passage } from '../draft/types';
import type { Framework } from '../framework/types';
import { fitted } from '../models/weights';
import { hashOf, positionOf } from '../models/weights/hashes';
import { getOrInsert } from '../util/memoize';
import { perWord } from '../words/per-word';
import { type Features, featuresOf, isFew } from './features';
import { builtInHead } from './head';
import { classIndex, type Lexicon, TOPIC_COUNT, TOPICS } from './lexicon';
import { builtInModel, type Model } from './model';
import { speaksStrongly } from './reasons';
import { Sentences } from './sentences';
import { hasActor } from './signals';
import { asDraftOf, basesOf, localOf, makingCaseOf } from './steps';

/**
 * The unit of judgement: a passage, or several short items of a list or rows of a table that follow each other. A long
 * draft has thousands, so they hold only what is needed after each change: see `UnitReader.featuresOf` for the rest.
 */
export interface Unit extends TextJudgement {
  readonly passages: readonly Passage[];
  /** Cached readings, by position of the topic in the framework: see `passage-readings.ts`. */
  readonly readings: unknown[];
}

/** What the model makes of a text by itself, wherever it stands. */
interface TextJudgement extends Spoken {
  /**
   * The numbers for `Columns`: step 1's probability of each topic; step 2's log odds of each topic, as far as they
   * depend on the unit alone; those of `asDraft`; the greatest probability; and the probability that any case is made.
   */
  readonly numbers: readonly number[];
  /** Positions in the framework of the topics that it has a strong cue of. */
  readonly strong: readonly number[];
  /** Positions of its words that help to tell what a draft is about: see `focus.ts`. */
  readonly words: readonly number[];
  /** Bit mask, by position in the model, of the topics that it has any cue of. */
  readonly named: number;
  /** Whether it still has several places to fill in, so that it says nothing of its draft yet. */
  readonly unwritten: boolean;
  /** Whether it is a line of few words outside a list, for which thresholds are higher. */
  readonly few: boolean;
  /** Whether it makes a case for topics, and for promises, that are judged by their cues alone. */
  readonly makesCase: boolean;
  readonly makesPromise: boolean;
}

/** What a text speaks of that helps to decide whether the document is about libraries. */
export interface Spoken {
  readonly library: boolean;
  readonly partner: boolean;
  readonly software: boolean;
  readonly publicLibrary: boolean;
}

const LIBRARY = classIndex('library');
const PARTNER = classIndex('partner');
const SOFTWARE = classIndex('software');
const PUBLIC_LIBRARY = classIndex('public-library');

export function spokenIn({ classes }: Features): Spoken {
  return {
    library: classes[LIBRARY]! > 0,
    partner: classes[PARTNER]! > 0,
    software: classes[SOFTWARE]! > 0,
    publicLibrary: classes[PUBLIC_LIBRARY]! > 0,
  };
}

/** The least probability of a case for topics that are judged by their cues alone. */
const CASE = 0.5;
/** The same for lines of few words, which seldom say who gains what, and for promises, whose cues are common words. */
const SURE_CASE = 0.65;
/** The least probability of a case for a topic that is judged by its cues alone. */
export const caseThreshold = (few: boolean, promise: boolean): number => (few || promise ? SURE_CASE : CASE);
/** Items and rows with fewer words than this are judged together with their neighbours. */
const SHORT = 15;

const unitsOf = perBlockFor((block, reader: UnitReader) => reader.readUnits(block));
/** Texts up to this many characters are cached by their words: they recur in tables and lists. */
const LONGEST_KEPT = 60;
/** The same for items and rows, all of which are read again after a key in one of them. */
const LONGEST_ITEM = 1_000;
/** How many such texts are cached: a table may have 4,000 rows. */
const TEXTS_KEPT = 4_000;
/** How many words of texts have their features cached, the least recently added dropped first: as most papers have. */
const WORDS_KEPT = 24_000;

/** Reads the units of blocks with one lexicon, each block once. */
export class UnitReader {
  /** By the numbers of a unit, as `#sentences`: a unit itself would keep the block that it was read from. */
  readonly #features = new Map<Unit['numbers'], Features>();
  #wordsKept = 0;
  /** The judgement of short texts: as paragraphs, and as items of a list or table. */
  readonly #texts = new Map<string, TextJudgement>();
  readonly #items = new Map<string, TextJudgement>();
  /** By the numbers of a unit, an object that it shares with units of the same text. */
  readonly #sentences = new WeakMap<Unit['numbers'], Sentences>();

  constructor(
    readonly lexicon: Lexicon,
    readonly framework: Framework,
  ) {}

  unitsOf(block: Block): readonly Unit[] {
    return unitsOf(block, this);
  }

  /** The same without the cache. */
  readUnits(block: Block): readonly Unit[] {
    return groups(block).map((passages) => this.#read(passages));
  }

  #read(passages: readonly Passage[]): Unit {
    const text = textOf(passages);
    const known = areItems(passages) ? this.#items : text.length <= LONGEST_KEPT ? this.#texts : undefined;
    const before = known?.get(text);
    if (before) return { passages, readings: [], ...before };
    const features = featuresOfGroup(passages, this.lexicon);
    const judgement = judgementOf(features, isUnwritten(text), this.framework, builtInModel);
    const unit = { passages, readings: [], ...judgement };
    if (text.length > LONGEST_KEPT) this.#keep(judgement, features);
    if (known && text.length <= LONGEST_ITEM) {
      if (known.size >= TEXTS_KEPT) known.clear();
      known.set(text, judgement);
    }
    return unit;
  }

  /** The words and cues of a unit. They take more memory than its text, so only some are cached. */
  featuresOf(unit: Unit): Features {
    let features = this.#features.get(unit.numbers);
    if (!features) {
      features = featuresOfGroup(unit.passages, this.lexicon);
      this.#keep(unit, features);
    }
    return features;
  }

  /** The sentences of a unit, for a second look. Few units need one, and those need it after each change. */
  sentencesOf(unit: Unit): Sentences | undefined {
    if (unit.few) return undefined;
    return getOrInsert(this.#sentences, unit.numbers, () => {
      const item = areItems(unit.passages);
      return new Sentences(textOf(unit.passages), this.featuresOf(unit), (text) => {
        const features = featuresOf(text, item, this.lexicon);
        const local = localOf(features, builtInModel, builtInHead.of(features.words));
        return basesOf(features, local, builtInModel);
      });
    });
  }

  #keep({ numbers }: TextJudgement, features: Features): void {
    this.#features.set(numbers, features);
    this.#wordsKept += features.words.stem.length;
    for (const [oldest, { words }] of this.#features) {
      if (this.#wordsKept <= WORDS_KEPT || oldest === numbers) break;
      this.#features.delete(oldest);
      this.#wordsKept -= words.stem.length;
    }
  }
}

/** The passages of a block, in groups that are judged together. */
export function groups(block: Block): readonly (readonly Passage[])[] {
  const found: Passage[][] = [];
  let short: Passage[] | undefined;
  for (const passage of passagesOf(block)) {
    if (passage.inFootnote) continue;
    const item = passage.kind === 'list-item' || passage.kind === 'table-row';
    if (item && countWords(passage.prose.text) < SHORT) {
      if (!short) {
        short = [];
        found.push(short);
      }
      short.push(passage);
    } else {
      short = undefined;
      found.push([passage]);
    }
  }
  return found;
}

export function featuresOfGroup(passages: readonly Passage[], lexicon: Lexicon): Features {
  return featuresOf(textOf(passages), areItems(passages), lexicon);
}

/** Whether a group consists of items of a list or rows of a table. */
export function areItems([first]: readonly Passage[]): boolean {
  return first!.kind === 'list-item' || first!.kind === 'table-row';
}

/** The text of a unit, in which the offsets of its words count. */
export function textOf(passages: readonly Passage[]): string {
  return passages.length === 1 ? passages[0]!.prose.text : passages.map((p) => p.prose.text).join('\n');
}

/** The passages of a unit, each with its offset in the unit's text. */
export function withOffsets(
  passages: readonly Passage[],
): readonly { readonly passage: Passage; readonly offset: number }[] {
  let next = 0;
  return passages.map((passage) => {
    const offset = next;
    next += passage.prose.text.length + 1;
    return { passage, offset };
  });
}

/**
 * @param unwritten whether it still has several places to fill in: then the other units of its draft, and the draft as a whole, are
 * judged as if it were not there
 */
function judgementOf(
  features: Features,
  unwritten: boolean,
  framework: Framework,
  model: Model,
): TextJudgement {
  const local = localOf(features, model, builtInHead.of(features.words));
  // A plain array takes a third of the memory of a typed one here.
  const numbers = Array.from(local.p, (p) => (unwritten ? 0 : p));
  const bases = basesOf(features, local, model);
  for (const base of bases) numbers.push(base);
  for (let t = 0; t < TOPIC_COUNT; t++)
    numbers.push(unwritten ? NOT_POINTED_AT : asDraftOf(features, local, t, bases[t]!));
  numbers.push(unwritten ? 0 : local.top, local.making);
  const few = isFew(features);
  const makingCase = makingCaseOf(features, model);
  const strong = framework.topics.flatMap((topic, k) => (speaksStrongly(features, topic) ? [k] : []));
  return {
    numbers,
    strong: strong.length > 0 ? strong : NONE,
    words: unwritten ? NONE : subjectsIn(features),
    unwritten,
    named: TOPICS.reduce(
      (bits, _, t) => (features.strong[t]! + features.weak[t]! > 0 ? bits | (1 << t) : bits),
      0,
    ),
    few,
    makesCase: makingCase > caseThreshold(few, false),
    makesPromise: makingCase > caseThreshold(few, true) && hasActor(features),
    ...spokenIn(features),
  };
}

/** Whether more than one place is to be filled in: a sentence that lacks its year is written. */
const isUnwritten = (text: string): boolean => text.split(/\[insert\s/i).length > 2;

const NONE: readonly number[] = [];
/** Log odds of what no editor would point at as the case of a draft. */
const NOT_POINTED_AT = -30;

/** The position of a word among those that help to tell what a draft is about; -1 for others. */
const subject = perWord(({ stem }) => positionOf(fitted().subjects.words, hashOf(stem)));

function subjectsIn({ words }: Features): readonly number[] {
  const found = new Set<number>();
  for (const word of words.word) {
    const position = subject(word);
    if (position >= 0) found.add(position);
  }
  return found.size > 0 ? [...found] : NONE;
}

function countWords(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 32;
    if (!space && !inside) count++;
    inside = !space;
  }
  return count;
}
