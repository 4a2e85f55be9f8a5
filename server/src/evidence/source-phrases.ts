/**
 * How people write where something comes from: a study or document that one can ask for and read, somebody who found it
 * out, a citation. For text as it is written; `@by` is a name that has to be an organisation's.
 */
import { keepEntry, sourceOf } from '../words/phrases';
import data from './phrases.json';
import type { SourceKind } from './types';

/** How people write where something comes from. */
interface SourceEntry {
  readonly kind: SourceKind;
  /**
   * Beginnings of words, and signs, of which one is in all that it matches, in lower case and parted by spaces: where a
   * text has none of them, it is not worth a look.
   */
  readonly words: string;
  readonly phrase: string;
  /** What is in no match that counts. */
  readonly not?: string;
  /** What stands before no match that counts. */
  readonly notAfter?: string;
  /** Whether a person's name is no name of a source. */
  readonly noPerson?: true;
}

const TABLE: Readonly<Record<string, SourceEntry>> = data.sources as Record<string, SourceEntry>;
/** Beginnings of words that several of them share. */
const SHARED: Readonly<Record<string, string | undefined>> = data.sourceWords;

/** An entry with what it looks for as regular expressions. */
export interface SourcePattern extends Omit<SourceEntry, 'phrase' | 'not' | 'notAfter'> {
  readonly name: string;
  readonly pattern: RegExp;
  readonly not: RegExp | undefined;
  readonly notAfter: RegExp | undefined;
}

const compiled = (phrase: string | undefined): RegExp | undefined =>
  phrase === undefined ? undefined : new RegExp(sourceOf(phrase));

export const SOURCE_PATTERNS: readonly SourcePattern[] = Object.entries(TABLE).map(
  ([name, { phrase, ...entry }]) => {
    const pattern = {
      ...entry,
      words: SHARED[entry.words] ?? entry.words,
      name,
      not: compiled(entry.not),
      notAfter: compiled(entry.notAfter),
    } as SourcePattern;
    keepEntry(
      `sources.${name}`,
      pattern as { pattern: RegExp },
      'pattern',
      () => new RegExp(sourceOf(phrase), 'g'),
    );
    return pattern;
  },
);
