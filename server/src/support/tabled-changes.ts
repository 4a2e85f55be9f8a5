/** Falls and rises that a summary tells and a table of the paper shows: “fell from 46 of 72 to 27 of 72”. */
import { type Draft, perBlock } from '../draft';

const CHANGE =
  /\b(?:fell|dropped|rose|grew|increased|decreased|went (?:up|down))\s(?:[a-z]+\s)?from\s.*\sto\s/i;
/** Words of a sentence that also says what it comes of, or what comes of it, which no table shows. */
const CAUSE =
  /\b(?:therefore|thus|because|thanks|due|result of|as a result|owing|led|caused?|which (?:means|saves?|saved))\b/i;
const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;

/** The numbers that a table shows. */
const numbersIn = perBlock(({ node, text }) =>
  node.type === 'table' ? new Set(text.match(NUMBER)) : undefined,
);

/** Whether a sentence only tells a change, and all its numbers stand in one table of the draft. */
export function isTabledChange({ blocks }: Draft, sentence: string): boolean {
  if (!CHANGE.test(sentence) || CAUSE.test(sentence)) return false;
  const numbers = [...new Set(sentence.match(NUMBER))];
  return (
    numbers.length > 1 &&
    blocks.some(({ block }) => {
      const shown = numbersIn(block);
      return shown !== undefined && numbers.every((number) => shown.has(number));
    })
  );
}
