import { holdsTo, type Right, table, type Wrong } from './cases';

const years = table(
  'What | 2023/24 | 2024/25',
  'Visits | 100 | 120',
  'Loans | 200 | 220',
  'Total | 300 | 340',
);

const wrong: Wrong = {
  'A change of one thing at two times': [
    ['We had 1,200 visits in May and 1,500 in June. That is a rise of 20%.\n', '20%'],
    ['Loans were 4,100, against 5,000 the year before. That is a fall of 22%.\n', '22%'],
    ['Members went from 1,210 to 1,480. It was an increase of 28%.\n', '28%'],
    ['We spent £61,000 in 2023 and £52,000 in 2024. That is a cut of 17%.\n', '17%'],
    [`${years}\nThe rise is 10%.\n`, '10%'],
    [`${years}\n**This is a rise of 11%** overall.\n`, '11%'],
  ],
};

const right: Right = {
  'A change of something else': [
    'We ran 84 sessions and lent 2,310 books. That is an increase of 12% on the year before.\n',
    'We have 1,240 members and 610 of them are children. That is an increase of 8%.\n',
    'Energy cost £18,000 and cleaning £6,500. The increase is 4%, in line with our contract.\n',
    'Staff cost £310,000 and stock £84,000. That is a cut of 5% since 2020.\n',
    'The mobile library made 412 stops and lent 9,870 items. It is a fall of 6%, after the flood.\n',
    'In May there were 412 visits and in June 9,870 loans. That is a rise of 12%.\n',
    'Before the works we had 1,200 visits a week, and the hall seated 1,000. That is a rise of 15%.\n',
    'Last year we had 1,200 and this year 9,400. That is a rise of 12%.\n',
    `${years}\nThis is a rise of 9% since 2020.\n`,
    `${years}\nThis is a rise of 11% in visits by children.\n`,
    `${years}\nWe had 12 sites. This is a rise of 11%.\n`,
  ],
};

describe('A change of what is right before it', () => holdsTo(wrong, right));
