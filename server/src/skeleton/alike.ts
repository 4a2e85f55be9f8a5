/**
 * Placeholders that stand for one thing throughout a paper, so that whoever fills one fills all of its words. Others,
 * such as “[insert number]”, are another thing at each place.
 */
const ALIKE =
  /^\[insert (?:place|library service|council or trust|name of the person whom you write to|title of the (?!source\]).*)\]$/;

/** Whether a placeholder has the same filling wherever its words stand in a paper. */
export const isAlike = (words: string): boolean => ALIKE.test(words);
