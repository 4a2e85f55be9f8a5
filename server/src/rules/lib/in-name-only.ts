/**
 * Answers in name only: money that nobody has (“The rest will be found”), plans that are none (“will explore a range of
 * options”) and, in a strategy, actions that are to cost nothing.
 */
import { type Block, BlockFinder, type Draft } from '../../draft';
import { perBlock } from '../../draft/block-map';
import { Grammar } from '../../english/grammar';
import data from '../data/in-name.json';
import type { Problem } from '../types';
import { openPhrasesIn } from './open-phrases';

/** Each with a sentence that says nothing, and one that is near and does. */
interface InName {
  readonly pattern: string;
  /** What it leaves open, to its writer. */
  readonly open: string;
  readonly empty: string;
  readonly says: string;
}

export const MONEY_IN_NAME: readonly InName[] = data.money;
/** What is so in a strategy alone: what one decision costs may well be there already. */
export const EXISTING_IN_NAME: readonly InName[] = data.existing;

const finderOf = (patterns: readonly InName[]) => {
  /** Made when first asked. */
  let compiled: Grammar<string> | undefined;
  return new BlockFinder(
    perBlock((block: Block): readonly Problem[] => {
      if (block.node.type === 'heading') return [];
      compiled ??= new Grammar(
        data.words,
        patterns.map(({ pattern, open }) => [pattern, open] as const),
      );
      return openPhrasesIn(
        block,
        compiled,
        (words, open) => `“${words}” tells the reader that the answer is still missing. ${open}`,
        (rest) => NAMED.test(rest),
      );
    }),
  );
};
const money = finderOf(MONEY_IN_NAME);
const existing = finderOf(EXISTING_IN_NAME);

/** What comes next says where from, or where to look. */
const NAMED =
  /^\s+(?:from|by|out\s+of|below|above|(?:in|on|at)\s+(?:the|[Aa]nnex|[Aa]ppendix|[Ss]ection|[Tt]able))\b/;

export function inNameOnly(draft: Draft, kindId: string): readonly Problem[] {
  const found = [money, ...(kindId === 'strategy' ? [existing] : [])].flatMap((finder) =>
    finder.in(draft, undefined),
  );
  return found.flatMap(({ found: problems, placed: { start } }) =>
    problems.map((problem) => ({
      ...problem,
      span: { start: start + problem.span.start, end: start + problem.span.end },
    })),
  );
}
