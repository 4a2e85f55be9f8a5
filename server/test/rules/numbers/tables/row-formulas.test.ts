import { holdsTo, type Right, table, type Wrong } from '../cases';

const prices = (total: string) =>
  table(
    'Item | Number | Price | Total',
    'Tablets | 20 | £180 | £3,600',
    'Cases | 20 | £15 | £300',
    `SIM cards | 40 | £12 | ${total}`,
    'Chargers | 10 | £14 | £140',
  );
const hours = (after: string) =>
  table(
    'Library | Hours now | Hours cut | Hours after',
    'Ash | 40 | 6 | 34',
    'Elm | 38 | 4 | 34',
    `Oak | 30 | 5 | ${after}`,
    'Yew | 22 | 2 | 20',
  );

const wrong: Wrong = {
  'A number that does not follow from two others of its row': [
    [prices('£580'), '£580'],
    [hours('24'), '24'],
    [
      table(
        'Post | Weeks | Hours a week | Hours',
        'Tutor | 30 | 4 | 120',
        'Helper | 30 | 6 | 180',
        'Driver | 20 | 3 | 80',
        'Host | 12 | 5 | 60',
      ),
      '80',
    ],
  ],
  'Of a table whose columns are what others have in rows': [
    [
      table(
        'What | 2023 | 2024 | 2025 | 2026',
        'Income | 140 | 152 | 160 | 171',
        'Costs | 120 | 131 | 138 | 150',
        'Surplus | 20 | 21 | 24 | 21',
      ),
      '24',
    ],
  ],
};

const right: Right = {
  'Columns that all follow': [prices('£480'), hours('25')],
  'Too few rows to show how a column is worked out': [
    table(
      'Item | Number | Price | Total',
      'Tablets | 20 | £180 | £3,600',
      'Cases | 20 | £15 | £300',
      'Cards | 40 | £12 | £580',
    ),
  ],
  'A number that follows from something else': [
    // A third column has what is added in one row alone.
    table(
      'Year | Licence | Fee | Moving | Total',
      '2026 | £41,000 | £14,000 | £78,000 | £133,000',
      '2027 | £56,000 | £15,000 | – | £71,000',
      '2028 | £57,000 | £15,000 | – | £72,000',
      '2029 | £58,000 | £16,000 | – | £74,000',
    ),
    // A mean of two columns that add up in the other rows.
    table(
      'What | Ash | Elm | Both',
      'Evenings | 38 | 38 | 76',
      'Visits | 4,102 | 5,377 | 9,479',
      'Visits an evening | 108 | 142 | 125',
      'Slips | 3 | 5 | 8',
    ),
    // People who speak one language in both years.
    table(
      'What | Year 1 | Year 2 | Both years',
      'Learners | 421 | 611 | 1,032',
      'Women | 291 | 398 | 689',
      'Languages | 38 | 44 | 51',
      'Visits | 5,214 | 8,090 | 13,304',
    ),
    // The average is rounded, and not what the audience is worked out from.
    table(
      'Library | Gigs | Audience | Average',
      'Ash | 12 | 1,128 | 94',
      'Elm | 8 | 592 | 74',
      'Oak | 8 | 536 | 67',
      'Yew | 6 | 188 | 31',
    ),
  ],
};

describe('Columns of a table that follow from two others', () => holdsTo(wrong, right));
