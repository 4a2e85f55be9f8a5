import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'So many in each': [
    ['We work with four villages. There will be six workshops in each village, 20 in all.', '20'],
    ['We work with four branches. There will be six workshops in each branch, 20 in all.', '20'],
    ['Each of the five libraries will hold eight sessions, 45 in all.', '45'],
  ],
};

const right: Right = {
  'So many in each': [
    'We work with four villages. There will be six workshops in each village, 24 in all.',
    'We work with four villages. There will be six workshops in each library, 20 in all.',
    'We work with four villages and then two villages. There will be six workshops in each village, 20 in all.',
    'Each of the five libraries will hold eight sessions, 40 in all.',
    'Each of the five libraries will hold about eight sessions, about 45 in all.',
  ],
};

describe('What so many in each make', () => holdsTo(wrong, right));
