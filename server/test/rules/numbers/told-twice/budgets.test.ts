import { holdsTo, type Right, table, type Wrong } from '../cases';

const budget = table(
  'Item | £',
  'Staff | 30,000',
  'Training | 12,500',
  'Evaluation | 9,000',
  'Total | 51,500',
);
const bare = table(
  'Item | Amount',
  'Staff | 30,000',
  'Training | 12,500',
  'Evaluation | 9,000',
  'Total | 51,500',
);
const loans = table('Branch | Loans', 'Ash | 12,000', 'Elm | 14,200', '**Total** | **26,200**');
const visits = table('Branch | Visits in 2025', 'Ash | 12,000', 'Elm | 14,200', 'Total | 26,200');
const years = table(
  ' | Year 1 | Year 2 | Total',
  'Ash | 6,000 | 6,000 | 12,000',
  'Elm | 7,100 | 7,100 | 14,200',
  'Total | 13,100 | 13,100 | 26,200',
);
const income = table('Income | £', 'Fees | 12,000', 'Hire | 14,200', 'Total | 26,200');
const funders = table('Funder | £', 'Friends | 3,500', 'Fees | 1,200', 'Hall | 900');
const spent = table(
  ' | 2024 | 2025',
  'Staff | £146,000 | £150,000',
  'Stock | £10,000 | £10,000',
  'Total | £156,000 | £160,000',
);

const asked = table(
  'Item | £',
  'Staff | 40,000',
  'Training | 12,500',
  'Total | 52,500',
  'From the council | 5,700',
  'Requested | 46,800',
);
const askedByYear = table(
  ' | Year 1 | Year 2',
  'Staff | £20,000 | £20,500',
  'Total | £24,000 | £24,500',
  'Asked of the Fund | £20,000 | £20,000',
);

/** As a new pitch has it. */
const ofSkeleton = table(
  'Paid by | For | Cost',
  'This funding | a driver | £46,800',
  'Our own budget | the van | £12,000',
  'Total | the whole project | £58,800',
);

const wrong: Wrong = {
  'What is asked for, which a row of the table gives': [
    [
      `We ask the Carse Trust, by 31 January 2027, for £48,600 to pay for a driver.\n\n## Budget\n\n${ofSkeleton}`,
      '£48,600',
    ],
    [`We ask for £48,600 towards a total of £52,500.\n\n## Budget\n\n${asked}`, '£48,600'],
    [`We are asking the Fund for £44,000 over two years.\n\n## Budget\n\n${askedByYear}`, '£44,000'],
  ],
  'What is to be decided': [
    [`The Committee approves £51,900 from the reserve.\n\n## Costs\n\n${budget}`, '£51,900'],
    [`The Board agrees £51,900.\n\n## Costs\n\n${budget}`, '£51,900'],
  ],
  'What is asked for': [
    [
      `Amount requested: £315,000 over two years.\n\n## Costs\n\n${spent.replace('2024 | 2025', 'Year 1 | Year 2')}`,
      '£315,000',
    ],
    [`We are asking for £51,900.\n\n## Budget\n\n${budget}`, '£51,900'],
    [`The bid is a small one. We are seeking £50,500.\n\n## What it costs\n\n${bare}`, '£50,500'],
    [
      `We are applying for £53,500 from the trust.\n\nA breakdown:\n\n${budget}`.replace(
        ' from the trust',
        '',
      ),
      '£53,500',
    ],
  ],
};

const right: Right = {
  'What is asked for, which a row of the table gives': [
    `We ask for £46,800 towards a total of £52,500.\n\n## Budget\n\n${asked}`,
    `We ask for £46,800. It will cost £54,000 with the van.\n\n## Budget\n\n${asked}`,
    `We ask for £40,000 over two years.\n\n## Budget\n\n${askedByYear}`,
    `We ask for £12,500 for the training alone.\n\n## Budget\n\n${asked}`,
    `We ask for £20,000 a year.\n\n## Budget\n\n${askedByYear}`,
    `We ask for £1,000 for a van.\n\n## Budget\n\n${asked}`,
  ],
  'What is asked for': [
    `We are seeking £27,000 for a van.\n\n${loans}`,
    `We ask the fund for £154,500 over three years. Each year:\n\n${budget}`,
    `We ask the fund for £91,900.\n\n## What the staff cost\n\n${budget}`,
    `We ask the fund for £31,900 for the staff and their training. All costs:\n\n${budget}`,
    `We are asking the fund for £25,000.\n\n${visits}`,
    `We are seeking £27,000 for a van.\n\n## Money\n\n${loans}`,
    `We are seeking £27,000 for a van.\n\nOur use, by branch:\n\n${years}`,
    `We are seeking £27,000.\n\n## Budget of use\n\n${years}`,
    `We seek £48,000 towards the £51,500 that the project costs.\n\n## Budget\n\n${budget}`,
    `We are applying for £48,500. The rest will be met by the Friends.\n\n## Budget\n\n${budget}`,
    `We are asking for £48,000, a contribution to the cost.\n\n## Budget\n\n${budget}`,
    `We are asking for £48,000.\n\n## Budget\n\n${budget}\n\n## Other funding\n\n${funders}`,
    `We are asking for £48,000.\n\n## Budget\n\n${budget}\n\nThe project comes to £51,500 in all; fees bring some of it.`,
    `The cost is £54,000 with VAT.\n\n## Budget\n\n${budget}`,
    `We are asking for £54,000, which has £2,500 for inflation.\n\n## Budget\n\n${budget}`,
    `We are seeking £27,000 for a van.\n\nWhat we took last year:\n\n${income}`,
    `We are seeking £27,000 for a van.\n\n## Our finances\n\n${income}`,
    `The desk cost £312,000 over the two years.\n\n## Finance\n\n${spent}`,
    `We raised £310,000 in two years.\n\n## Finance\n\n${spent}`,
    `We are seeking £50,000.\n\nLast year we spent this:\n\n${budget}`,
    `We are seeking £50,000.\n\nWhat was spent in the pilot:\n\n${budget}`,
    `We are seeking £50,000.\n\nMembers by branch:\n\n${bare}`,
    `The budget is £50,000 rounded.\n\n## Budget\n\n${budget}`,
    `Our share of the cost is £48,000. We are asking for £48,000 for it; the balance is the council’s.\n\n## Budget\n\n${budget}`,
    `The programme is £50,000 plus what the council gives in kind.\n\n## Budget\n\n${budget}`,
    `We are seeking £51,500.\n\n## Budget\n\n${budget}`,
    `We are seeking £42,500.\n\n## Budget\n\n${budget}`,
    `We are bidding; the Friends bid for £50,000 last year.\n\n## Budget\n\n${budget}`,
  ],
};

describe('What is asked for, and the table of what it is for', () => holdsTo(wrong, right));

describe('A table with a wrong total', () =>
  holdsTo(
    {
      'The total alone': [
        [`We ask for £51,500.\n\n## Budget\n\n${budget.replace('51,500', '53,500')}`, '53,500'],
      ],
    },
    {},
  ));
