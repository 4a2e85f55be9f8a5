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
import { classSignals, FOCUS_SIGNALS, type FocusWeights, focusSignals } from '../src/coverage/focus';
import { CLASSES, OFFERS_FROM, TOPICS } from '../src/coverage/lexicon';
import { parseDraft } from '../src/draft';
import { builtInProject } from '../src/project';
import { FOLDS, foldersIn, foldOf } from './folds.mts';
import { fitLogistic, type Row } from './logistic.mts';
import { type MarkedDraft, markedDrafts } from './marked.mts';

/** As chosen on drafts left out, where precision and recall of what is argued reach what is asked of them. */
const THRESHOLDS: Readonly<Record<'argues' | 'names', FocusWeights['threshold']>> = {
  argues: { areas: 0.48, offers: 0.34 },
  names: { areas: 0.6, offers: 0.6 },
};
const SHOWN_AT = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65];

interface Case {
  readonly file: string;
  readonly topic: number;
  readonly signals: readonly number[];
  /** `classSignals`. */
  readonly classes: Float64Array;
  /** Whether a strong cue of the topic stands in the draft: without one it is not said to speak of it. */
  readonly spoken: boolean;
  /** By editor. */
  readonly says: readonly (string | undefined)[];
}

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
  const [byArgued, byNamed] = [fitted(rest, argues), fitted(rest, names)];
  for (const one of part) left.set(one, [byArgued(one), byNamed(one)]);
}
for (const { folder, cases } of sets) show(`${folder}, left out`, cases, left);
if (sets.length > 1) show('all of them', all, left);
if (argv.includes('--write')) {
  const source = {
    classes: CLASSES.map(({ name }) => name),
    argues: { ...weightsOf(all, argues), threshold: THRESHOLDS.argues },
    names: { ...weightsOf(all, names), threshold: THRESHOLDS.names },
  };
  writeFileSync(
    new URL('../src/coverage/focus.json', import.meta.url),
    `${JSON.stringify(source, null, 1).replace(/\[[^\]]*\]/g, (list) => list.replace(/\s+/g, ''))}\n`,
  );
}

function casesOf({ file, text, argued }: MarkedDraft): Case[] {
  const reading = classifierOf(builtInProject).read(parseDraft(text), () => 'paper');
  return TOPICS.map((id, topic) => {
    const support = reading.supportOf(builtInProject.framework.topic(id)!);
    return {
      file,
      topic,
      signals: focusSignals(support),
      classes: classSignals(support),
      spoken: support.strong > 0,
      says: argued.map((by) => by[id]),
    };
  });
}

function weightsOf(cases: readonly Case[], yes: (one: Case) => number): Omit<FocusWeights, 'threshold'> {
  // A half is a yes and a no.
  const rows = cases.flatMap((one): Row[] => {
    const weight = yes(one);
    const lesson = (is: boolean) => ({
      own: one.classes,
      weight: is ? weight : 1 - weight,
      lessons: [{ task: one.topic, shared: one.signals, yes: is }],
    });
    return [true, false].filter((is) => (is ? weight > 0 : weight < 1)).map(lesson);
  });
  const { shared, own, start } = fitLogistic(rows, TOPICS.length, { shared: 5, own: 10 }, 300);
  const round = (x: number) => Number(x.toPrecision(4));
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

function fitted(cases: readonly Case[], yes: (one: Case) => number): (one: Case) => number {
  const { weights, start, classes: byTopic } = weightsOf(cases, yes);
  return ({ topic, signals, classes }) => {
    const own = byTopic[TOPICS[topic]!]!;
    let sum = start[TOPICS[topic]!]! + classes.reduce((to, share, c) => to + share * own[c]!, 0);
    FOCUS_SIGNALS.forEach((name, i) => {
      sum += weights[name] * signals[i]!;
    });
    return 1 / (1 + Math.exp(-sum));
  };
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
        (one) => one.spoken && p.get(one)![1] >= least && p.get(one)![0] < THRESHOLDS.argues[group],
      );
      const spoken = named.filter(({ says }) => says.some((one) => one !== undefined)).length;
      return `${least}: ${(right / said.length).toFixed(2)}/${(right / wanted).toFixed(2)} (named ${named.length} ${(spoken / named.length).toFixed(2)})`;
    });
    console.log(`  ${group.padEnd(6)} ${at.join('  ')}`);
  }
}
