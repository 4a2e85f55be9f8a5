/**
 * Finds answers in name only: money that nobody has (“The rest will be found”), plans that say nothing (“will explore a
 * range of options”) and, in a strategy, actions that are to cost nothing.
 */
import { type Block, BlockFinder, type Draft, moved, perBlock, type Run } from '../../../draft';
import { Grammar } from '../../../english/grammar';
import data from '../../data/in-name.json';
import type { Problem } from '../../types';
import { openPhrasesIn } from './open-phrases';

interface InName {
  readonly pattern: string;
  /** The question that it leaves open, for the author. */
  readonly open: string;
  /** A sentence that has it, and a similar one that does not. */
  readonly empty: string;
  readonly says: string;
}

export const MONEY_IN_NAME: readonly InName[] = data.money;
/** “Within existing budgets” and the like, only in strategies: the cost of a single decision may well be covered. */
export const EXISTING_IN_NAME: readonly InName[] = data.existing;

const finderOf = (patterns: readonly InName[]) => {
  const grammar = new Grammar(
    data.words,
    patterns.map(({ pattern, open }) => [pattern, open] as const),
  );
  return new BlockFinder(
    perBlock((block: Block): readonly Problem[] =>
      block.node.type === 'heading'
        ? []
        : openPhrasesIn(
            block,
            grammar,
            (words, open) => `“${words}” tells the reader that the answer is still missing. ${open}`,
            (rest) => NAMED.test(rest),
          ),
    ),
  );
};
const money = finderOf(MONEY_IN_NAME);
const existing = finderOf(EXISTING_IN_NAME);

/** The text behind a phrase that answers the question. */
const NAMED =
  /^\s+(?:from|by|out\s+of|below|above|(?:in|on|at)\s+(?:the|[Aa]nnex|[Aa]ppendix|[Ss]ection|[Tt]able))\b/;

/** Reads a run for what is asked of every draft. */
export const readInName = (run: Run): void => money.readAhead(run, undefined);

export function inNameOnly(draft: Draft, kindId: string): readonly Problem[] {
  const found = [money, ...(kindId === 'strategy' ? [existing] : [])].flatMap((finder) =>
    finder.in(draft, undefined),
  );
  return found.flatMap(({ found: problems, placed: { start } }) =>
    problems.map((problem) => moved(problem, start)),
  );
}
