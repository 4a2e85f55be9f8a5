import { blockBeside, type Draft, type FoundIn } from '../../../draft';
import { memoized } from '../../../util/memoize';
import { coarsest, like } from '../amounts/number-format';
import type { Cell, Grid } from '../tables/grid';
import { isTotal } from '../tables/totals';
import type { Mentions } from './mentions';
import { clash, isSaid, type Placed, type PlacedClash } from './placed-numbers';

const ASKED =
  /\b(?:amount\s+requested|total\s+(?:requested|cost|ask)|requested|(?:capital\s+|total\s+|project\s+)?cost\s+(?:is|of|will\s+be)|(?:will\s+cost|costs|needs?)|programme\s+(?:is|of)|(?:ask(?:ing)?|apply(?:ing)?)(?:,?\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]+){0,9},?\s+for|seek(?:s|ing)?|bid\s+for|approv(?:es?|al\s+(?:of|for))|agrees?|budget\s+(?:is|of|comes\s+to|totals)|request\s+(?:is|of))(?:\s+(?:is|of|for|a\s+grant\s+of))?(?:\s+over\s+\S+\s+years)?[:\s]\s*$/iu;
/** Words of a passage whose sum is a part of the cost, or does not include all. */
const A_PART =
  /\b(?:towards|part\s+of|share\s+of|contribut\w+|the\s+(?:rest|remainder|balance|other)|remain\w*|match(?:ed|ing)?|top\s+up|of\s+the\s+£|VAT|inflation|contingency|plus|rounded|a\s+year\s+now|currently|at\s+present)\b/i;
/** Words before a table, or in its head, that show that it is about the past or does not count costs. */
const PAST =
  /\b(?:income|spent|accounts?|actuals?|outturn|raised|received|gave|given|sales|savings?|reserves?|so\s+far|(?:last|previous)\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+|other|visits?|visitors|loans?|issues|members?|borrowers|users|people|families|children|attend\w*|sessions|stock)\b/iu;
/** Rows of a table that has money without a currency sign. */
const PAID_FOR =
  /\b(?:staff\w*|salar\w+|co-?ordinat\w+|evaluation|training|travel|rent|hire|insurance|repairs?|equipment|publicity|marketing|materials|fees|contingency|overheads|on-costs|musicians|artists|hosts?|tutors?|interpreters?|tea|refreshments)\b/i;
/** Heads of its columns. */
const AMOUNT = /^(?:costs?|amounts?|(?:year|yr)\s+\w+|(?:total|both|all)(?:\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+)?)?$/iu;
/** A row for what is asked for itself: “Requested”, “Asked of the Fund”, “This application”. */
const ASKED_ROW =
  /^(?:(?:amount|grant|sum|total)\s+)?(?:requested|request|asked|ask|applied\s+for|sought|this\s+(?:application|bid|funding|grant|request))\b/i;
/** Words before a sum that is asked for, and is not what all of it costs. */
const ASKS = /\b(?:request|ask|appl[yi]|seek|bid)/i;
/** The largest difference that is taken for a mistake, as a share of the total; of the row for what is asked. */
const FURTHEST = 0.07;
const FURTHEST_ASKED = 0.3;

