import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'A list and what it comes to': [
    [
      'The store costs £127,000 a year to run, made up as follows:\n\n- rent: £43,500\n- staff (2.6 posts): £71,000\n- repairs: £19,500\n',
      '£127,000',
    ],
    [
      'We had £28,000 from the fund. It was spent:\n\n- shelves: £11,400\n- things: £7,900\n- staff: £9,200\n',
      '£28,000',
    ],
    [
      '- 64 branches\n- 31 owned outright, 22 rented, 13 shared with schools\n',
      '31 owned outright, 22 rented, 13',
    ],
    [
      'We heard from 208 people:\n\n- Open later (91)\n- Open on Sundays (64)\n- Something else (59)\n',
      '208',
    ],
    ['We reach 400 people, of whom:\n\n* 210 have retired\n* 130 live alone\n* 80 are carers\n', '400'],
  ],
};

const right: Right = {
  'A list and what it comes to': [
    'It cost £28,500, of which we had £28,000. It was spent:\n\n- shelves: £11,400\n- things: £7,900\n- staff: £9,200\n',
    'We had £28,000, among others for:\n\n- shelves: £11,400\n- things: £7,900\n- staff: £9,200\n',
    'Of £60,000 we have spent:\n\n- shelves: £11,400\n- things: £7,900\n- staff: £9,200\n',
    '- 64 branches\n- 31 owned outright, 22 rented, 11 shared with schools\n',
    '- 64 branches\n- 31 with a café, 22 with a garden, 29 with a lift\n',
    'We heard from 208 people:\n\n- Open later (91)\n- Open on Sundays (64)\n- Something else (53)\n',
    'We heard from 208 people, and the main wishes were:\n\n- Later (91)\n- Sundays (64)\n- Music (59)\n',
  ],
};

describe('Lists and their wholes', () => holdsTo(wrong, right));
