/** What a sentence counts of the rows of a table by their state: "eight of ten on target", "two ambers". */
import type { FoundIn } from '../../draft';
import { wordValue } from './amounts';
import type { Grid } from './grid';
import type { Mentions } from './mentions';
import { clash, isSaid, type Placed } from './placed';
import type { Clash } from './types';

/** A column of states. */
interface States {
  /** What its cells say of their rows: colours, whether a target is met, whether something is done. */
  readonly kind: 'colour' | 'met' | 'done';
  /** Of each row, in small letters. */
  readonly states: readonly string[];
}

const COLOUR = /^(?:r|a|g|red|amber|green)(?=\W|$)/i;
const MET = /^(?:y|yes|met|✓|✔|n|no|not\s+met|✗|✘)(?=\W|$)/i;
const IS_MET = /^(?:y|yes|met|✓|✔)$/;
const DONE = /^(?:done|completed?|closed|achieved)\b/i;

const COLOURS = /^\s+(red|amber|green)s?(?=[,.;)]|$|\s+(?!and\b|or\b|\/))/i;
const OF =
  /^\s+(?:out\s+)?of\s+(?:the\s+|our\s+)?(\d{1,2}|[a-z]+)(?:\s+[a-z]+)?\s+(?:(?:is|are|were|was)\s+)?(on\s+(?:or\s+above\s+)?target|above\s+target|met|achieved|completed?|done)\b/i;

/** Counts of rows that are others in the table, where only one table can be meant; spans are in the draft. */
export function againstStates(all: readonly Placed[], found: readonly FoundIn<Mentions>[]): readonly Clash[] {
  const columns = found.flatMap(({ found: { grids } }) => grids.flatMap(statesIn));
  if (columns.length === 0) return [];
  return all.flatMap((one) => {
    const { mention } = one;
    if (!isSaid(mention, 'count') || mention.value > 99) return [];
    const colour = COLOURS.exec(mention.after)?.[1]?.toLowerCase();
    const of = OF.exec(mention.after);
    const is = colour
      ? countOf(columns, 'colour', undefined, (state) => state[0] === colour[0])
      : of && /comp|done/i.test(of[2]!)
        ? countOf(columns, 'done', of[1], (state) => DONE.test(state))
        : of && countOf(columns, 'met', of[1], (state) => IS_MET.test(state));
    if (is === undefined || is === null || is === mention.value) return [];
    const words = `${mention.words}${(colour ? COLOURS.exec(mention.after)! : of!)[0]}`.replace(/\s+/g, ' ');
    return [clash(one, `“${words}” here, and by the table it is ${is}. Put right whichever is wrong.`)];
  });
}

function countOf(
  columns: readonly States[],
  kind: States['kind'],
  whole: string | undefined,
  test: (state: string) => boolean,
): number | undefined {
  const rows = whole && (/^\d/.test(whole) ? Number(whole) : wordValue(whole));
  const own = columns.filter(
    (column) => column.kind === kind && (whole === undefined || column.states.length === rows),
  );
  return own.length === 1 ? own[0]!.states.filter(test).length : undefined;
}

function statesIn({ rows, width }: Grid): readonly States[] {
  const body = rows.slice(1);
  const columns: States[] = [];
  for (let column = 1; column < width && body.length > 3; column++) {
    const head = rows[0]![column]!.text;
    const cells = body.map((row) => row[column]!.text);
    const read = (pattern: RegExp): string[] =>
      cells.flatMap((cell) => pattern.exec(cell)?.[0].toLowerCase() ?? []);
    const [colours, met, done] = [read(COLOUR), read(MET), read(DONE)];
    if (colours.length === cells.length) columns.push({ kind: 'colour', states: colours });
    else if (/\b(?:met|target|achieved)\b/i.test(head) && met.length === cells.length)
      columns.push({ kind: 'met', states: met });
    else if (/\b(?:status|progress|done)\b/i.test(head) && done.length > 0)
      columns.push({ kind: 'done', states: cells });
  }
  return columns;
}
