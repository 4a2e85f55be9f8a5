/**
 * Measures how much each entry of `server/src/evidence` contributes: switches each off in turn, and scores the labelled
 * papers without it.
 *
 *   npm run entries [-- --dry]
 *
 * Writes server/train/entries.json, which the tests read. An entry earns what F1 would lose without it. The papers are
 * divided into two halves by a hash of their names, so that an entry chosen by one half can be measured by the other.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { ENTRIES, type Entry } from '../src/evidence';
import { type Document, paperSets, type Score, score } from './figure-sets.mts';

const TABLE = new URL('./entries.json', import.meta.url);
const NEVER = /(?!)/g;

interface Paper {
  readonly document: Document;
  readonly half: 0 | 1;
  readonly score: Score;
}

/** The contribution of an entry. */
export interface Earned {
  /** In how many papers it matches. */
  readonly papers: number;
  /** How many paragraphs are judged differently without it. */
  readonly verdicts: number;
  /** F1 of all papers without it. */
  readonly without: number;
  /** The loss of each half of the papers without it, in thousandths of F1. */
  readonly halves: readonly [number, number];
}

function halfOf(name: string): 0 | 1 {
  let hash = 2166136261;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) & 1) as 0 | 1;
}

const NOTHING: Score = { right: 0, wrong: 0, missed: 0, own: 0 };
const plus = (a: Score, b: Score): Score => ({
  right: a.right + b.right,
  wrong: a.wrong + b.wrong,
  missed: a.missed + b.missed,
  own: a.own + b.own,
});
const f1 = ({ right, wrong, missed }: Score): number => (2 * right) / (2 * right + wrong + missed);

/** A pattern that calls `onMatch` when it matches. */
class Watched extends RegExp {
  constructor(
    private readonly entry: RegExp,
    private readonly onMatch: () => void,
  ) {
    super(entry.source, entry.flags);
  }

  static override get [Symbol.species](): RegExpConstructor {
    return RegExp;
  }

  override exec(text: string): RegExpExecArray | null {
    this.entry.lastIndex = this.lastIndex;
    const match = this.entry.exec(text);
    this.lastIndex = this.entry.lastIndex;
    if (match) this.onMatch();
    return match;
  }
}

const entries: Entry[] = [...ENTRIES.values()];
const patterns = new Map(entries.map((entry) => [entry, entry.pattern]));
const matching = new Map<string, Set<number>>();
const documents = [...paperSets().values()].flat();
let at = 0;
for (const entry of entries) {
  const papers = new Set<number>();
  matching.set(entry.name, papers);
  entry.set(new Watched(patterns.get(entry)!, () => papers.add(at)));
}
const papers: Paper[] = documents.map((document, index) => {
  at = index;
  return { document, half: halfOf(document.name), score: score([document]) };
});
for (const entry of entries) entry.set(patterns.get(entry)!);

const all = papers.reduce((sum, paper) => plus(sum, paper.score), NOTHING);
const halves = ([0, 1] as const).map((half) =>
  papers.filter((paper) => paper.half === half).reduce((sum, paper) => plus(sum, paper.score), NOTHING),
);
const thousandths = (figure: number): number => Math.round(figure * 1e5) / 100;
const table: Record<string, Earned> = {};
for (const entry of entries) {
  entry.set(NEVER);
  let without = all;
  const of = [...halves] as [Score, Score];
  let verdicts = 0;
  for (const index of matching.get(entry.name)!) {
    const { document, half, score: before } = papers[index]!;
    const now = score([document]);
    const change: Score = {
      right: now.right - before.right,
      wrong: now.wrong - before.wrong,
      missed: now.missed - before.missed,
      own: now.own - before.own,
    };
    verdicts += Math.abs(change.right) + Math.abs(change.wrong) + Math.abs(change.own);
    without = plus(without, change);
    of[half] = plus(of[half], change);
  }
  entry.set(patterns.get(entry)!);
  table[entry.name] = {
    papers: matching.get(entry.name)!.size,
    verdicts,
    without: Math.round(f1(without) * 1e4) / 1e4,
    halves: [thousandths(f1(halves[0]!) - f1(of[0])), thousandths(f1(halves[1]!) - f1(of[1]))],
  };
  const { halves: gained, papers: found } = table[entry.name]!;
  console.log(
    `${entry.name.padEnd(36)} ${String(found).padStart(5)} papers, ${verdicts} verdicts, ${gained.join(' + ')}`,
  );
}
console.log(`F1 of all ${papers.length} papers ${f1(all).toFixed(4)}; ${entries.length} entries`);
const text = `{\n${Object.entries(table)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, earned]) => `${JSON.stringify(name)}: ${JSON.stringify(earned)}`)
  .join(',\n')}\n}\n`;
if (!process.argv.includes('--dry')) writeFileSync(TABLE, text);
else if (readFileSync(TABLE, 'utf8') !== text) console.log('entries.json is no longer what it was');
