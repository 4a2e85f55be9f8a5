/**
 * Prints the numbers by which a passage was judged: `npx tsx server/train/numbers.mts FILE:LINE`.
 *
 * For each topic that is claimed, or comes near, there is a probability that the passage makes a case on it, and the
 * threshold above which it counts as argued. It is worked out twice: by the words of the passage alone, then in its paper,
 * which decides; where it falls short there, each of its sentences is tried in its place. What counts for a topic and
 * against it is in log odds, which add up: 0 is a probability of 50%, +1 of 73%, +3 of 95%, −3 of 5%. Of the meaning of
 * the words, it is said what would be missing without each. A topic that rests on its cues has one step, whether a case
 * is made. Items that are judged as one have their numbers together.
 */
import { readFileSync } from 'node:fs';
import { explainPassage, type TopicDerivation } from '../src/coverage';
import { parseDraft } from '../src/draft';
import { builtInProject } from '../src/project';
import names from './signal-names.json';

/** The least probability with which a topic that is not argued is shown. */
const NEAR = 0.1;

const [, file, line] = /^(.+):(\d+)$/s.exec(process.argv[2] ?? '') ?? [];
if (file === undefined) throw new Error('Name a file and a line: paper.md:12.');
const derived = explainPassage(parseDraft(readFileSync(file, 'utf8')), builtInProject, Number(line) - 1);
if (!derived) throw new Error(`${file}:${line} is no passage.`);
console.log(`“${derived.text}”\n\nThat it makes a case at all: ${percent(derived.makingCase)}`);
for (const topic of derived.topics) if (isNear(topic)) show(topic);

function isNear({ state, probability, model, cues }: TopicDerivation): boolean {
  if (state !== 'missing') return true;
  return model ? probability >= NEAR : cues !== undefined && cues.strong.length + cues.weak.length > 0;
}

function show({ topic, state, probability, threshold, whole, model, cues }: TopicDerivation): void {
  console.log(
    `\n${topic.title}: ${state}, with ${percent(probability)}, where ${percent(threshold)} is needed`,
  );
  if (whole) console.log(`  The paper as a whole: ${whole}`);
  if (cues) {
    console.log(`  Cues: strong ${quoted(cues.strong)}, weak ${quoted(cues.weak)}`);
    if (cues.strong.length > 0) showStep('whether a case is made', cues.makingCase);
  }
  if (!model) return;
  showStep('1. by its own words', model.words);
  console.log(`    meaning: ${model.byWord.map(({ word, adds }) => `“${word}” ${signed(adds)}`).join(', ')}`);
  showStep('2. in its paper', model.inDocument);
  if (model.sentence)
    console.log(
      `  “${model.sentence.text}” by itself: ${percent(model.sentence.probability)}, where ${percent(model.sentence.threshold)} is needed`,
    );
}

function showStep(
  name: string,
  { probability, logOdds, terms }: NonNullable<TopicDerivation['cues']>['makingCase'],
): void {
  console.log(`  ${name}: ${percent(probability)} (${signed(logOdds)})`);
  for (const [side, sign] of [
    ['for', 1],
    ['against', -1],
  ] as const) {
    const of = terms.filter(({ adds }) => adds * sign > 0);
    const called = of.map(
      ({ signal, adds, words }) =>
        `${(names as Readonly<Record<string, string>>)[signal] ?? signal}${words.length === 0 ? '' : ` (${quoted(words)})`} ${signed(adds)}`,
    );
    if (of.length > 0) console.log(`    ${side}: ${called.join(', ')}`);
  }
}

function quoted(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.map((word) => `“${word}”`).join(', ');
}

function percent(p: number): string {
  return `${(p * 100).toFixed(1)}%`;
}

function signed(x: number): string {
  return `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(2)}`;
}
