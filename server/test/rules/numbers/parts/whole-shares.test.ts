import { holdsTo, type Right, table, type Wrong } from '../cases';

const reasons = '- 42% came for books\n- 31% for a computer\n- 24% for a group\n- 9% did not answer\n';
const kinds = table('Why | Share', 'Books | 42%', 'Computers | 31%', 'A group | 24%', 'Other | 6%');

const ages = (...shares: readonly number[]): string =>
  table(
    'Age | Share',
    ...['Under 25', '25 to 44', '45 to 64', '65 and over'].map((label, at) => `${label} | ${shares[at]}%`),
  );

const wrong: Wrong = {
  'Shares of one whole': [
    [`We asked why people came.\n\n${reasons}`, '9%'],
    [`We asked why people came.\n\n${kinds}`, 'Share'],
    [ages(18, 27, 31, 29), 'Share'],
    [ages(18, 27, 31, 19), 'Share'],
  ],
};

const right: Right = {
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
