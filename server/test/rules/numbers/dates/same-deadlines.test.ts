import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'A last day that is told twice': [
    [
      'We ask you to choose your dates by Friday 11 July.\n\nThe visits are free.\n\nChoose your dates, by Friday 18 July, on the form.\n',
      'Friday 18 July',
    ],
    ['Comments to Kim by 30 November please.\n\nSign it. Comments by 13 November.\n', '13 November'],
  ],
};

const right: Right = {
  'Last days of several things': [
    '# What is on\n\n## Crafts\n\nPlease book by 2 May.\n\n## Choir\n\nPlease book by 16 May.\n',
    'Choose your dates by 11 July.\n\nSend the forms by 18 July.\n',
    'Schools reply by 11 July.\n\nParents reply by 18 July.\n',
    'Choose your dates by 11 July.\n\nChoose your dates by 18 July.\n\nChoose your dates by 25 July.\n',
    'Choose your dates by 11 July 2025.\n\nChoose your dates by 11 July 2026.\n',
  ],
};

describe('A day by which something is to be done', () => holdsTo(wrong, right));
