/**
 * Fits the judgement and says how well it does on documents that it was not fitted on.
 *
 *   npx tsx server/train/fit.mts --set NAME FOLDER LABELS [--set …] [--own FILE …] [--retold FILE …] [--lines FILE …] [--write] [--left SET …] [--second SET FILE] [--errors FILE] [NAME=VALUE …]
 *
 * Prints macro F1 over areas and offers, by paragraph and by document: fitted and measured on the same; each
 * document left out once (four folds of whole documents); each set left out whole, or those that `--left` names.
 * `--only` does one of these (`fitted`, `folds`, `sources`), or leaves out documents of the collected sets alone
 * (`collected`), which is quicker. `--write` puts the weights of all sets together into
 * server/src/coverage/weights.json and head.json, on top of the encoder.json that is there (`encoder.mts`). `--own` are
 * invented papers, which count for less; `--retold` are real ones told in our words; `--lines` are invented lists of
 * lines, which teach the first step alone.
 * Each file is a set of its own. With `--second`, a set is measured as well over what a second reader, whose labels are
 * in FILE, agrees on.
 */
import { writeFileSync } from 'node:fs';
import { TOPICS } from '../src/coverage/lexicon';
import { agreedOf, type LabelledDocument } from './corpus.mts';
import { packedHead } from './head.mts';
import { setsIn } from './sets.mts';
import { limitOf, OPTIONS, type Options, predict, scoreOf, shown, splitsOf, train } from './train.mts';

const values: Record<string, number | string> = {};
let write = false;
const left: string[] = [];
let errors: string | undefined;
let only: string | undefined;
const second = new Map<string, string>();
const { load, rest: argv } = setsIn(process.argv.slice(2));
for (let i = 0; i < argv.length; i++) {
  const arg = argv[i]!;
  if (arg === '--write') write = true;
  else if (arg === '--left') left.push(argv[++i]!);
  else if (arg === '--errors') errors = argv[++i]!;
  else if (arg === '--only') only = argv[++i]!;
  else if (arg === '--second') second.set(argv[++i]!, argv[++i]!);
  else if (arg.includes('=')) {
    const [name = '', value = ''] = arg.split('=');
    values[name] = Number.isNaN(Number(value)) ? value : Number(value);
  } else {
    console.error(`not understood: ${arg}`);
    process.exit(2);
  }
}
const sets = load();
const options = { ...OPTIONS, ...values } as Options;
const all = [...sets.values()].flat();
const own = all.filter((d) => d.source === 'own' || d.source === 'lines');
const ours = all.filter((d) => d.source === 'retold-by-us');
const collected = all.filter((d) => !own.includes(d) && !ours.includes(d));

if (!only || only === 'fitted') {
  const model = train(all, options);
  const of = new Map(all.map((d) => [d, predict(model, d)]));
  for (const [name, set] of sets) print('fitted on all     ', name, set, of);
  if (write) {
    const put = (path: string, content: unknown) =>
      writeFileSync(new URL(`../src/${path}.json`, import.meta.url), `${JSON.stringify(content, null, 1)}\n`);
    const { head, ...weights } = model;
    put('coverage/weights', weights);
    put('fitted/head', packedHead(head));
  }
}
if (!only || only === 'folds' || only === 'collected') {
  const of = new Map<LabelledDocument, number[][]>();
  const tested = only === 'collected' ? collected : all;
  for (const { left, rest } of splitsOf(tested, options.folds, options.seed, all)) {
    const model = train(rest, options);
    for (const d of left) of.set(d, predict(model, d));
  }
  const counted = (documents: readonly LabelledDocument[]) => documents.filter((d) => of.has(d));
  for (const [name, set] of sets) if (counted(set).length > 0) print('documents left out', name, set, of);
  const kinds = { collected, retold: counted(ours) };
  for (const [name, documents] of Object.entries(kinds)) {
    if (documents.length === 0) continue;
    for (const th of [options.threshold - 0.1, options.threshold, options.threshold + 0.1])
      console.log(`documents left out ${name} @${th.toFixed(2)}  ${shown(scoreOf(documents, of, th))}`);
    console.log(`documents left out ${name} log loss ${lossOf(documents, of).toFixed(4)}`);
  }
  console.log(
    `best thresholds    ${TOPICS.map((topic, t) => `${topic} ${bestThreshold([...of.keys()], of, t).toFixed(2)}`).join('  ')}`,
  );
  if (errors) writeFileSync(errors, errorsIn(of));
}
if (!only || only === 'sources') {
  for (const [name, set] of sets) {
    const rest = all.filter((d) => !set.includes(d));
    if (rest.length === 0 || (left.length > 0 && !left.includes(name))) continue;
    const model = train(rest, options);
    const of = new Map(set.map((d) => [d, predict(model, d)]));
    print('source left out   ', name, set, of);
  }
  if (own.length > 0 && collected.length > 0) {
    const model = train(own, options);
    const of = new Map(collected.map((d) => [d, predict(model, d)]));
    console.log(`fitted on own only           ${shown(scoreOf(collected, of, options.threshold))}`);
  }
}

