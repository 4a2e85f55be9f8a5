/** Units of a block, and what the first step of the model makes of each: kept with the block. */
import { passagesOf } from '../draft';
import type { Block, Passage } from '../draft/types';
import type { Framework } from '../framework/types';
import { type Features, featuresOf } from './features';
import { type Lexicon, TOPIC_COUNT } from './lexicon';
import { builtInModel, dot, type Model } from './model';
import { speaksStrongly } from './reasons';
import {
  caseSignals,
  type Local,
  othersSignals,
  ownSignals,
  probability,
  ruled,
  topicSignals,
  wordSignals,
} from './signals';

/** What is judged as one: a passage, or the short passages of a list or table that stand together. */
export interface Unit {
  readonly passages: readonly Passage[];
  readonly features: Features;
  readonly local: Local;
  /** By topic: the second step's log odds as far as they depend on the unit alone. */
  readonly base: Float64Array;
  /** By topic of the framework: whether it has a strong cue of it. */
  readonly strong: Uint8Array;
}

/** Passages of a list or table with fewer words than this are judged together. */
const SHORT = 15;

/** Units of a block under one lexicon, read once. */
export class UnitReader {
  readonly #known = new WeakMap<Block, readonly Unit[]>();

  constructor(
    readonly lexicon: Lexicon,
    readonly framework: Framework,
  ) {}

  unitsOf(block: Block): readonly Unit[] {
    let units = this.#known.get(block);
    if (!units) {
      units = groups(block).map((passages) => unitOf(passages, this.lexicon, this.framework, builtInModel));
      this.#known.set(block, units);
    }
    return units;
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
  const { kind } = passages[0]!;
  return featuresOf(textOf(passages), kind === 'list-item' || kind === 'table-row', lexicon);
}

/** Words of a unit count in this text. */
export function textOf(passages: readonly Passage[]): string {
  return passages.length === 1 ? passages[0]!.prose.text : passages.map((p) => p.prose.text).join('\n');
}

function unitOf(passages: readonly Passage[], lexicon: Lexicon, framework: Framework, model: Model): Unit {
  const features = featuresOfGroup(passages, lexicon);
  const local = localOf(features, model);
  const others = othersSignals(features, local);
  const base = new Float64Array(TOPIC_COUNT);
  for (let t = 0; t < TOPIC_COUNT; t++) {
    base[t] =
      model.document.start[t]! +
      ruled(features, t) +
      dot(model.document.own, ownSignals(features, local, t)) +
      dot(model.document.byTopic[t]!, others);
  }
  const strong = Uint8Array.from(framework.topics, (topic) => (speaksStrongly(features, topic) ? 1 : 0));
  return { passages, features, local, base, strong };
}

/** The first step. */
export function localOf(features: Features, model: Model): Local {
  const z = new Float64Array(TOPIC_COUNT);
  const p = new Float64Array(TOPIC_COUNT);
  const byTopic = topicSignals(features);
  let top = 0;
  for (let t = 0; t < TOPIC_COUNT; t++) {
    z[t] =
      model.words.start[t]! +
      dot(model.words.all, wordSignals(features, t)) +
      dot(model.words.byTopic[t]!, byTopic);
    p[t] = probability(z[t]!);
    top = Math.max(top, p[t]!);
  }
  return { z, p, top, making: probability(model.case.start + dot(model.case.all, caseSignals(features))) };
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
