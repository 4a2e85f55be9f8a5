/** Tells rows into which everybody falls once: bands of age, size or income. */

/** The first and the last of the bands into which everybody falls once: “Under 25”, “65 and over”. */
const LOWEST =
  /^(?:under|below|up\sto|less\sthan|younger\sthan|0)\b[^\d]{0,20}\d|^\d+\s(?:and|or)\s(?:under|younger|less)\b/i;
const HIGHEST =
  /^(?:over|above|more\sthan|older\sthan)\s\d|^\d+\s?(?:\+|(?:(?:years\s)?(?:and|or)\s(?:over|above|older|more)))/i;
const BAND = /^\d+\s?(?:to|–|-|and\sunder)\s?\d/i;

/** Whether labels of rows are bands from the lowest to the highest, so that everybody is in one. */
export function areBands(labels: readonly string[]): boolean {
  const own = labels.map((label) => label.trim().replace(/^(?:aged?|ages)\s/i, ''));
  return (
    (LOWEST.test(own[0]!) || BAND.test(own[0]!)) &&
    HIGHEST.test(own.at(-1)!) &&
    own.slice(1, -1).every((label) => BAND.test(label))
  );
}
