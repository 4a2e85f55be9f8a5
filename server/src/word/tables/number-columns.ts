const SIGN = '[~±+−–-]?';
const DIGITS = '(?:0|[1-9]\\d{0,2}(?:[, \\u00a0\\u202f]\\d{3})+|[1-9]\\d*)?(?:\\.\\d+)?(?<=\\d)';
const UNIT = '(?:%|per cent|percent|million|billion|bn|m|k|p)?';

/** A number, an amount of money or a percentage: "1,200", "(£31,000)", "-1.1%", "£1.2 million". */
const NUMBER = new RegExp(`^${SIGN}\\(?${SIGN}[£€$]?${SIGN}${DIGITS}\\s?${UNIT}\\)?[+*]?$`, 'i');

/** What stands where there is no number. */
const NONE = /^(?:|[-–—.]{1,3}|…|n\/a|nil|none|tbc)$/i;

const YEAR = /^(?:19|20)\d\d$/;

/**
 * Whether a column of a table holds nothing but numbers, so that they are read one below the other. Years are names,
 * and a number alone has none to be compared with.
 *
 * @param cells what its cells say, without the header
 */
export function isNumbers(cells: readonly string[]): boolean {
  const said = cells.map((cell) => cell.trim()).filter((cell) => !NONE.test(cell));
  return said.length > 1 && said.every((cell) => NUMBER.test(cell)) && !said.every((cell) => YEAR.test(cell));
}
