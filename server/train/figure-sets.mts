/** Documents with labelled figures, and the scores of `figure-unsourced` on their paragraphs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDraft, passagesOf, positionAt } from '../src/draft';
import { figuresInDraft } from '../src/evidence';

export interface Label {
  readonly para_index: number;
  readonly text: string;
  readonly kind: 'claim' | 'own';
  readonly sourced: boolean;
}

export interface Document {
  readonly name: string;
  readonly text: string;
  readonly figures: readonly Label[];
  /** Paragraphs on which two readers differ. */
  readonly unsure: readonly number[];
}

interface LabelLine {
  readonly file: string;
  readonly set?: string;
  readonly figures: readonly Label[];
  readonly unsure?: readonly number[];
}

const PAPERS = new URL('./papers/', import.meta.url);
const FILES = ['press.txt', 'reports.txt', 'stories.txt', 'third-reader.txt', 'further.txt'];
/** Public pages in other words. Their labels are in a separate file. */
const RETOLD = readdirSync(PAPERS).filter((name) => /^retold-\d+\.txt$/.test(name));

function labelsOf(path: string | URL): LabelLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LabelLine);
}

/** The papers of a file as drafts. Every line is a paragraph with its label in brackets. */
function papersOf(file: string): Map<string, string> {
  const parts = readFileSync(new URL(file, PAPERS), 'utf8').split(/^=== /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [name = '', ...lines] = part.split('\n');
      const blocks = lines
        .filter((line) => line.trim() !== '')
        .map((line) => line.replace(/^\[[a-z? ]*\] /, '').replaceAll(' / ', '\n'));
      return [name.trim(), `${blocks.join('\n\n')}\n`];
    }),
  );
}

/** The sets of papers in this repository, by name. */
export function paperSets(): Map<string, Document[]> {
  const papers = new Map([...FILES, ...RETOLD].flatMap((file) => [...papersOf(file)]));
  const sets = new Map<string, Document[]>();
  const labels = [
    ...labelsOf(new URL('figures.jsonl', PAPERS)),
    ...labelsOf(new URL('figures-retold.jsonl', PAPERS)),
  ];
  for (const { file, set = 'papers', figures, unsure = [] } of labels) {
    const text = papers.get(file);
    if (text === undefined) throw new Error(`no paper ${file}`);
    sets.set(set, [...(sets.get(set) ?? []), { name: file, text, figures, unsure }]);
  }
  return sets;
}

/** The documents of a folder that are named in `labels` (JSON lines). */
export function folderSet(folder: string, labels: string): Document[] {
  return labelsOf(labels).map(({ file, figures, unsure = [] }) => ({
    name: file,
    text: readFileSync(join(folder, file), 'utf8'),
    figures,
    unsure,
  }));
}

/** The first and last line of each paragraph, from 0. */
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

export interface Score {
  right: number;
  wrong: number;
  missed: number;
  own: number;
}

/** @param tell called for every paragraph that is judged wrongly */
export function score(documents: readonly Document[], tell?: (lines: string) => void): Score {
  const total: Score = { right: 0, wrong: 0, missed: 0, own: 0 };
  for (const { name, text, figures, unsure } of documents) {
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
      if (unsure.includes(index)) continue;
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
      if (!tell || claim === found) continue;
      tell(`\n${found ? 'WRONG ' : 'MISSED'} ${name}:${start + 1} #${index}`);
      tell(`   ${lines.slice(start, end + 1).join(' / ')}`);
      tell(
        `   labels: ${labels.map(({ text: words, kind, sourced }) => `${kind}${sourced ? '+' : '-'} ${words}`).join(' | ') || 'none'}`,
      );
      tell(
        `   engine: ${here.map(({ words, kind, source }) => `${kind}${source ? `+ ${words} (${source})` : `- ${words}`}`).join(' | ') || 'none'}`,
      );
    }
  }
  return total;
}
