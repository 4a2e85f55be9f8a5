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
import {
  classSignals,
  FOCUS_SIGNALS,
  type FocusWeights,
  focusSignals,
  type PassageWeights,
  type Support,
} from '../src/coverage/focus';
import { builtInHead } from '../src/coverage/head';
import { CLASSES, OFFERS_FROM, TOPICS } from '../src/coverage/lexicon';
import { builtInModel } from '../src/coverage/model';
import { CONTEXT_SIGNALS, OWN_SIGNALS, ownSignals, written } from '../src/coverage/signals';
import { basesOf, localOf } from '../src/coverage/units';
import { parseDraft, positionAt } from '../src/draft';
import { builtInProject } from '../src/project';
import { FOLDS, foldersIn, foldOf } from './folds.mts';
import { fitLogistic, type Row } from './logistic.mts';
import { type MarkedDraft, markedDrafts } from './marked.mts';

/** As chosen on drafts left out, where precision and recall of what is argued reach what is asked of them. */
const THRESHOLDS: Readonly<Record<'argues' | 'names', FocusWeights['threshold']>> = {
  argues: { areas: 0.42, offers: 0.38 },
  names: { areas: 0.58, offers: 0.55 },
};
const SHOWN_AT = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65];

interface Case {
  readonly file: string;
  readonly topic: number;
  readonly support: Support;
  /** By passage: step 2's log odds as far as they depend on it alone, `ownSignals` and `contextSignals`. */
  readonly passages: readonly Float64Array[];
  /** By passage, whether it is one that an editor points at; undefined where it teaches nothing. */
  readonly points: readonly (boolean | undefined)[];
  /** By editor. */
  readonly says: readonly (string | undefined)[];
}

/** How much a passage of a draft that does not speak of the topic counts, beside one that argues it. */
const BESIDE = 0.6;
/** Parts of what is learnt from, each left out once: the draft as a whole learns from what is said of passages left out. */
const INNER_FOLDS = 3;

const argv = process.argv.slice(2);
const folders = foldersIn(argv);
const sets = folders.map((folder) => ({ folder, cases: markedDrafts(folder).flatMap(casesOf) }));
const all = sets.flatMap(({ cases }) => cases);

const argues = ({ says: [a, b] }: Case): number => (Number(a === 'argued') + Number(b === 'argued')) / 2;
const names = ({ says: [a, b] }: Case): number => (Number(a !== undefined) + Number(b !== undefined)) / 2;

// Another folder has other writers and editors: what is left out is a whole one, or an eighth of the only one.
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
    classes: CLASSES.map(({ name }) => name),
    passages: weights.passages,
    argues: { ...weights.argues, threshold: THRESHOLDS.argues },
    names: { ...weights.names, threshold: THRESHOLDS.names },
  };
  writeFileSync(
    new URL('../src/coverage/focus.json', import.meta.url),
    `${JSON.stringify(source, null, 1).replace(/\[[^\]]*\]/g, (list) => list.replace(/\s+/g, ''))}\n`,
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
  return TOPICS.map((id, topic) => {
    const says = argued.map((by) => by[id]);
    const lines = best.map((by) => by[id] ?? 0);
    return {
      file,
      topic,
      support: reading.supportOf(builtInProject.framework.topic(id)!),
      passages: units.map(({ features, local, bases }, i) => {
        reading.signals(i, topic, context);
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

/** The signals of drafts by what is made of their passages. */
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

type Weights = Omit<FocusWeights, 'threshold'>;

function weightsOf(
  cases: readonly Case[],
  yes: (one: Case) => number,
  signals: ReadonlyMap<Case, readonly number[]>,
): Weights {
  // A half is a yes and a no.
  const rows = cases.flatMap((one): Row[] => {
    const weight = yes(one);
    const lesson = (is: boolean) => ({
      own: classSignals(one.support),
      weight: is ? weight : 1 - weight,
      lessons: [{ task: one.topic, shared: signals.get(one)!, yes: is }],
    });
    return [true, false].filter((is) => (is ? weight > 0 : weight < 1)).map(lesson);
  });
  const { shared, own, start } = fitLogistic(rows, TOPICS.length, { shared: 5, own: 10 }, 300);
  return {
    weights: Object.fromEntries(
      FOCUS_SIGNALS.map((name, i) => [name, round(shared[i]!)]),
    ) as FocusWeights['weights'],
    start: Object.fromEntries(TOPICS.map((id, t) => [id, round(start[t]!)])),
    // Hundredths take the least room, and say enough.
    classes: Object.fromEntries(
      TOPICS.map((id, t) => [id, Array.from(own[t]!, (x) => Math.round(x * 100) / 100)]),
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
    ({ weights, start, classes: byTopic }: Weights) =>
    (one: Case): number => {
      const own = byTopic[TOPICS[one.topic]!]!;
      let sum = start[TOPICS[one.topic]!]!;
      for (const [c, share] of classSignals(one.support).entries()) sum += share * own[c]!;
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
