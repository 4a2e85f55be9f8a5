const SIGN = '[~±+−–-]?';
const DIGITS = '(?:0|[1-9]\\d{0,2}(?:[, \\u00a0\\u202f]\\d{3})+|[1-9]\\d*)?(?:\\.\\d+)?(?<=\\d)';
const UNIT = '(?:%|per cent|percent|million|billion|bn|m|k|p)?';

/** A number, an amount of money or a percentage: "1,200", "(£31,000)", "-1.1%", "£1.2 million". */
const NUMBER = new RegExp(`^${SIGN}\\(?${SIGN}[£€$]?${SIGN}${DIGITS}\\s?${UNIT}\\)?[+*]?$`, 'i');

/** A cell without a number. */
const NONE = /^(?:|[-–—.]{1,3}|…|n\/a|nil|none|tbc)$/i;

const YEAR = /^(?:19|20)\d\d$/;

/**
 * Whether a column of a table has only numbers, and so is aligned to the right. A column of years has not, nor has one
 * with a single number.
 *
 * @param cells the texts of its cells, without the header
 */
export function isNumbers(cells: readonly string[]): boolean {
  const full = cells.map((cell) => cell.trim()).filter((cell) => !NONE.test(cell));
  return full.length > 1 && full.every((cell) => NUMBER.test(cell)) && !full.every((cell) => YEAR.test(cell));
}
