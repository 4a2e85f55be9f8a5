import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'So many in each of so many': [
    ['About 230 children take part in each of the four libraries, 820 in all.\n', '820'],
    ['There will be 12 sessions in each of six libraries, 76 in all.\n', '76'],
  ],
  'So many sets of so many': [
    ['We run 12 groups of eight people, 106 people in all.\n', '106'],
    ['There are 14 reading groups of 9, or 136 readers in all.\n', '136'],
  ],
  'So many at so much': [
    ['We need 40 tablets at £180 each, £7,400 in all.\n', '£7,400'],
    ['Twelve kiosks at £140 each come to £1,860.\n', '£1,860'],
    ['30 boxes × £12 = £380.\n', '£380'],
    ['We need 40 chairs. At £85 each, that is £3,600.\n', '£3,600'],
    ['24 sessions × 60 people = 1,540 places.\n', '1,540'],
    ['We ran 24 sessions at £35 each, at a cost of £940.\n', '£940'],
  ],
};

const right: Right = {
  'A product': [
    'We need 40 chairs. At £85 each, that is £3,400.\n',
    'We need 40 chairs. At £85 each, that is £3,800 with the covers.\n',
    'We need 40 chairs for two halls. At £85 each, that is £1,700.\n',
    'We need at least 40 chairs. At £85 each, that is £3,600.\n',
    'We ran 24 sessions at £35 each, at a cost of £840.\n',
    'About 205 children take part in each of the four libraries, 820 in all.\n',
    'About 230 children take part in each of the four libraries, 900 in all.\n',
    'We need 40 tablets at £180 each, £7,200 in all.\n',
    'We run 12 groups of eight people, 96 people in all.\n',
    'We run 12 groups of eight people, and 106 people came.\n',
    'Twelve kiosks at £139.50 each come to £1,674.\n',
  ],
  'What is multiplied again, or not all': [
    'There will be 12 sessions in each of six libraries for two terms, 144 in all.\n',
    'We need 40 tablets at £180 each, £7,400 in all with delivery.\n',
    'We need 40 tablets at £180 each plus a case, £7,400 in all.\n',
    'We bought 40 tablets at £180 each, and £9,000 is left.\n',
    'About 230 children take part in each of the four libraries, and 820 read at home.\n',
    'We run 12 groups of eight and a leader, 108 in all.\n',
    'Six teams of five with captains, 36 in all, took part.\n',
    'Twelve tablets at £180 each and a trolley come to £2,700.\n',
  ],
  'The last of what is added up': [
    'We need two printers at £300 each and 40 tablets at £180 each, £7,800 in all.\n',
    'Two boxes of five, and ten boxes of eight, 90 in all, went to Elm.\n',
    'There were 30 adults and 205 children in each of the four libraries, 850 in all.\n',
  ],
};

describe('What is so many times so much', () => holdsTo(wrong, right));
