/** The same quantity with two values in one paper. */
import type { Draft, FoundIn } from '../../draft';
import { contentOf, digitsOf, type Mention, type Mentions, mentions } from './mentions';
import { coarsest } from './rounding';
import { isSlip, isTotal } from './totals';
import type { Clash } from './types';
import { like } from './written';

/** A mention with its place in the draft. */
interface Placed {
  readonly mention: Mention;
  readonly start: number;
  readonly index: number;
}

/** With more numbers, a paper is data. */
const MOST = 1500;

/** Numbers of a draft that are others elsewhere; spans are in the draft. */
export function repeatedIn(draft: Draft): readonly Clash[] {
  let count = 0;
  mentions.each(draft, undefined, ({ all: own }) => {
    count += own.length;
  });
  if (count < 2 || count > MOST) return [];
  const found = mentions.in(draft, undefined);
  const all: Placed[] = found.flatMap(({ found: { all: own }, placed, index }) =>
    own.map((mention) => ({ mention, start: placed.start, index })),
  );
  const clashes = [
    ...slips(all),
    ...againstTotals(all),
    ...againstBudgets(draft, all, found),
    ...ofTheService(all),
  ];
  const seen = new Set<number>();
  return clashes.filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
}

function clash({ mention, start }: Placed, message: string): Clash {
  return { span: { start: start + mention.span.start, end: start + mention.span.end }, message };
}

/** Numbers for one thing that differ by one digit, or by two that are swapped. */
function slips(all: readonly Placed[]): readonly Clash[] {
  const byKey = new Map<string, Placed[]>();
  const clashes: Clash[] = [];
  const values = new Map<number, number>();
  for (const { mention } of all) values.set(mention.value, (values.get(mention.value) ?? 0) + 1);
  for (const one of all) {
    const { mention } = one;
    let other: Placed | undefined;
    for (const key of mention.keys) {
      const list = byKey.get(key) ?? [];
      other ??= list.find((candidate) => isSameThing(candidate, one));
      list.push(one);
      byKey.set(key, list);
    }
    if (!other) continue;
    // That which stands more often is likelier right.
    const [wrong, right] =
      (values.get(mention.value) ?? 0) > (values.get(other.mention.value) ?? 0) ? [other, one] : [one, other];
    const shared = [...right.mention.things].filter((word) => wrong.mention.things.has(word));
    clashes.push(
      clash(
        wrong,
        `“${wrong.mention.words}” is “${right.mention.words}” elsewhere in the paper (${placeOf(right)}), and both seem to be of “${shared.join(' ')}”. Give the right one in both places.`,
      ),
    );
  }
  return clashes;
}

function placeOf({ mention: { sentence, table, words } }: Placed): string {
  if (table) return `in a table, “${sentence.trim()}”`;
  const at = sentence.indexOf(words);
  const from = sentence.lastIndexOf(' ', Math.max(0, at - 20)) + 1;
  const text = sentence.slice(from, at + words.length + 35).replace(/\s+\S*$/, '');
  return `“${from > 0 ? '… ' : ''}${text.replace(/\s+/g, ' ')} …”`;
}

function isSameThing(a: Placed, b: Placed): boolean {
  const [one, other] = [a.mention, b.mention];
  if (one.value === other.value || !isSlip(one.value, other.value)) return false;
  if (one.loose || other.loose || (one.table && other.table) || one.sentence === other.sentence) return false;
  const shared = [...one.things].filter((word) => other.things.has(word)).length;
  const swapped = [...digitsOf(one)].sort().join() === [...digitsOf(other)].sort().join();
  if (shared < (swapped && one.things.size + other.things.size < 4 ? 1 : 2)) return false;
  if (differ(one.times, other.times)) return false;
  // "£110,000" and "£120,000" are two amounts more often than one.
  if (!swapped && significant(one.value) < 100 && significant(other.value) < 100) return false;
  return (
    swapped ||
    !(differ(one.names, other.names) || NOT_SAME.test(one.sentence) || NOT_SAME.test(other.sentence))
  );
}

