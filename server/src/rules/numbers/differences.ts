/** What is said to be between two amounts, and is a slip away from it: "It cost £151,000 and will cost £98,000, and save us £63,000". */
import type { Amount } from './amounts';
import type { Found } from './shares';
import { isSlip } from './totals';
import { like } from './written';

const BETWEEN =
  /\b(?:(?:gap|shortfall|difference|balance|deficit)\s(?:of|is|was|would\sbe|will\sbe)|(?:the|a|our)\s(?:remaining|extra|additional)|leav(?:es|ing)|sav(?:e|es|ed|ing)(?:\s(?:of|us|them|the\s\p{L}+))?|short\sby)\s(?:the\s)?$/iu;
const LEFT = /^\s(?:away|short|(?:still\s)?(?:to\s(?:find|raise)|to\sgo|left))\b/i;
const CUES =
  /\b(?:gap|shortfall|difference|balance|deficit|remaining|extra|additional|leav|sav|short|away|to\s(?:find|raise|go)|left)/i;
/** Counts of so few are of much else. */
const LEAST = 10;

/** Whether a sentence may say what is between two amounts; most do not. */
export function tellsDifference(text: string): boolean {
  return CUES.test(text);
}

/**
 * Differences of a sentence that are not those of any amounts of it or of those before it.
 *
 * @param before the amounts of the sentences before it in its passage
 */
export function wrongDifferences(
  text: string,
  amounts: readonly Amount[],
  before: readonly Amount[],
): readonly Found[] {
  return amounts.flatMap((told, at) => {
    const { unit, value, span } = told;
    const lead = text.slice(Math.max(0, span.start - 40), span.start);
    const said = BETWEEN.test(lead) || LEFT.test(text.slice(span.end));
    // What remains of a count may be of another thing.
    if (!said || unit === 'percent' || value < LEAST || (unit === 'count' && /\bremaining\s$/i.test(lead)))
      return [];
    const others = [...before, ...amounts.slice(0, at)].filter((one) => one.unit === unit);
    // What is not exact leaves nothing exact.
    if (others.length < 2 || others.length > 5 || others.some(({ loose }) => loose)) return [];
    if (unit === 'count' && others.length > 2) return [];
    const all = combinationsOf(others);
    if (all.some(({ rest }) => Math.abs(Math.abs(rest) - value) <= Math.max(told.step, 1) / 2)) return [];
    // Of the greatest amount, less the nearest.
    const meant = all
      .filter(({ terms, rest }) => terms.length > 1 && rest > 0 && isSlip(rest, value))
      .toSorted((a, b) => a.terms[0]!.value - b.terms[0]!.value)
      .at(-1);
    if (!meant) return [];
    return [
      {
        at: told,
        message: `“${told.words}” does not follow from the amounts before it: ${meant.terms.map(({ words }) => words).join(' less ')} is ${like(told, meant.rest)}. Put right whichever is wrong.`,
      },
    ];
  });
}

interface Combination {
  readonly terms: readonly Amount[];
  readonly rest: number;
}

/** Each amount, what each leaves of each before it, and what two leave of one; and their sums. */
function combinationsOf(all: readonly Amount[]): readonly Combination[] {
  const combinations: Combination[] = [];
  const add = (...terms: readonly Amount[]): void => {
    const [first, ...rest] = terms;
    combinations.push({ terms, rest: rest.reduce((left, { value }) => left - value, first!.value) });
  };
  for (let a = 0; a < all.length; a++) {
    add(all[a]!);
    for (let b = a + 1; b < all.length; b++) {
      add(all[a]!, all[b]!);
      combinations.push({ terms: [], rest: all[a]!.value + all[b]!.value });
      for (let c = b + 1; c < all.length; c++) add(all[a]!, all[b]!, all[c]!);
    }
  }
  return combinations;
}
