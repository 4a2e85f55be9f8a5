/**
 * The features of a sentence from which the model of `model.ts` predicts whether an editor would ask for its source: its
 * words and pairs of words, the words beside its numbers, its form and place, and the sources named near it. Nothing
 * else of the draft is used, so the features of a sentence change only with its block and its heading.
 */
import type { Words } from '../words/tokenize';
import { eachClass } from './classes';
import type { Token } from './tokens';

/** How many words on either side of a number are features. */
const REACH = 3;
/** Lengths of sentences are counted in steps of so many words, up to `LONGEST` steps. */
const LENGTH_STEP = 8;
const LONGEST = 5;

/** The place of a sentence, and what is near it. */
export interface SentenceContext {
  readonly kind: string;
  /** Whether a footnote mark is in the sentence, or only later in its block. */
  readonly note: 'here' | 'later' | undefined;
  readonly link: boolean;
  /** Classes of the words for sources in the sentence, and in the sentence after it. */
  readonly classes: ReadonlySet<SourceClass>;
  readonly next: ReadonlySet<SourceClass>;
  /** Stems of the words of the heading above it. */
  readonly heading: readonly string[];
}

/** The most words from a source to its verb: “research by the Ashby Trust shows”. */
const NEAR_BY = 8;

/** Classes of words for sources: a study, its data, a verb such as “shows”, and the body that made it. */
export type SourceClass = 'study' | 'data' | 'report' | 'body';

const SOURCE_WORDS: Readonly<Record<SourceClass, string>> = {
  study:
    'survey research study evaluation census poll consultation review analysis finding audit index dataset questionnaire publication bulletin paper',
  data: 'figure data record count return statistic',
  report:
    'find say show report estimat suggest reveal publish calculat accord reckon warn conclud confirm identify state',
  body: 'ons cipfa ofcom nhs dcms dfe carnegie cilip nesta sport age trust foundation council office agency institut university department government commission',
};
const CLASS_OF = new Map(
  (Object.entries(SOURCE_WORDS) as [SourceClass, string][]).flatMap(([name, words]) =>
    words.split(' ').map((word) => [word, name] as const),
  ),
);

/** The classes of the words for sources among some words. The name of a body has a capital letter. */
export function sourceClasses(words: Words): Set<SourceClass> {
  const found = new Set<SourceClass>();
  for (let i = 0; i < words.stem.length; i++) {
    const name = classAt(words, i);
    if (name) found.add(name);
  }
  return found;
}

function classAt({ stem, form }: Words, at: number): SourceClass | undefined {
  const name = CLASS_OF.get(stem[at]!);
  return name === 'body' && !/^[A-Z]/.test(form[at]!) ? undefined : name;
}

/** The positions of the first source and its verb near it (“studies show”); undefined if there are none. */
export function saidBy(words: Words): { readonly first: number; readonly last: number } | undefined {
  let source = -1;
  let report = -1;
  for (let i = 0; i < words.stem.length; i++) {
    const name = classAt(words, i);
    if (name === 'report') report = i;
    else if ((name === 'study' || name === 'body') && (source < 0 || i - source > NEAR_BY)) source = i;
    if (source >= 0 && report >= 0 && Math.abs(report - source) <= NEAR_BY)
      return { first: Math.min(source, report), last: Math.max(source, report) };
  }
  return undefined;
}

/** Calls back with each feature of a sentence, as often as it occurs. */
export function eachFeature(
  text: string,
  words: Words,
  tokens: readonly Token[],
  standing: SentenceContext,
  visit: (feature: string) => void,
): void {
  for (let i = 0; i < tokens.length; i++) {
    const { feature } = tokens[i]!;
    visit(feature);
    if (i > 0 && !words.breakAfter[i - 1]) visit(`${tokens[i - 1]!.feature}_${feature}`);
    besideNumber(tokens, i, visit);
  }
  visit(`kind:${standing.kind}`);
  if (standing.note) visit(`note:${standing.note}`);
  if (standing.link) visit('link');
  if (/\([^()]{0,200}\b(?:19|20)\d\d\b[^()]{0,200}\)/.test(text)) visit('bracket:year');
  if (/\([^()]{0,200}[A-Z][a-z]/.test(text)) visit('bracket:name');
  if (/["“]/.test(text)) visit('quoted');
  for (const name of standing.classes) visit(`source:${name}`);
  for (const name of standing.next) visit(`next:${name}`);
  for (const stem of standing.heading) visit(headingFeature(stem));
  eachClass(words, tokens, visit);
  visit(`length:${Math.min(LONGEST, Math.floor(tokens.length / LENGTH_STEP))}`);
}

/** The feature for a word of the heading, which every sentence below the heading has. */
export function headingFeature(stem: string): string {
  return `heading:${stem}`;
}

/** Calls back with the features for the words before and after a number. */
export function besideNumber(tokens: readonly Token[], at: number, visit: (feature: string) => void): void {
  const { number } = tokens[at]!;
  if (!number) return;
  visit(number);
  for (let distance = 1; distance <= REACH; distance++) {
    const behind = tokens[at + distance];
    const before = tokens[at - distance];
    if (behind) visit(`>${behind.feature}`);
    if (before) visit(`<${before.feature}`);
  }
  const next = tokens[at + 1];
  const last = tokens[at - 1];
  if (next) visit(`${number}>${next.feature}`);
  if (last) visit(`${number}<${last.feature}`);
}
