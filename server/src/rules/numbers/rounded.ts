/** A rounded number, and the exact one elsewhere that it does not round: "over half a million visits", and 486,310. */
import { contentOf, type Mention, timesIn } from './mentions';
import { clash, differ, type Placed } from './placed';
import type { Clash } from './types';

const OVER = /\b(?:over|more\s+than|above|in\s+excess\s+of|upwards\s+of|at\s+least)\s+(?:the\s+)?$/i;
const UNDER = /\b(?:nearly|almost|just\s+under|under|less\s+than|fewer\s+than)\s+(?:the\s+)?$/i;
/** What is less may be counted in tens. */
const LEAST = 1000;
/** Further away it is another thing. */
const NEAR = 0.1;

/** Numbers that are said to be over, or under, what the paper gives exactly; spans are in the draft. */
export function againstExact(all: readonly Placed[]): readonly Clash[] {
  const clashes: Clash[] = [];
  for (const one of all) {
    const { mention } = one;
    const { lead, value, table, unit } = mention;
    if (table || unit === 'percent' || !mention.loose || value < LEAST) continue;
    const over = OVER.test(lead);
    if (!over && !UNDER.test(lead)) continue;
    const noun = nounOf(mention);
    if (noun === undefined) continue;
    const exact = all.filter(({ mention: other }) => isExact(other, mention, noun));
    const on = (other: Placed): boolean => other.mention.value >= value === over;
    // One that is on the right side, and not twice as much, may be what is meant.
    if (exact.some((other) => on(other) && ratio(other, value) < 2)) continue;
    const near = exact.filter((other) => ratio(other, value) <= 1 + NEAR);
    if (near.length === 0) continue;
    const other = near.reduce((a, b) => (ratio(b, value) < ratio(a, value) ? b : a));
    const word = /(?<!\S)\S+(?:\s+than|\s+under)?\s+(?:the\s+)?$/.exec(lead)![0].trim();
    clashes.push(
      clash(
        one,
        `“${word} ${mention.words}” here, and ${other.mention.words} elsewhere in the paper, which is ${over ? 'less' : 'more'}. Give one number, or say what each counts.`,
      ),
    );
  }
  return clashes;
}

function nounOf({ after }: Mention): string | undefined {
  // "Over 1,100 children, young people and adults" are not all children.
  if (/^\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{1,30},\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ\s’'-]{1,40}\sand\s/u.test(after)) return undefined;
  return contentOf(/^\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ][A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+/u.exec(after)?.[0] ?? '')[0];
}

function isExact(other: Mention, mention: Mention, noun: string): boolean {
  if (other.loose || other.unit !== mention.unit || other.sentence === mention.sentence) return false;
  // Another rounded number says no more.
  if (other.value % LEAST === 0 || differ(yearsBeside(other), yearsBeside(mention))) return false;
  return other.table ? other.things.has(noun) : other.noun === noun;
}

/** The years right beside a number; a cell has those of its row and column. */
function yearsBeside({ lead, after, table, times }: Mention): ReadonlySet<string> {
  const beside = table ? times : timesIn(`${lead.slice(-40)} ${after}`);
  return new Set([...beside].filter((time) => /(?:19|20)\d\d|\d\/\d/.test(time)));
}

/** How many times the larger of two numbers is the smaller. */
function ratio({ mention }: Placed, value: number): number {
  return mention.value > value ? mention.value / value : value / mention.value;
}
