/**
 * The signs of a sentence by which the model of `model.ts` tells whether an editor would ask where it comes from:
 * its words and pairs of words, what stands beside its numbers, how and where it stands, and who is named near it.
 * Nothing else of the draft takes part, so a sentence's signs change only with its block and its heading.
 */
import type { Words } from '../words/words';
import { eachClass } from './classes';
import type { Token } from './tokens';

/** Beside a number, how many words on either side tell of what it counts. */
const REACH = 3;
/** Words in which lengths are told apart, and the longest that is. */
const LENGTH_STEP = 8;
const LONGEST = 5;

/** Where a sentence stands, and what is near it. */
export interface SentenceContext {
  readonly kind: string;
  /** A footnote's mark in it, or only further on in its block. */
  readonly note: 'here' | 'later' | undefined;
  readonly link: boolean;
  /** Classes of its own words for sources, and of those in the sentence after it. */
  readonly classes: ReadonlySet<SourceClass>;
  readonly next: ReadonlySet<SourceClass>;
  /** Stems of the words of the heading that it stands under. */
  readonly heading: readonly string[];
}

/** How many words may stand between who says something and that it is said: “research by the Ashby Trust shows”. */
const NEAR_BY = 8;

/** What words for sources are about: what was made, what is in it, what it says, and who says it. */
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

/** The classes of the words for sources in some words. A body's name has a capital letter. */
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

/** From the first word for who says something to the one for saying it, which stand near each other: “studies show”. */
export function saidBy(words: Words): { readonly first: number; readonly last: number } | undefined {
  let by = -1;
  let says = -1;
  for (let i = 0; i < words.stem.length; i++) {
    const name = classAt(words, i);
    if (name === 'report') says = i;
    else if ((name === 'study' || name === 'body') && (by < 0 || i - by > NEAR_BY)) by = i;
    if (by >= 0 && says >= 0 && Math.abs(says - by) <= NEAR_BY)
      return { first: Math.min(by, says), last: Math.max(by, says) };
  }
  return undefined;
}

/** Calls back with each sign of a sentence, once for each time that it is there. */
export function eachSign(
  text: string,
  words: Words,
  tokens: readonly Token[],
  standing: SentenceContext,
  visit: (sign: string) => void,
): void {
  for (let i = 0; i < tokens.length; i++) {
    const { sign } = tokens[i]!;
    visit(sign);
    if (i > 0 && !words.breakAfter[i - 1]) visit(`${tokens[i - 1]!.sign}_${sign}`);
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
  for (const stem of standing.heading) visit(headingSign(stem));
  eachClass(words, tokens, visit);
  visit(`length:${Math.min(LONGEST, Math.floor(tokens.length / LENGTH_STEP))}`);
}

/** What a word of its heading tells of a sentence. No other sign is the same, and each sentence under it has it. */
export function headingSign(stem: string): string {
  return `heading:${stem}`;
}

/** What stands before and behind a number. */
export function besideNumber(tokens: readonly Token[], at: number, visit: (sign: string) => void): void {
  const { number } = tokens[at]!;
  if (!number) return;
  visit(number);
  for (let distance = 1; distance <= REACH; distance++) {
    const behind = tokens[at + distance];
    const before = tokens[at - distance];
    if (behind) visit(`>${behind.sign}`);
    if (before) visit(`<${before.sign}`);
  }
  const next = tokens[at + 1];
  const last = tokens[at - 1];
  if (next) visit(`${number}>${next.sign}`);
  if (last) visit(`${number}<${last.sign}`);
}
