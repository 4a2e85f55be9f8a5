/** What a number in digits looks like, which tells a share from a price and a year from a count. */
export type NumberShape =
  | '#money'
  | '#percent'
  | '#year'
  | '#ordinal'
  | '#time'
  | '#thousands'
  | '#decimal'
  | '#hundreds'
  | '#small'
  | '#other';

/** A day of a month, and less: as often a date, an age or a numbering as a count. */
const SMALL = 31;

/**
 * The shape of a word that begins with a digit; undefined for others.
 *
 * @param form the word as written
 * @param start where it stands in the text
 */
export function shapeOf(form: string, text: string, start: number, end: number): NumberShape | undefined {
  const first = form.charCodeAt(0);
  if (first < 48 || first > 57) return undefined;
  if ('£$€'.includes(text[start - 1] ?? ' ')) return '#money';
  if (text[end] === '%') return '#percent';
  if (/^(?:19|20)\d\d$/.test(form)) return '#year';
  if (/^\d{1,2}(?:st|nd|rd|th)$/i.test(form)) return '#ordinal';
  if (/^\d{1,2}(?:[.:]\d\d)?(?:am|pm)$/i.test(form) || /^\d{1,2}[.:]\d\d$/.test(form)) return '#time';
  if (/^\d{1,3}(?:,\d{3})+$/.test(form)) return '#thousands';
  if (/^\d+\.\d+$/.test(form)) return '#decimal';
  if (!/^\d+$/.test(form)) return '#other';
  const value = Number(form);
  return value <= SMALL ? '#small' : value < 1000 ? '#hundreds' : '#thousands';
}
