/** What is asked for in the text, and the table of what it is for. */
import type { Draft, FoundIn } from '../../draft';
import type { Grid } from './grid';
import type { Mention, Mentions } from './mentions';
import { clash, isSaid, type Placed } from './placed';
import { coarsest } from './rounding';
import { isTotal } from './totals';
import type { Clash } from './types';
import { like } from './written';

const ASKED =
  /\b(?:amount\s+requested|total\s+(?:requested|cost|ask)|requested|(?:capital\s+|total\s+|project\s+)?cost\s+(?:is|of|will\s+be)|will\s+cost|programme\s+(?:is|of)|(?:ask(?:ing)?|apply(?:ing)?)(?:\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+){0,6}\s+for|seek(?:s|ing)?|bid\s+for|budget\s+(?:is|of)|request\s+(?:is|of))(?:\s+(?:is|of|for|a\s+grant\s+of))?[:\s]\s*$/iu;

/** What a table is of that says what things cost which are still to be paid, by the block before it or its head. */
const COSTS =
  /\b(?:budget|money|costs?|costings?|breakdown|broken\s+down|made\s+up|programme|financ\w+|spend|funding|request\w*|grant|ask(?:ed|ing)?|seek(?:ing)?|bid|amount|what\s+(?:it|we)|how\s+we)\b|£/i;
const PAST =
  /\b(?:income|spent|accounts?|actuals?|outturn|raised|received|gave|given|sales|savings?|reserves?|so\s+far|(?:last|previous)\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+|other|visits?|visitors|loans?|issues|members?|borrowers|users|people|families|children|attend\w*|sessions|stock)\b/iu;
/** Rows of what is paid for, where no sign says that a table has money. */
const PAID_FOR =
  /\b(?:staff\w*|salar\w+|co-?ordinat\w+|evaluation|training|travel|rent|hire|insurance|repairs?|equipment|publicity|marketing|materials|fees|contingency|overheads|on-costs|musicians|artists|hosts?|tutors?|interpreters?|tea|refreshments)\b/i;
const WHAT = /^(?:what|items?|lines?|headings?|costs?|budget)?$/i;
const AMOUNT = /^(?:£|costs?|amounts?|(?:year|yr)\s+\w+|(?:total|both|all)(?:\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+)?)?$/iu;
/** Says that it is a part, or comes with something more. */
const A_PART =
  /\b(?:towards|part\s+of|share\s+of|contribut\w+|the\s+(?:rest|remainder|balance|other)|remain\w*|match(?:ed|ing)?|top\s+up|of\s+the\s+£|VAT|inflation|contingency|plus|rounded)\b/i;
/** “It cost £297,000 over the two years” is past. */
const TO_COME =
  /\b(?:ask\w*|seek\w*|request\w*|apply\w*|bid|grant|need\w*|would\s+like|will\s+cost|costs|budget)\b/i;

/** Further off, another sum is asked for. */
const FURTHEST = 0.07;
/** The words of whoever asks, right above the table, for more than all that it lists. */
const WE_ASK = /\b(?:ask(?:ing)?|apply(?:ing)?|seek(?:ing)?|request(?:ing)?)\b/i;

