/** A rounded number, and the exact one elsewhere that it does not round: "over half a million visits", and 486,310. */
import type { Mention } from './mentions';
import { clash, differ, type Placed } from './placed';
import type { Clash } from './types';

const OVER = /\b((?:over|more\s+than|above|in\s+excess\s+of|upwards\s+of|at\s+least)\s+(?:the\s+)?)$/i;
/** What is less may be counted in tens. */
const LEAST = 1000;
/** Further away it is another thing. */
const NEAR = 0.1;

/** Numbers that are said to be over what the paper gives exactly; spans are in the draft. */
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
    // One that is over it, and not twice as much, may be what is meant.
    if (!other || exact.some(({ mention }) => mention.value >= value && mention.value < 2 * value)) return [];
    return [
      clash(
        one,
        `“${over[1]!.trim()} ${words}” here, and ${other.mention.words} elsewhere in the paper, which is less. Give one number, or say what each counts.`,
      ),
    ];
  });
}

/** The years right beside a number. */
function yearsBeside({ lead, after }: Mention): ReadonlySet<string> {
  return new Set(`${lead.slice(-40)} ${after}`.match(/\b(?:19|20)\d\d/g));
}
