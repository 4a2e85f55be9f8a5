/** Finds quantities that have two values in one paper. */
import { type Draft, type FoundIn, moved, RunMap, runsOf, shifted } from '../../../draft';
import { tally } from '../../../util/lists';
import { type Clash, oncePerPlace } from '../clash';
import { isSlip } from '../tables/slips';
import { isTotal } from '../tables/totals';
import { againstBudgets, leadOf } from './budgets';
import { contentOf, type Mention, type Mentions, mentions, mentionsIn } from './mentions';
import { fixesOf, type Pair } from './pair-fixes';
import { clash, differ, type Placed, type PlacedClash, placedIn } from './placed-numbers';
import { againstExact } from './rounded';
import { againstStates } from './statuses';
import { againstTotals } from './told-totals';

/** The most numbers of a paper that is checked; a paper with more is data. */
const MOST = 1500;
/** How many numbers a run has. */
const sizes = new RunMap((blocks) =>
  blocks.reduce((sum, block) => sum + (mentionsIn(block)?.all.length ?? 0), 0),
);

type Found = readonly FoundIn<Mentions>[];

/** A result with all that it depends on. */
interface Compared {
  readonly found: Found;
  /** The text before each that has tables. */
  readonly leads: readonly string[];
  /** Spans count in the block, whose position in `found` is `at`. */
  readonly clashes: readonly { readonly clash: PairClash; readonly at: number }[];
}

/** A contradiction, with its two places where it is between two. */
interface PairClash extends PlacedClash {
  readonly pair?: () => Pair;
}

/** Results by the numbers of the first block that has any, as many edits change no numbers. */
const compared = new WeakMap<Mentions, Compared>();

/** The numbers of a draft that have another value elsewhere in it; spans are in the draft. */
export function repeatedIn(draft: Draft): readonly Clash[] {
  let count = 0;
  for (const { run } of runsOf(draft)) count += sizes.of(run, undefined);
  if (count === 0 || count > MOST) return [];
  const found = mentions.in(draft, undefined);
  const leads = found.map(({ found: { grids }, index }) => (grids.length > 0 ? leadOf(draft, index) : ''));
  let known = compared.get(found[0]!.found);
  if (!known || !isSame(known, found, leads)) {
    const clashes = compare(draft, found).map((clash) => {
      const at = found.findLastIndex(({ placed }) => placed.start <= clash.span.start);
      return { clash: moved(clash, -found[at]!.placed.start), at };
    });
    known = { found, leads, clashes };
    compared.set(found[0]!.found, known);
  }
  return known.clashes.map(({ clash: { pair, against, ...clash }, at }) => {
    const placed = {
      ...(against && { other: otherOf(against, draft) }),
      ...moved(clash, found[at]!.placed.start),
    };
    return pair ? { ...placed, fixes: () => fixesOf(pair(), draft) } : placed;
  });
}

const otherOf = ({ mention: { span, words }, index }: Placed, draft: Draft): NonNullable<Clash['other']> => ({
  span: shifted(span, draft.blocks[index]!.start),
  message: `“${words}” stands here.`,
});

/** Whether the same blocks have the same numbers, wherever the blocks begin. */
function isSame(known: Compared, found: Found, leads: readonly string[]): boolean {
  return (
    known.found.length === found.length &&
    known.found.every(
      (one, i) =>
        one.found === found[i]!.found && one.index === found[i]!.index && known.leads[i] === leads[i],
    )
  );
}

function compare(draft: Draft, found: Found): readonly PairClash[] {
  const all = placedIn(found);
  const tables = found.filter(({ found: { grids } }) => grids.length > 0);
  const clashes: readonly PairClash[] = [
    ...againstTotals(draft, all),
    ...slips(all),
    ...againstBudgets(draft, all, tables),
    ...againstExact(draft, all),
    ...againstStates(all, tables),
  ];
  return oncePerPlace(clashes);
}

/** Numbers for one thing that differ by a slip of the keys. */
function slips(all: readonly Placed[]): readonly PairClash[] {
  const byKey = new Map<string, Placed[]>();
  const clashes: PairClash[] = [];
  let values: ReadonlyMap<number, number> | undefined;
  for (const one of all) {
    const { key } = one.mention;
    const list = key === undefined ? undefined : byKey.get(key);
    if (list) {
      const other = list.find(
        (candidate) =>
          isSameThing(candidate.mention, one.mention) && !isApart(candidate, one) && !isApart(one, candidate),
      );
      list.push(one);
      if (!other) continue;
      values ??= tally(all.map(({ mention }) => mention.value));
      const [wrong, right] = likelier(other, one, values) ? [one, other] : [other, one];
      clashes.push(pairClash(wrong, right, all));
    } else if (key !== undefined) byKey.set(key, [one]);
  }
  return clashes;
}

/** Whether one table has both numbers, such as a row and a total: they are for two things. */
const isApart = ({ among }: Placed, { mention: { value } }: Placed): boolean =>
  among.grids.length > 0 && among.all.some((one) => one.table && one.value === value);

function pairClash(wrong: Placed, right: Placed, all: readonly Placed[]): PairClash {
  const message = `“${wrong.mention.words}” here, and “${right.mention.words}” elsewhere in the paper (${placeOf(right)}), as it seems for the same thing. Give the right one in both places.`;
  return { ...clash(wrong, message, right), pair: () => pairOf(wrong, right, all) };
}

function pairOf(here: Placed, first: Placed, all: readonly Placed[]): Pair {
  const more = all.filter(
    (one) =>
      one !== first &&
      one.mention.value === first.mention.value &&
      one.mention.key === first.mention.key &&
      isSameThing(one.mention, here.mention),
  );
  const there: Pair['there'] = [first, ...more];
  const isSummed = ({ mention: { table }, among: { grids } }: Placed): boolean =>
    table !== undefined && grids.some(({ rows }) => rows.some(([label]) => isTotal(label!.text)));
  return { here, there, isHereSummed: isSummed(here), isThereSummed: there.some(isSummed) };
}

/**
 * Whether the first of two numbers is likelier right: it occurs more often, or is the one in a table. If neither is so,
 * the second is, as a summary comes first and copies from the text below.
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
  if (one.value === other.value) return false;
  if (one.loose || other.loose || (one.table && other.table) || one.sentence === other.sentence) return false;
  if (!isSlip(one.value, other.value) || differ(one.times, other.times) || differ(one.names, other.names))
    return false;
  const shared = [...one.things].filter((word) => other.things.has(word)).length;
  const isRare = one.unit === 'money' || one.value >= 1000;
  const isSwapped = one.key !== undefined && one.key === other.key && isOfNoun(one, other);
  return shared > (isRare || isSwapped ? 0 : 1) || isNamed(one, other) || isNamed(other, one);
}

/** Whether both count what stands right behind the one in a sentence. */
function isOfNoun(one: Mention, other: Mention): boolean {
  if (one.table) return other.noun !== '' && one.things.has(other.noun);
  return one.noun !== '' && (other.table ? other.things.has(one.noun) : other.noun === one.noun);
}

/** Whether the words beside a number name a row of a table: "Lapsed members came back (2,418)". */
function isNamed({ lead, after, value, table }: Mention, row: Mention): boolean {
  if (table || !row.table || value < 1000) return false;
  const near = new Set(contentOf(`${lead.slice(-60)} ${after}`));
  return [...row.things].filter((word) => near.has(word)).length > 1;
}