const NOT_SAME =
  /\b(?:target|aim|forecast|compared|against|previous|before|last\s+year|from\s+[£\d]|rose|fell|was|were|new|further|other|another)\b/i;

function significant(value: number): number {
  return Number(String(value).replace('.', '').replace(/0+$/, ''));
}

/** Whether both speak of something and of nothing that the other does. */
function differ(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((word) => b.has(word));
}

/** "96 residents" where the column "Residents" has a total of 95. */
function againstTotals(all: readonly Placed[]): readonly Clash[] {
  const totals = all.filter(({ mention: { table, unit } }) => table === 'total' && unit === 'count');
  if (totals.length === 0 || totals.length > 40) return [];
  const clashes: Clash[] = [];
  for (const one of all) {
    const { mention } = one;
    if (mention.table || mention.unit !== 'count' || mention.loose || mention.value < 10) continue;
    for (const total of totals) {
      const { head, value } = total.mention;
      const nouns = contentOf(head!);
      if (nouns.length !== 1 || !startsWith(mention, nouns[0]!) || mention.value === value) continue;
      if (Math.abs(mention.value - value) > Math.max(1, value * 0.05) || /%/.test(head!)) continue;
      // It may be a row of the table, or what another table or a sentence explains.
      const explained = all.some(
        (other) =>
          other !== one &&
          ((other.mention.table && other.mention.value === mention.value) ||
            other.mention.value === Math.abs(value - mention.value)),
      );
      if (
        explained ||
        /\b(?:of\s+(?:the\s+)?|another|further|other|target|planned|places\s+for)\s*$/i.test(mention.lead)
      )
        continue;
      if (differ(mention.times, total.mention.times)) continue;
      clashes.push(
        clash(
          one,
          `“${mention.words}” here, and the table’s total of “${head}” is ${total.mention.words}. Give one number, or say why they differ.`,
        ),
      );
    }
  }
  return clashes;
}

