import { holdsTo, type Right, table, type Wrong } from '../cases';

const reasons = '- 42% came for books\n- 31% for a computer\n- 24% for a group\n- 9% did not answer\n';
const kinds = table('Why | Share', 'Books | 42%', 'Computers | 31%', 'A group | 24%', 'Other | 6%');

const ages = (...shares: readonly number[]): string =>
  table(
    'Age | Share',
    ...['Under 25', '25 to 44', '45 to 64', '65 and over'].map((label, at) => `${label} | ${shares[at]}%`),
  );

const wrong: Wrong = {
  'Shares of something that is used up, or of all who answered': [
    ['- 44% said yes\n- 27% said no\n- 29% had not heard of it\n- 4% did not want to say\n', '4%'],
    ['- 34% look for jobs\n- 44% print\n- 21% borrow\n- 6% didn’t say\n', '6%'],
    ['60% of the budget last year went on books we had. 35% went on new ones and 15% on games.\n', '60%'],
    [
      'Of those withdrawn, 52% were sold, 31% went to a charity, 11% to schools and care homes, and 8% were recycled as unusable.\n',
      '8%',
    ],
  ],
  'Shares of one whole': [
    [`We asked why people came.\n\n${reasons}`, '9%'],
    [`We asked why people came.\n\n${kinds}`, 'Share'],
    [ages(18, 27, 31, 29), 'Share'],
    [ages(18, 27, 31, 19), 'Share'],
  ],
};

const right: Right = {
  'Shares of something that is used up, or of all who answered': [
    '- 44% said yes\n- 27% said no\n- 25% had not heard of it\n- 4% did not want to say\n',
    '- 44% said yes\n- 27% said no\n- 29% had not heard of it\n- 4% came for other reasons\n',
    '- 44% said yes\n- 27% said no\n- 19% had not heard of it\n- 4% did not want to say\n',
    '- 44% wanted books\n- 87% wanted films\n- 29% wanted maps\n- 4% did not want to say\n',
    '- 44% said yes\n- about 27% said no\n- 29% had not heard of it\n- 4% did not want to say\n',
    '60% of the budget last year went on books we had. 25% went on new ones and 15% on games.\n',
    'Of those withdrawn, 52% were sold, 31% went to a charity, 11% to schools, and 7% were recycled.\n',
    'Of our users, 58% are over 70, 31% are carers and 15% live alone.\n',
    '60% of the budget went on books. 35% of the children went to a club and 15% to two.\n',
    '60% of leavers went on to work, 35% to college, and of those 15% to both.\n',
    'Use fell from 60% to 45%, and 15% went to the hub.\n',
    '65% of the grant went on people, 25% on rooms and 10% on travel. 5% went on food that we paid for.\n',
    '60% of the grant went on staff, 35% on stock, and 15% of staff time on events.\n',
    '60% of pupils went to a club, 35% to the fair, and 15% to more than one.\n',
    'The fund gave 60% to the north, 35% to the south, and another 15% went on costs last year.\n',
    '60% of visitors went to the café, 52% to the children’s room and 15% to the archive.\n',
  ],
  'Shares of which the words beside them say why': [
    `People could tick more than one reason.\n\n${reasons}`,
    `People could choose as many as they liked.\n\n${reasons}`,
    `We asked why people came.\n\n${reasons}\nPeople could give more than one answer.\n`,
    `People could give two reasons.\n\nThe answers were:\n\n${kinds}`,
    `${kinds}\nSome gave several answers.\n`,
  ],
  'Shares that are not of one whole': [
    ages(18, 22, 31, 29),
    ages(18, 22, 31, 28),
    ages(48, 42, 61, 29),
    ages(18, 27, 31, 29).replace('Age', 'Age of all who use it, more than one if a family'),
    table('Loans | Share who come back', '1 to 5 | 18%', '6 to 10 | 27%', '11 to 20 | 31%', '21 to 30 | 29%'),
    '- 62% came for books\n- 31% for a computer\n- 14% for a group\n- 2% did not answer\n',
    table('Why | % of visits', 'Books | 58%', 'Computers | 27%', 'A group | 14%', 'Papers | 9%'),
    table('Kind | % of stock', 'Fiction | 58%', 'Children’s | 27%', 'Large print | 14%', 'Welsh | 9%'),
  ],
  'Shares that are not all': [
    `${table('Subject | % of loans', 'Crime | 38%', 'Romance | 27%', 'Cooking | 18%', 'History | 10%')}\nThese are the four most borrowed subjects.\n`,
    `Our four largest budgets are these.\n\n${table('What | Share of budget', 'Staff | 58%', 'Books | 20%', 'Rent | 10%', 'Heat | 5%')}`,
    table('What | Share of budget', 'Staff | 58%', 'Books | 20%', 'Rent | 10%', 'Heat | 5%'),
  ],
};

describe('Shares of one whole', () => holdsTo(wrong, right));
