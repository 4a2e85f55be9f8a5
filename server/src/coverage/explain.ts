/** How the verdicts on one passage came about, step by step: for `advocacy explain --passage` and for whoever mends the lexicon. */

import { positionAt } from '../draft';
import type { Draft, Passage, PlacedBlock } from '../draft/types';
import { hasInsert } from '../draft/unfilled';
import type { Topic } from '../framework/types';
import { logistic } from '../models/weights/logistic';
import type { Project } from '../project/types';
import { classifierOf } from './classifier';
import { CONTEXT_SIGNALS } from './context-signals';
import { type DraftReadings, isPromise } from './draft-readings';
import { type Features, isFew, strengthOf } from './features';
import { builtInHead } from './head';
import { genreIn } from './held-to';
import { CLASSES, type Cue, type CueClass, classIndex, TOPICS } from './lexicon';
import { builtInModel } from './model';
import { rulingsOn } from './odds-adjustments';
import { modelIndex } from './reasons';
import {
  ANY_CASE_SIGNALS,
  anyCaseSignals,
  hasActor,
  type Local,
  OTHERS_SIGNALS,
  OWN_SIGNALS,
  othersSignals,
  ownSignals,
  TOPIC_SIGNALS,
  topicSignals,
  WORD_SIGNALS,
  wordSignals,
  written,
} from './signals';
import { LEAST_WORDS, localOf } from './steps';
import { STATES, type State } from './types';
import { caseThreshold, textOf } from './units';

/** What one signal adds to the sum, in log odds: its value times its weight. */
interface Term {
  readonly signal: string;
  readonly adds: number;
  /** The cues that it counts, where it is a class of the lexicon. */
  readonly words: readonly string[];
}

/** A sum of log odds, and the probability that it is. */
interface Step {
  readonly logOdds: number;
  /** 0 to 1. */
  readonly probability: number;
  /** All that is not nought, the weightiest first. They add up to `logOdds`. */
  readonly terms: readonly Term[];
}

/** A word, and what would be missing from the meaning of the text without it, in log odds. */
interface WordTerm {
  readonly word: string;
  readonly adds: number;
}

export interface TopicDerivation {
  readonly topic: Topic;
  /** The highest of the passages that are judged as one. */
  readonly state: State;
  /** 0 to 1. Above `threshold` the topic is argued, where neither the paper as a whole nor anything else speaks against it. */
  readonly probability: number;
  readonly threshold: number;
  /** Whether any word of the passage, or of what it takes topics from, is on the topic. */
  readonly named: boolean;
  /**
   * What the paper as a whole says on the topic (`focus.ts`): that it argues it, `surely` also where no passage does by
   * itself; that it only names it; or nothing. Undefined where each passage decides.
   */
  readonly whole?: 'argues surely' | 'argues' | 'names' | 'nothing';
  /** Of a topic that the model judges: what its own words make of it, and its words in their document. */
  readonly model?: {
    readonly words: Step;
    readonly inDocument: Step;
    /** The words without which the meaning would be most different, the weightiest first. */
    readonly byWord: readonly WordTerm[];
    /** Where the whole falls short: the sentence that was looked at by itself, and what it takes of one. */
    readonly sentence?: {
      readonly text: string;
      /** 0 to 1. */
      readonly probability: number;
      readonly threshold: number;
    };
  };
  /** Of a topic that rests on its cues alone: those that there are, and whether a case is made, whatever the topic. */
  readonly cues?: {
    readonly strong: readonly string[];
    readonly weak: readonly string[];
    readonly words: number;
    readonly leastWords: number;
    /** Whether it is a promise, and no library, none of its partners and no “we” is there to make it. */
    readonly lacksActor: boolean;
    readonly makingCase: Step;
  };
}

