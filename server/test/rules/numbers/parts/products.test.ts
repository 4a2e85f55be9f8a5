import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'So many at so much': [
    ['30 boxes × £12 = £380.\n', '£380'],
    ['24 sessions × 60 people = 1,540 places.\n', '1,540'],
  ],
};

const right: Right = {
  'A product': [
    '30 boxes × £12 = £360.\n',
    '40 chairs × £85.25 = £3,410.\n',
    'About 24 sessions × 60 people = 1,500 places.\n',
    '30 boxes × £12 = £900.\n',
  ],
};

describe('What is so many times so much', () => holdsTo(wrong, right));
