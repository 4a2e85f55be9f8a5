/**
 * Fits the model of `server/src/coverage/focus.ts`: what a draft as a whole argues, and what it speaks of.
 *
 *   npx tsx server/train/focus.mts [FOLDER …] [--write]
 *
 * FOLDER has drafts that two editors read (see `marked.mts`); without one, those of
 * `server/train/marks` but for `first-sight`. For each folder, left out of the fitting whole, and for all of them it
 * prints precision and recall of “argued” by draft and topic, over those on which both editors agree, from each of some
 * probabilities on; and of what would be called mentioned from there on, how much either of them calls at least that.
 * `--write` fits all of them together.
 */
import { writeFileSync } from 'node:fs';
import { classifierOf } from '../src/coverage/classifier';
import { CONTEXT_SIGNALS } from '../src/coverage/context-signals';
import {
  FOCUS_SIGNALS,
  type FocusWeights,
  focusSignals,
  type PassageWeights,
  type Support,
  wordSignal,
} from '../src/coverage/focus';
import { builtInHead } from '../src/coverage/head';
import { OFFERS_FROM, TOPICS } from '../src/coverage/lexicon';
import { builtInModel } from '../src/coverage/model';
import { OWN_SIGNALS, ownSignals, written } from '../src/coverage/signals';
import { basesOf, localOf } from '../src/coverage/steps';
import { parseDraft, positionAt } from '../src/draft';
import { builtInProject } from '../src/project';
import { FOLDS, foldersIn, foldOf } from './folds.mts';
import { fitLogistic, type Row } from './logistic.mts';
import { type MarkedDraft, markedDrafts } from './marked.mts';

/** Chosen on drafts left out, so that precision and recall of “argued” are high enough. */
const THRESHOLDS: Readonly<Record<'argues' | 'names', FocusWeights['threshold']>> = {
  argues: { areas: 0.34, offers: 0.4 },
  names: { areas: 0.58, offers: 0.55 },
};
const SHOWN_AT = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65];

interface Case {
  readonly file: string;
  readonly topic: number;
  readonly support: Support;
  /** By stem: in how many units of the draft it occurs. */
  readonly words: ReadonlyMap<string, number>;
  /** By passage: the part of step 2's log odds that depends on it alone, `ownSignals` and `contextSignals`. */
  readonly passages: readonly Float64Array[];
  /** By passage: whether an editor points at it; undefined if it is not used for fitting. */
  readonly points: readonly (boolean | undefined)[];
  /** By editor. */
  readonly says: readonly (string | undefined)[];
}

/** In how many drafts a word must occur. */
const FEWEST_DRAFTS = 20;
/** The share of occurrences with a capital letter from which a word is a name, of an invented place or a person. */
const NAME = 0.6;
/** The factor for the logarithm of a word's rarity, so that words are on the scale of the other signals. */
const RARITY = 0.1;
/** The penalty on the weights of words. */
const PENALTY = 1;
/** The quantisation steps of a weight; more make no draft better judged. */
const STEPS = 7;
/** The share of weights that are within the steps; the others are clipped. */
const WITHIN = 0.999;

/** The weight of a passage in a draft that does not mention the topic, compared with one that argues it. */
const BESIDE = 0.6;
/** The model of the draft learns from verdicts on passages that were left out in turn, in so many folds. */
const INNER_FOLDS = 3;

/** By stem: how often it occurs in the drafts, and how often with a capital letter. */
const forms = new Map<string, { all: number; capital: number }>();

const argv = process.argv.slice(2);
const folders = foldersIn(argv);
const sets = folders.map((folder) => ({ folder, cases: markedDrafts(folder).flatMap(casesOf) }));
const all = sets.flatMap(({ cases }) => cases);

/** Words that show what a draft is about, with their rarity. */
const subjects = subjectsOf(all);

const argues = ({ says: [a, b] }: Case): number => (Number(a === 'argued') + Number(b === 'argued')) / 2;
const names = ({ says: [a, b] }: Case): number => (Number(a !== undefined) + Number(b !== undefined)) / 2;

// Whole folders are left out, as each has other writers and editors; or else an eighth of the only folder.
const parts =
  sets.length > 1
    ? sets.map(({ cases }) => cases)
    : Array.from({ length: FOLDS }, (_, fold) => all.filter(({ file }) => foldOf(file) === fold));
