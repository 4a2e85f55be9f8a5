import { ownWords } from './lib/prose';
import { clashesInTables } from './numbers/tables';
import { clashesIn } from './numbers/text';
import type { Problem, Rule } from './types';

export const numbersDisagree: Rule = {
  id: 'numbers-disagree',
  group: 'evidence',
  severity: 'warning',
  what: 'Numbers of the paper that cannot all be true: a total that is not the sum of its column or row, a percentage or a change that does not follow from the numbers beside it, parts that add up to more or less than their whole, a number that is another one elsewhere for the same thing, a list that is longer or shorter than announced, and dates that cannot be. What rounding explains is left alone, and so is whatever may speak of another place, year or group.',
  why: 'A reader who finds one sum that does not add up trusts none of the others, and a committee spends its time on the sum.',
  example: {
    bad: 'Of the 240 families invited, 168 of 240 came (72%).\n',
    good: 'Of the 240 families invited, 168 of 240 came (70%).\n',
  },
  inBlock({ block }) {
    const problems: Problem[] = [...clashesInTables(block)];
    for (const passage of ownWords(block)) problems.push(...clashesIn(passage));
    return problems;
  },
};
