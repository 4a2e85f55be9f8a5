/** Lists and tables of the shares of one whole, with what stands beside them: "People could tick more than one". */
import type { Block, Draft } from '../../draft';
import { BlockFinder } from '../../draft';
import { perBlock } from '../../draft/block-map';
import { nodesOf } from '../lib/nodes';
import { gridOf } from './grid';
import { saysMany, wrongHundreds } from './hundreds';
import { wrongSharesIn } from './lists';
import type { Clash } from './types';

const wrong = new BlockFinder(perBlock(read));

function read(block: Block): readonly Clash[] | undefined {
  if (!/%|\bper\s?cent/i.test(block.text)) return undefined;
  const grids = block.text.includes('|')
    ? nodesOf(block).flatMap((node) => (node.type === 'table' ? (gridOf(node) ?? []) : []))
    : [];
  const clashes = [...wrongSharesIn(block), ...grids.flatMap(wrongHundreds)];
  return clashes.length > 0 ? clashes : undefined;
}

/** Shares that do not add up to 100, where nothing beside them says why; spans are in the draft. */
export function wrongWholes(draft: Draft): readonly Clash[] {
  return wrong.in(draft, undefined).flatMap(({ found, placed: { start }, index }) => {
    const beside = [index - 2, index - 1, index + 1].map((at) => draft.blocks[at]?.block.text ?? '');
    return beside.some(saysMany)
      ? []
      : found.map(({ span, message }) => ({
          span: { start: start + span.start, end: start + span.end },
          message,
        }));
  });
}
