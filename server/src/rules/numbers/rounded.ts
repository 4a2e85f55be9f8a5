import type { Mention } from './mentions';
import { clash, differ, type Placed } from './placed-numbers';
import type { Clash } from './types';

const OVER = /\b((?:over|more\s+than|above|in\s+excess\s+of|upwards\s+of|at\s+least)\s+(?:the\s+)?)$/i;
/** The smallest number that is checked. */
const LEAST = 1000;
/** How far below the rounded number the exact one may be, as a share of it; one further below is of another thing. */
const NEAR = 0.1;

/** Numbers that are said to be exceeded and are not: "over half a million visits", and 486,310 elsewhere in the paper. */
export function againstExact(all: readonly Placed[]): readonly Clash[] {
  return all.flatMap((one) => {
    const { lead, value, table, unit, noun, words, sentence } = one.mention;
    const over = table || unit === 'percent' || value < LEAST || noun === '' ? null : OVER.exec(lead);
    if (!over) return [];
    const exact = all.filter(
      ({ mention: other }) =>
        !other.loose &&
        other.unit === unit &&
        other.sentence !== sentence &&
        other.value >= value * (1 - NEAR) &&
        !differ(yearsBeside(other), yearsBeside(one.mention)) &&
        (other.table ? other.things.has(noun) : other.noun === noun),
    );
    const other = exact.find(({ mention }) => mention.value < value);
    // Another exact number of up to twice as much may be meant.
    if (!other || exact.some(({ mention }) => mention.value >= value && mention.value < 2 * value)) return [];
    return [
      clash(
        one,
        `“${over[1]!.trim()} ${words}” here, and ${other.mention.words} elsewhere in the paper, which is less. Give one number, or say what each counts.`,
      ),
    ];
  });
}

/** The years beside a number. */
function yearsBeside({ lead, after }: Mention): ReadonlySet<string> {
  return new Set(`${lead.slice(-40)} ${after}`.match(/\b(?:19|20)\d\d/g));
}
