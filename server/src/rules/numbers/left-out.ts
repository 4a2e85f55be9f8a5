/** A row that all totals of a table leave out, as when it was added later. */
import type { Grid, Total } from './grid';

/** A row that holds the totals of all rows above, and of nothing else. */
const PLAIN =
  /^(?:(?:grand|overall)\s+)?totals?(?:\s+(?:costs?|spend(?:ing)?|expenditure|budget|income|\([^()]{1,20}\)))?\s*:?$|^(?:total,?\s+)?all(?:\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|libraries|branches|sites|areas|wards))?\s*:?$|^(?:altogether|cyfanswm)\s*:?$/i;
/** Rows of some who may be counted in others, too. */
const SOME =
  /\b(?:new|first|repeat|return(?:ing)?|active|aged|under|over|with|who|from|of|only|joined|renew\w*|wom[ae]n|men|girls|boys|disabled|children|carers)\b/i;

export function isPlainTotal(label: string): boolean {
  return PLAIN.test(label.trim());
}

/**
 * Returns the number of the row that makes several totals of one row wrong, each by exactly its own value.
 *
 * @param beside the totals of that row
 */
export function rowLeftOut({ rows }: Grid, beside: readonly Total[]): number | undefined {
  const wrong = beside.filter(({ right }) => !right);
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

/** Whether a row is one of the things that are added up, and not of some that others count as well. */
export function isThing({ rows }: Grid, row: number): boolean {
  return !SOME.test(rows[row]![0]!.text);
}
