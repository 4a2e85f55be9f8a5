/**
 * Scores `figure-unsourced` by paragraph against labelled figures.
 *
 *   npx tsx server/train/figures.mts [--set NAME FOLDER LABELS] … [--only NAME] [--verbose]
 *
 * The sets in server/train/papers are always there; `--set` adds a folder of documents with its labels (JSON lines).
 * A paragraph is a block between blank lines, without comment lines. It is positive when it has a `claim` without a
 * source, left out when it has only the organisation's `own` bookkeeping without one, negative otherwise. `--verbose`
 * prints every paragraph that is judged wrongly, with its labels and with what the engine sees.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDraft, passagesOf, positionAt } from '../src/draft';
import { figuresInDraft } from '../src/evidence';

interface Label {
  readonly para_index: number;
  readonly text: string;
  readonly kind: 'claim' | 'own';
  readonly sourced: boolean;
}

interface Document {
  readonly name: string;
  readonly text: string;
  readonly figures: readonly Label[];
}

interface LabelLine {
  readonly file: string;
  readonly set?: string;
  readonly figures: readonly Label[];
}

const PAPERS = new URL('./papers/', import.meta.url);
const sets = new Map<string, Document[]>();
let verbose = false;
let only: string | undefined;
const extra: [string, string, string][] = [];
const argv = process.argv.slice(2);
for (let i = 0; i < argv.length; i++) {
  const arg = argv[i]!;
  if (arg === '--set') extra.push([argv[++i]!, argv[++i]!, argv[++i]!]);
  else if (arg === '--only') only = argv[++i]!;
  else if (arg === '--verbose') verbose = true;
  else {
    console.error(`not understood: ${arg}`);
    process.exit(2);
  }
}

function labelsOf(path: string | URL): LabelLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LabelLine);
}

function add(set: string, document: Document) {
  sets.set(set, [...(sets.get(set) ?? []), document]);
}

/** The papers of a file as the drafts that they stand for: every line is a paragraph, its label in brackets. */
function papersOf(file: string): Map<string, string> {
  const parts = readFileSync(new URL(file, PAPERS), 'utf8').split(/^=== /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [name = '', ...lines] = part.split('\n');
      const blocks = lines
        .filter((line) => line.trim() !== '')
        .map((line) => line.replace(/^\[[a-z ]*\] /, '').replaceAll(' / ', '\n'));
      return [name.trim(), `${blocks.join('\n\n')}\n`];
    }),
  );
}

const papers = new Map(
  ['press.txt', 'reports.txt', 'stories.txt', 'third-reader.txt', 'further.txt']
    .filter((file) => existsSync(new URL(file, PAPERS)))
    .flatMap((file) => [...papersOf(file)]),
);
for (const line of labelsOf(new URL('figures.jsonl', PAPERS))) {
  const text = papers.get(line.file);
  if (text === undefined) throw new Error(`no paper ${line.file}`);
  add(line.set ?? 'papers', { name: line.file, text, figures: line.figures });
}
for (const [set, folder, labels] of extra)
  for (const { file, figures } of labelsOf(labels))
    add(set, { name: file, text: readFileSync(join(folder, file), 'utf8'), figures });

/** First and last line of each paragraph, from 0. */
function paragraphsOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open = false;
  for (const [line, words] of text.split('\n').entries()) {
    if (/^<!--.*-->\s*$/.test(words)) continue;
    if (words.trim() === '') {
      open = false;
      continue;
    }
    if (open) found.at(-1)!.end = line;
    else found.push({ start: line, end: line });
    open = true;
  }
  return found;
}

interface Score {
  right: number;
  wrong: number;
  missed: number;
  own: number;
}

function score(documents: readonly Document[]): Score {
  const total: Score = { right: 0, wrong: 0, missed: 0, own: 0 };
  for (const { name, text, figures } of documents) {
    const draft = parseDraft(text);
    const lines = text.split('\n');
    const seen = figuresInDraft(draft).flatMap(({ placed, passages }) =>
      passages.flatMap(({ passage, figures: found }) => {
        const { prose } = passagesOf(placed.block)[passage]!;
        return found.map(({ span, kind, source }) => ({
          words: prose.text.slice(span.start, span.end),
          line: positionAt(draft, placed.start + prose.toSource(span.start, span.end).start).line,
          kind,
          source: source && `${source.kind}: ${prose.text.slice(source.span.start, source.span.end)}`,
        }));
      }),
    );
    for (const [index, { start, end }] of paragraphsOf(text).entries()) {
      const labels = figures.filter(({ para_index }) => para_index === index);
      const open = labels.filter(({ sourced }) => !sourced);
      const here = seen.filter(({ line }) => line >= start && line <= end);
      const found = here.some(({ kind, source }) => kind === 'claim' && !source);
      const claim = open.some(({ kind }) => kind === 'claim');
      if (!claim && open.length > 0) {
        if (found) total.own++;
        continue;
      }
      if (claim && found) total.right++;
      else if (claim) total.missed++;
      else if (found) total.wrong++;
      if (!verbose || claim === found) continue;
      console.log(`\n${found ? 'WRONG ' : 'MISSED'} ${name}:${start + 1} #${index}`);
      console.log(`   ${lines.slice(start, end + 1).join(' / ')}`);
      console.log(
        `   labels: ${labels.map(({ text: words, kind, sourced }) => `${kind}${sourced ? '+' : '-'} ${words}`).join(' | ') || 'none'}`,
      );
      console.log(
        `   engine: ${here.map(({ words, kind, source }) => `${kind}${source ? `+ ${words} (${source})` : `- ${words}`}`).join(' | ') || 'none'}`,
      );
    }
  }
  return total;
}

for (const [name, documents] of sets) {
  if (only && only !== name) continue;
  const { right, wrong, missed, own } = score(documents);
  const part = (of: number, all: number) => (all === 0 ? '–' : (of / all).toFixed(3));
  console.log(
    `${name.padEnd(14)} precision ${part(right, right + wrong)}  recall ${part(right, right + missed)}  ` +
      `(${right} right, ${wrong} wrong, ${missed} missed; own bookkeeping marked ${own}; ${documents.length} documents)`,
  );
}
