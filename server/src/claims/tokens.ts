/** The words of a sentence as its features have them. */
import type { Words } from '../words/tokenize';
import { type NumberShape, shapeOf } from './number-shapes';

/** Numbers in words, without those that are as often none ("one of", "second"). */
const NUMBER_WORDS = new Set(
  'half third quarter fifth tenth twice double doubled trebled tripled quadrupled halved hundreds thousands dozens million millions billion two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand majority minority'.split(
    ' ',
  ),
);

/** A word of a sentence as features have it: the shape of a number in digits, else its stem. */
export interface Token {
  readonly feature: string;
  /** Undefined where it is no number. */
  readonly number: NumberShape | '#word' | undefined;
}

export function tokensOf(words: Words, text: string): readonly Token[] {
  return words.stem.map((stem, i) => {
    const shape = shapeOf(words.form[i]!, text, words.start[i]!, words.end[i]!);
    if (shape) return { feature: shape, number: shape };
    return { feature: stem, number: NUMBER_WORDS.has(words.lower[i]!) ? '#word' : undefined };
  });
}
