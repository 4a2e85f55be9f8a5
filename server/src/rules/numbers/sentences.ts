/** The sentences of a block with their numbers, read once. */
import type { Block } from '../../draft';
import { BlockMap } from '../../draft/block-map';
import { type Sentence, sentencesOf } from '../lib/prose';
import { type Amount, amountsIn } from './amounts';

export interface Counted extends Sentence {
  readonly amounts: readonly Amount[];
}

const known = new BlockMap<readonly Counted[]>();
const NONE: readonly Amount[] = [];

/** The author's own sentences of a block, quotations and footnotes left out, each with its numbers. */
export function countedIn(block: Block): readonly Counted[] {
  let all = known.get(block);
  if (!all) {
    all = sentencesOf(block).flatMap((sentence) => {
      const { kind, inFootnote } = sentence.passage;
      if (kind === 'quotation' || inFootnote) return [];
      return [{ ...sentence, amounts: MAY_COUNT.test(sentence.text) ? amountsIn(sentence.text) : NONE }];
    });
    known.set(block, all);
  }
  return all;
}

/** Digits, or a number in words; most sentences have neither. */
const MAY_COUNT =
  /\d|\bmillion\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)/i;
