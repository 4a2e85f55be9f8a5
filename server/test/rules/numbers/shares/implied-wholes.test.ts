import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'The one number that is not its share of what the others are of': [
    [
      'Children’s books made up 58% of them (1,700), adult fiction 27% (885) and the rest 15% (491).\n',
      '1,700',
    ],
    ['In the end 124 (50%) came by bus, 74 (30%) on foot and 65 (20%) by car.\n', '65'],
  ],
};

const right: Right = {
  'Shares of one whole': [
    'Children’s books made up 58% of them (1,900), adult fiction 27% (885) and the rest 15% (491).\n',
    'In the end 124 (50%) came by bus, 74 (30%) on foot and 50 (20%) by car.\n',
    'Of some loans 45% (1,700) were novels, 30% (1,100) were for children and 25% (900) were the rest.\n',
    'Six hundred and two (66%) would accept it, 219 (24%) would not and 90 (10%) had no view.\n',
  ],
  'Shares that are not of one whole, or not all': [
    'Of the adults 124 (50%) came, of the teenagers 74 (30%) and of the children 65 (25%).\n',
    'In the end 124 (50%) came by bus and 74 (50%) on foot.\n',
  ],
};

describe('Numbers beside shares that make 100%', () => holdsTo(wrong, right));
