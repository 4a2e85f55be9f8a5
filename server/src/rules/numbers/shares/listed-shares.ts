/** Finds wrong shares in lists and tables whose items are all of the whole that stands above them. */
import type { List } from 'mdast';
import { type Block, BlockFinder, type Draft, perBlock, type Span, shifted } from '../../../draft';
import { spanIn } from '../../lib/blocks/prose';
import { type Amount, amountsIn, isCount } from '../amounts/amounts';
import { OF_FIRST } from '../amounts/of-words';
import { countedIn } from '../amounts/sentences';
import { type Grid, gridsIn } from '../tables/grid';
import type { Clash } from '../types';
import { firstPair, wrongInList } from './chained-shares';
import { onlyPair, type Pair } from './pairs';

/** The shares of a list, or of a column of a table. */
interface Listed {
  readonly pairs: readonly Pair[];
  /** What they count besides. */
  readonly told: readonly Amount[];
  /** What the head of their column counts: “2024 (208)”. */
  readonly head: readonly Amount[];
  /** Where a share stands in the block. */
  placeOf(pair: Pair): Span;
}

/** The most items of a list or a table that is checked; a longer one is data. */
const MOST = 60;

const listed = new BlockFinder(
  perBlock((block: Block): readonly Listed[] => {
    if (!/%|\bper\s?cent/i.test(block.text)) return [];
    const all = block.node.type === 'list' ? inList(block, block.node) : gridsIn(block).flatMap(inTable);
    return all.filter(({ pairs }) => pairs.length > 1);
  }),
);

/** "- 97 (82%) felt more able to …" */
function inList(block: Block, { children }: List): readonly Listed[] {
  if (children.length > MOST) return [];
  const sentences = countedIn(block);
  const places = new Map<Pair, Span>();
  sentences.forEach((sentence, index) => {
    const pair = sentences[index - 1]?.passage === sentence.passage ? undefined : firstPair(sentence);
    if (pair) places.set(pair, spanIn(sentence, pair.share.span));
  });
  const told = sentences.flatMap(({ amounts }) => amounts.filter(isCount));
  return [{ pairs: [...places.keys()], told, head: [], placeOf: (pair) => places.get(pair)! }];
}

/** "| Borrowed in November | 118 (57%) |" */
function inTable({ rows }: Grid): readonly Listed[] {
  if (rows.length > MOST) return [];
  const [heads, ...body] = rows;
  return heads!.slice(1).map(({ text: head }, at): Listed => {
    const places = new Map<Pair, Span>();
    const told = body.flatMap((row) => {
      const { text, span } = row[at + 1]!;
      const amounts = amountsIn(text);
      const pair = onlyPair(text, amounts);
      if (pair) places.set(pair, span);
      return amounts.filter(isCount);
    });
    return { pairs: [...places.keys()], told, head: amountsIn(head), placeOf: (pair) => places.get(pair)! };
  });
}

/** The shares of lists and columns that are not of the whole of the others; spans are in the draft. */
export function wrongListed(draft: Draft): readonly Clash[] {
  return listed.in(draft, undefined).flatMap(({ found, placed: { start }, index }) => {
    const above = draft.blocks[index - 1]?.block;
    const before = above?.node.type === 'paragraph' ? countedIn(above) : [];
    const isOf = before.some(
      ({ text, amounts }) => amounts[0] && OF_FIRST.test(text.slice(0, amounts[0].span.start)),
    );
    const counts = before.flatMap(({ amounts }) => amounts);
    return found.flatMap(({ head, placeOf, ...list }) =>
      wrongInList(list, [...head, ...counts, ...list.told], isOf).map(({ found, pair }) => ({
        ...found,
        span: shifted(placeOf(pair), start),
      })),
    );
  });
}
