/**
 * The lexicon as the matcher takes it. The build replaces this file by what it exports, so that thousands of phrases need
 * not be taken apart at each start; these are shipped with what was fitted.
 */
import source from '../framework/lexicon.json';
import { byFirstKey } from '../words/phrase-keys';

/** The value of phrases in which no cue counts; others have the position of their class. */
export const IGNORE = -1;
/** What idioms are entered as. */
export const IDIOM = -2;
/** Phrases whose last words alone mean no topic have a value below this, lower by how many words that are. */
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
  /** Phrases in which no topic is meant. */
  readonly ignore: readonly string[];
  /** Phrases in which what stands behind “/” means no topic, whatever the rest does: “go online / on their own”. */
  readonly otherSense: readonly string[];
  /** Turns of speech, of which no word means anything: "of course". */
  readonly idioms: readonly string[];
}

const { classes, ignore, otherSense, idioms } = source as Written;

/** Classes of cues. */
export const lexiconClasses: readonly {
  readonly name: string;
  readonly why: string;
  readonly topics: Readonly<Record<string, string>>;
}[] = Object.entries(classes).map(([name, { why, topics }]) => ({ name, why, topics }));

/** All phrases by the key that they begin with, as `Listed` has them. */
export const lexiconPhrases: Readonly<Record<string, string>> = byFirstKey([
  ...Object.values(classes).flatMap(({ phrases }, index) => asValues(phrases, index)),
  ...asValues(ignore, IGNORE),
  ...asValues(idioms, IDIOM),
  ...otherSense.map((phrase): readonly [string, string] => {
    const [before, last] = phrase.split(' / ') as [string, string];
    return [`${before} ${last}`, `${LAST_WORDS - last.split(' ').length}`];
  }),
]);

function asValues(phrases: readonly string[], value: number): (readonly [phrase: string, word: string])[] {
  return phrases.map((phrase) => [phrase, `${value}`]);
}
