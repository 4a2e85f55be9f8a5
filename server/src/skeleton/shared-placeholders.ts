/**
 * Placeholders with one meaning throughout a paper, so that filling one fills all with the same words. Others, such as
 * “[insert number]”, differ at each place.
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
    'officer’s title',
    'who benefits',
    'who is affected',
    'what is the matter',
    'what changes for them',
    'what they cannot do',
    'what you will do',
    'what it lets them do',
    'what happens then, and when',
    'what it will pay for',
    'local figure, what it counts and its year',
    'cost',
    'the cost or the saving',
    'budget and financial year',
    'date of the decision',
    'start date',
    'date of the report',
    'end date',
  ].map((what) => `[insert ${what}]`),
);
const TITLE = /^\[insert title of the (?!source\]).*\]$/;

const EXAMPLE = /, such as [^\]]*/;

/** Whether a placeholder has the same filling everywhere in a paper. An example in it is ignored. */
export const isAlike = (words: string): boolean => ALIKE.has(words.replace(EXAMPLE, '')) || TITLE.test(words);

/** Places to fill in, without those that are filled together with an earlier one. */
export function distinct<T extends { readonly words: string }>(places: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return places.filter(({ words }) => {
    if (seen.has(words)) return false;
    if (isAlike(words)) seen.add(words);
    return true;
  });
}