export interface PassageDerivation {
  readonly placed: PlacedBlock;
  /** Those that are judged as one. */
  readonly passages: readonly Passage[];
  readonly text: string;
  /** Whether the draft is taken to be about libraries: `open`, `areas` (need alone) or `closed`. */
  readonly gate: 'open' | 'areas' | 'closed';
  /** Topics that the author declared; undefined where the engine decides. */
  readonly declared: readonly string[] | undefined;
  /** A line of a few words outside a list, for which thresholds are higher. */
  readonly few: boolean;
  /** Whether a placeholder is left in it, so that it argues nothing yet. */
  readonly unfilled: boolean;
  /** 0 to 1: whether a case is made at all, whatever the topic. */
  readonly makingCase: number;
  readonly cues: readonly { readonly class: CueClass; readonly words: readonly string[] }[];
  readonly topics: readonly TopicDerivation[];
}

/** How many words are kept of the meaning. */
const WORDS = 8;
/** Those that change less are not worth a mention. */
const LEAST = 0.05;

/** The derivation for the passage on a line of the draft (from 0); undefined where there is none. */
export function explainPassage(draft: Draft, project: Project, line: number): PassageDerivation | undefined {
  const reading = classifierOf(project).read(draft, genreIn(draft, project));
  const index = reading.units.findIndex(({ passages }, i) =>
    passages.some(({ span }) => {
      const { start } = reading.placed[i]!;
      return (
        positionAt(draft, start + span.start).line <= line && positionAt(draft, start + span.end).line >= line
      );
    }),
  );
  const unit = reading.units[index];
  const placed = reading.placed[index];
  if (!unit || !placed) return undefined;
  const features = reading.featuresOf(index);
  const declared = reading.declared.get(index);
  const meaning = builtInHead.of(features.words);
  const local = localOf(features, builtInModel, meaning);
  const cues = cuesByClass(features);
  const unitTerms = { features, local, meaning, byWord: builtInHead.termsOf(features.words), cues };
  const stateOf = (topic: Topic): State =>
    reading
      .passagesOn(topic)
      .filter((p) => p.placed === placed && unit.passages.includes(p.passage))
      .map(({ state }): State => state)
      .reduce((a, b) => (STATES.indexOf(b) > STATES.indexOf(a) ? b : a), 'missing');
  return {
    placed,
    passages: unit.passages,
    text: textOf(unit.passages),
    gate: reading.context.gate,
    declared: declared && [...declared],
    few: unit.few,
    unfilled: unit.passages.some(({ prose }) => hasInsert(prose.text)),
    makingCase: local.making,
    cues: [...cues].map(([name, words]) => ({ class: CLASSES[classIndex(name)]!, words })),
    topics: project.framework.topics.map((topic): TopicDerivation => {
      const t = modelIndex(topic);
      const whole = reading.wholeOn(topic);
      return {
        topic,
        state: stateOf(topic),
        named: t < 0 || reading.isNamed(index, topic),
        ...(whole !== undefined && { whole }),
        ...(t < 0 ? byCues(topic, features, cues) : byModel(reading, index, t, unitTerms)),
      };
    }),
  };
}

type Derived = Omit<TopicDerivation, 'topic' | 'state' | 'named' | 'whole'>;
type CuesByClass = ReadonlyMap<string, readonly string[]>;

interface UnitTerms {
  readonly features: Features;
  readonly local: Local;
  readonly meaning: Float64Array;
  readonly byWord: readonly { readonly word: string; readonly adds: Float64Array }[];
  readonly cues: CuesByClass;
}

