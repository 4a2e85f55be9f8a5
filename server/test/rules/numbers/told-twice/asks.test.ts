import { holdsTo, type Right, table, type Wrong } from '../cases';

const between = '\n\nThe money would pay for a worker and 200 families would come.\n\n';

const wrong: Wrong = {
  'An ask with two sums': [
    [`We ask the Dunmore Trust for £62,400.${between}We therefore ask the Trust for £64,200.\n`, '£62,400'],
    [`We ask the panel for £9,400.${between}We are asking the panel for £9,700.\n`, '£9,400'],
    [
      `We are applying for £18,500 to run a toy library.${between}Thank you for reading our request for £15,800.\n`,
      '£18,500',
    ],
    [
      `We ask the Dunmore Trust, which paid for the van, for £62,400.${between}We ask for £64,200.${between}£62,400 is what a worker costs us.\n`,
      '£64,200',
    ],
  ],
  'What a project costs, and another total in its table': [
    [
      `The project costs £38,600.\n\n${table('Item | Cost', 'Worker | £24,000', 'Books | £8,200', 'Training | £4,400', 'Total | £36,600')}`,
      '£38,600',
    ],
  ],
};

const right: Right = {
  'Sums that may be of two asks': [
    `We ask the Dunmore Trust for £62,400.${between}We therefore ask the Trust for £62,400.\n`,
    `We ask the panel for £9,400.${between}We ask the panel for £4,700 in each of two years.\n`,
    `We ask the Trust for £9,400 in the first year.${between}We ask the Trust for £9,700 in the second.\n`,
    `We ask the Trust for £9,400.${between}Last year we asked the Trust for £9,700.\n`,
    `We ask the Trust for £9,400.${between}With £300 of our own, we could ask for £9,700.\n`,
    `We ask the Trust for £9,400.${between}We also ask the council for £9,700.\n`,
    `We ask the Trust for £9,400.${between}We ask the council for £30,000.\n`,
    `We ask for £9,400.${between}We ask for £9,500.${between}We ask for £9,600.\n`,
  ],
};

describe('An ask that is told twice', () => holdsTo(wrong, right));
