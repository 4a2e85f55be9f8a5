/** Finds shares of those who answered that are of no number told before: “612 people answered.”, “Of those who answered, 431 (62%) …”. */
import {
  type Block,
  BlockFinder,
  blockBeside,
  type Draft,
  perBlock,
  type Span,
  shifted,
} from '../../../draft';
import { spanIn } from '../../lib/blocks/prose';
import { isCount } from '../amounts/amounts';
import { type Counted, countedIn } from '../amounts/sentences';
import type { Clash } from '../clash';
import { type Pair, pairsIn } from './pairs';
import { follows, LEAST, shareOn } from './shares';

const OF_THOSE =
  /^(?:\d+\.\d+\s+)?Of\s(?:the\speople|those)\swho\s(?:replied|responded|answered|took\spart|returned\s(?:it|one|the\s[a-z]+)|filled\sit\sin),?\s(?:only\s|just\s)?$/;
/** What the whole counts. */
const ANSWERS =
  /^\s(?:[a-z]+\s){0,2}?(?:responses|replies|answers|people|residents|readers|questionnaires|forms|members|users|respondents|households)\b/;

interface OfThose {
  readonly pair: Pair;
  readonly span: Span;
  /** The sentences before it in its block. */
  readonly before: readonly Counted[];
}

const finder = new BlockFinder(
  perBlock((block: Block): readonly OfThose[] => {
    if (!block.text.includes('%') || !/\bOf\s/.test(block.text)) return [];
    const all = countedIn(block);
    return all.flatMap((sentence, at): readonly OfThose[] => {
      const { text, amounts } = sentence;
      const [pair] = pairsIn(text, amounts);
      if (pair?.at !== 0 || !OF_THOSE.test(text.slice(0, pair.part.span.start))) return [];
      return [{ pair, span: spanIn(sentence, pair.share.span), before: all.slice(0, at) }];
    });
  }),
);

/** The shares that are of no number in the paragraphs before them; spans are in the draft. */
export function wrongOfThose(draft: Draft): readonly Clash[] {
  return finder.in(draft, undefined).flatMap(({ found, placed: { start }, index }) =>
    found.flatMap(({ pair: { part, share }, span, before }): readonly Clash[] => {
      const above = blockBeside(draft, index, -1);
      const sentences = [...(above?.node.type === 'paragraph' ? countedIn(above) : []), ...before];
      const counts = sentences.flatMap(({ text, amounts }) =>
        amounts
          .filter((one) => isCount(one) && one.value >= Math.max(LEAST, part.value))
          .map((one) => ({ one, isWhole: !one.loose && ANSWERS.test(text.slice(one.span.end)) })),
      );
      const [whole, ...more] = counts.filter(({ isWhole }) => isWhole);
      if (!whole || more.length > 0 || counts.some(({ one }) => follows(part, one, share))) return [];
      return [{ ...shareOn(part, whole.one, share), span: shifted(span, start) }];
    }),
  );
}
