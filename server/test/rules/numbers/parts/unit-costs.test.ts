import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'What one visit costs': [
    ['The van made 31,500 visits possible and cost £186,400 to run, or £7.92 a visit.', '£7.92'],
    ['The van had 31,500 visits last year. It cost £186,400 to run, which is £7.92 per visit.', '£7.92'],
    ['We ask for £19,840 for 160 people, which is £112 a person.', '£112'],
  ],
  'When a cost comes back': [
    [
      'The scheme costs £148,500 and saves £41,250 a year. It pays for itself in 2.6 years.',
      'pays for itself in 2.6 years',
    ],
    [
      'The scheme costs £90,000, saves £20,000 a year and so pays for itself in under four years.',
      'pays for itself in under four years',
    ],
  ],
};

const right: Right = {
  'What one visit costs': [
    'The van made 31,500 visits possible and cost £186,400 to run, or £5.92 a visit.',
    'We ask for £19,840 for 160 people, which is £124 a person.',
    'The van made 31,500 visits possible and cost £186,400 to run, or about £6 a visit.',
    'The van made 31,500 visits possible and cost £186,400 to run. A branch costs £4.10 a visit.',
    'The van had 31,500 visits, the branch 20,100 visits. The van cost £186,400, or £5.50 a visit.',
    'The van had 31,500 visits at a net cost of £186,400, or £5.50 a visit.',
  ],
  'When a cost comes back': [
    'The scheme costs £148,500 and saves £41,250 a year. It pays for itself in 3.6 years.',
    'The scheme costs £148,500 and saves £41,250 a year. It pays for itself in under four years.',
    'The scheme costs £148,500, of which £20,000 is a grant, and saves £41,250 a year. It pays back in 3 years.',
    'The scheme costs about £148,500 and saves £41,250 a year. It pays back in three years.',
  ],
};

describe('What one of many costs, and when a cost comes back', () => holdsTo(wrong, right));
