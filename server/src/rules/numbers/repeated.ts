/** The same quantity with two values in one paper. */
import type { Draft, FoundIn } from '../../draft';
import { getOrInsert } from '../../memoize';
import { againstBudgets, leadOf } from './budgets';
import { contentOf, type Mention, type Mentions, mentions } from './mentions';
import { fixesOf, type Pair } from './pairs';
import { clash, differ, type Placed } from './placed';
import { againstExact } from './rounded';
import { againstStates } from './statuses';
import { againstTotals } from './told-totals';
import { isSlip, isTotal } from './totals';
import type { Clash } from './types';

/** With more numbers, a paper is data. */
const MOST = 1500;

type Found = readonly FoundIn<Mentions>[];

/** The numbers of a draft, what else they are compared by, and what came of it: in which of the blocks, and where in it. */
interface Compared {
  readonly found: Found;
  readonly beside: string;
  readonly clashes: readonly { readonly clash: PairClash; readonly at: number }[];
}

/** A clash, and where it is between two places: these. */
interface PairClash extends Clash {
  readonly pair?: Pair;
}

/** By the first numbers of a draft: few keys change a block that has any. */
const compared = new WeakMap<Mentions, Compared>();

/** Numbers of a draft that are others elsewhere; spans are in the draft. */
export function repeatedIn(draft: Draft): readonly Clash[] {
  const found = mentions.in(draft, undefined);
  const [first] = found;
  if (!first) return [];
  const beside = found
    .map(({ found: { grids }, index }) => (grids.length > 0 ? leadOf(draft, index) : ''))
    .join('');
  let known = compared.get(first.found);
  if (known?.beside !== beside || !isSame(known.found, found)) {
    const clashes = compare(draft, found).map((clash) => {
      const at = found.findLastIndex(({ placed }) => placed.start <= clash.span.start);
      return { clash: moved(clash, -found[at]!.placed.start), at };
    });
    known = { found, beside, clashes };
    compared.set(first.found, known);
  }
  return known.clashes.map(({ clash: { pair, ...clash }, at }) => {
    const placed = moved(clash, found[at]!.placed.start);
    return pair ? { ...placed, fixes: () => fixesOf(pair, draft) } : placed;
  });
}

/** Whether the same numbers stand in the same blocks, wherever these begin. */
function isSame(a: Found, b: Found): boolean {
  return (
    a.length === b.length && a.every(({ found, index }, i) => found === b[i]!.found && index === b[i]!.index)
  );
}

function moved<C extends Clash>(clash: C, by: number): C {
  return { ...clash, span: { start: clash.span.start + by, end: clash.span.end + by } };
}

function compare(draft: Draft, found: Found): readonly PairClash[] {
  const count = found.reduce((sum, { found: { all: own } }) => sum + own.length, 0);
  if (count === 0 || count > MOST) return [];
  const all: Placed[] = found.flatMap(({ found: { all: own }, placed, index }) =>
    own.map((mention) => ({ mention, start: placed.start, index })),
  );
  const clashes: readonly PairClash[] = [
    ...againstTotals(draft, all),
    ...slips(all, found),
    ...againstBudgets(draft, all, found),
    ...againstExact(all),
    ...againstStates(all, found),
  ];
  const seen = new Set<number>();
  return clashes.filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
}

/** Numbers for one thing of which two digits are swapped. */
function slips(all: readonly Placed[], found: Found): readonly PairClash[] {
  const byKey = new Map<string, Placed[]>();
  const clashes: PairClash[] = [];
  const values = new Map<number, number>();
  const tables = new Map<number, Set<number>>();
  for (const { mention, index } of all) {
    values.set(mention.value, (values.get(mention.value) ?? 0) + 1);
    if (mention.table) getOrInsert(tables, index, () => new Set()).add(mention.value);
  }
  // A table that has both, as a row and its total, has them for two things.
  const isApart = (one: Placed, other: Placed): boolean =>
    tables.get(one.index)?.has(other.mention.value) === true;
  for (const one of all) {
    const { key } = one.mention;
    if (key === undefined) continue;
    const list = byKey.get(key) ?? [];
    const other = list.find(
      (candidate) =>
        isSameThing(candidate.mention, one.mention) && !isApart(candidate, one) && !isApart(one, candidate),
    );
    list.push(one);
    byKey.set(key, list);
    if (!other) continue;
    const [wrong, right] = likelier(other, one, values) ? [one, other] : [other, one];
    const message = `“${wrong.mention.words}” here, and “${right.mention.words}” elsewhere in the paper (${placeOf(right)}), as it seems for the same thing. Give the right one in both places.`;
    clashes.push({ ...clash(wrong, message), pair: pairOf(wrong, right, all, found) });
  }
  return clashes;
}

function pairOf(here: Placed, first: Placed, all: readonly Placed[], found: Found): Pair {
  const more = all.filter(
    (one) =>
      one !== first &&
      one.mention.value === first.mention.value &&
      one.mention.key === first.mention.key &&
      isSameThing(one.mention, here.mention),
  );
  const there: Pair['there'] = [first, ...more];
  const isSummed = there.some(
    ({ mention: { table }, index }) =>
      table !== undefined &&
      found.some(
        (one) =>
          one.index === index &&
          one.found.grids.some(({ rows }) => rows.some(([label]) => isTotal(label!.text))),
      ),
  );
  return { here, there, isSummed };
}

/**
 * Whether the first of two numbers is likelier right: it stands more often, or in a table; else the summary, which
 * comes first, took it over from what comes behind.
 */
function likelier(first: Placed, second: Placed, values: ReadonlyMap<number, number>): boolean {
  const often = ({ mention: { value } }: Placed): number => values.get(value) ?? 0;
  if (often(first) !== often(second)) return often(first) > often(second);
  return first.mention.table !== undefined && second.mention.table === undefined;
}

function placeOf({ mention: { sentence, table, words } }: Placed): string {
  if (table) return `in a table, “${sentence.trim()}”`;
  const at = sentence.indexOf(words);
  const from = sentence.lastIndexOf(' ', Math.max(0, at - 20)) + 1;
  const text = sentence.slice(from, at + words.length + 35).replace(/(?<!\s)\s+\S*$/, '');
  return `“${from > 0 ? '… ' : ''}${text.replace(/\s+/g, ' ')} …”`;
}

function isSameThing(one: Mention, other: Mention): boolean {
  if (one.loose || other.loose || (one.table && other.table) || one.sentence === other.sentence) return false;
  if (!isSlip(one.value, other.value) || differ(one.times, other.times) || differ(one.names, other.names))
    return false;
  const shared = [...one.things].filter((word) => other.things.has(word)).length;
  const isRare = one.unit === 'money' || one.value >= 1000;
  return shared > (isRare ? 0 : 1) || isNamed(one, other) || isNamed(other, one);
}

/** "Lapsed members came back (2,418)" and the row "Lapsed members": what is right beside a number names the row. */
function isNamed({ lead, after, value, table }: Mention, row: Mention): boolean {
  if (table || !row.table || value < 1000) return false;
  const near = new Set(contentOf(`${lead.slice(-60)} ${after}`));
  return [...row.things].filter((word) => near.has(word)).length > 1;
}