function byModel(
  reading: DraftReadings,
  index: number,
  t: number,
  { features, local, meaning, byWord, cues }: UnitTerms,
): Derived {
  const { words, document } = builtInModel;
  const threshold = reading.odds.threshold(index, t);
  const sentence = features.strong[t]! > 0 ? reading.odds.sentence(index, t) : undefined;
  return {
    probability: reading.odds.probability(index, t),
    threshold,
    model: {
      words: stepOf(cues, [
        ['start', words.start[t]!],
        ...weighed(WORD_SIGNALS, (out) => wordSignals(features, t, out), words.all),
        ...weighed(TOPIC_SIGNALS, (out) => topicSignals(features, out), words.byTopic[t]!),
        ['meaning', meaning[t]!],
      ]),
      inDocument: stepOf(cues, [
        ['start', document.start[t]!],
        ...weighed(OWN_SIGNALS, (out) => ownSignals(features, local, t, out), document.own),
        ...weighed(CONTEXT_SIGNALS, (out) => reading.odds.signals(index, t, out), document.context),
        ...weighed(othersNames(t), (out) => othersSignals(features, local, out), document.byTopic[t]!),
        ...rulingsOn(features, t),
      ]),
      byWord: weightiest(byWord.map(({ word, adds }) => ({ word, adds: adds[t]! }))),
      ...(sentence && {
        sentence: {
          text: textOf(reading.units[index]!.passages).slice(sentence.span.start, sentence.span.end),
          probability: sentence.probability,
          threshold: threshold + sentence.surer,
        },
      }),
    },
  };
}

function byCues(topic: Topic, features: Features, cues: CuesByClass): Derived {
  const { start, all } = builtInModel.anyCase;
  const makingCase = stepOf(cues, [
    ['start', start],
    ...weighed(ANY_CASE_SIGNALS, (out) => anyCaseSignals(features, out), all),
  ]);
  const of = (strength: 'strong' | 'weak'): readonly string[] => [
    ...new Set(
      features.cues.filter((cue) => strengthOf(cue, topic) === strength).map((cue) => wordsOf(cue, features)),
    ),
  ];
  return {
    probability: makingCase.probability,
    threshold: caseThreshold(isFew(features), isPromise(topic)),
    cues: {
      strong: of('strong'),
      weak: of('weak'),
      words: features.words.stem.length,
      leastWords: LEAST_WORDS,
      lacksActor: isPromise(topic) && !hasActor(features),
      makingCase,
    },
  };
}

/** What step 1 says of the topic itself counts twice in step 2, with a weight of all topics and one of its own. */
const othersNames = (own: number): readonly string[] =>
  OTHERS_SIGNALS.map((name, i) => (i === own ? 'step 1' : i < TOPICS.length ? `step 1 on ${name}` : name));

function cuesByClass(features: Features): CuesByClass {
  const found = new Map<string, Set<string>>();
  for (const cue of features.cues) {
    for (const c of cue.classes) {
      const { name } = CLASSES[c]!;
      found.set(name, (found.get(name) ?? new Set()).add(wordsOf(cue, features)));
    }
  }
  return new Map([...found].map(([name, words]) => [name, [...words]]));
}

const wordsOf = ({ first, last }: Cue, { words }: Features): string =>
  words.lower.slice(first, last + 1).join(' ');

type Addend = readonly [signal: string, adds: number];

function weighed(
  names: readonly string[],
  write: (out: Float64Array) => void,
  weights: ArrayLike<number>,
): readonly Addend[] {
  const values = written(names, write);
  return names.map((name, i): Addend => [name, values[i]! * weights[i]!]);
}

/** A signal that is weighed for all topics and for one is one term. */
function stepOf(cues: CuesByClass, addends: readonly Addend[]): Step {
  const sums = new Map<string, number>();
  for (const [signal, adds] of addends) sums.set(signal, (sums.get(signal) ?? 0) + adds);
  const terms = [...sums]
    .filter(([, adds]) => adds !== 0)
    .map(([signal, adds]): Term => ({ signal, adds, words: cues.get(signal) ?? [] }))
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds));
  const logOdds = terms.reduce((sum, { adds }) => sum + adds, 0);
  return { logOdds, probability: logistic(logOdds), terms };
}

function weightiest(words: readonly WordTerm[]): readonly WordTerm[] {
  const sums = new Map<string, number>();
  for (const { word, adds } of words) sums.set(word, (sums.get(word) ?? 0) + adds);
  return [...sums]
    .map(([word, adds]) => ({ word, adds }))
    .filter(({ adds }) => Math.abs(adds) >= LEAST)
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds))
    .slice(0, WORDS);
}
