/** Units of a block, and what the first step of the model makes of each: kept with the block. */
import { passagesOf } from '../draft';
import { perBlockFor } from '../draft/block-map';
import type { Block, Passage } from '../draft/types';
import { fitted } from '../fitted';
import { foundSigns } from '../fitted/sign-sum';
import type { Framework } from '../framework/types';
import { type Features, featuresOf, isFew } from './features';
import { builtInHead } from './head';
import { classIndex, type Lexicon, TOPIC_COUNT, TOPICS } from './lexicon';
import { builtInModel, type Model } from './model';
import { speaksStrongly } from './reasons';
import { Sentences } from './sentences';
import { hasActor } from './signals';
import { asDraftOf, basesOf, localOf, makingCaseOf } from './steps';

/**
 * What is judged as one: a passage, or the short passages of a list or table that stand together. A long draft has
 * thousands, so they keep what is asked for after each change and nothing else: see `UnitReader.featuresOf`.
 */
export interface Unit extends Said {
  readonly passages: readonly Passage[];
  /** Verdicts of the past, by position in the framework's topics: see `claims.ts`. */
  readonly claims: unknown[];
}

/** What a text comes to, wherever it stands. */
interface Said extends Spoken {
  /**
   * For the columns of a document (see `Columns`): by topic step 1's probabilities, then by topic step 2's log odds as
   * far as they depend on the unit alone, then those of `asDraft`, then the greatest probability, and the one of any case
   * at all.
   */
  readonly numbers: readonly number[];
  /** Positions in the framework's topics of those of which it has a strong cue. */
  readonly strong: readonly number[];
  /** Positions of those of its words that tell what a draft is about: see `focus.ts`. */
  readonly words: readonly number[];
  /** Bits, by position in the model, of the topics of which it has any cue. */
  readonly named: number;
  /** A line of a few words outside a list, which must say more for itself. */
  readonly few: boolean;
  /** Whether it makes a case, as far as a topic that rests on its cues alone is concerned, and as far as a promise is. */
  readonly makesCase: boolean;
  readonly makesPromise: boolean;
}

/** What a text speaks of, as far as a whole document is told by it. */
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

/** Topics that rest on the cues alone are argued when a case is being made about them. */
const CASE = 0.5;
/** The same for a few words by themselves, which say little of who gains what, and for promises, whose cues are common. */
const SURE_CASE = 0.65;
/** From which probability of a case a topic that rests on its cues alone is argued. */
export const caseThreshold = (few: boolean, promise: boolean): number => (few || promise ? SURE_CASE : CASE);
/** Passages of a list or table with fewer words than this are judged together. */
const SHORT = 15;

const unitsOf = perBlockFor((block, reader: UnitReader) => reader.readUnits(block));
/** Texts that say no more than a few words, which stand again and again in tables and lists. */
const LONGEST_KEPT = 60;
/** Items and rows, all of which a key in one has read again. */
const LONGEST_ITEM = 1_000;
/** What they come to is kept for so many of them: a table may have 4,000 rows. */
const TEXTS_KEPT = 4_000;
/** Features are kept for so many units, those that were read last: a paper of some length has fewer. */
const FEATURES_KEPT = 256;

/** Units of a block under one lexicon, read once. */
export class UnitReader {
  readonly #features = new Map<Unit, Features>();
  /** What short texts come to, by themselves and as items of a list or table. */
  readonly #texts = new Map<string, Said>();
  readonly #items = new Map<string, Said>();
  /** By the numbers of a unit, which it has in common with others that say the same. */
  readonly #sentences = new WeakMap<Unit['numbers'], Sentences>();

  constructor(
    readonly lexicon: Lexicon,
    readonly framework: Framework,
  ) {}

  unitsOf(block: Block): readonly Unit[] {
    return unitsOf(block, this);
  }

  /** The same, not kept. */
  readUnits(block: Block): readonly Unit[] {
    return groups(block).map((passages) => this.#read(passages));
  }

  #read(passages: readonly Passage[]): Unit {
    const text = textOf(passages);
    const known = areItems(passages) ? this.#items : text.length <= LONGEST_KEPT ? this.#texts : undefined;
    const before = known?.get(text);
    if (before) return { ...before, passages, claims: [] };
    const features = featuresOfGroup(passages, this.lexicon);
    const said = saidBy(features, this.framework, builtInModel);
    const unit = { ...said, passages, claims: [] };
    if (text.length > LONGEST_KEPT) this.#keep(unit, features);
    if (known && text.length <= LONGEST_ITEM) {
      if (known.size >= TEXTS_KEPT) known.clear();
      known.set(text, said);
    }
    return unit;
  }

  /** The words and cues of a unit: read again where it is one of many, as they take more room than its text. */
  featuresOf(unit: Unit): Features {
    let features = this.#features.get(unit);
    if (!features) {
      features = featuresOfGroup(unit.passages, this.lexicon);
      this.#keep(unit, features);
    }
    return features;
  }

  /** The sentences of a unit, for a second look: few are asked for, and those again with each change. */
  sentencesOf(unit: Unit): Sentences | undefined {
    if (unit.few) return undefined;
    let found = this.#sentences.get(unit.numbers);
    if (!found) {
      const item = areItems(unit.passages);
      found = new Sentences(textOf(unit.passages), this.featuresOf(unit), (text) => {
        const features = featuresOf(text, item, this.lexicon);
        return basesOf(
          features,
          localOf(features, builtInModel, builtInHead.of(features.words)),
          builtInModel,
        );
      });
      this.#sentences.set(unit.numbers, found);
    }
    return found;
  }

  #keep(unit: Unit, features: Features): void {
    this.#features.set(unit, features);
    if (this.#features.size <= FEATURES_KEPT) return;
    for (const oldest of this.#features.keys()) {
      this.#features.delete(oldest);
      break;
    }
  }
}

/** The passages of a block that are judged together. */
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

/** Whether passages that are judged as one are items of a list or rows of a table. */
export function areItems([first]: readonly Passage[]): boolean {
  return first!.kind === 'list-item' || first!.kind === 'table-row';
}

/** Words of a unit count in this text. */
export function textOf(passages: readonly Passage[]): string {
  return passages.length === 1 ? passages[0]!.prose.text : passages.map((p) => p.prose.text).join('\n');
}

function saidBy(features: Features, framework: Framework, model: Model): Said {
  const local = localOf(features, model, builtInHead.of(features.words));
  // An array of V8's own takes a third of the room of a typed one.
  const numbers = Array.from(local.p);
  const bases = basesOf(features, local, model);
  for (const base of bases) numbers.push(base);
  for (let t = 0; t < TOPIC_COUNT; t++) numbers.push(asDraftOf(features, local, t, bases[t]!));
  numbers.push(local.top, local.making);
  const few = isFew(features);
  const makingCase = makingCaseOf(features, model);
  const strong = framework.topics.flatMap((topic, k) => (speaksStrongly(features, topic) ? [k] : []));
  return {
    numbers,
    strong: strong.length > 0 ? strong : NONE,
    words: subjectsIn(features),
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

const NONE: readonly number[] = [];

function subjectsIn({ words }: Features): readonly number[] {
  const found = foundSigns(fitted().subjects.words, (visit) => {
    for (const stem of words.stem) visit(stem);
  });
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
