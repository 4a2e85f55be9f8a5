/** Fits the model of `server/src/coverage/model.ts` to labelled documents. */
import { CONTEXT_SIGNALS, contextSignals, type Locals } from '../src/coverage/context-signals';
import { type Context, contextOf } from '../src/coverage/document';
import { featuresOf, isFew } from '../src/coverage/features';
import { through } from '../src/coverage/head';
import { TOPIC_COUNT, TOPICS } from '../src/coverage/lexicon';
import { dot, FEW_WORDS_MORE, type Model, type ModelSource, modelOf } from '../src/coverage/model';
import { Sentences, worthALook } from '../src/coverage/sentences';
import {
  ANY_CASE_SIGNALS,
  anyCaseSignals,
  CASE_SIGNALS,
  caseSignals,
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
} from '../src/coverage/signals';
import { basesOf, localOf } from '../src/coverage/steps';
import { spokenIn } from '../src/coverage/units';
import { logistic } from '../src/models/weights/logistic';
import { type LabelledDocument, type LabelledUnit, lexicon, lines, makesCase, meaningOf } from './corpus.mts';
import { type FittedHead, fitHead, HEAD_OPTIONS, type HeadLesson, layersOf } from './head.mts';
import { fitLogistic, type Lesson, type Row } from './logistic.mts';

/** A fitted model with its head, which adds what the meaning of a text says. */
export interface Fitted extends ModelSource {
  readonly head: FittedHead;
}

export interface Options {
  readonly wordsShared: number;
  readonly wordsOwn: number;
  readonly makingCase: number;
  readonly documentShared: number;
  readonly documentOwn: number;
  readonly rounds: number;
  /** The number of folds of whole documents, each left out once. */
  readonly folds: number;
  /** The same within the documents that are fitted, for the second step. */
  readonly innerFolds: number;
  readonly headRounds: number;
  readonly seed: string;
  readonly threshold: number;
  /** The weight of an invented document, compared with a collected one. */
  readonly ownWeight: number;
  /** The weight of a collected document, compared with one that was put in other words. */
  readonly collectedWeight: number;
  /** That of an invented document in the second step, as these are structured more simply. */
  readonly ownPlaceWeight: number;
}

/**
 * The difference of each topic's threshold from the common one: half of that to the threshold with the best F1 on
 * documents that the model was not fitted on (see `fit.mts`), as the best one is partly chance.
 */
const SHIFT: Readonly<Record<string, number>> = {
  economic: -0.02,
  cultural: 0.03,
  reading: -0.02,
  'information-digital': -0.05,
  'culture-creativity': 0.03,
  'health-wellbeing': -0.05,
};

export const thresholdOf = (threshold: number, topic: number) =>
  Math.round((threshold + (SHIFT[TOPICS[topic]!] ?? 0)) * 100) / 100;

/** The probability from which a unit argues a topic. */
export const limitOf = (u: LabelledUnit, topic: number, threshold: number) =>
  thresholdOf(threshold, topic) + (isFew(u.features) ? FEW_WORDS_MORE : 0);

export const OPTIONS: Options = {
  wordsShared: 20,
  wordsOwn: 60,
  makingCase: 10,
  documentShared: 60,
  documentOwn: 40,
  rounds: 120,
  folds: 4,
  innerFolds: 4,
  headRounds: HEAD_OPTIONS.rounds,
  seed: 'a',
  threshold: 0.35,
  ownWeight: 0.5,
  collectedWeight: 5,
  ownPlaceWeight: 0.25,
};

/** Folds of whole documents, which depend only on names and the seed. */
function foldsOf<T extends { file: string }>(documents: readonly T[], count: number, seed: string): T[][] {
  const hash = (s: string) => {
    let h = 7;
    for (let i = 0; i < s.length; i++) h = (Math.imul(h, 31) + s.charCodeAt(i)) >>> 0;
    return Math.imul(h ^ (h >>> 15), 0x85ebca6b) >>> 0;
  };
  const sorted = [...documents].sort((a, b) => hash(a.file + seed) - hash(b.file + seed));
  return Array.from({ length: count }, (_, i) => sorted.filter((_, j) => j % count === i));
}

