/** Totals of tables that a sentence gives otherwise: "61 volunteers" where the column "Volunteers" comes to 58. */
import type { Draft } from '../../draft';
import { TIME } from './changes-before';
import { isOneTime, isPart, type Lead, leadBefore, timesOf, timesTold } from './leads';
import { contentOf, type Mention } from './mentions';
import { clash, differ, isSaid, type Placed } from './placed';
import { isSlip, PEOPLE } from './totals';
import type { Clash } from './types';

/** A number of something else, or a part. */
const OTHER =
  /\b(?:of\s+(?:the\s+|our\s+|its\s+|these\s+|those\s+)?|(?:another|further|other|new|more|first|last|next|target|planned|places\s+for|each|average\s+of|wrote\s+to|invited|asked|offered)\s*)$/i;
/** More than there are now may be hoped for. */
const TO_COME = /\b(?:expect\w*|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|next\s+year)\b/i;
const APART =
  /\b(?:more|fewer|extra|further|other|another|new|left|leave|joined|lost|added|late|later|since)\b/i;
/** More tables than this are data. */
const MOST = 40;
/** Smaller numbers are a slip from each other by chance. */
const LEAST = 100;
/** Numbers are beside each other that are so near, in characters. */
const BESIDE = 200;
/** So far from its total a number of the same noun may be meant to be it. */
const NEAR = 0.06;

/** A total of a table, and what a number of a sentence is held to. */
interface Total {
  readonly placed: Placed;
  readonly head: string;
  readonly nouns: readonly string[];
  /** The times of its row and column; where they have none, of what stands before the table. */
  readonly times: ReadonlySet<string>;
  readonly lead: Lead;
  /** Another cell has the same number. */
  readonly twice: boolean;
  /** Totals of the same table, of other times. */
  readonly others: readonly number[];
}

/** A number of a sentence with what is asked of it, for each total that it may be. */
interface Told {
  readonly mention: Mention;
  readonly times: ReadonlySet<string>;
  /** Its noun, and the words that stand by it. */
  readonly words: ReadonlySet<string>;
  /** The numbers of sentences that stand by it. */
  readonly beside: ReadonlySet<number>;
}

/** Numbers of sentences that are other totals in a table; spans are in the draft. */
export function againstTotals(draft: Draft, all: readonly Placed[]): readonly Clash[] {
  const totals = totalsIn(draft, all);
  if (totals.length === 0 || totals.length > MOST) return [];
  const known = knownIn(all);
  return all.flatMap((one, at) => {
    const { mention } = one;
    if (!isSaid(mention, 'count') || mention.value < 10) return [];
    const near = totals.filter(({ placed: { mention: total } }) => mayBe(mention.value, total.value));
    if (near.length === 0 || OTHER.test(mention.lead) || TO_COME.test(mention.sentence)) return [];
    const told: Told = {
      mention,
      times: timesTold(mention),
      words: new Set([nounOf(mention), ...contentOf(`${mention.lead.slice(-60)} ${mention.after}`)]),
      beside: valuesBeside(all, at),
    };
    const found = near.find((total) => isMeant(told, total) && !isExplained(mention, total, known));
    if (!found) return [];
    return [
      clash(
        one,
        `“${mention.words}” here, and the table’s total of “${found.head}” is ${found.placed.mention.words}. Give one number, or say why they differ.`,
      ),
    ];
  });
}

function totalsIn(draft: Draft, all: readonly Placed[]): readonly Total[] {
  const cells = all.filter(({ mention: { table, unit } }) => table && unit === 'count');
  const totals = cells.filter(({ mention: { table } }) => table === 'total');
  if (totals.length > MOST) return [];
  return totals.flatMap((placed): readonly Total[] => {
    const { index, mention } = placed;
    const head = mention.head!;
    if (/%/.test(head)) return [];
    const lead = leadBefore(draft, index);
    const own = timesOf(head, mention.times);
    const others = totals.filter(
      (other) => other.index === index && other.mention.value >= LEAST && TIME.test(other.mention.head!),
    );
    return [
      {
        placed,
        head,
        // Who takes part is who is counted.
        nouns: contentOf(head).filter((word) => word !== 'taking'),
        times: own.size > 0 ? own : lead.times,
        lead,
        twice: cells.filter((other) => other.mention.value === mention.value).length > 1,
        others: others.flatMap(({ mention: { value } }) => (value === mention.value ? [] : [value])),
      },
    ];
  });
}