/** Sums that are asked for and are not the total of the draft's only budget. */
export function againstBudgets(
  draft: Draft,
  all: readonly Placed[],
  tables: readonly FoundIn<Mentions>[],
): readonly PlacedClash[] {
  const budgetsBy = (read: typeof inMoney) =>
    tables.flatMap(({ found: { grids }, index }) =>
      grids.flatMap(read).map((budget) => ({ ...budget, index })),
    );
  let budgets = budgetsBy(inMoney);
  if (budgets.length === 0) budgets = budgetsBy(inThousands);
  const [budget, ...more] = budgets;
  if (!budget || more.length > 0 || PAST.test(`${leadOf(draft, budget.index).slice(-200)} ${budget.heads}`))
    return [];
  const { years, total, cells, lines, isAskedRow } = budget;
  const furthest = total * (isAskedRow ? FURTHEST_ASKED : FURTHEST);
  // The text may state the difference, or the total of the table.
  const stated = new Set(
    all.flatMap(({ mention: { value, unit, table }, index }) =>
      unit === 'money' && !(table && index === budget.index) ? [value] : [],
    ),
  );
  return all.flatMap((one) => {
    const { mention, index } = one;
    const off = Math.abs(total - mention.value);
    if (!isSaid(mention, 'money') || off > furthest || !ASKED.test(mention.lead)) return [];
    if (isAskedRow && !ASKS.test(mention.lead)) return [];
    if (years && !/\byears\b/i.test(mention.lead + mention.after)) return [];
    const slack = Math.max(0.5, coarsest([mention]) / 2);
    if (off <= slack || stated.has(off) || stated.has(total)) return [];
    // The sum may be another number of the table, or all but one of its rows. Where the other rows add up to it, the total
    // is told of by itself.
    const isAsked = (value: number): boolean => Math.abs(value - mention.value) <= slack;
    if (
      cells.some(isAsked) ||
      lines.some((line) => isAsked(total - line)) ||
      isAsked(lines.reduce((sum, line) => sum + line, -total)) ||
      (!isAskedRow && A_PART.test(passageOf(draft, index, mention.span.start)))
    )
      return [];
    return [
      clash(
        one,
        `“${mention.words}” here, and the table ${isAskedRow ? 'asks for' : 'comes to'} ${like({ ...mention, words: '£1', step: 1 }, total)}. Give one number, or say what the difference is.`,
        all.find(
          ({ mention: { value, table }, index }) => table && index === budget.index && value === total,
        ),
      ),
    ];
  });
}

type Rows = Grid['rows'];

const inMoney = memoized((grid: Grid) => budgetOf(grid, isMoney));
const inThousands = memoized((grid: Grid) => budgetOf(grid, isThousands));

/** The budget in a table, by the last of its columns that pass `test`; as a list of none or one. */
function budgetOf({ rows }: Grid, test: (rows: Rows, column: number) => boolean) {
  const asked = rows.filter(([label]) => ASKED_ROW.test(label!.text.trim()));
  const isAskedRow = asked.length === 1;
  const last = isAskedRow ? asked[0] : rows.findLast((row) => isTotal(row[0]!.text));
  const columns = (last ?? []).flatMap(({ number }, column) =>
    column > 0 && number && number.unit !== 'percent' && test(rows, column) ? [column] : [],
  );
  const column = columns.at(-1);
  if (!last || column === undefined) return [];
  // Columns without one for their total are years.
  const years = columns.length > 1 && !isTotal(rows[0]![column]!.text);
  const heads = headsOf(rows);
  const scale = /£\s?000|£k|000s/i.test(heads) ? 1000 : 1;
  const valuesOf = (of: readonly Cell[]) =>
    of.flatMap(({ number }) => (number ? [number.value * scale] : []));
  const lines = valuesOf(rows.map((row) => row[column]!));
  const totals = valuesOf((years ? columns : [column]).map((one) => last[one]!));
  const total = totals.reduce((sum, value) => sum + value, 0);
  return [{ heads, years, total, lines, isAskedRow, cells: rows.flatMap(valuesOf) }];
}

function isMoney(rows: Rows, column: number): boolean {
  return /£/.test(headsOf(rows)) || rows.some((row) => row[column]!.number?.unit === 'money');
}

/** Whether a column has sums of at least a thousand without a currency sign. */
function isThousands(rows: Rows, column: number): boolean {
  return (
    rows[0]!.slice(1).every(({ text }) => AMOUNT.test(text.trim())) &&
    rows.filter(([label]) => PAID_FOR.test(label!.text)).length > 1 &&
    rows.every((row) => (row[column]!.number?.value ?? 1000) >= 1000)
  );
}

function headsOf(rows: Rows): string {
  return rows[0]!.map(({ text }) => text).join(' ');
}

/** The text of a block around an offset: 200 characters before and 300 behind. */
function passageOf({ blocks }: Draft, index: number, at: number): string {
  return blocks[index]!.block.text.slice(Math.max(0, at - 200), at + 300);
}

/** The text of the block before that at `index`, which introduces a table. */
export function leadOf(draft: Draft, index: number): string {
  return blockBeside(draft, index, -1)?.text ?? '';
}
