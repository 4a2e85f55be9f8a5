/** How the verdicts on one passage came about, step by step: for `advocacy explain --passage` and for whoever mends the lexicon. */
import { positionAt } from '../draft';
import type { Draft, Passage, PlacedBlock } from '../draft/types';
import type { Topic } from '../framework/types';
import type { Project } from '../project/types';
import { builtInHead } from './head';
import { judgeOf } from './judge';
import { CLASSES } from './lexicon';
import { builtInModel } from './model';
import { modelIndex } from './reasons';
import {
  CONTEXT_SIGNALS,
  OTHERS_SIGNALS,
  OWN_SIGNALS,
  othersSignals,
  ownSignals,
  TOPIC_SIGNALS,
  topicSignals,
  WORD_SIGNALS,
  wordSignals,
} from './signals';
import type { Reason, State } from './types';
import { localOf } from './units';

/** One term of the sum: a signal's value times its weight, in log odds. */
export interface Term {
  readonly signal: string;
  readonly value: number;
  readonly weight: number;
  readonly adds: number;
}

export interface TopicDerivation {
  readonly topic: Topic;
  readonly state: State;
  readonly reasons: readonly Reason[];
  /** Absent for a topic that rests on its cues alone. */
  readonly model?: {
    /** What its own words make of it, 0 to 1. */
    readonly words: number;
    /** What its words in their document make of it, 0 to 1, and what it takes to be argued. */
    readonly inDocument: number;
    readonly threshold: number;
    /** The weightiest terms of both steps, greatest first. */
    readonly fromWords: readonly Term[];
    readonly fromDocument: readonly Term[];
    /** What all its words together mean, cue or no cue, in log odds. */
    readonly meaning: number;
    /** The words without which that would be most different, greatest first. */
    readonly byWord: readonly { readonly word: string; readonly adds: number }[];
  };
}

export interface PassageDerivation {
  readonly placed: PlacedBlock;
  readonly passages: readonly Passage[];
  readonly text: string;
  /** Whether the draft is taken to be about libraries: `open`, `areas` (need alone) or `closed`. */
  readonly gate: 'open' | 'areas' | 'closed';
  /** Topics that the author declared; undefined where the engine decides. */
  readonly declared: readonly string[] | undefined;
  /** 0 to 1: whether a case is made at all, whatever the topic. */
  readonly makingCase: number;
  /** Cues by class. */
  readonly cues: readonly { readonly class: string; readonly words: readonly string[] }[];
  readonly topics: readonly TopicDerivation[];
}

/** How many terms are shown of each step. */
const TERMS = 8;

/** The derivation for the passage on a line of the draft (from 0); undefined where there is none. */
export function explainPassage(draft: Draft, project: Project, line: number): PassageDerivation | undefined {
  const reading = judgeOf(project).read(draft);
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
  const meaning = builtInHead.of(features.words);
  const byWord = builtInHead.termsOf(features.words);
  const local = localOf(features, builtInModel, meaning);
  const declared = reading.declared.get(index);
  const context = new Float64Array(CONTEXT_SIGNALS.length);
  const byClass = new Map<string, Set<string>>();
  for (const cue of features.cues) {
    const words = features.words.lower.slice(cue.first, cue.last + 1).join(' ');
    for (const c of cue.classes) {
      const { name } = CLASSES[c]!;
      byClass.set(name, (byClass.get(name) ?? new Set()).add(words));
    }
  }
  return {
    placed,
    passages: unit.passages,
    text: unit.passages.map((p) => p.prose.text).join('\n'),
    gate: reading.context.gate,
    declared: declared && [...declared],
    makingCase: round(local.making),
    cues: [...byClass].map(([name, words]) => ({ class: name, words: [...words] })),
    topics: project.framework.topics.map((topic): TopicDerivation => {
      const passage = reading
        .on(topic)

        .find((p) => p.placed === placed && unit.passages.includes(p.passage));
      const verdict = { topic, state: passage?.state ?? 'missing', reasons: passage?.reasons ?? [] } as const;
      const t = modelIndex(topic);
      if (t < 0) return verdict;
      reading.signals(index, t, context);
      const { words, document } = builtInModel;
      return {
        ...verdict,
        model: {
          words: round(local.p[t]!),
          inDocument: round(reading.probability(index, t)),
          threshold: reading.threshold(index, t),
          fromWords: terms(
            [...WORD_SIGNALS, ...TOPIC_SIGNALS],
            [...wordSignals(features, t), ...topicSignals(features)],
            [...words.all, ...words.byTopic[t]!],
          ),
          meaning: round(meaning[t]!),
          byWord: weightiest(byWord.map(({ word, adds }) => ({ word, adds: adds[t]! }))),
          fromDocument: terms(
            [...OWN_SIGNALS, ...CONTEXT_SIGNALS, ...OTHERS_SIGNALS],
            [...ownSignals(features, local, t), ...context, ...othersSignals(features, local)],
            [...document.own, ...document.context, ...document.byTopic[t]!],
          ),
        },
      };
    }),
  };
}

function terms(names: readonly string[], values: readonly number[], weights: readonly number[]): Term[] {
  return names
    .map((signal, i) => ({
      signal,
      value: round(values[i]!),
      weight: round(weights[i]!),
      adds: round(values[i]! * weights[i]!),
    }))
    .filter((term) => Math.abs(term.adds) >= 0.05)
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds))
    .slice(0, TERMS);
}

function weightiest(words: readonly { readonly word: string; readonly adds: number }[]) {
  const sums = new Map<string, number>();
  for (const { word, adds } of words) sums.set(word, (sums.get(word) ?? 0) + adds);
  return [...sums]
    .map(([word, adds]) => ({ word, adds: round(adds) }))
    .filter(({ adds }) => Math.abs(adds) >= 0.05)
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds))
    .slice(0, TERMS);
}

const round = (x: number) => Math.round(x * 1000) / 1000;
