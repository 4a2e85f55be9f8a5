import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'A total of the sentences before it': [
    ['Monitors cost £1,350, training £746 and printing £400. In all that was £2,636.\n', '£2,636'],
    ['Staff cost £12,000 and rent £4,000. Together that is £17,000.\n', '£17,000'],
    ['Staff cost £12,400. Rent is £4,100. Insurance is £900. Altogether that comes to £17,600.\n', '£17,600'],
    ['We held 14 talks, nine walks and six films. In all that is 31 events.\n', '31'],
  ],
};

const right: Right = {
  'A total of the sentences before it': [
    'Staff cost £2,000 and rent £1,500. In all that was £3,500.\n',
    'We have £5,000. The trust gave £3,000 and the town £2,500. Together that is £10,500.\n',
    'We raised £4,000. Staff cost £2,000 and rent £1,500. In all that was £3,500.\n',
    'The roof cost £12,000 and the doors £3,000. The parish paid £9,000. In all that was £15,000.\n',
  ],
  'A total of more, or of something else': [
    'Staff cost £2,000 a year and rent £1,500 a year. In all that is £3,900.\n',
    'Shelves cost £2,000, chairs £1,500 and a bench. In all that was £3,700.\n',
    'Tickets were £3 each and 200 were sold. Altogether that was £640 with gifts.\n',
    'We spent £2,000 on shelves. The chairs were a gift. The lamps cost £400. In all that was £2,550.\n',
    'The old van cost £8,000 and the new one £12,000. In all that was £19,000 after the trade-in.\n',
    'The grant was £3,000, the sale £1,200. In total that is about £4,000.\n',
    'Ash had 12 clubs, Elm nine and Oak eight. In all, that is 31 libraries with a club.\n',
    'Twelve came on Monday, 14 on Tuesday and nine on Friday. In all that was 33 people.\n',
  ],
};

describe('Totals of the sentences before', () => holdsTo(wrong, right));
