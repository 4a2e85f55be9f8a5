import { holdsTo, type Right, table, type Wrong } from '../cases';

const wrong: Wrong = {
  'An average of the other columns': [
    [table('Year | Sessions | Visits | Average', '2024 | 47 | 564 | 12', '2025 | 48 | 816 | 19'), '19'],
    [
      table(
        'Supplier | Fund | Items | Average price',
        'A | £98,000 | 8,000 | £12.25',
        'B | £60,000 | 5,000 | £12.00',
        'C | £421,000 | 39,240 | £10.50',
      ),
      '£10.50',
    ],
  ],
  'A share of all': [
    [
      table('Age | Number | %', '0–15 | 40 | 40%', '16–64 | 35 | 45%', '65+ | 25 | 25%', 'Total | 100 |'),
      '45%',
    ],
    [table('Site | Loans | Share', 'Ash | 215 | 43%', 'Elm | 100 | 20%', 'Oak | 185 | 27%'), '27%'],
  ],
  'Shares of one whole': [
    [table('Reason | %', 'Books | 41', 'Study | 29', 'Printing | 17', 'Warmth | 6', 'Other | 10'), '10'],
    [
      table(
        'Stock | 2024 | 2028',
        'Fiction | 40% | 35%',
        'Fact | 30% | 30%',
        'Children | 20% | 27%',
        'Local | 10% | 10%',
      ),
      '2028',
    ],
  ],
  'A column that is worked out of others': [
    // A share of the first year is no change.
    [
      table(
        ' | 2023 | 2025 | Change',
        'Members | 1,206 | 1,893 | +57%',
        'Visits | 2,410 | 6,155 | +255%',
        'Loans | 3,118 | 9,940 | +219%',
      ),
      '+255%',
    ],
    // What stays the same is no mistake.
    [
      table(
        'Charge | Now | Proposed | Change',
        'Fine, most | £8.00 | £8.00 | 0%',
        'Fine, a day | 25p | 25p | 0%',
        'Print | 40p | 50p | +20%',
        'Hall | £9.00 | £9.50 | +5.6%',
        'Room | £22.00 | £27.00 | +22.7%',
        'Copy | 15p | 20p | +33%',
        'Card | £2.00 | £2.50 | +20%',
        'Hold | £6.00 | £8.00 | +33%',
      ),
      '+20%',
      '+20%',
    ],
    [
      table(
        'Site | 2023 | 2024 | Change',
        'Ash | 200 | 230 | +15%',
        'Elm | 400 | 500 | +20%',
        'Oak | 80 | 60 | -25%',
      ),
      '+20%',
    ],
    [
      table(
        'Site | Joined | Finished | %',
        'Ash | 200 | 120 | 60',
        'Elm | 400 | 200 | 55',
        'Oak | 80 | 60 | 75',
      ),
      '55',
    ],
    [
      table(
        'Post | Now | Then | Change',
        'A | 9.0 | 6.0 | -3.0',
        'B | 5.5 | 5.0 | -1.5',
        'C | 4.0 | 7.0 | +3.0',
        'D | 2.0 | 1.0 | -1.0',
      ),
      '-1.5',
    ],
  ],
  'Rows of a table that are counted': [
    [
      'There is a red, and three ambers.\n\n' +
        table('Measure | RAG', 'Loans | G', 'Visits | A', 'Staff | Red', 'Money | A? under review'),
      'three',
    ],
    [
      'Five of six measures on target.\n\n' +
        table('Measure | Met?', 'A | Y', 'B | Y', 'C | N', 'D | Y', 'E | N', 'F | Y'),
      'Five',
    ],
    [
      '4 of 5 complete.\n\n' +
        table('Action | Status', 'A | Done 3/4', 'B | Complete', 'C | Not yet', 'D | Started', 'E | Done'),
      '4',
    ],
  ],
};

const right: Right = {
  'An average of the other columns': [
    table('Year | Sessions | Visits | Average', '2024 | 47 | 564 | 12', '2025 | 48 | 816 | 17'),
    table('Year | Sessions | Visits | Average age', '2024 | 47 | 564 | 41', '2025 | 48 | 816 | 39'),
    table('Year | Sessions | Visits | Sessions per week', '2024 | 47 | 564 | 12', '2025 | 48 | 816 | 3'),
  ],
  'A share of all': [
    table('Age | Number | %', '0–15 | 40 | 40%', '16–64 | 35 | 35%', '65+ | 25 | 25%', 'Total | 100 | 100%'),
    table('Site | Loans | Share of fiction', 'Ash | 215 | 41%', 'Elm | 100 | 60%', 'Oak | 185 | 37%'),
  ],
  'Shares of one whole': [
    table('Reason | %', 'Books | 41', 'Study | 29', 'Printing | 15', 'Warmth | 7', 'Other | 9'),
    table('Tick all that apply | %', 'Books | 41', 'Study | 29', 'Printing | 15', 'Warmth | 7', 'Other | 15'),
    table('Group | Here', 'Under 16 | 31%', 'Women | 58%', 'Disabled | 9%', 'Carers | 6%'),
  ],
  'A column that is worked out of others': [
    table(
      'Site | Before | After | Change',
      'Ash | 41,870 | 49,305 | +17.8%',
      'Elm | 28,416 | 29,220 | +2.8%',
      'Together | 70,286 | 78,525 | +11.7%',
    ),
    // Most are measured otherwise.
    table('Measure | 2022 | 2024 | Change', 'eBooks | 2,410 | 6,155 | 12%', 'Visits | 100 | 110 | 4%'),
    table(
      'Site | 2023 | 2024 | Change',
      'Ash | 200 | 230 | +15%',
      'Elm | 400 | 500 | +25%',
      'Oak | 80 | 60 | -25%',
    ),
    table('Reason (tick all) | %', 'Time | 61', 'Place | 48', 'Cost | 33'),
    table('Group | Here | England', 'Eligible | 46.6% | 51.5%', 'Not | 69.9% | 72.0%', 'All | 65.8% | 67.7%'),
    table(
      'Measure | Now | 2027 | 2029',
      'Staff happy | 58% | 65% | 75%',
      'Sick days | 11.2 | 10 | 9',
      'Under 30 | 7% | 11% | 15%',
    ),
  ],
  'Rows of a table that are counted': [
    `There are two ambers.\n\n${table('Measure | RAG', 'Loans | G', 'Visits | A', 'Staff | R', 'Money | A')}`,
    'We have three red and green flags.\n\n' +
      table('Measure | RAG', 'Loans | G', 'Visits | A', 'Staff | R', 'Money | A'),
    'Four of six measures on target, and four of five actions done.\n\n' +
      table('Measure | Met?', 'A | Y', 'B | Y', 'C | N', 'D | Y', 'E | N', 'F | Y'),
    'In all, 61% agreed or said nothing.\n\n' +
      table('Answer | %', 'Strongly agree | 31.2', 'Agree | 25.1', 'Neither | 20.3', 'Disagree | 23.4'),
  ],
};

describe('Numbers of a table that disagree', () => holdsTo(wrong, right));
