/**
 * The lexicon in the form for the matcher. The build replaces this file by its exported values, so that thousands of
 * phrases need no parsing at each start. The phrases are shipped with the fitted weights.
 */
import source from '../../framework/lexicon.json';
import { byFirstKey } from '../../words/phrase-keys';

/** The value of phrases in which no cue counts. Phrases with cues have the position of their class. */
export const IGNORE = -1;
/** The value of idioms. */
export const IDIOM = -2;
/** Phrases whose last words alone mean no topic have this value minus the number of those words. */
export const LAST_WORDS = -2;

interface Written {
  readonly classes: Readonly<
    Record<
      string,
      {
        readonly why: string;
        readonly topics: Readonly<Record<string, string>>;
        readonly phrases: readonly string[];
      }
    >
  >;
  /** Phrases that mean no topic. */
  readonly ignore: readonly string[];
  /** Phrases in which only the words after “/” mean no topic: “go online / on their own”. */
  readonly otherSense: readonly string[];
  /** Idioms, of which no word has its own meaning: "of course". */
  readonly idioms: readonly string[];
}

const { classes, ignore, otherSense, idioms } = source as Written;

/** Classes of cues. */
export const lexiconClasses: readonly {
  readonly name: string;
  readonly why: string;
  readonly topics: Readonly<Record<string, string>>;
}[] = Object.entries(classes).map(([name, { why, topics }]) => ({ name, why, topics }));

/** All phrases by their first key, in the format of `Listed`. */
export const lexiconPhrases: Readonly<Record<string, string>> = byFirstKey([
  ...Object.values(classes).flatMap(({ phrases }, index) => asValues(phrases, index)),
  ...asValues(ignore, IGNORE),
  ...asValues(idioms, IDIOM),
  ...otherSense.flatMap(spelledOut).map((phrase): readonly [string, string] => {
    const [before, last] = phrase.split(' / ') as [string, string];
    return [`${before} ${last}`, `${LAST_WORDS - last.split(' ').length}`];
  }),
]);

/** A phrase for each of the words in its brackets: “on (her|his) own”. */
function spelledOut(phrase: string): readonly string[] {
  const [brackets, choices] = /\(([a-z]{1,20}(?:\|[a-z]{1,20}){1,9})\)/.exec(phrase) ?? [];
  if (brackets === undefined) return [phrase];
  return choices!.split('|').map((word) => phrase.replace(brackets, word));
}

function asValues(phrases: readonly string[], value: number): (readonly [phrase: string, word: string])[] {
  return phrases.flatMap(spelledOut).map((phrase) => [phrase, `${value}`]);
}
