/**
 * Slogans: “we will tackle loneliness, inequality and exclusion in all that we do”. What is to be fought or furthered
 * is named in a word, and nothing is said of whom it helps or how.
 */
import type { Words } from '../words/words';

const MEANS_TO = new Set(
  "will shall must should would we'll intend intends aim aims want wants seek seeks strive strives pledge pledges vow committed commit".split(
    ' ',
  ),
);
/** What is done with ideas; with people, “support” does something for them. */
const VERBS = new Set(
  (
    'tackle address combat fight reduce end alleviate promote champion foster support strengthen advance enhance improve ' +
    'increase build boost embrace embed further encourage leverage deliver drive'
  ).split(' '),
);
const BETWEEN = new Set(
  'and or the our its of a an more better social digital economic mental cultural local lifelong community rural health greater inclusive equal'.split(
    ' ',
  ),
);
/** What may stand behind the ideas and say nothing of how: “in all that we do”, “across the county”, “for everyone”. */
const EMPTY = new Set(
  (
    'in across throughout everywhere wherever at for all that we do work everything everyone every our the level future years ' +
    'ahead to come going forward county borough city region district service country and'
  ).split(' '),
);
const IDEA =
  /(?:[st]ion|ness|[a-z]ity|ment|[ae]nce|ship|ism|acy|poverty|health|being|belonging|learning|skills|growth|divide|recovery|culture|arts|hardship|unemployment|creativity|access|partnerships?)$/;

/** For each word whether it is a part of a slogan. In linear time. */
export function slogans({ lower, breakAfter }: Words): Uint8Array | undefined {
  let found: Uint8Array | undefined;
  let meant = false;
  for (let i = 0; i < lower.length; i++) {
    const word = lower[i]!;
    if (i > 0 && breakAfter[i - 1]) meant = false;
    if (MEANS_TO.has(word)) meant = true;
    else if (meant && VERBS.has(word)) {
      const end = endOfIdeas(lower, breakAfter, i);
      if (end > i) {
        found ??= new Uint8Array(lower.length);
        found.fill(1, i, end);
        i = end - 1;
      }
    }
  }
  return found;
}

/** The position behind the ideas that a verb at `at` is followed by; `at` where it is followed by something else. */
function endOfIdeas(lower: readonly string[], breakAfter: readonly boolean[], at: number): number {
  let ideas = 0;
  let i = at + 1;
  for (; i < lower.length && !breakAfter[i - 1]; i++) {
    const word = lower[i]!;
    if (IDEA.test(word)) ideas++;
    else if ((VERBS.has(word) || MEANS_TO.has(word)) && ideas > 0) continue;
    else if (!BETWEEN.has(word)) return ideas > 0 && isEmpty(lower, breakAfter, i) ? i : at;
  }
  return ideas > 0 ? i : at;
}

/** Whether a sentence ends from `at` on without a word that says how, where or for whom. */
function isEmpty(lower: readonly string[], breakAfter: readonly boolean[], at: number): boolean {
  for (let i = at; i < lower.length; i++) {
    if (!EMPTY.has(lower[i]!)) return false;
    if (breakAfter[i]) return true;
  }
  return true;
}
