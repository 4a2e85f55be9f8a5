/** Finds wrong shares in lists and tables whose items are all of the whole that stands above them. */
import type { List } from 'mdast';
import {
  type Block,
  BlockFinder,
  blockBeside,
  type Draft,
  moved,
  perBlock,
  perBlockFor,
} from '../../../draft';
import { spanIn } from '../../lib/blocks/prose';
import { type Amount, amountsIn, isCount } from '../amounts/amounts';
import { OF_FIRST } from '../amounts/of-words';
import { countedIn } from '../amounts/sentences';
import type { Clash } from '../clash';
import { type Grid, gridsIn } from '../tables/grid';
import { firstPair, type PairList, wrongInList } from './chained-shares';
import { onlyPair } from './pairs';

/** The shares of a list, or of a column of a table; their places are in the block. */
interface Listed extends PairList {
  /** What the head of their column counts: “2024 (208)”. */
  readonly head: readonly Amount[];
}

/** The most items of a list or a table that is checked; a longer one is data. */
const MOST = 60;

const listedIn = perBlock((block: Block): readonly Listed[] => {
  if (!/%|\bper\s?cent/i.test(block.text)) return [];
  const all = block.node.type === 'list' ? inList(block, block.node) : gridsIn(block).flatMap(inTable);
  return all.filter(({ pairs }) => pairs.length > 1);
});
const listed = new BlockFinder(listedIn);

/** "- 97 (82%) felt more able to …" */
function inList(block: Block, { children }: List): readonly Listed[] {
  if (children.length > MOST) return [];
  const sentences = countedIn(block);
  const pairs = sentences.flatMap((sentence, index) => {
    const pair = sentences[index - 1]?.passage === sentence.passage ? undefined : firstPair(sentence);
    return pair ? [{ ...pair, place: spanIn(sentence, pair.share.span) }] : [];
  });
  return [{ pairs, told: sentences.flatMap(({ amounts }) => amounts.filter(isCount)), head: [] }];
}

/** "| Borrowed in November | 118 (57%) |" */
function inTable({ rows }: Grid): readonly Listed[] {
  if (rows.length > MOST) return [];
  const [heads, ...body] = rows;
  return heads!.slice(1).map(({ text: head }, at): Listed => {
    const cells = body.map((row) => ({ ...row[at + 1]!, amounts: amountsIn(row[at + 1]!.text) }));
    const pairs = cells.flatMap(({ text, span, amounts }) => {
      const pair = onlyPair(text, amounts);
      return pair ? [{ ...pair, place: span }] : [];
    });
    return { pairs, told: cells.flatMap(({ amounts }) => amounts.filter(isCount)), head: amountsIn(head) };
  });
}

/** What is wrong in a list or a table below a block. */
const wrongBelow = perBlockFor((block: Block, above: Block | undefined): readonly Clash[] => {
  const before = above?.node.type === 'paragraph' ? countedIn(above) : [];
  const isOf = before.some(
    ({ text, amounts }) => amounts[0] && OF_FIRST.test(text.slice(0, amounts[0].span.start)),
  );
  const counts = before.flatMap(({ amounts }) => amounts);
  return listedIn(block).flatMap(({ head, ...list }) =>
    wrongInList(list, [...head, ...counts, ...list.told], isOf),
  );
});

/** The shares of lists and columns that are not of the whole of the others; spans are in the draft. */
export function wrongListed(draft: Draft): readonly Clash[] {
  const clashes: Clash[] = [];
  listed.each(draft, undefined, (_, { block, start }, index) => {
    for (const clash of wrongBelow(block, blockBeside(draft, index, -1))) clashes.push(moved(clash, start));
  });
  return clashes;
}
