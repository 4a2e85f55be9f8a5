import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'A rate': [
    ['We wrote to 510 carers and heard from 214, a response rate of 48%.\n', '48%'],
    ['The course took on 84 learners, and 61 finished it, a completion rate of 69%.\n', '69%'],
    ['- 330 families were invited\n- 207 came to a session – a take-up rate of 59%\n', '59%'],
    ['Of 1,140 reservations 912 were met in a week, a success rate of 74%.\n', '74%'],
  ],
  'What remains': [
    ['All 94 have been asked to come and 81 have come. The remaining 15 will.\n', '15'],
    [
      'The hall (62 bays) has gone to the school (18), the office (6) and the house (4). The remaining 36 bays are in place.\n',
      '36',
    ],
    [
      'Each of the ten libraries will have a café. Six have one now. The cost of the other three is £57,000.\n',
      'three',
    ],
    ['We have met 11 of the 12 duties in full, with the remaining two met in part.\n', 'two'],
    [
      'There are 17 libraries. Five have been refurbished. Visits to the other thirteen have fallen.\n',
      'thirteen',
    ],
  ],
};

const right: Right = {
  'A rate': [
    // Of any two of the counts.
    '312 of 400 members renewed and 45 new people joined, a renewal rate of 78%.\n',
    'We had 640 enquiries, of which 512 were answered the same day by 14 volunteers, a same-day rate of 80%.\n',
    'Of 40 learners 32 stayed to the end and 24 passed, a pass rate of 75%.\n',
    'We wrote to 500 families and 30 schools and 210 replied, a response rate of 42%.\n',
    '- 640 enquiries came in\n- 512 were answered by 14 staff – a same-day rate of 80%\n',
    'We sent 800 forms. 20 were returned unopened and 312 were filled in, a response rate of 40%.\n',
    // What is counted has a name of its own, so it may be of another whole.
    'We ran 120 sessions and 84 volunteers helped, an attendance rate of 75%.\n',
    // Rates of an average, or of more than a whole.
    'We had 2,400 members and 312 joined, a growth rate of 15%.\n',
    'There are 60 staff, and 15 left, a turnover rate of 27%.\n',
    'There are 60 staff. 15 left in the year, a departure rate of 27% on the average headcount.\n',
    // So far off that it is of something else.
    'We asked 640 people and 320 came to the fair, an approval rate of 91%.\n',
  ],
  'What remains': [
    'All 94 have been asked to come and 81 have come. The remaining 13 will.\n',
    'Of the 94, 60 came in May and 21 in June. The remaining 13 will.\n',
    'There are 24 branches, 14 of them in towns. The remaining 11 mobile stops are in villages.\n',
    'We have 120 volunteers, 60 of whom are new. Their remaining 65 hours are for training.\n',
    '40 places were offered and 28 were taken. The remaining 11 are for schools, and one is kept free.\n',
    'We got £28,000 and £500. It was spent:\n\n- shelves: £11,400\n- things: £7,900\n- staff: £9,200\n',
    'There are 94 of us in 12 teams. The remaining 40 are volunteers.\n',
    'There are 17 libraries. Five have been refurbished. Visits to the other twelve have fallen.\n',
    'We have 41 members. 23 of them have paid and the other 15 will in June; three have left.\n',
    'There are 24 branches, 14 of them in towns. The other 12 stops are in villages.\n',
    'Of 40 places 28 were taken in May. The other 11 were for schools, and one was kept.\n',
    'We have 52 staff in 12 teams. The other 38 are casual.\n',
    'There are 32 councils. Ten replied, and the other 21 mainland councils did not.\n',
    'The grant was for 30 tablets. We bought 18 last year. The remaining 10 were bought in May and two are on order.\n',
    'We run 15 clubs. Six meet weekly and the other ten, which include two of the weekly ones, by the month.\n',
    'The court has 16 rooms. Nine are let at £12 an hour. The other five are for us and two for storage.\n',
    'All 21 libraries have it. Twelve open late. One of the other eight will.\n',
  ],
};

describe('A rate and what it is of, and what is left', () => holdsTo(wrong, right));
