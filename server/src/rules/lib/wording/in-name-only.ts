/**
 * Finds answers in name only: money that nobody has (“The rest will be found”), plans that say nothing (“will explore a
 * range of options”) and, in a strategy, actions that are to cost nothing.
 */
import { allIn, type Block, BlockFinder, type Draft, perBlock, type Run } from '../../../draft';
import { Grammar } from '../../../words/grammar';
import data from '../../data/in-name.json';
import type { Problem } from '../../types';
import { openPhrasesIn } from './open-phrases';

interface InName {
  readonly pattern: string;
  /** The question that it leaves open, for the author. */
  readonly open: string;
}

const finderOf = (
  patterns: readonly InName[],
  answers: (rest: string, text: string) => boolean = (rest) => NAMED.test(rest),
) => {
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
            answers,
          ),
    ),
  );
};
const money = finderOf(data.money);
/** What pays when a grant ends is only to be looked for. */
const sought = finderOf(
  data.sought,
  (rest, text) => NAMES_FUNDER.test(rest) || !ABOUT_MONEY.test(text) || SAYS_MORE.test(text),
);
/** “Within existing budgets” and the like, only in strategies: the cost of a single decision may well be covered. */
const existing = finderOf(data.existing);

/** The text behind a phrase that answers the question. */
const NAMED =
  /^\s+(?:from|by|out\s+of|below|above|(?:in|on|at)\s+(?:the|[Aa]nnex|[Aa]ppendix|[Ss]ection|[Tt]able))\b/;

/** Text behind other sources that names one, or says that they are no sources of money. */
const NAMES_FUNDER = /[A-Z£]|^\s+of\s+(?!(?:funding|money|income|support)\b)/;
const ABOUT_MONEY = /\b(?:fund|grant|money|pay|income)|£/i;
/** Words of a paragraph that says what becomes of the work where nobody else pays. */
const SAYS_MORE =
  /\b(?:if|unless|otherwise|without|meanwhile|until|but|(?:will|can|would)\s+(?:go\s+on|carry\s+on|continue|run\s+on|stop|close|end|pay)|takes?\s+over|volunteers)\b/i;

/** Reads a run for what is asked of every draft. */
export const readInName = (run: Run): void => {
  money.readAhead(run, undefined);
  sought.readAhead(run, undefined);
};

export function inNameOnly(draft: Draft, kindId: string): readonly Problem[] {
  const finders = [money, sought, ...(kindId === 'strategy' ? [existing] : [])];
  return finders.flatMap((finder) => allIn(finder, draft, undefined));
}
