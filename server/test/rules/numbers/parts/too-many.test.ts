import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'Some of a whole': [['Of the 17 posts, 19 are vacant.\n', '19']],
  'Some of what the sentence before counts': [],
};

const right: Right = {
  'A part of a whole': [
    'Of the 17 posts, nine are vacant.\n',
    'The group has 34 members, 31 of whom live alone.\n',
    'Of the 84 who answered, most were glad. Eighty-one of them said so.\n',
  ],
  'What is some of something else': [
    'Of the 17 libraries, 19 hours are lost at Ash alone.\n',
    'Of our 12 libraries, 3,400 people use the one at Ash.\n',
    '58 people answered the survey. 63 times the computers were full.\n',
    'Kim talked to drivers at three depots. Four of them have come forward since.\n',
    'A van came to all 12 villages with 900 books. 40 of them were lent.\n',
  ],
};

describe('Parts that are more than their whole', () => holdsTo(wrong, right));
