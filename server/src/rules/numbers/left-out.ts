/** Finds rows that the totals of a table leave out, by mistake or because these are totals of something else. */
import type { Grid, Total } from './grid';

/** The label of a total of all rows above. Its brackets have only a unit or a year. */
const PLAIN =
  /^(?:(?:grand|overall)\s+)?totals?(?:\s+(?:costs?|spend(?:ing)?|expenditure|budget|income))?(?:\s+\((?:£(?:\s?(?:000s?|m|k))?|(?:£\s?)?(?:thousands?|millions?)|000s?|fte|hours?|kg|20\d\d(?:[/–-]\d{2,4})?|(?:one|two|three|four|five|\d{1,2})\s+years?)\))?\s*:?$|^(?:total,?\s+)?all(?:\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|libraries|branches|sites|areas|wards))?\s*:?$|^(?:altogether|cyfanswm)\s*:?$/i;
/** Rows that other rows may include, or that are counted apart from the others. */
const SOME =
  /\b(?:new|first|repeat|return(?:ing)?|active|aged|under|over|with|who|from|of|only|joined|renew\w*|wom[ae]n|men|girls|boys|disabled|children|carers|online|digital|virtual|website|e-?(?:books?|loans?|audio\w*)|home\s+(?:library|delivery|service)|housebound|mobile|outreach)\b/i;
/** Rows that are subtracted from a cost without a sign. */
const TAKEN_OFF =
  /\b(?:income|fees|charges|grants?|less|minus|savings?|vat|discounts?|rebates?|refunds?|contributions?|receipts?|reserves?|donations?|sponsorship)\b/i;
/** A total of costs, which does not include income. */
const SPENT = /\b(?:costs?|spen(?:d|ding|t)|expenditure)\b/i;
/** Labels of totals that leave something out, that include something more, and that have a remark in brackets. */
const WITHOUT =
  /\b(?:exc|excl|excluding|excludes|without|before|net\s+of|ex|not\s+(?:counting|including))\b/i;
const WITH = /\b(?:inc|incl|including|includes|plus|with)\b/i;
const SCOPE = /\((?!all\b)[^()]{0,40}?[a-z]{3}/i;
/** Labels of rows that are a selection of what the total counts. */
const SELECTION =
  /\b(?:top\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})|busiest|largest|biggest|a\s+selection|selected|examples|some\s+of|of\s+(?:which|whom))\b/i;

/** Whether a label is that of a total of all rows above. */
export function isPlainTotal(label: string): boolean {
  return PLAIN.test(label.trim());
}

/** The position of the row without which all wrong totals of a row would be right; undefined for none or one wrong total. */
export function rowLeftOut({ rows }: Grid, totals: readonly Total[]): number | undefined {
  const wrong = totals.filter(({ right }) => !right);
  if (wrong.length < 2) return undefined;
  for (let row = wrong[0]!.row - 1; row > 0; row--) {
    const isLeftOut = ({ column, sum, cell, parts }: Total): boolean => {
      const left = rows[row]![column]!;
      const off = sum - (left.number?.value ?? 0) - cell.number!.value;
      return parts?.includes(left) === true && Math.abs(off) < cell.number!.step / 1000;
    };
    if (wrong.every(isLeftOut)) return row;
  }
  return undefined;
}

/** Whether a row is one of the things that are added up, and not included in other rows. */
export function isThing({ rows }: Grid, row: number): boolean {
  return !SOME.test(rows[row]![0]!.text);
}

/**
 * Whether a row of totals is a total of something else: its label says so, or all its totals are right if one row is left
 * out or subtracted.
 */
export function isOfSomethingElse(grid: Grid, totals: readonly Total[]): boolean {
  const wrong = totals.filter(({ right }) => !right);
  if (wrong.length === 0) return false;
  const labels = grid.rows.map((row) => row[0]!.text);
  const row = wrong[0]!.row;
  const label = labels[row]!;
  const isMore = wrong.every(({ cell, sum }) => cell.number!.value > sum);
  if (isMore && (WITH.test(label) || [label, ...labels.slice(0, row)].some((one) => SELECTION.test(one))))
    return true;
  const isApart = !isPlainTotal(label) && (WITHOUT.test(label) || SCOPE.test(label));
  const rows = wrong[0]!.parts!.map((part) => grid.rows.findIndex((cells) => cells.includes(part)));
  const takenOff = rows.filter((one) => TAKEN_OFF.test(labels[one]!));
  return (
    rows.some(
      (one) =>
        (isApart || SOME.test(labels[one]!) || (SPENT.test(label) && takenOff.includes(one))) &&
        explains(grid, [one], 1, totals),
    ) || [takenOff, ...takenOff.map((one) => [one])].some((some) => explains(grid, some, 2, totals))
  );
}

/** Whether all totals are right if the values of some rows are left out of the sums (`times` 1) or subtracted (2). */
function explains({ rows }: Grid, some: readonly number[], times: 1 | 2, totals: readonly Total[]): boolean {
  return totals.every(({ right, column, sum, cell, parts }) => {
    const values = some.map((row) => {
      const part = rows[row]![column]!;
      return parts?.includes(part) ? (part.number?.value ?? 0) : 0;
    });
    if (right) return values.every((value) => value === 0);
    const off = values.reduce((all, value) => all + times * value, 0);
    return Math.abs(sum - off - cell.number!.value) < cell.number!.step / 1000;
  });
}
