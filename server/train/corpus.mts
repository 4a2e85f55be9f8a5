/** Labelled documents, split into the units of the judgement. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countsOf, gateOf, LineReader, titleOf } from '../src/coverage/document';
import type { Features } from '../src/coverage/features';
import { Lexicon, TOPICS } from '../src/coverage/lexicon';
import { areItems, featuresOfGroup, groups, spokenIn, textOf } from '../src/coverage/units';
import { parseDraft, positionAt } from '../src/draft';
import type { Draft, PlacedBlock } from '../src/draft/types';
import { builtInEncoder } from '../src/models/encoder';

export interface LabelledUnit {
  readonly placed: PlacedBlock;
  readonly features: Features;
  readonly text: string;
  /** How many passages are judged together. */
  readonly passages: number;
  /** Whether they are items of a list or rows of a table. */
  readonly item: boolean;
  /** From the encoder. */
  readonly meaning: Float64Array;
  /** Position of the labelled paragraph that it lies in, or -1. */
  readonly paragraph: number;
  /** From 1. */
  readonly line: number;
}

export interface Paragraph {
  /** By topic of TOPICS; undefined if two readers differ. */
  readonly labels: readonly (boolean | undefined)[];
  readonly line: number;
  readonly endLine: number;
}

export interface LabelledDocument {
  readonly source: string;
  readonly file: string;
  readonly draft: Draft;
  readonly units: readonly LabelledUnit[];
  readonly paragraphs: readonly Paragraph[];
  /** Whether it is used for fitting. Documents for which the gate is closed are not. */
  readonly open: boolean;
}

export const lexicon = new Lexicon();
/** The meaning of a text's words, from the encoder. */
export const meaningOf = ({ words }: Features): Float64Array => builtInEncoder.encode(words);
export const lines = new LineReader(lexicon);

/** The paragraphs of the corpus: blocks between blank lines, without comment lines. Lines count from 1. */
function paragraphsOf(text: string): { line: number; endLine: number }[] {
  const out: { line: number; endLine: number }[] = [];
  let current: { line: number; endLine: number } | undefined;
  for (const [i, line] of text.split('\n').entries()) {
    if (/^<!--.*-->\s*$/.test(line)) continue;
    if (line.trim() === '') {
      current = undefined;
      continue;
    }
    if (!current) {
      current = { line: i + 1, endLine: i + 1 };
      out.push(current);
    }
    current.endLine = i + 1;
  }
  return out;
}

interface Label {
  readonly file: string;
  readonly para_index: number;
  readonly areas: readonly string[];
  readonly offers: readonly string[];
}

/** Whether a paragraph is labelled with any topic; undefined if readers differ on all its topics. */
export function makesCase({ labels }: Paragraph): boolean | undefined {
  return labels.some(Boolean) || (labels.includes(undefined) ? undefined : false);
}

/** Labels (JSON lines) by file, in order. */
function labelsIn(path: string): Map<string, Label[]> {
  const byFile = new Map<string, Label[]>();
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const label = JSON.parse(line) as Label;
    byFile.set(label.file, [...(byFile.get(label.file) ?? []), label]);
  }
  return byFile;
}

const topicsOf = ({ areas, offers }: Label): boolean[] =>
  TOPICS.map((t) => areas.includes(t) || offers.includes(t));

/** The documents without the labels on which a second reader, whose labels are in `path`, differs. */
export function agreedOf(
  documents: readonly LabelledDocument[],
  path: string,
): ReadonlyMap<LabelledDocument, LabelledDocument> {
  const second = labelsIn(path);
  return new Map(
    documents.map((d) => {
      const theirs = second.get(d.file)?.map(topicsOf);
      if (theirs?.length !== d.paragraphs.length)
        throw new Error(
          `${path}: ${theirs?.length ?? 0} labels for ${d.file}, which has ${d.paragraphs.length}`,
        );
      const paragraphs = d.paragraphs.map((p, k) => ({
        ...p,
        labels: p.labels.map((label, t) => (label === theirs[k]![t] ? label : undefined)),
      }));
      return [d, { ...d, paragraphs }];
    }),
  );
}

/** Reads `labels` (JSON lines) and the documents that it names from `folder`. */
export function loadSet(source: string, folder: string, labels: string): LabelledDocument[] {
  return [...labelsIn(labels)].map(([file, found]) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const places = paragraphsOf(text);
    return documentOf(
      source,
      file,
      text,
      found.map((l) => ({
        labels: topicsOf(l),
        ...places[l.para_index]!,
      })),
    );
  });
}

const SHORT_LABEL: Readonly<Record<string, string>> = {
  eco: 'economic',
  edu: 'education',
  iso: 'isolation',
  dig: 'digital',
  cul: 'cultural',
  read: 'reading',
  info: 'information-digital',
  culture: 'culture-creativity',
  health: 'health-wellbeing',
};

/**
 * Reads several documents from a file of this project. "=== name" begins a document; a line is a paragraph, and an empty
 * line separates list items from the next paragraph. "[edu read] Text" is labelled, "[] Text" makes no case, "# …" and
 * other lines have no labels. A label of only one of two readers has a question mark: "[edu? read]". `source` is "own" for
 * invented documents, and "lines" for invented lists of short lines.
 */
export function loadOwn(path: string, source = 'own'): LabelledDocument[] {
  return readFileSync(path, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...rest] = part.split('\n');
      const text: string[] = [];
      const paragraphs: Paragraph[] = [];
      for (const line of rest) {
        if (line.trim() === '') continue;
        const match = /^\[([a-z? ]*)\] (.*)$/.exec(line);
        const body = (match ? match[2]! : line).replaceAll(' / ', '\n');
        const first = text.length + 1;
        text.push(...body.split('\n'), '');
        if (match) {
          const given = new Map<string, boolean | undefined>();
          for (const label of match[1]!.split(' ').filter(Boolean)) {
            const topic = SHORT_LABEL[label.replace('?', '')];
            if (!topic) throw new Error(`${name}: no such label: ${label}`);
            given.set(topic, label.endsWith('?') ? undefined : true);
          }
          paragraphs.push({
            labels: TOPICS.map((t) => (given.has(t) ? given.get(t) : false)),
            line: first,
            endLine: text.length - 1,
          });
        }
      }
      return documentOf(source, name.trim(), text.join('\n'), paragraphs);
    });
}

function documentOf(
  source: string,
  file: string,
  text: string,
  paragraphs: readonly Paragraph[],
): LabelledDocument {
  const draft = parseDraft(text);
  const units: LabelledUnit[] = [];
  for (const placed of draft.blocks) {
    for (const passages of groups(placed.block)) {
      const line = positionAt(draft, placed.start + passages[0]!.span.start).line + 1;
      const endLine = positionAt(draft, placed.start + passages.at(-1)!.span.end).line + 1;
      const features = featuresOfGroup(passages, lexicon);
      units.push({
        placed,
        features,
        meaning: meaningOf(features),
        text: textOf(passages),
        passages: passages.length,
        item: areItems(passages),
        paragraph: paragraphs.findIndex((p) => p.line <= endLine && p.endLine >= line),
        line,
      });
    }
  }
  const spoken = units.map(({ features }) => spokenIn(features));
  const open = gateOf(draft, countsOf(spoken), titleOf(draft, lines)?.features, lines) !== 'closed';
  return { source, file, draft, units, paragraphs, open };
}
