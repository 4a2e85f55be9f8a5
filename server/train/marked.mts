/**
 * Drafts that two editors marked independently of each other, with their judgement of what each draft argues. Their
 * instructions are `server/train/marks/README.md`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Mark {
  readonly file: string;
  /** From 1; also 1 for what is missing from the paper. */
  readonly line: number;
  readonly category: string;
  /** For the category `wrong`: the kind of mistake, from the readme of the drafts. */
  readonly kind?: string;
  readonly severity: 'must' | 'should' | 'nit';
  /** The words of the draft that it is about. */
  readonly quote: string;
  readonly note: string;
}

/** By topic id, what a draft does for it. */
export type Argued = Readonly<Record<string, 'argued' | 'mentioned'>>;

export interface MarkedDraft {
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly words: number;
  /** From the front matter; empty for none. */
  readonly kind: string;
  /** By line, from 1: the number of its block. Items and rows are blocks of their own. */
  readonly blocks: readonly number[];
  /** The marks of the two editors. */
  readonly marks: readonly [readonly Mark[], readonly Mark[]];
  readonly argued: readonly [Argued, Argued];
  /** By topic id: the line of the passage that argues it best. */
  readonly best: readonly [Best, Best];
}

type Best = Readonly<Record<string, number>>;

/**
 * The marked drafts of a folder, which has `drafts/*.md`, `editor1.jsonl`, `editor2.jsonl`, `topics1.jsonl` and
 * `topics2.jsonl`. Without a second reading, the first counts for both, for fitting and not for measuring.
 */
export function markedDrafts(folder: string): MarkedDraft[] {
  const path = (name: string) => join(folder, name);
  const lines = <T,>(name: string): T[] =>
    readFileSync(existsSync(path(name)) ? path(name) : path(name.replace('2', '1')), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as T);
  const [first, second] = [lines<Mark>('editor1.jsonl'), lines<Mark>('editor2.jsonl')];
  const topics = ['topics1.jsonl', 'topics2.jsonl'].map(
    (name) => new Map(lines<{ file: string; argues?: Argued; best?: Best }>(name).map((t) => [t.file, t])),
  );
  return readdirSync(join(folder, 'drafts'))
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const path = join(folder, 'drafts', file);
      const text = readFileSync(path, 'utf8');
      const of = (marks: readonly Mark[]) => marks.filter((mark) => mark.file === file);
      return {
        file,
        path,
        text,
        words: text.split(/\s+/).length,
        kind: /^kind:\s*(\S+)/m.exec(text)?.[1] ?? '',
        blocks: blocksOf(text),
        marks: [of(first), of(second)],
        argued: [topics[0]!.get(file)?.argues ?? {}, topics[1]!.get(file)?.argues ?? {}],
        best: [topics[0]!.get(file)?.best ?? {}, topics[1]!.get(file)?.best ?? {}],
      };
    });
}

function blocksOf(text: string): number[] {
  const of: number[] = [];
  let block = 0;
  let front = text.startsWith('---\n');
  for (const [i, line] of text.split('\n').entries()) {
    if (front && i > 0 && line === '---') {
      front = false;
      block++;
    } else if (line.trim() === '' || /^\s*([-*+]|\d+[.)])\s/.test(line) || line.startsWith('|')) block++;
    of[i + 1] = block;
  }
  return of;
}
