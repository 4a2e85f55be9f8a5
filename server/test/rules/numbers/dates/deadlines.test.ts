import { holdsTo, type Right, type Wrong } from '../cases';

const dated = (date: string, text: string) =>
  `---\nkind: briefing\ndate: ${date}\n---\n\n# Ash Library\n\n${text}\n`;

const wrong: Wrong = {
  'What is asked for by a day before the paper': [
    [dated('2026-03-10', 'We ask you to decide by 27 February 2026.'), '27 February 2026'],
    [dated('2026-03-10', 'Please reply by Friday 27 February.'), 'Friday 27 February'],
  ],
  'What is to be done by a day after that which it is for': [
    [
      dated('2026-03-10', 'Please reply by 20 June, so that we can report to the Cabinet on 11 June.'),
      '20 June',
    ],
  ],
  'What is decided before a consultation closes': [
    [
      dated(
        '2026-01-12',
        'The consultation closes on 15 March 2026. A report will go to Cabinet on 10 March 2026.',
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
  'A last day that is told twice': [
    [
      'We ask you to choose your dates by Friday 11 July.\n\nThe visits are free.\n\nChoose your dates, by Friday 18 July, on the form.\n',
      'Friday 18 July',
    ],
    ['Comments to Kim by 30 November please.\n\nSign it. Comments by 13 November.\n', '13 November'],
  ],
};

const right: Right = {
  'Days in their order': [
    dated('2026-03-10', 'We ask you to decide by 27 March 2026.'),
    dated('2026-12-10', 'Please reply by 27 February.'),
    dated('2026-03-10', 'People were asked to reply by 27 February 2026.'),
    dated('2026-03-10', 'Please reply by 20 May, so that we can report to the Cabinet on 11 June.'),
    dated(
      '2026-01-12',
      'The consultation closes on 15 March 2026. A report will go to Cabinet on 24 March 2026.',
    ),
    dated('2026-01-12', 'Cabinet decides on 20 January. The consultation runs from 2 February to 30 March.'),
  ],
  'Days of several things': [
    '# What is on\n\n## Crafts\n\nPlease book by 2 May.\n\n## Choir\n\nPlease book by 16 May.\n',
    'The consultation closes on 25 January 2026.\n\nFor the fund the closing date is 31 January 2026.\n',
    dated(
      '2026-01-12',
      'The consultation closes on 15 March 2026. An interim report will go to Cabinet on 10 March 2026.',
    ),
    'The consultation closes on 25 January 2026.\n\nThe staff consultation closes on 31 January 2026.\n',
    'Choose your dates by 11 July.\n\nSend the forms by 18 July.\n',
    'Schools reply by 11 July.\n\nParents reply by 18 July.\n',
    'Choose your dates by 11 July.\n\nChoose your dates by 18 July.\n\nChoose your dates by 25 July.\n',
    'Choose your dates by 11 July 2025.\n\nChoose your dates by 11 July 2026.\n',
  ],
};

describe('Days by which something is to be done', () => holdsTo(wrong, right));