/** Each fold (`left`) with the documents that are not in it (`rest`). */
export function splitsOf<T extends { file: string }>(
  documents: readonly T[],
  count: number,
  seed: string,
  all: readonly T[] = documents,
): { readonly left: readonly T[]; readonly rest: readonly T[] }[] {
  return foldsOf(documents, count, seed).map((left) => {
    const out = new Set(left);
    return { left, rest: all.filter((d) => !out.has(d)) };
  });
}

/**
 * Whether the paragraph of a unit is labelled with a topic; undefined if two readers differ, or for an item of a labelled
 * list that has no cue of the topic while another item has.
 */
export function lessonOf(d: LabelledDocument, u: LabelledUnit, t: number): boolean | undefined {
  if (u.paragraph < 0) return undefined;
  const label = d.paragraphs[u.paragraph]!.labels[t];
  if (!label) return label;
  const siblings = d.units.filter((x) => x.paragraph === u.paragraph);
  if (siblings.length === 1 || u.features.strong[t]! > 0) return true;
  if (siblings.some((x) => x.features.strong[t]! > 0)) return undefined;
  return u === siblings[0] ? true : undefined;
}

const named = (names: readonly string[], values: ArrayLike<number>) =>
  Object.fromEntries(names.map((name, i) => [name, Number(values[i]!.toPrecision(4))]));

const weightOf = (d: LabelledDocument, own: number, o: Options) =>
  d.source === 'own' || d.source === 'lines' ? own : d.source === 'retold-by-us' ? 1 : o.collectedWeight;

type LocalFit = Pick<Fitted, 'words' | 'case' | 'anyCase' | 'head'>;
type LexiconFit = Omit<LocalFit, 'head'>;

function lexiconRows(documents: readonly LabelledDocument[], o: Options) {
  const words: Row[] = [];
  const cases: Row[] = [];
  for (const d of documents) {
    if (!d.open) continue;
    const weight = weightOf(d, o.ownWeight, o);
    for (const u of d.units) {
      if (u.paragraph < 0) continue;
      const own = written(TOPIC_SIGNALS, (out) => topicSignals(u.features, out));
      const lessons: Lesson[] = [];
      for (let t = 0; t < TOPIC_COUNT; t++) {
        const yes = lessonOf(d, u, t);
        const shared = written(WORD_SIGNALS, (out) => wordSignals(u.features, t, out));
        if (yes !== undefined) lessons.push({ shared, task: t, yes });
      }
      words.push({ own, weight, lessons });
      const yes = makesCase(d.paragraphs[u.paragraph]!);
      const shared = written(CASE_SIGNALS, (out) => caseSignals(u.features, out));
      if (yes !== undefined) cases.push({ own, weight, lessons: [{ shared, task: 0, yes }] });
    }
  }
  return { words, cases };
}

/** Rows for units with a strong cue of some topic: whether they argue any of these topics. */
function anyCaseRows(documents: readonly LabelledDocument[], o: Options): Row[] {
  return documents.flatMap((d) =>
    d.units.flatMap((u) => {
      const { strong } = u.features;
      if (!d.open || u.paragraph < 0 || strong.every((s) => s === 0)) return [];
      const { labels } = d.paragraphs[u.paragraph]!;
      const spoken = labels.filter((_, t) => strong[t]! > 0);
      const yes = spoken.some(Boolean);
      if (!yes && spoken.includes(undefined)) return [];
      const shared = written(ANY_CASE_SIGNALS, (out) => anyCaseSignals(u.features, out));
      const lessons = [{ shared, task: 0, yes }];
      return [{ own: [], weight: weightOf(d, o.ownWeight, o), lessons }];
    }),
  );
}

/** Fits the weights of the lexicon's cues. */
function fitLexicon(documents: readonly LabelledDocument[], o: Options): LexiconFit {
  const { words, cases } = lexiconRows(documents, o);
  const w = fitLogistic(words, TOPIC_COUNT, { shared: o.wordsShared, own: o.wordsOwn }, o.rounds);
  const c = fitLogistic(cases, 1, { shared: o.makingCase, own: o.wordsOwn }, o.rounds);
  const any = fitLogistic(anyCaseRows(documents, o), 1, { shared: o.makingCase, own: 1 }, o.rounds);
  return {
    words: {
      all: named(WORD_SIGNALS, w.shared),
      byTopic: Object.fromEntries(TOPICS.map((topic, t) => [topic, named(TOPIC_SIGNALS, w.own[t]!)])),
      start: named(TOPICS, w.start),
    },
    case: {
      all: named(CASE_SIGNALS, c.shared),
      classes: named(TOPIC_SIGNALS, c.own[0]!),
      start: Number(c.start[0]!.toPrecision(4)),
    },
    anyCase: { all: named(ANY_CASE_SIGNALS, any.shared), start: Number(any.start[0]!.toPrecision(4)) },
  };
}