const left = new Map<Case, readonly [number, number]>();
for (const part of parts) {
  const rest = all.filter((one) => !part.includes(one));
  const fit = fitted(rest);
  for (const one of part) left.set(one, [fit.argues(one), fit.names(one)]);
}
for (const { folder, cases } of sets) show(`${folder}, left out`, cases, left);
if (sets.length > 1) show('all of them', all, left);
if (argv.includes('--write')) {
  const { weights } = fitted(all);
  const source = {
    passages: weights.passages,
    argues: { weights: weights.argues.weights, start: weights.argues.start, threshold: THRESHOLDS.argues },
    names: { weights: weights.names.weights, start: weights.names.start, threshold: THRESHOLDS.names },
  };
  write('../src/coverage/focus.json', source);
  const { argues, names } = weights;
  write('../src/models/weights/subjects.json', {
    steps: { argues: argues.step, names: names.step },
    argues: Object.fromEntries(argues.words),
    names: Object.fromEntries(names.words),
  });
}

function write(path: string, source: unknown): void {
  const text = JSON.stringify(source, null, 1).replace(/\[[^\]]*\]/g, (list) => list.replace(/\s+/g, ''));
  writeFileSync(new URL(path, import.meta.url), `${text}\n`);
}

function subjectsOf(cases: readonly Case[]): ReadonlyMap<string, number> {
  const drafts = new Map(cases.map(({ words }) => [words, words]));
  const counts = new Map<string, number>();
  for (const words of drafts.keys())
    for (const stem of words.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map(
    [...counts]
      .filter(([stem, count]) => count >= FEWEST_DRAFTS && !isName(stem))
      .map(([stem, count]) => [stem, RARITY * Math.log(drafts.size / count)]),
  );
}

function isName(stem: string): boolean {
  const { all, capital } = forms.get(stem)!;
  return capital >= NAME * all;
}

/** The values of the words that show what a draft is about, for fitting. */
function wordsOf({ words, support }: Case): Float64Array {
  return Float64Array.from(
    subjects,
    ([stem, rarity]) => rarity * wordSignal(words.get(stem) ?? 0, support.units),
  );
}

function casesOf({ file, text, argued, best }: MarkedDraft): Case[] {
  const draft = parseDraft(text);
  const reading = classifierOf(builtInProject).read(draft, () => 'paper');
  const context = new Float64Array(CONTEXT_SIGNALS.length);
  const units = reading.units.map(({ passages }, i) => {
    const features = reading.featuresOf(i);
    const local = localOf(features, builtInModel, builtInHead.of(features.words));
    const { start } = reading.placed[i]!;
    const lineOf = (offset: number) => positionAt(draft, start + offset).line + 1;
    return {
      features,
      local,
      bases: basesOf(features, local, builtInModel),
      line: lineOf(passages[0]!.span.start),
      endLine: lineOf(passages.at(-1)!.span.end),
    };
  });
  const words = new Map<string, number>();
  for (const { features } of units) {
    for (const stem of new Set(features.words.stem))
      if (/^\p{L}{3}/u.test(stem)) words.set(stem, (words.get(stem) ?? 0) + 1);
    for (const [i, stem] of features.words.stem.entries()) {
      const form = forms.get(stem) ?? { all: 0, capital: 0 };
      form.all++;
      if (/^\p{Lu}\p{Ll}/u.test(features.words.form[i]!)) form.capital++;
      forms.set(stem, form);
    }
  }
  return TOPICS.map((id, topic) => {
    const says = argued.map((by) => by[id]);
    const lines = best.map((by) => by[id] ?? 0);
    return {
      file,
      topic,
      support: reading.supportOf(builtInProject.framework.topic(id)!),
      words,
      passages: units.map(({ features, local, bases }, i) => {
        reading.odds.signals(i, topic, context);
        const own = written(OWN_SIGNALS, (out) => ownSignals(features, local, topic, out));
        return Float64Array.of(bases[topic]!, ...own, ...context);
      }),
      points: units.map(({ line, endLine }) => {
        if (says.every((one) => one === undefined)) return false;
        const argues = says.every((one) => one === 'argued');
        return argues && lines.some((at) => line <= at && at <= endLine) ? true : undefined;
      }),
      says,
    };
  });
}

function round(x: number): number {
  return Number(x.toPrecision(4));
}

function passageWeightsOf(cases: readonly Case[]): PassageWeights {
  const rows = cases.flatMap(({ topic, passages, points }) =>
    points.flatMap((yes, i): Row[] => {
      if (yes === undefined) return [];
      const lessons = [{ task: topic, shared: passages[i]!, yes }];
      return [{ own: [], weight: yes ? 1 : BESIDE, lessons }];
    }),
  );
  const { shared, start } = fitLogistic(rows, TOPICS.length, { shared: 5, own: 1 });
  const named = (names: readonly string[], from: number) =>
    Object.fromEntries(names.map((name, i) => [name, round(shared[from + i]!)]));
  return {
    page: round(shared[0]!),
    own: named(OWN_SIGNALS, 1),
    context: named(CONTEXT_SIGNALS, 1 + OWN_SIGNALS.length),
    start: Object.fromEntries(TOPICS.map((id, t) => [id, round(start[t]!)])),
  };
}

/** Returns a function for the signals of a draft, by the weights for its passages. */
function signalsBy({ page, own, context, start }: PassageWeights): (one: Case) => readonly number[] {
  const weights = [
    page,
    ...OWN_SIGNALS.map((name) => own[name]!),
    ...CONTEXT_SIGNALS.map((name) => context[name]!),
  ];
  return ({ topic, passages, support }) => {
    const odds = passages.map((signals) =>
      weights.reduce((sum, weight, i) => sum + weight * signals[i]!, start[TOPICS[topic]!]!),
    );
    return focusSignals({ ...support, best: odds.sort((a, b) => b - a) });
  };
}

interface Weights extends Omit<FocusWeights, 'threshold'> {
  readonly step: number;
  /** By stem: the weight for each topic. */
  readonly words: ReadonlyMap<string, readonly number[]>;
}

function weightsOf(
  cases: readonly Case[],
  yes: (one: Case) => number,
  signals: ReadonlyMap<Case, readonly number[]>,
): Weights {
  // One half becomes a yes and a no.
  const rows = cases.flatMap((one): Row[] => {
    const weight = yes(one);
    const own = wordsOf(one);
    const lesson = (is: boolean) => ({
      own,
      weight: is ? weight : 1 - weight,
      lessons: [{ task: one.topic, shared: signals.get(one)!, yes: is }],
    });
    return [true, false].filter((is) => (is ? weight > 0 : weight < 1)).map(lesson);
  });
  const { shared, own, start } = fitLogistic(rows, TOPICS.length, { shared: 5, own: PENALTY }, 300);
  const weighed = own.map((of) => [...subjects.values()].map((rarity, w) => rarity * of[w]!));
  const sizes = weighed.flat().map(Math.abs);
  const step = sizes.sort((a, b) => a - b)[Math.floor(WITHIN * (sizes.length - 1))]! / STEPS;
  return {
    weights: Object.fromEntries(
      FOCUS_SIGNALS.map((name, i) => [name, round(shared[i]!)]),
    ) as FocusWeights['weights'],
    start: Object.fromEntries(TOPICS.map((id, t) => [id, round(start[t]!)])),
    step: round(step),
    words: new Map(
      [...subjects.keys()].map((stem, w) => [
        stem,
        weighed.map((of) => Math.max(-STEPS, Math.min(STEPS, Math.round(of[w]! / step)))),
      ]),
    ),
  };
}

function fitted(cases: readonly Case[]) {
  const signals = new Map<Case, readonly number[]>();
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const isLeft = ({ file }: Case) => foldOf(file, INNER_FOLDS) === fold;
    const signalsOf = signalsBy(passageWeightsOf(cases.filter((one) => !isLeft(one))));
    for (const one of cases.filter(isLeft)) signals.set(one, signalsOf(one));
  }
  const passages = passageWeightsOf(cases);
  const weights = {
    passages,
    argues: weightsOf(cases, argues, signals),
    names: weightsOf(cases, names, signals),
  };
  const signalsOf = signalsBy(passages);
  const by =
    ({ weights, start, step, words }: Weights) =>
    (one: Case): number => {
      let sum = start[TOPICS[one.topic]!]!;
      for (const [stem, count] of one.words)
        sum += step * (words.get(stem)?.[one.topic] ?? 0) * wordSignal(count, one.support.units);
      for (const [i, signal] of signalsOf(one).entries()) sum += weights[FOCUS_SIGNALS[i]!] * signal;
      return 1 / (1 + Math.exp(-sum));
    };
  return { weights, argues: by(weights.argues), names: by(weights.names) };
}

