/** Totals of tables that a sentence gives otherwise: "61 volunteers" where the column "Volunteers" comes to 58. */
import { contentOf, type Mention } from './mentions';
import { clash, differ, isSaid, type Placed } from './placed';
import { TIME } from './rises';
import { isSlip, PEOPLE } from './totals';
import type { Clash } from './types';

/** A number of something else, or a part. */
const OTHER =
  /\b(?:of\s+(?:the\s+|our\s+|its\s+|these\s+|those\s+)?|(?:another|further|other|new|more|first|last|next|target|planned|places\s+for|each|average\s+of|wrote\s+to|invited|asked|offered)\s*)$/i;
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

/** Numbers of sentences that are other totals in a table; spans are in the draft. */
export function againstTotals(all: readonly Placed[]): readonly Clash[] {
  const cells = all.filter(({ mention: { table, unit } }) => table && unit === 'count');
  const totals = cells
    .filter(({ mention: { table } }) => table === 'total')
    .map((total) => ({
      total,
      nouns: contentOf(total.mention.head!),
      twice: cells.filter(({ mention }) => mention.value === total.mention.value).length > 1,
    }));
  if (totals.length === 0 || totals.length > MOST) return [];
  return all.flatMap((one) => {
    const { mention } = one;
    if (!isSaid(mention, 'count') || mention.value < 10) return [];
    const near = totals.filter(({ total }) => mayBe(mention.value, total.mention.value));
    if (near.length === 0 || OTHER.test(mention.lead)) return [];
    const found = near.find(({ total, nouns, twice }) => {
      const { head, value, times } = total.mention;
      if (/%/.test(head!)) return false;
      const same = nounOf(mention) === nouns[0];
      // "447 residents" and a total of 457 customers, which another table has too.
      const people =
        twice && nouns.length === 1 && PEOPLE.test(head!) && PEOPLE.test(mention.after.slice(0, 20));
      const ofYear = isBesideOther(one, total);
      if (!same && !people && !ofYear) return false;
      if (!isNear(mention.value, value, same, twice || ofYear)) return false;
      if (!ofYear && differ(mention.times, times)) return false;
      return !all.some((other) => other !== one && explains(other, one, total, twice));
    });
    if (!found) return [];
    const { head, words } = found.total.mention;
    return [
      clash(
        one,
        `“${mention.words}” here, and the table’s total of “${head}” is ${words}. Give one number, or say why they differ.`,
      ),
    ];
  });

  /** "487 this year and 302 last year", where the total of last year is 302. */
  function isBesideOther(one: Placed, total: Placed): boolean {
    const { head, value } = total.mention;
    if (!TIME.test(head!) || !isSlip(one.mention.value, value)) return false;
    return totals.some(
      ({ total: { index, mention: other } }) =>
        index === total.index &&
        other.value !== value &&
        other.value >= LEAST &&
        TIME.test(other.head!) &&
        all.some(
          ({ index: at, mention: { table, value: said, span } }) =>
            at === one.index &&
            !table &&
            said === other.value &&
            Math.abs(span.start - one.mention.span.start) < BESIDE,
        ),
    );
  }
}

/** Whether a number can be meant to be a total; most are far from each. */
function mayBe(value: number, total: number): boolean {
  const off = Math.abs(value - total);
  return off > 0 && (off <= Math.max(1, total * NEAR) || (off < total * 9 && isSlip(value, total)));
}

function isNear(value: number, total: number, same: boolean, twice: boolean): boolean {
  if (same && Math.abs(value - total) <= Math.max(1, total * NEAR)) return true;
  return total >= (twice ? LEAST : 1000) && isSlip(value, total);
}

/** A cell of the column has the number, or what makes the difference is told. */
function explains({ mention: other }: Placed, { mention }: Placed, total: Placed, twice: boolean): boolean {
  const off = Math.abs(mention.value - total.mention.value);
  const noun = nounOf(mention);
  if (other.table) {
    const counts = other.head === total.mention.head || other.things.has(noun);
    return counts && (other.value === mention.value || (!twice && other.value === off));
  }
  // A small number is told of much else, unless it says that it is more or less.
  return (
    (other.value === off && (off >= 10 || (other.noun === noun && APART.test(other.lead + other.after)))) ||
    (other.value === total.mention.value && other.noun === mention.noun)
  );
}

/** "Full-time equivalents" are FTE in a table. */
function nounOf({ after, noun }: Mention): string {
  return /^\s+full[-\s]time\s+(?:equivalent|posts?)/i.test(after) ? 'fte' : noun;
}