/** Whether the first noun behind a number is the one. */
function startsWith({ after }: Mention, noun: string): boolean {
  const [first] = /^\s+[\p{L}’'-]+/u.exec(after) ?? [];
  return first !== undefined && contentOf(first)[0] === noun;
}

const ASKED =
  /\b(?:amount\s+requested|total\s+(?:requested|cost|ask)|requested|(?:capital\s+|total\s+|project\s+)?cost\s+(?:is|of|will\s+be)|will\s+cost|programme\s+(?:is|of)|asking(?:\s+\p{L}+){0,3}\s+for|bid\s+for|budget\s+(?:is|of)|request\s+(?:is|of))(?:\s+(?:is|of|for|a\s+grant\s+of))?[:\s]\s*$/iu;

/** What is asked for, and the table of what it is for. */
function againstBudgets(
  draft: Draft,
  all: readonly Placed[],
  found: readonly FoundIn<Mentions>[],
): readonly Clash[] {
  const budgets = found.flatMap(({ found: { grids }, index }) =>
    grids.flatMap((grid) => {
      const width = grid.width;
      const total = grid.rows.findLast((row) => isTotal(row[0]!.text));
      if (!total) return [];
      const columns = total.flatMap(({ number }, column) =>
        column > 0 && number && number.unit !== 'percent' && isMoney(grid.rows, column) ? [column] : [],
      );
      const last = columns.at(-1);
      if (last === undefined) return [];
      const single = columns.length === 1 || isTotal(grid.rows[0]![last]!.text);
      return [{ grid, index, total, columns, last, single, width }];
    }),
  );
  if (budgets.length !== 1) return [];
  const [{ grid, index, total, columns, last, single }] = budgets as [(typeof budgets)[number]];
  const stated = new Set(all.map(({ mention: { value } }) => value));
  const scale = /£\s?000|£k|000s/i.test(grid.rows[0]!.map(({ text }) => text).join(' ')) ? 1000 : 1;
  const clashes: Clash[] = [];
  for (const one of all) {
    const { mention } = one;
    if (mention.table || mention.unit !== 'money' || mention.loose) continue;
    const years = /^[\s*]*(?:over|for|in)\s+(?:the\s+)?(two|three|four|five|\d)\s+years/i.exec(mention.after);
    const total3 = YEARS_BEFORE.exec(mention.lead);
    const count = years?.[1] ?? total3?.[1];
    let value: number | undefined;
    let terms = '';
    if (count && !single && columns.length === numberOf(count)) {
      const numbers = columns.map((column) => total[column]!.number!);
      value = numbers.reduce((sum, number) => sum + number.value, 0) * scale;
      terms = `${numbers.map(({ words }) => words).join(' + ')} = `;
      // Another row may be what is asked for.
      const rows = grid.rows.map((row) =>
        columns.reduce((sum, column) => sum + (row[column]!.number?.value ?? 0), 0),
      );
      if (rows.some((sum) => rounds(sum * scale, mention))) continue;
    } else if (single && ASKED.test(mention.lead)) {
      value = total[last]!.number!.value * scale;
      const cells = grid.rows.flatMap((row) =>
        row.flatMap(({ number }) => (number ? [number.value * scale] : [])),
      );
      if (cells.some((cell) => rounds(cell, mention) || rounds(value! - cell, mention))) continue;
      if (elsewhere(all, one) && !/breakdown|broken\s+down|made\s+up/i.test(leadOf(draft, index))) continue;
    }
    if (value === undefined || Math.abs(value - mention.value) > value * 0.05) continue;
    const difference = Math.abs(value - mention.value);
    if (rounds(value, mention) || stated.has(difference)) continue;
    clashes.push(
      clash(
        one,
        `“${mention.words}” here, and the table comes to ${terms}${like({ ...mention, words: '£1', step: 1 }, value)}. Give one number, or say what the difference is.`,
      ),
    );
  }
  return clashes;
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

function isMoney(
  rows: readonly (readonly { readonly text: string; readonly number?: { readonly unit: string } }[])[],
  column: number,
): boolean {
  return (
    /£/.test(rows[0]!.map(({ text }) => text).join(' ')) ||
    rows.some((row) => row[column]!.number?.unit === 'money')
  );
}

function leadOf({ blocks }: Draft, index: number): string {
  return blocks[index - 1]?.block.text ?? '';
}

const PLACES = /^\s+(?:public\s+|branch\s+|local\s+|council\s+)?(?:libraries|branches)\b/i;
const ALL_OF =
  /\b(?:all|all\s+of\s+our|our|the\s+(?:council|county|borough|city|service|authority|library\s+service)[’']s|(?:runs?|operates?|manages?))\s+(?:our\s+)?$/i;

/** "Our nine libraries", "all ten libraries". */
function ofTheService(all: readonly Placed[]): readonly Clash[] {
  const own: Placed[] = [];
  const others = new Set<number>();
  for (const one of all) {
    const { mention } = one;
    if (mention.table || mention.unit !== 'count' || !PLACES.test(mention.after)) continue;
    if (ALL_OF.test(mention.lead) && !mention.loose) own.push(one);
    else others.add(mention.value);
  }
  const sure = own.filter(({ mention: { value } }) => !others.has(value));
  const [first] = sure;
  if (!first) return [];
  return sure
    .filter(
      ({ mention }) => mention.value !== first.mention.value && !differ(mention.times, first.mention.times),
    )
    .slice(0, 1)
    .map((one) =>
      clash(
        one,
        `“${one.mention.lead.slice(-12).trim().split(/\s+/).pop()} ${one.mention.words}” libraries here, and ${first.mention.words} before (${placeOf(first)}). Give one number, or say which libraries are meant.`,
      ),
    );
}
