/**
 * Placeholders that stand for one thing throughout a paper, so that whoever fills one fills all of its words. Others,
 * such as “[insert number]”, are another thing at each place.
 */
const ALIKE = new Set(
  [
    'place',
    'library service',
    'council or trust',
    'group or organisation',
    'name of the person whom you write to',
    'whom this is for',
    'your name and role',
    'your full name',
    'officer’s title, such as Head of Libraries',
    'who benefits, such as people who work',
    'what they cannot do, such as visit on weekdays',
    'what you will do, such as open on Sundays',
    'what it lets them do, such as visit at weekends',
    'what residents lose, and when, such as Sunday visits from May',
    'what it will pay for, such as two posts',
    'cost',
    'budget and financial year',
    'date of the decision',
    'start date',
    'date of the report',
    'end date',
  ].map((what) => `[insert ${what}]`),
);
const TITLE = /^\[insert title of the (?!source\]).*\]$/;

/** Whether a placeholder has the same filling wherever its words stand in a paper. */
export const isAlike = (words: string): boolean => ALIKE.has(words) || TITLE.test(words);

/** Places to fill in without those that are filled in with one before them. */
export function distinct<T extends { readonly words: string }>(places: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return places.filter(({ words }) => {
    if (seen.has(words)) return false;
    if (isAlike(words)) seen.add(words);
    return true;
  });
}
