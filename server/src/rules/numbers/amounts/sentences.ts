import { type Block, perBlock } from '../../../draft';
import { RecentTexts } from '../../../words/recent-texts';
import { ownSentences, type Sentence } from '../../lib/blocks/prose';
import { type Amount, amountsIn } from './amounts';

/** A text with its numbers. */
export interface CountedText {
  readonly text: string;
  readonly amounts: readonly Amount[];
}

/** A sentence with its numbers. */
export interface Counted extends Sentence, CountedText {}

const NONE: readonly Amount[] = [];
const known = new RecentTexts<readonly Amount[]>();

/** The amounts of a sentence or an item, which a key in another one of its block does not have read anew. */
export const knownAmounts = (text: string): readonly Amount[] =>
  MAY_COUNT.test(text) ? known.get(text, () => amountsIn(text)) : NONE;

/** The sentences of a block with their numbers, without quotations and footnotes. */
export const countedIn = perBlock((block: Block): readonly Counted[] =>
  ownSentences(block).map((sentence) => ({ amounts: knownAmounts(sentence.text), ...sentence })),
);

/** Digits, or a number in words. Most sentences have neither and need not be read. */
const MAY_COUNT =
  /\d|\bmillion\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)/i;
