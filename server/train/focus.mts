/**
 * Fits the model of `server/src/coverage/focus.ts`: what a draft as a whole argues, and what it speaks of.
 *
 *   npx tsx server/train/focus.mts [FOLDER …] [--write]
 *
 * FOLDER has drafts that two editors read (see `marked.mts`); without one, those of
 * `server/train/marks` but for `first-sight`. Prints precision
 * and recall of “argued” by draft and topic, over those on which both editors agree, in drafts left out of the fitting,
 * and of “at least mentioned” as either of them says. `--write` fits all of them together.
 */
import { writeFileSync } from 'node:fs';
import { classifierOf } from '../src/coverage/classifier';
import { FOCUS_SIGNALS, type FocusWeights, focusSignals } from '../src/coverage/focus';
import { OFFERS_FROM, TOPICS } from '../src/coverage/lexicon';
import { parseDraft } from '../src/draft';
import { builtInProject } from '../src/project';
import { FOLDS, foldersIn, foldOf } from './folds.mts';
import { fitLogistic, type Row } from './logistic.mts';
import { type MarkedDraft, markedDrafts } from './marked.mts';

/** As chosen on drafts left out, where precision and recall of what is argued reach what is asked of them. */
const THRESHOLDS: Readonly<Record<'argues' | 'names', FocusWeights['threshold']>> = {
  argues: { areas: 0.46, offers: 0.42 },
  names: { areas: 0.7, offers: 0.55 },
};
const SHOWN_AT = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65];

interface Case {
  readonly file: string;
  readonly topic: number;
  readonly signals: readonly number[];
  /** By editor. */
  readonly says: readonly (string | undefined)[];
}

const argv = process.argv.slice(2);
const folders = foldersIn(argv);
const sets = folders.map((folder) => ({ folder, cases: markedDrafts(folder).flatMap(casesOf) }));
const all = sets.flatMap(({ cases }) => cases);

const argues = ({ says: [a, b] }: Case): number => (Number(a === 'argued') + Number(b === 'argued')) / 2;
const names = ({ says: [a, b] }: Case): number => (Number(a !== undefined) + Number(b !== undefined)) / 2;

const left = new Map<Case, readonly [number, number]>();
for (let fold = 0; fold < FOLDS; fold++) {
  const rest = all.filter(({ file }) => foldOf(file) !== fold);
  const [byArgued, byNamed] = [fitted(rest, argues), fitted(rest, names)];
  for (const one of all) if (foldOf(one.file) === fold) left.set(one, [byArgued(one), byNamed(one)]);
}
for (const { folder, cases } of sets) show(`${folder}, each draft left out`, cases, left);
if (sets.length > 1) {
  for (const { folder, cases } of sets) {
    const rest = all.filter((one) => !cases.includes(one));
    const [byArgued, byNamed] = [fitted(rest, argues), fitted(rest, names)];
    show(
      `${folder}, all of it left out`,
      cases,
      new Map(cases.map((one) => [one, [byArgued(one), byNamed(one)]])),
    );
  }
}
if (argv.includes('--write')) {
  const source = {
    argues: { ...weightsOf(all, argues), threshold: THRESHOLDS.argues },
    names: { ...weightsOf(all, names), threshold: THRESHOLDS.names },
  };
  writeFileSync(
    new URL('../src/coverage/focus.json', import.meta.url),
    `${JSON.stringify(source, null, 1)}\n`,
  );
}

function casesOf({ file, text, argued }: MarkedDraft): Case[] {
  const reading = classifierOf(builtInProject).read(parseDraft(text), () => true);
  return TOPICS.map((id, topic) => ({
    file,
    topic,
    signals: focusSignals(reading.supportOf(builtInProject.framework.topic(id)!)),
    says: argued.map((by) => by[id]),
  }));
}

function weightsOf(cases: readonly Case[], yes: (one: Case) => number): Omit<FocusWeights, 'threshold'> {
  // A half is a yes and a no.
  const rows = cases.flatMap((one): Row[] => {
    const weight = yes(one);
    const lesson = (is: boolean) => ({
      own: [],
      weight: is ? weight : 1 - weight,
      lessons: [{ task: one.topic, shared: one.signals, yes: is }],
    });
    return [true, false].filter((is) => (is ? weight > 0 : weight < 1)).map(lesson);
  });
  const { shared, start } = fitLogistic(rows, TOPICS.length, { shared: 5, own: 1 }, 300);
  const round = (x: number) => Number(x.toPrecision(4));
  return {
    weights: Object.fromEntries(
      FOCUS_SIGNALS.map((name, i) => [name, round(shared[i]!)]),
    ) as FocusWeights['weights'],
    start: Object.fromEntries(TOPICS.map((id, t) => [id, round(start[t]!)])),
  };
}

function fitted(cases: readonly Case[], yes: (one: Case) => number): (one: Case) => number {
  const { weights, start } = weightsOf(cases, yes);
  return ({ topic, signals }) => {
    let sum = start[TOPICS[topic]!]!;
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
      const named = of.filter((one) => p.get(one)![1] >= least && p.get(one)![0] < THRESHOLDS.argues[group]);
      const spoken = named.filter(({ says }) => says.some((one) => one !== undefined)).length;
      return `${least}: ${(right / said.length).toFixed(2)}/${(right / wanted).toFixed(2)} (named ${named.length} ${(spoken / named.length).toFixed(2)})`;
    });
    console.log(`  ${group.padEnd(6)} ${at.join('  ')}`);
  }
}
