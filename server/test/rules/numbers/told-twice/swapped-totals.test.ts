import assert from 'node:assert/strict';
import { fixed } from '../../helpers';
import { holdsTo, type Right, RULE, table, type Wrong } from '../cases';

const SAVINGS = `\n\n${table('Item | Ash | Elm | Total', 'Staff | £46,200 | £31,800 | £78,000', 'Premises | £7,500 | £3,900 | £11,400', 'Total | £53,700 | £35,700 | £89,400')}`;
const COSTS = `\n\n${table('Item | Cost', 'Staff | £120,000', 'Premises | £20,400', 'Total | £140,400')}`;

const wrong: Wrong = {
  'Money with two digits of a total in each other’s place': [
    [
      `The report finds £98,400 of it by opening for fewer hours.${SAVINGS}\n\nIn all, £89,400 comes back each year.`,
      '£98,400',
    ],
    [`By this the council would spare £104,400.${COSTS}`, '£104,400'],
  ],
};

const right: Right = {
  Money: [
    `The report finds £89,400 of it by opening for fewer hours.${SAVINGS}`,
    `The report finds £98,400 elsewhere.${SAVINGS}`,
    `The report finds about £98,400 of it.${SAVINGS}\n\nIn all, £89,400 comes back each year.`,
    `Ash found £98,400. Elm found £98,400.${SAVINGS}\n\nIn all, £89,400 comes back each year.`,
    `We have £98,400, and need £89,400.${SAVINGS}\n\nIn all, £89,400 comes back each year.`,
    `The report finds £49,800 of it.${SAVINGS}\n\nIn all, £89,400 comes back each year.`,
    `The report had 98,400 readers.${SAVINGS}\n\nIn all, £89,400 comes back each year.`,
  ],
};

describe('Totals with two digits in each other’s place', () => {
  holdsTo(wrong, right);

  it('are put right as the table has them', () => {
    assert.match(fixed(RULE, `By this the council would spare £104,400.${COSTS}`), /spare £140,400\./);
  });
});
