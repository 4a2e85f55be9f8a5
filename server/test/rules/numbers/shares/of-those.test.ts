import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'A share of those who answered': [
    ['We had 612 replies. Of those who replied, 431 (62%) wanted longer hours.', '62%'],
    [
      '6.1 There were 940 replies, of which 700 came online and 240 on paper. Two meetings were held.\n\n6.2 Of those who responded, 705 (65%) were against.',
      '65%',
    ],
  ],
};

const right: Right = {
  'A share of those who answered': [
    'We had 612 replies. Of those who replied, 431 (70%) wanted longer hours.',
    'We had 612 replies and saw 695 people. Of those who replied, 431 (62%) wanted longer hours.',
    'There were 940 replies, of which 700 came online. Of those who answered online, 455 (65%) were against.',
    'We had about 612 replies. Of those who replied, 431 (62%) wanted longer hours.',
    '612 replies came in May and 580 replies in June. Of those who replied, 431 (62%) wanted longer hours.',
  ],
};

describe('Shares of those who answered', () => holdsTo(wrong, right));
