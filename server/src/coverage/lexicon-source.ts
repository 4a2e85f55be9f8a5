/**
 * The lexicon as the matcher takes it. The build replaces this file by what it exports, so that neither thousands of
 * phrases have to be taken apart at each start, nor is the lexicon shipped twice.
 */
import source from '../framework/lexicon.json';
import { pathOf } from './matcher';

export interface LexiconSource {
  readonly classes: readonly {
    readonly name: string;
    readonly why: string;
    readonly topics: Readonly<Record<string, string>>;
    /** As `pathOf` gives them. */
    readonly paths: readonly string[];
  }[];
  readonly ignore: readonly string[];
}

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
  readonly ignore: readonly string[];
}

const { classes, ignore } = source as Written;

export const lexiconSource: LexiconSource = {
  classes: Object.entries(classes).map(([name, { why, topics, phrases }]) => ({
    name,
    why,
    topics,
    paths: phrases.map((phrase) => pathOf(phrase)),
  })),
  ignore: ignore.map((phrase) => pathOf(phrase)),
};
