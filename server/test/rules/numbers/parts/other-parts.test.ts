import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'The others of a whole': [
    ['Of our nine libraries, two lose hours and the other eight do not.\n', 'eight'],
    ['Hours change at two of the nine libraries; the other eight keep theirs.\n', 'eight'],
    ['Hours change at two of the nine libraries. The other 6 libraries keep theirs.\n', '6'],
    ['Of the nine libraries, two close, three move and the remaining five stay.\n', 'nine'],
  ],
};

const right: Right = {
  'The others': [
    'Of our nine libraries, two lose hours and the other seven do not.\n',
    'Of the nine libraries, two close, three move and the remaining four stay.\n',
    'Of the six sites, two are owned. The other three are leased and one is shared.\n',
    'Two of our nine libraries are shut. The other five open all week, and two at times.\n',
    'Hours change at two of the nine libraries. The other two councils agree.\n',
    'Hours change at two of the nine libraries. The other three councils agree.\n',
    'Two of the nine libraries lose hours, and one may close. The other 40 people keep theirs.\n',
    'We have 12 vans, and two of the nine libraries lose hours. The other eight do not.\n',
  ],
};

describe('What is said of the others', () => holdsTo(wrong, right));