function show(what: string, cases: readonly Case[], p: ReadonlyMap<Case, readonly [number, number]>): void {
  console.log(what);
  for (const [group, from, to] of [
    ['areas', 0, OFFERS_FROM],
    ['offers', OFFERS_FROM, TOPICS.length],
  ] as const) {
    const of = cases.filter(({ topic }) => topic >= from && topic < to);
    const at = SHOWN_AT.map((least) => {
      const agreed = of.filter(({ says: [a, b] }) => (a === 'argued') === (b === 'argued'));
      const said = agreed.filter((one) => p.get(one)![0] >= least);
      const right = said.filter(({ says: [a] }) => a === 'argued').length;
      const wanted = agreed.filter(({ says: [a] }) => a === 'argued').length;
      const named = of.filter(
        (one) =>
          one.support.strong > 0 && p.get(one)![1] >= least && p.get(one)![0] < THRESHOLDS.argues[group],
      );
      const spoken = named.filter(({ says }) => says.some((one) => one !== undefined)).length;
      return `${least}: ${(right / said.length).toFixed(2)}/${(right / wanted).toFixed(2)} (named ${named.length} ${(spoken / named.length).toFixed(2)})`;
    });
    console.log(`  ${group.padEnd(6)} ${at.join('  ')}`);
  }
}