function isMeant({ mention, times, words, beside }: Told, total: Total): boolean {
  const { head, nouns, twice, lead, placed } = total;
  const { value } = placed.mention;
  const slip = isSlip(mention.value, value);
  // "487 this year and 302 last year", where the total of last year is 302.
  if (slip && value >= LEAST && TIME.test(head) && total.others.some((other) => beside.has(other)))
    return true;
  const same = nounOf(mention) === nouns[0] && nouns.every((word) => words.has(word));
  // "447 residents" and a total of 457 customers, which another table has too.
  const people = twice && nouns.length === 1 && PEOPLE.test(head) && PEOPLE.test(mention.after.slice(0, 20));
  if (!same && !(people && slip && value >= LEAST)) return false;
  if (isPart(lead, mention) || differ(times, total.times)) return false;
  if (!same) return true;
  // Where only one of them tells its time, they may be of two.
  const isNear = Math.abs(mention.value - value) <= Math.max(1, value * NEAR);
  if (isNear && (slip || isOneTime(times, total.times))) return true;
  return slip && value >= (twice ? LEAST : 1000);
}

/** The numbers of sentences that stand beside one. */
function valuesBeside(all: readonly Placed[], at: number): ReadonlySet<number> {
  const { index, mention } = all[at]!;
  const values = new Set<number>();
  for (const step of [-1, 1])
    for (let next = at + step; ; next += step) {
      const other = all[next];
      if (other?.index !== index || Math.abs(other.mention.span.start - mention.span.start) >= BESIDE) break;
      if (!other.mention.table) values.add(other.mention.value);
    }
  return values;
}

/** What a paper says beside its totals, by what can be asked of it. */
interface Known {
  /** Numbers of sentences, by themselves, with their noun, and with their noun where they are more or less. */
  readonly values: ReadonlySet<number>;
  readonly ofNouns: ReadonlySet<string>;
  readonly apart: ReadonlySet<string>;
  /** Numbers of cells with the head of their column, and with each thing that they count. */
  readonly ofHeads: ReadonlySet<string>;
  readonly ofThings: ReadonlySet<string>;
}

/** Made once: a long table and as many numbers would have each looked for in all others. */
function knownIn(all: readonly Placed[]): Known {
  const said = all.filter(({ mention: { table } }) => !table).map(({ mention }) => mention);
  const cells = all.filter(({ mention: { table } }) => table).map(({ mention }) => mention);
  return {
    values: new Set(said.map(({ value }) => value)),
    ofNouns: new Set(said.map(({ value, noun }) => keyOf(value, noun))),
    apart: new Set(
      said.flatMap(({ value, noun, lead, after }) =>
        value < 10 && APART.test(lead + after) ? [keyOf(value, noun)] : [],
      ),
    ),
    ofHeads: new Set(cells.map(({ value, head }) => keyOf(value, head!))),
    ofThings: new Set(cells.flatMap(({ value, things }) => [...things].map((thing) => keyOf(value, thing)))),
  };
}

function keyOf(value: number, of: string): string {
  return `${value} ${of}`;
}

/** Whether a cell of the column has the number, or what makes the difference is told. */
function isExplained(mention: Mention, { placed, head, twice }: Total, known: Known): boolean {
  const { value } = placed.mention;
  const off = Math.abs(mention.value - value);
  const noun = nounOf(mention);
  const inCell = (number: number): boolean =>
    known.ofHeads.has(keyOf(number, head)) || known.ofThings.has(keyOf(number, noun));
  if (inCell(mention.value) || (!twice && inCell(off))) return true;
  // A small number is told of much else, unless it says that it is more or less.
  if (off >= 10 ? known.values.has(off) : known.apart.has(keyOf(off, mention.noun))) return true;
  return known.ofNouns.has(keyOf(value, mention.noun));
}

/** Whether a number can be meant to be a total; most are far from each. */
function mayBe(value: number, total: number): boolean {
  const off = Math.abs(value - total);
  return off > 0 && (off <= Math.max(1, total * NEAR) || (off < total * 9 && isSlip(value, total)));
}

/** "Full-time equivalents" are FTE in a table. */
function nounOf({ after, noun }: Mention): string {
  return /^\s+full[-\s]time\s+(?:equivalent|posts?)/i.test(after) ? 'fte' : noun;
}
