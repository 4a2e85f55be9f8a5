/** Finds totals of tables that a sentence gives differently: "61 volunteers" for a column that adds up to 58. */
import type { Draft } from '../../../draft';
import { tally } from '../../../util/lists';
import { isSlip } from '../tables/slips';
import { PEOPLE } from '../tables/totals';
import { leadOf } from './budgets';
import { contentOf, type Mention, timesIn } from './mentions';
import { clash, differ, isSaid, type Placed, type PlacedClash } from './placed-numbers';

/** Text before a number of something else, or of a part. */
const OTHER =
  /\b(?:of\s+(?:the\s+|our\s+|its\s+|these\s+|those\s+)?|(?:another|further|other|new|more|first|last|next|expect|target|planned|places\s+for|each|average\s+of|wrote\s+to|invited|asked|offered)\s*)$/i;
/** A time in the head of a column. */
const TIME =
  /\b(?:19|20)\d\d|\b\d\d\/\d\d\b|\b(?:q[1-4]|yr|year|before|after|now|start|end|baseline|actual|forecast|target|last|this|pilot)\b/i;
/** Text before a table that may count only some: "Schools visited", "those who answered". */
const SOME =
  /\b(?:some|those|who|whom|which|that|largest|main|only|selected|sample|surveys?|surveyed)\b|(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ])[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2,20}s\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2,20}ed\b/iu;
const NOW = /\b(?:now|today|current(?:ly)?|at\s+present|at\s+the\s+moment)\b/i;
/** The most totals of a draft that is checked; a draft with more is data. */
const MOST = 40;
/** The smallest number that is taken for a slip of the keys; smaller ones look like one by chance. */
const LEAST = 100;
/** How near two numbers must be to be beside each other, in characters. */
const BESIDE = 200;
/** How far a number with the same noun may be from the total that is meant, as a share of it. */
const NEAR = 0.06;

/** A total of a table, with what a number in a sentence is compared by. */
interface Total {
  readonly placed: Placed;
  readonly head: string;
  /** The words of its column's head. */
  readonly nouns: readonly string[];
  /** The times of its row and column or, if these have none, of the text before the table. */
  readonly times: ReadonlySet<string>;
  /** The text before the table. */
  readonly lead: string;
  /** Whether another cell has the same number. */
  readonly twice: boolean;
  /** Totals of the same table for other times. */
  readonly others: readonly number[];
}

/** Numbers in sentences that differ from the total of a table that they give; spans are in the draft. */
export function againstTotals(draft: Draft, all: readonly Placed[]): readonly PlacedClash[] {
  const totals = totalsIn(draft, all);
  if (totals.length === 0) return [];
  // Made when a number first is as near to a total as one that is meant.
  let values: ReadonlySet<number> | undefined;
  let known: ReadonlySet<string> | undefined;
  return all.flatMap((one, at) => {
    const { mention } = one;
    if (!isSaid(mention, 'count') || mention.value < 10) return [];
    // A cell of the column has the number, or the text states the difference or the right total as well.
    const isExplained = ({ head, placed: { mention: total } }: Total): boolean => {
      values ??= new Set(all.flatMap(({ mention: { value, table } }) => (table ? [] : [value])));
      known ??= new Set(all.map(({ mention: { value, head, noun } }) => keyOf(value, head ?? noun)));
      const off = Math.abs(mention.value - total.value);
      return (
        known.has(keyOf(mention.value, head)) ||
        (off >= 10 && values.has(off)) ||
        known.has(keyOf(total.value, mention.noun))
      );
    };
    const found = totals.find(
      (total) => isMeant(all, at, total) && !OTHER.test(mention.lead) && !isExplained(total),
    );
    if (!found) return [];
    return [
      clash(
        one,
        `“${mention.words}” here, and the table’s total of “${found.head}” is ${found.placed.mention.words}. Give one number, or say why they differ.`,
        found.placed,
      ),
    ];
  });
}

