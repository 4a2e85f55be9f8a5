import type { Draft } from '../../../draft';
import type { Mention } from './mentions';
import { clash, differ, ofKind, type Placed, type PlacedClash } from './placed-numbers';

const OVER = /\b((?:over|more\s+than|above|in\s+excess\s+of|upwards\s+of|at\s+least)\s+(?:the\s+)?)$/i;
const UNDER = /\b((?:nearly|almost|(?:just\s+)?under|(?:fewer|less)\s+than)\s+(?:the\s+)?)$/i;
/** The smallest number that is checked. */
const LEAST = 1000;
/** How far below the rounded number the exact one may be, as a share of it; one further below is of another thing. */
const NEAR = 0.1;

const boundsIn = ofKind(
  ({ value, table, unit, lead }) =>
    !table && unit !== 'percent' && value >= LEAST && (OVER.test(lead) || UNDER.test(lead)),
);

/**
 * Numbers that are said to be exceeded, or not reached, and are not so: “over half a million visits”, and 486,310 elsewhere
 * in the paper; “nearly 64,000 visits”, and 64,700.
 */
export function againstExact(draft: Draft, all: readonly Placed[]): readonly PlacedClash[] {
  return boundsIn(draft).flatMap((one) => {
    const { value, unit, noun, words, sentence, lead } = one.mention;
    const over = OVER.exec(lead);
    const said = over ?? UNDER.exec(lead);
    if (!said || noun === '') return [];
    const isWrong = (exact: number): boolean => (over ? exact < value : exact > value);
    const [from, to] = over ? [value * (1 - NEAR), 2 * value] : [value / 2, value * (1 + NEAR)];
    const exact = all.filter(
      ({ mention: other }) =>
        other.value >= from &&
        other.value <= to &&
        other.unit === unit &&
        !other.loose &&
        (other.table ? other.things.has(noun) : other.noun === noun) &&
        other.sentence !== sentence &&
        !differ(yearsBeside(other), yearsBeside(one.mention)) &&
        !differ(other.names, one.mention.names),
    );
    const other = exact.find(({ mention }) => isWrong(mention.value));
    // Another exact number that is not far may be meant.
    const isMeant = (of: number): boolean => !isWrong(of) && of < 2 * value && of > value / 2;
    if (!other || exact.some(({ mention }) => isMeant(mention.value))) return [];
    return [
      clash(
        one,
        `“${said[1]!.trim()} ${words}” here, and ${other.mention.words} elsewhere in the paper, which is ${over ? 'less' : 'more'}. Give one number, or say what each counts.`,
        other,
      ),
    ];
  });
}

/** The years beside a number. */
function yearsBeside({ lead, after }: Mention): ReadonlySet<string> {
  return new Set(`${lead.slice(-40)} ${after}`.match(/\b(?:19|20)\d\d/g));
}
