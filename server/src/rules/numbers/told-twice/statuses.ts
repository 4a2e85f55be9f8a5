/** Sentences that count the rows of a table by state: "eight of ten on target", "two ambers". */
import type { FoundIn } from '../../../draft';
import { memoized } from '../../../util/memoize';
import { countOf } from '../amounts/amounts';
import type { Clash } from '../clash';
import type { Grid } from '../tables/grid';
import type { Mention, Mentions } from './mentions';
import { clash, isSaid, type Placed } from './placed-numbers';

/** A table column that gives the state of each row. */
interface States {
  /** Whether its cells give colours, whether a target is met, or whether something is done. */
  readonly kind: 'colour' | 'met' | 'done';
  /** One for each row, in lower case. */
  readonly states: readonly string[];
}

const COLOUR = /^(?:r|a|g|red|amber|green)(?=\W|$)/i;
const MET = /^(?:y|yes|met|✓|✔|n|no|not\s+met|(?:partly|partially|part)\s+met|✗|✘)(?=\W|$)/i;
const IS_MET = /^(?:y|yes|met|✓|✔)$/;
const NOT_MET = /^(?:n|no|not\s+met|✗|✘)$/;
/** A row without a target counts neither as met nor as missed. */
const NO_TARGET = /^(?:[-–—]|n\/?a|none)?$/i;
const DONE = /^(?:done|completed?|closed|achieved)\b/i;

const COLOURS = /^\s+(red|amber|green)s?(?=[,.;)]|$|\s+(?!and\b|or\b|\/))/i;
const OF =
  /^\s+(?:out\s+)?of\s+(?:the\s+|our\s+)?(\d{1,2}|[a-z]+)(?:\s+[a-z]+)?\s+(?:(?:is|are|were|was)\s+)?(on\s+(?:or\s+above\s+)?target|above\s+target|met|achieved|completed?|done)\b/i;

/** "We met six in full and failed to meet four" */
const VERB = /\b(?:(met|passed|achieved)|(missed|failed(?:\s+to\s+(?:meet|achieve|pass))?))\s+$/i;
const ALONE = /^(?:\s+in\s+full)?\s*(?:[,.;)]|$|and\b)/i;
/** Without these, “we met two” may be of people. */
const TARGETS =
  /\b(?:targets?|standards?|indicators?|measures?|objectives?|criteri(?:a|on)|milestones?|commitments?|requirements?|KPIs?|failed\s+to\s+(?:meet|achieve))\b/i;
/** Whoever counted wrong is seldom further off. */
const FURTHEST = 1;

/** Words in a mention's times that name a kind of figure, not a time. */
const NO_TIME = /^(?:target|forecast|budget|actual|baseline|pilot)$/;

/** Counts of rows that disagree with the table, if only one table can be meant; spans are in the draft. */
export function againstStates(
  all: readonly Placed[],
  tables: readonly FoundIn<Mentions>[],
): readonly Clash[] {
  const columns = tables.flatMap(({ found: { grids } }) => grids.flatMap(statesIn));
  if (columns.length === 0) return [];
  return all.flatMap((one) => {
    const { mention } = one;
    const count = isSaid(mention, 'count') && mention.value <= 99 ? statusCountIn(mention) : undefined;
    const actual = count && countIn(columns, count);
    if (!count || actual === undefined || actual === mention.value) return [];
    if (Math.abs(actual - mention.value) > FURTHEST) return [];
    // Of another time than that of the table.
    if ([...mention.times].some((time) => !NO_TIME.test(time))) return [];
    const words = count.words.replace(/\s+/g, ' ');
    return [clash(one, `“${words}” here, and by the table it is ${actual}. Put right whichever is wrong.`)];
  });
}

/** A count of rows by state in a sentence. */
interface StatusCount {
  readonly words: string;
  readonly kind: States['kind'];
  /** The stated number of rows; undefined if the sentence does not give it. */
  readonly whole?: string | undefined;
  readonly test: (state: string) => boolean;
}

const statusCountIn = memoized(({ words, lead, after, sentence }: Mention): StatusCount | undefined => {
  const colour = COLOURS.exec(after);
  if (colour) {
    const [first] = colour[1]!.toLowerCase();
    return { words: `${words}${colour[0]}`, kind: 'colour', test: (state) => state[0] === first };
  }
  const of = OF.exec(after);
  if (of) {
    const done = /comp|done/i.test(of[2]!);
    const test = (state: string): boolean => (done ? DONE : IS_MET).test(state);
    return { words: `${words}${of[0]}`, kind: done ? 'done' : 'met', whole: of[1], test };
  }
  const verb = ALONE.test(after) ? VERB.exec(lead) : null;
  if (!verb || !TARGETS.test(sentence)) return undefined;
  return {
    words: `${verb[0]}${words}`,
    kind: 'met',
    test: (state) => (verb[1] ? IS_MET : NOT_MET).test(state),
  };
});

function countIn(columns: readonly States[], { kind, whole, test }: StatusCount): number | undefined {
  const rows = whole === undefined ? undefined : countOf(whole);
  const own = columns.filter(
    ({ kind: other, states: { length } }) => other === kind && (whole === undefined || length === rows),
  );
  return own.length === 1 ? own[0]!.states.filter(test).length : undefined;
}

const statesIn = memoized(({ rows, width }: Grid): readonly States[] => {
  const body = rows.slice(1);
  const columns: States[] = [];
  for (let column = 1; column < width && body.length > 3; column++) {
    const head = rows[0]![column]!.text;
    const cells = body.map((row) => row[column]!.text);
    const read = (pattern: RegExp): string[] =>
      cells.flatMap((cell) => pattern.exec(cell)?.[0].toLowerCase() ?? []);
    const [colours, met, done] = [read(COLOUR), read(MET), read(DONE)];
    if (colours.length === cells.length) columns.push({ kind: 'colour', states: colours });
    else if (
      /\b(?:met|target|achieved|result|outcome)\b/i.test(head) &&
      met.length > 2 &&
      met.length + cells.filter((cell) => NO_TARGET.test(cell)).length === cells.length
    )
      columns.push({ kind: 'met', states: met });
    else if (/\b(?:status|progress|done)\b/i.test(head) && done.length > 0)
      columns.push({ kind: 'done', states: cells });
  }
  return columns;
});