const NOTHING = new Float64Array(TOPIC_COUNT + 1);

/**
 * Fits the first step: the lexicon, and then the head. The head learns from the log odds of a lexicon that was fitted on
 * the other half of the documents, as these are what it will get for new documents.
 */
function fitLocal(documents: readonly LabelledDocument[], o: Options): LocalFit {
  const lessons: HeadLesson[] = [];
  for (const { left, rest } of splitsOf(documents, 2, o.seed)) {
    const fit = fitLexicon(rest, o);
    const model = modelOf({ ...fit, document: NO_DOCUMENT, threshold: {} });
    for (const d of left) {
      if (!d.open) continue;
      for (const u of d.units) {
        if (u.paragraph < 0) continue;
        const { z, making } = localOf(u.features, model, NOTHING);
        lessons.push({
          meaning: u.meaning,
          offset: [...z, Math.log(making / (1 - making))],
          yes: [...TOPICS.map((_, t) => lessonOf(d, u, t)), makesCase(d.paragraphs[u.paragraph]!)],
          weight: weightOf(d, o.ownWeight, o),
        });
      }
    }
  }
  return { ...fitLexicon(documents, o), head: fitHead(lessons, { ...HEAD_OPTIONS, rounds: o.headRounds }) };
}

function columnsOf(units: readonly Local[]): Locals {
  return {
    count: units.length,
    p: TOPICS.map((_, t) => Float64Array.from(units, ({ p }) => p[t]!)),
    top: Float64Array.from(units, ({ top }) => top),
    making: Float64Array.from(units, ({ making }) => making),
  };
}

const NO_DOCUMENT: ModelSource['document'] = { own: {}, context: {}, byTopic: {}, start: {} };

function situate(
  d: LabelledDocument,
  model: Model,
  head: FittedHead,
): { locals: Local[]; columns: Locals; context: Context } {
  const layers = layersOf(head);
  const locals = d.units.map((u) => localOf(u.features, model, through(layers, u.meaning)));
  const columns = columnsOf(locals);
  const context = contextOf(
    d.draft,
    {
      units: d.units.map(({ features }) => spokenIn(features)),
      placed: d.units.map(({ placed }) => placed),
      locals: columns,
    },
    lines,
  );
  return { locals, columns, context };
}

/** Fits both steps. The second one learns from verdicts of the first on documents that this was not fitted on. */
export function train(documents: readonly LabelledDocument[], o: Options = OPTIONS): Fitted {
  const rows: Row[] = [];
  const out = new Float64Array(CONTEXT_SIGNALS.length);
  for (const { left, rest } of splitsOf(documents, o.innerFolds, o.seed)) {
    const local = fitLocal(rest, o);
    const model = modelOf({ ...local, document: NO_DOCUMENT, threshold: {} });
    for (const d of left) {
      // In lists of lines, neighbours are unrelated.
      if (!d.open || d.source === 'lines') continue;
      const { locals, columns, context } = situate(d, model, local.head);
      for (const [i, u] of d.units.entries()) {
        const own = written(OTHERS_SIGNALS, (out) => othersSignals(u.features, locals[i]!, out));
        const above = context.above[i]!.strengths;
        const lessons: Lesson[] = [];
        for (let t = 0; t < TOPIC_COUNT; t++) {
          const yes = lessonOf(d, u, t);
          if (yes === undefined) continue;
          contextSignals(columns, i, above, context.summary, t, out);
          const alone = written(OWN_SIGNALS, (to) => ownSignals(u.features, locals[i]!, t, to));
          lessons.push({ shared: [...alone, ...out], task: t, yes });
        }
        if (lessons.length > 0) rows.push({ own, weight: weightOf(d, o.ownPlaceWeight, o), lessons });
      }
    }
  }
  const fit = fitLogistic(rows, TOPIC_COUNT, { shared: o.documentShared, own: o.documentOwn }, o.rounds);
  return {
    ...fitLocal(documents, o),
    document: {
      own: named(OWN_SIGNALS, fit.shared),
      context: named(CONTEXT_SIGNALS, fit.shared.slice(OWN_SIGNALS.length)),
      byTopic: Object.fromEntries(TOPICS.map((topic, t) => [topic, named(OTHERS_SIGNALS, fit.own[t]!)])),
      start: named(TOPICS, fit.start),
    },
    threshold: Object.fromEntries(TOPICS.map((topic, t) => [topic, thresholdOf(o.threshold, t)])),
  };
}

