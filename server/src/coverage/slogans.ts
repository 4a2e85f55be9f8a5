/**
 * Slogans: “we will tackle loneliness, inequality and exclusion in all that we do”. They name ideas, and say neither
 * whom it helps nor how.
 */
import { words } from '../util/lists';
import type { Words } from '../words/tokenize';

const MEANS_TO = words(
  "will shall must should would we'll intend intends aim aims want wants seek seeks strive strives pledge pledges vow committed commit",
);
/** Verbs that take ideas as objects. “Support” is not among them: with people, it is an action. */
const VERBS = words(
  'tackle address combat fight reduce end alleviate promote champion foster support strengthen advance enhance improve ' +
    'increase build boost embrace embed further encourage leverage deliver drive',
);
const BETWEEN = words(
  'and or the our its of a an more better social digital economic mental cultural local lifelong community rural health greater inclusive equal',
);
/** Words that may follow the ideas without saying how: “in all that we do”, “across the county”, “for everyone”. */
const EMPTY = words(
  'in across throughout everywhere wherever at for all that we do work everything everyone every our the level future years ' +
    'ahead to come going forward county borough city region district service country and',
);
const IDEA =
  /(?:[st]ion|ness|[a-z]ity|ment|[ae]nce|ship|ism|acy|poverty|health|being|belonging|learning|skills|growth|divide|recovery|culture|arts|hardship|unemployment|creativity|access|partnerships?)$/;

/** Marks the words of slogans. Linear time. Undefined where there are none. */
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

/** The position after the ideas that follow a verb at `at`; `at` where something else follows. */
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

/** Whether the rest of the sentence, from `at` on, says neither how, where nor for whom. */
function isEmpty(lower: readonly string[], breakAfter: readonly boolean[], at: number): boolean {
  for (let i = at; i < lower.length; i++) {
    if (!EMPTY.has(lower[i]!)) return false;
    if (breakAfter[i]) return true;
  }
  return true;
}