/** What is asked for, and the table of what it is for. */
export function againstBudgets(
  draft: Draft,
  all: readonly Placed[],
  found: readonly FoundIn<Mentions>[],
): readonly Clash[] {
  const tables = found.flatMap(({ found: { grids }, index }) => grids.map((grid) => ({ grid, index })));
  let budgets = tables.flatMap(({ grid, index }) => budgetOf(grid, index, isMoney));
  // A table of thousands without their sign.
  if (budgets.length === 0) budgets = tables.flatMap(({ grid, index }) => budgetOf(grid, index, isThousands));
  if (budgets.length !== 1) return [];
  const [{ grid, index, total, columns, last, single }] = budgets as [(typeof budgets)[number]];
  const stated = new Set(
    all.flatMap(({ mention: { value, table, unit }, index: at }) =>
      (table ? at !== index && unit !== 'percent' : unit === 'money') ? [value] : [],
    ),
  );
  const scale = /£\s?000|£k|000s/i.test(headsOf(grid.rows)) ? 1000 : 1;
  const lead = leadOf(draft, index).slice(-200);
  const isOfCosts = COSTS.test(lead);
  const clashes: Clash[] = [];
  for (const one of all) {
    const { mention } = one;
    if (!isSaid(mention, 'money') || A_PART.test(passageOf(draft, one))) continue;
    // A lead that asks for it may also say for whom.
    if (PAST.test(`${one.index === index - 1 ? '' : lead} ${headsOf(grid.rows)}`)) continue;
    if (/^\s(?:if\b|unless\b|otherwise\b|by\b(?!\s+(?:\d{1,2}\s+)?\p{Lu}))/u.test(mention.after)) continue;
    const years = /^[\s*]*(?:over|for|in)\s+(?:the\s+)?(two|three|four|five|\d)\s+years/i.exec(mention.after);
    const total3 = YEARS_BEFORE.exec(mention.lead);
    const count = years?.[1] ?? total3?.[1];
    let value: number | undefined;
    let terms = '';
    if (count && !single && TO_COME.test(mention.sentence) && columns.length === numberOf(count)) {
      const numbers = columns.map((column) => total[column]!.number!);
      value = numbers.reduce((sum, number) => sum + number.value, 0) * scale;
      terms = `${numbers.map(({ words }) => words).join(' + ')} = `;
      // Another row may be what is asked for.
      const rows = grid.rows.map((row) =>
        columns.reduce((sum, column) => sum + (row[column]!.number?.value ?? 0), 0),
      );
      if (rows.some((sum) => rounds(sum * scale, mention))) continue;
    } else if (single && isOfCosts && ASKED.test(mention.lead)) {
      value = total[last]!.number!.value * scale;
      const cells = grid.rows.map((row) => row.map(({ number }) => (number?.value ?? 0) * scale));
      if (cells.some((row) => row.some((cell) => rounds(cell, mention)))) continue;
      // Less one of its lines.
      if (cells.some((row) => rounds(value! - row[last]!, mention))) continue;
      if (elsewhere(all, one) && !/breakdown|broken\s+down|made\s+up/i.test(leadOf(draft, index))) continue;
    }
    if (value === undefined) continue;
    const isForMore =
      mention.value > value &&
      one.index === index - 1 &&
      WE_ASK.test(mention.lead) &&
      !/\b(?:years?|annual\w*|months?)\b/i.test(lead);
    if (!isForMore && Math.abs(value - mention.value) > value * FURTHEST) continue;
    const difference = Math.abs(value - mention.value);
    // What the table comes to may be said beside it: then the reader knows of both.
    if (rounds(value, mention) || stated.has(difference) || stated.has(value)) continue;
    clashes.push(
      clash(
        one,
        `“${mention.words}” here, and the table comes to ${terms}${like({ ...mention, words: '£1', step: 1 }, value)}. Give one number, or say what the difference is.`,
      ),
    );
  }
  return clashes;
}

type Rows = Grid['rows'];

/** A table with what it comes to, in the columns that a test takes for sums of money. */
function budgetOf(grid: Grid, index: number, test: (rows: Rows, column: number) => boolean) {
  const total = grid.rows.findLast((row) => isTotal(row[0]!.text));
  if (!total) return [];
  const columns = total.flatMap(({ number }, column) =>
    column > 0 && number && number.unit !== 'percent' && test(grid.rows, column) ? [column] : [],
  );
  const last = columns.at(-1);
  if (last === undefined) return [];
  const single = columns.length === 1 || isTotal(grid.rows[0]![last]!.text);
  return [{ grid, index, total, columns, last, single }];
}

const YEARS_BEFORE = /\bover\s+(two|three|four|five|\d)\s+years(?:\s+(?:is|of|comes\s+to))?[:\s]\s*$/i;

function numberOf(word: string): number {
  const at = ['two', 'three', 'four', 'five'].indexOf(word.toLowerCase());
  return at < 0 ? Number(word) : at + 2;
}

function rounds(value: number, { value: written, words }: Mention): boolean {
  if (Math.abs(value - written) < 0.5) return true;
  const unit = coarsest([{ value: written, step: 1, unit: 'money', words }]);
  return Math.abs(value - written) <= unit / 2;
}

function elsewhere(all: readonly Placed[], one: Placed): boolean {
  return all.some((other) => other.mention.table && other.mention.value === one.mention.value);
}

function isMoney(rows: Rows, column: number): boolean {
  return /£/.test(headsOf(rows)) || rows.some((row) => row[column]!.number?.unit === 'money');
}

function isThousands(rows: Rows, column: number): boolean {
  const [[first, ...heads]] = rows as [Rows[number]];
  if (!WHAT.test(first!.text.trim()) || !heads.every(({ text }) => AMOUNT.test(text.trim()))) return false;
  if (rows.filter(([label]) => PAID_FOR.test(label!.text)).length < 2) return false;
  return rows.every(
    (row, at) => at === 0 || row[column]!.number === undefined || row[column]!.number.value >= 1000,
  );
}

function headsOf(rows: Rows): string {
  return rows[0]!.map(({ text }) => text).join(' ');
}

/** The words of the block, or the item, that a number stands in, as far as a reader has them in view. */
function passageOf({ blocks }: Draft, { index, mention: { span } }: Placed): string {
  return blocks[index]!.block.text.slice(Math.max(0, span.start - 200), span.end + 300);
}

/** The words of the block before a table. */
export function leadOf({ blocks }: Draft, index: number): string {
  return blocks[index - 1]?.block.text ?? '';
}
