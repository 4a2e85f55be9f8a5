import { holdsTo, type Right, type Wrong } from '../cases';

const paper = (summary: string, body: string, head = 'The case') =>
  `# Reading in Ashby\n\n## Summary\n\n${summary}\n\n## ${head}\n\n${body}\n`;

const wrong: Wrong = {
  'A sentence that stands twice with another number': [
    [
      paper(
        'Borrowing by children has grown by 18% since 2022.',
        'Borrowing by children has grown by 13% since 2022.',
      ),
      '18%',
    ],
    [
      `# Hours\n\n## Options\n\n- Extend opening at Ash Library by eight hours a week.\n- Sell the van.\n\n## Recommendation\n\n- Extend opening at Ash Library by six hours a week.\n`,
      'eight',
    ],
    [
      paper(
        'The 26 sessions at Elm reached 431 new parents.',
        'At Elm, the 26 sessions reached 413 new parents.',
      ),
      '431',
    ],
  ],
  'A sentence that stands twice with another unit': [
    [
      paper(
        'Every pound spent on the reading hour saves £3.20 a month.',
        'Every pound spent on the reading hour saves £3.20 a year.',
      ),
      '£3.20',
    ],
  ],
};

const right: Right = {
  'A sentence that says something else, or the same': [
    '## Ash\n\nThe library is open to all for 32 hours a week.\n\n## Elm\n\nThe library is open to all for 30 hours a week.\n',
    paper(
      'Borrowing by children has grown by 18% since 2022.',
      'Borrowing by children has grown by 18% since 2022.',
    ),
    paper(
      'Borrowing by children has grown by 18% since 2022.',
      'Borrowing by adults has grown by 13% since 2022.',
    ),
    paper(
      'Borrowing by children has grown by 18% since 2022.',
      'Borrowing by children has grown by 13% since 2023.',
    ),
    paper(
      'Borrowing by children had grown by 18% since 2022.',
      'Borrowing by children will have grown by 13% since 2022.',
    ),
    paper('It costs £4 a visit.', 'It costs £3 a visit.'),
  ],
  'Options and places with numbers of their own': [
    '# Hours\n\n## Option A\n\nExtend opening at the library by six hours a week with two staff.\n\n## Option B\n\nExtend opening at the library by eight hours a week with two staff.\n',
    '# Hours\n\n## Options\n\nExtend opening at the library by six hours a week.\n\nExtend opening at the library by eight hours a week.\n\n## Recommendation\n\nExtend opening at the library by eight hours a week.\n',
    '# Hours\n\n## Ash\n\nThe library is open for 32 hours a week.\n\n## Elm\n\nThe library is open for 30 hours a week.\n',
  ],
};

describe('A sentence that a paper says twice', () => holdsTo(wrong, right));
