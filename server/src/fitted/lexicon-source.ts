/**
 * The lexicon as the matcher takes it. The build replaces this file by what it exports, so that thousands of phrases need
 * not be taken apart at each start; these are shipped with what was fitted.
 */
import source from '../framework/lexicon.json';
import { pathOf } from '../words/matcher';

/** The value of phrases in which no cue counts; others have the position of their class. */
export const IGNORE = -1;
/** What idioms are entered as. */
export const IDIOM = -2;

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
  /** Turns of speech, of which no word means anything: "of course". */
  readonly idioms: readonly string[];
}

const { classes, ignore, idioms } = source as Written;

/** `pathOf` of each phrase, by its first key. */
function byFirstKey(): Record<string, string> {
  const found = new Map<string, string[]>();
  const add = (phrase: string, value: number) => {
    const path = pathOf(phrase);
    const [first = ''] = path.split(' ', 1);
    const of = found.get(first) ?? [];
    of.push(`${path.slice(first.length + 1)}\t${value}`);
    found.set(first, of);
  };
  for (const [index, { phrases }] of Object.values(classes).entries())
    for (const phrase of phrases) add(phrase, index);
  for (const phrase of ignore) add(phrase, IGNORE);
  for (const phrase of idioms) add(phrase, IDIOM);
  return Object.fromEntries([...found].map(([first, of]) => [first, of.join('\n')]));
}

/** Classes of cues. */
export const lexiconClasses: readonly {
  readonly name: string;
  readonly why: string;
  readonly topics: Readonly<Record<string, string>>;
}[] = Object.entries(classes).map(([name, { why, topics }]) => ({ name, why, topics }));

/** All phrases by the key that they begin with, as `Listed` has them. */
export const lexiconPhrases: Readonly<Record<string, string>> = byFirstKey();