function totalsIn(draft: Draft, all: readonly Placed[]): readonly Total[] {
  const totals = all.filter(
    ({ mention: { table, unit, head } }) => table === 'total' && unit === 'count' && !/%/.test(head!),
  );
  if (totals.length === 0 || totals.length > MOST) return [];
  const times = tally(
    all.flatMap(({ mention: { table, unit, value } }) => (table && unit === 'count' ? [value] : [])),
  );
  return totals.map((placed): Total => {
    const { index, mention } = placed;
    const head = mention.head!;
    const own = timesOf(head, mention.times);
    const lead = leadOf(draft, index);
    const others = totals.filter(
      (other) => other.index === index && other.mention.value >= LEAST && TIME.test(other.mention.head!),
    );
    return {
      placed,
      head,
      // “People taking part” are people.
      nouns: contentOf(head).filter((word) => word !== 'taking'),
      times: own.size > 0 ? own : timesIn(lead.split(/(?<=[.?!])\s/).at(-1)!),
      lead,
      twice: times.get(mention.value)! > 1,
      others: others.flatMap(({ mention: { value } }) => (value === mention.value ? [] : [value])),
    };
  });
}

/** Whether the number at a position of `all` is meant to be a total of a table, and is not. */
function isMeant(all: readonly Placed[], at: number, total: Total): boolean {
  const { head, nouns, twice, placed } = total;
  const { mention } = all[at]!;
  const { value } = placed.mention;
  const off = Math.abs(mention.value - value);
  const slip = isSlip(mention.value, value);
  const isNear = off <= Math.max(1, value * NEAR);
  if (off === 0 || !(isNear || slip)) return false;
  // "487 this year and 302 last year", where the total of last year is 302.
  if (slip && value >= LEAST && TIME.test(head) && total.others.some((other) => isBeside(all, at, other)))
    return true;
  const noun = nounOf(mention);
  // "447 residents" and a total of 457 customers, which another table has too.
  const people = twice && nouns.length === 1 && PEOPLE.test(head) && PEOPLE.test(mention.after.slice(0, 20));
  if (people && slip && value >= LEAST) return true;
  const words = new Set([noun, ...contentOf(`${mention.lead.slice(-60)} ${mention.after}`)]);
  if (!isNear || noun !== nouns[0] || !nouns.every((word) => words.has(word))) return false;
  if (SOME.test(total.lead.replace(mention.sentence, ''))) return false;
  const times = timesOf(mention.sentence, mention.times);
  return slip ? !differ(times, total.times) : isOneTime(times, total.times);
}

/** Whether another number with a value stands beside a number in the text of its block. */
function isBeside(all: readonly Placed[], at: number, value: number): boolean {
  const { index, mention } = all[at]!;
  return [-1, 1].some((step) => {
    for (let next = at + step; all[next]?.index === index; next += step) {
      const { mention: other } = all[next]!;
      if (Math.abs(other.span.start - mention.span.start) >= BESIDE) return false;
      if (!other.table && other.value === value) return true;
    }
    return false;
  });
}

function keyOf(value: number, of: string): string {
  return `${value} ${of}`;
}

/** Times, with “now” if a text has a word for it. */
function timesOf(text: string, times: ReadonlySet<string>): ReadonlySet<string> {
  return NOW.test(text) ? new Set([...times, 'now']) : times;
}

/** Whether a sentence is about a table's time: they share one, or it has none and the table at most “now”. */
function isOneTime(ofSentence: ReadonlySet<string>, ofTable: ReadonlySet<string>): boolean {
  return ofSentence.size > 0
    ? [...ofSentence].some((time) => ofTable.has(time))
    : [...ofTable].every((time) => time === 'now');
}

/** The noun of a number; “fte” for "full-time equivalents", as tables abbreviate them. */
function nounOf({ after, noun }: Mention): string {
  return /^\s+full[-\s]time\s+(?:equivalent|posts?)/i.test(after) ? 'fte' : noun;
}
