import assert from 'node:assert/strict';
import { findings } from '../../helpers';
import { holdsTo, type Right, RULE, type Wrong } from '../cases';

const wrong: Wrong = {
  'A date': [
    // A day so near is of that year, though it was a Monday in 2024.
    ['---\ndate: 2025-09-03\n---\n\nWe meet on Monday 9 September.\n', 'Monday 9 September'],
    ['The meeting is on Tuesday 14 May 2025.\n', 'Tuesday 14 May 2025'],
    [
      '---\nembargo: 00.01, Thursday 19 March 2026\n---\n\nIt opens on Saturday 20 March.\n',
      'Saturday 20 March',
    ],
    ['---\ndate: January 2026\n---\n\nCome on Saturday 29 February.\n', '29 February'],
    ['- Thurs 16 April, Ash\n- Tues 21 April, Elm\n- Thurs 24 April, Oak\n', 'Thurs 24 April'],
    [
      'Ash, Saturday 1 February.\n\nOak, Thursday 13 February, and Elm, Tuesday 26 February.\n',
      'Tuesday 26 February',
    ],
    ['- Monday 1 March, Ash\n- Tuesday 2 March, Elm\n- Wednesday 31 April, Oak\n', '31 April'],
    ['---\ndate: 2025-03-11\n---\n\nIt opens on Saturday 3 June.\n', 'Saturday 3 June'],
    ['It ran until 31 June 2024.\n', '31 June 2024'],
    ['It runs from 7 April 2025 to 15 March 2025.\n', 'from 7 April 2025 to 15 March 2025'],
    ['The consultation ran for ten weeks from 7 April to 27 July 2025.\n', 'from 7 April to 27 July 2025'],
    ['The consultation ran for twelve weeks, 10 November to 19 January.\n', '10 November to 19 January'],
    ['We consult for 12 weeks (10 November to 19 January).\n', '10 November to 19 January'],
    ['Twelve weeks, 10 November to 19 January, online.\n', '10 November to 19 January'],
    [
      'The consultation is open from 10 November 2025 to 19 January 2026, twelve weeks.\n',
      'from 10 November 2025 to 19 January 2026',
    ],
    [
      'The consultation is open from Monday 10 November to Monday 19 January (twelve weeks).\n',
      'from Monday 10 November to Monday 19 January',
    ],
    ['The consultation runs from 10–24 November (four weeks).\n', 'from 10–24 November'],
    ['A six-week consultation, 12 January – 6 March 2026, is planned.\n', '12 January – 6 March 2026'],
    [
      'The pilot ran between 3 June and 29 July 2024, a period of six weeks.\n',
      'between 3 June and 29 July 2024',
    ],
  ],
};

const right: Right = {
  'A date': [
    'The meeting is on Wednesday 14 May 2025.\n',
    'It opens on Monday 3 June.\n',
    '---\ndate: January 2024\n---\n\nCome on Thursday 29 February.\n',
    '---\nembargo: Thursday 19 March\n---\n\nIt opens on Saturday 20 March.\n',
    '- Thurs 16 April, Ash\n- Tues 21 April, Elm\n- Fri 24 April, Oak\n',
    // Of another year, or so few that nobody can say which is wrong.
    '- Thurs 16 April, Ash\n- Tues 21 April, Elm\n- Thurs 24 October, Oak\n',
    '- Thurs 16 April, Ash\n- Thurs 24 April, Oak\n',
    '- Thurs 16 April, Ash\n- Thurs 24 April, Elm\n- Fri 2 May, Oak\n- Thurs 7 May, Lime\n',
    'The consultation ran for ten weeks from 7 April to 15 June 2025.\n',
    'The consultation ran for six weeks, from Monday 7 September to Friday 16 October 2026.\n',
    'The course ran for six weeks, from 7 September to 12 October.\n',
    'The project will run for 24 months, from April 2027 to March 2029.\n',
    'The project will run for two years, from April 2027 to April 2029.\n',
    'It ran for 18 months, April 2025 to the end of September 2026.\n',
    'We met for nine weeks from February to April 2024.\n',
    'In the first twelve months (March 2024 to February 2025) 40 came.\n',
    'It was shut for two weeks from 3 June to July 2025.\n',
    'Loans in March and May 2025, two months of term, were 4,000.\n',
    'Twelve weeks, from 27 January to 20 April 2025.\n',
    // Less than a hundred days back, and to come: of the next year.
    '---\ndate: 2026-02-02\n---\n\nThe fair is on Wednesday 11 November.\n',
    'It ran from 12 September to 3 June 2024.\n',
    'It is open for 38 weeks from 2 September 2024 to 18 July 2025.\n',
    'The fair runs from Monday 12 to Friday 16 May 2025.\n',
    'Ten weeks, 10 November to 19 January, online.\n',
    'The library is open 38 weeks (2 September to 18 July).\n',
    'The survey was open from 1 May to 30 June, two weeks before the meeting.\n',
    'The consultation ran for eight weeks from 10 to 24 November and again in January.\n',
    'The pilot ran for two weeks, 10 to 24 November.\n',
    'In six weeks of term, 1 September to 24 October, we saw 400 children.\n',
    'It ran for three days a week, 10 November to 19 January.\n',
    'Storytime runs for ten weeks from 8 January to 26 March, with a break for half term.\n',
    'The course runs from 6 January to 24 March (ten weeks, with a week off in February).\n',
    'The course lasts ten weeks, 10 September to 3 December, with a two-week holiday in October.\n',
    'The pilot is for one year, 1 April 2025 to 31 March 2026.\n',
    'We met on 10 November and 19 January, twelve weeks apart.\n',
    'Over the ten weeks 2 June to 8 August we had 300 visits.\n',
    'It is closed from 24 December to 2 January (six working days).\n',
    'It ran from 10 November 2025 to 19 January, ten weeks.\n',
    'The fair ran for three days, 10 to 24 November.\n',
  ],
};

describe('Dates that cannot be', () => {
  holdsTo(wrong, right);

  it('of which the length is told wrong are said to be of about one year, not “1 years”', () => {
    const [found] = findings(RULE, 'It ran for two years, 1 September 2023 to 31 July 2024.\n');
    assert.match(found!.message, /is about 1 year, not “two years”/);
  });
});
