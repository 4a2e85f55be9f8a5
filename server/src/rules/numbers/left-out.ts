import type { Grid, Total } from './grid';

/** What a total, or the head of its rows, says where it counts less than these, or more. */
const SCOPE =
  /\b(?:exc|excl|excluding|excludes|without|before|net\s+of|ex|inc|incl|including|includes|plus|top\s+(?:\d{1,2}|[a-z]+)|busiest|largest|biggest|selected|selection|examples)\b/i;

/**
 * Whether the totals of a row may be of something else than the rows above: one of these is taken off without a sign, as
 * income is, or the label says that they count less (“Total (exc. VAT)”) or more.
 */
export function isOfSomethingElse({ rows }: Grid, totals: readonly Total[]): boolean {
  const wrong = totals.filter(({ right }) => !right);
  if (wrong.length === 0) return false;
  const explains = (times: 1 | 2): boolean =>
    rows.some((row) =>
      totals.every(({ right, column, sum, cell, parts }) => {
        const part = row[column]!;
        const off = parts?.includes(part) ? times * (part.number?.value ?? 0) : 0;
        return right ? off === 0 : Math.abs(sum - off - cell.number!.value) < cell.number!.step / 1000;
      }),
    );
  const isMore = (): boolean => wrong.every(({ cell, sum }) => cell.number!.value > sum);
  const isApart = SCOPE.test(`${rows[0]![0]!.text} ${rows[wrong[0]!.row]![0]!.text}`);
  return explains(2) || (isApart && (isMore() || explains(1)));
}