/**
 * By unit and topic: the value that is compared with the threshold. That is a probability, or for a sentence its
 * probability less what is required of sentences in addition; 0 if the gate is closed.
 */
export function predict(source: Fitted, d: LabelledDocument): number[][] {
  const model = modelOf(source);
  const { locals, columns, context } = situate(d, model, source.head);
  const out = new Float64Array(CONTEXT_SIGNALS.length);
  const layers = layersOf(source.head);
  const basesIn = (u: LabelledUnit) => (text: string) => {
    const features = featuresOf(text, u.item, lexicon);
    return basesOf(features, localOf(features, model, through(layers, meaningOf(features))), model);
  };
  return d.units.map((u, i) => {
    const bases = basesOf(u.features, locals[i]!, model);
    const sentences = isFew(u.features) ? undefined : new Sentences(u.text, u.features, basesIn(u));
    return TOPICS.map((_, t) => {
      if (context.gate === 'closed' || (context.gate === 'areas' && t >= 5)) return 0;
      contextSignals(columns, i, context.above[i]!.strengths, context.summary, t, out);
      const around = dot(model.document.context, out);
      const whole = logistic(bases[t]! + around);
      const best =
        bases[t]! + around >= worthALook(u.passages) && u.features.strong[t]! > 0
          ? sentences?.best(t, around)
          : undefined;
      return best ? Math.max(whole, best.probability - best.surer) : whole;
    });
  });
}

export interface Score {
  readonly areas: number;
  readonly offers: number;
  readonly documentAreas: number;
  readonly documentOffers: number;
  readonly byTopic: readonly number[];
}

/** Macro F1, computed as by `evaluate.mjs` of the corpus. */
export function scoreOf(
  documents: readonly LabelledDocument[],
  of: ReadonlyMap<LabelledDocument, number[][]>,
  threshold: number,
): Score {
  const f: number[] = [];
  const df: number[] = [];
  for (let t = 0; t < TOPIC_COUNT; t++) {
    const n = { tp: 0, fp: 0, fn: 0 };
    const nd = { tp: 0, fp: 0, fn: 0 };
    const count = (to: typeof n, gold: boolean | undefined, found: boolean) => {
      if (gold === undefined) return;
      if (gold && found) to.tp++;
      else if (found) to.fp++;
      else if (gold) to.fn++;
    };
    for (const d of documents) {
      const p = of.get(d)!;
      const on = d.units.map((u, i) => p[i]![t]! > limitOf(u, t, threshold));
      d.paragraphs.forEach((paragraph, k) => {
        count(
          n,
          paragraph.labels[t],
          d.units.some((u, i) => u.paragraph === k && on[i]),
        );
      });
      count(
        nd,
        d.paragraphs.some((x) => x.labels[t]) ||
          (d.paragraphs.some((x) => x.labels[t] === undefined) ? undefined : false),
        on.some(Boolean),
      );
    }
    f.push(f1(n));
    df.push(f1(nd));
  }
  const mean = (a: readonly number[]) => a.reduce((x, y) => x + y, 0) / a.length;
  return {
    areas: mean(f.slice(0, 5)),
    offers: mean(f.slice(5)),
    documentAreas: mean(df.slice(0, 5)),
    documentOffers: mean(df.slice(5)),
    byTopic: f,
  };
}

function f1({ tp, fp, fn }: { tp: number; fp: number; fn: number }): number {
  const p = tp + fp ? tp / (tp + fp) : 1;
  const r = tp + fn ? tp / (tp + fn) : 1;
  return p + r ? (2 * p * r) / (p + r) : 0;
}

export function shown(s: Score): string {
  const n = (x: number) => x.toFixed(3);
  return `paragraphs ${n(s.areas)} ${n(s.offers)}  documents ${n(s.documentAreas)} ${n(s.documentOffers)}  | ${s.byTopic.map((x) => x.toFixed(2)).join(' ')}`;
}