/** Prints the scores of a set, and with two readers also those for the labels on which they agree. */
function print(
  what: string,
  name: string,
  set: readonly LabelledDocument[],
  of: ReadonlyMap<LabelledDocument, number[][]>,
): void {
  console.log(`${what} ${name.padEnd(10)} ${shown(scoreOf(set, of, options.threshold))}`);
  const path = second.get(name);
  if (!path) return;
  const agreed = agreedOf(set, path);
  const ofAgreed = new Map([...agreed].map(([d, without]) => [without, of.get(d)!]));
  console.log(
    `${what} ${`${name}, agreed`.padEnd(10)} ${shown(scoreOf([...agreed.values()], ofAgreed, options.threshold))}`,
  );
}

/** The threshold with the best F1 by paragraph for a topic, on documents that the model was not fitted on. */
function bestThreshold(
  documents: readonly LabelledDocument[],
  of: ReadonlyMap<LabelledDocument, number[][]>,
  topic: number,
): number {
  let best = { threshold: options.threshold, f: 0 };
  for (let threshold = 0.2; threshold < 0.61; threshold += 0.05) {
    const f = scoreOf(documents, of, threshold).byTopic[topic]!;
    if (f > best.f) best = { threshold, f };
  }
  return best.threshold;
}

/** The mean log loss of a paragraph over all topics, which is less noisy than F1 and so better for decisions. */
function lossOf(
  documents: readonly LabelledDocument[],
  of: ReadonlyMap<LabelledDocument, number[][]>,
): number {
  let loss = 0;
  let count = 0;
  for (const d of documents) {
    if (!d.open) continue;
    d.paragraphs.forEach((paragraph, k) => {
      count++;
      for (const [t] of TOPICS.entries()) {
        if (paragraph.labels[t] === undefined) continue;
        const p = Math.max(
          ...d.units.flatMap((u, i) => (u.paragraph === k ? [of.get(d)![i]![t]!] : [])),
          0.001,
        );
        loss -= Math.log(paragraph.labels[t] ? p : 1 - Math.min(p, 0.999));
      }
    });
  }
  return loss / Math.max(1, count);
}

function errorsIn(of: ReadonlyMap<LabelledDocument, number[][]>): string {
  const out: string[] = [];
  for (const [t, topic] of TOPICS.entries()) {
    for (const [d, p] of of) {
      d.paragraphs.forEach((paragraph, k) => {
        const best = d.units
          .map((u, i) => ({ u, p: p[i]![t]! }))
          .filter((x) => x.u.paragraph === k)
          .sort((a, b) => b.p - a.p)[0];
        const label = paragraph.labels[t];
        if (!best || label === undefined || best.p > limitOf(best.u, t, options.threshold) === label) return;
        const gold = TOPICS.filter((_, j) => paragraph.labels[j]);
        out.push(
          `${topic} ${paragraph.labels[t] ? 'MISSED' : 'FALSE'} ${best.p.toFixed(2)} ${d.file}:${best.u.line} [${gold}] ${best.u.text.slice(0, 300).replaceAll('\n', ' / ')}`,
        );
      });
    }
  }
  return out.join('\n');
}
