import { holdsTo, type Right, type Wrong } from '../cases';

const dated = (date: string, text: string) =>
  `---\nkind: briefing\ndate: ${date}\n---\n\n# Ash Library\n\n${text}\n`;

const wrong: Wrong = {
  'What is decided before a consultation closes': [
    [
      dated(
        '2026-01-12',
        'The consultation closes on 15 March 2026. A report will go to Cabinet on 10 March 2026.',
      ),
      '10 March 2026',
    ],
    [
      dated(
        '2026-01-12',
        'The consultation closes on 15 March 2026. A report will go to Cabinet on 10 March 2026, and new hours would start in June.',
      ),
      '10 March 2026',
    ],
    [
      dated('2026-01-12', 'The consultation runs from 2 February to 30 March. Cabinet decides on 3 March.'),
      '3 March',
    ],
  ],
  'A consultation that closes on two days': [
    [
      'This consultation is open from 3 November 2025 to 25 January 2026.\n\nTell us all.\n\nThe closing date is 23 January 2026.\n',
      '23 January 2026',
    ],
  ],
};

const right: Right = {
  'Days in their order': [
    dated(
      '2026-01-12',
      'The consultation closes on 15 March 2026. A report will go to Cabinet on 24 March 2026.',
    ),
    dated('2026-01-12', 'Cabinet decides on 20 January. The consultation runs from 2 February to 30 March.'),
  ],
  'Closing days of several things': [
    'The consultation closes on 25 January 2026.\n\nFor the fund the closing date is 31 January 2026.\n',
    dated(
      '2026-01-12',
      'The consultation closes on 15 March 2026. An interim report will go to Cabinet on 10 March 2026.',
    ),
    'The consultation closes on 25 January 2026.\n\nThe staff consultation closes on 31 January 2026.\n',
  ],
};

describe('The days of a consultation', () => holdsTo(wrong, right));
