import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'A rate': [
    ['We wrote to 510 carers and heard from 214, a response rate of 48%.\n', '48%'],
    ['The course took on 84 learners, and 61 finished it, a completion rate of 69%.\n', '69%'],
    ['- 330 families were invited\n- 207 came to a session – a take-up rate of 59%\n', '59%'],
    ['Of 1,140 reservations 912 were met in a week, a success rate of 74%.\n', '74%'],
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
    '742 people came and 203 jobs were listed, a success rate of 31%.\n',
    // Rates of an average, or of more than a whole.
    'We had 2,400 members and 312 joined, a growth rate of 15%.\n',
    'There are 60 staff, and 15 left, a turnover rate of 27%.\n',
    'There are 60 staff. 15 left in the year, a departure rate of 27% on the average headcount.\n',
    // So far off that it is of something else.
    'We asked 640 people and 320 came to the fair, an approval rate of 91%.\n',
  ],
};

describe('A rate and what it is of', () => holdsTo(wrong, right));
