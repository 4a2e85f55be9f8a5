import { holdsTo, type Right, table, type Wrong } from '../cases';

const results = table(
  'Target | Result | Met?',
  'Visits | 110 | Yes',
  'Loans | 95 | Yes',
  'Members | 88 | Yes',
  'Hours | 9 | No',
);
const colours = table('Project | Status', 'Roof | Green', 'Lift | Green', 'Van | Red', 'Lamp | Amber');
const actions = table('Action | Status', 'Roof | Done', 'Lift | Done', 'Van | Done', 'Lamp | Not yet');

const wrong: Wrong = {
  'A count of states': [
    [`Of our targets we met two, and the fourth was for hours.\n\n${results}`, 'two'],
    [`We failed to meet two.\n\n${results}`, 'two'],
    [`Two of four indicators met.\n\n${results}`, 'Two'],
    [`There is one red, and there are two ambers.\n\n${colours}`, 'two'],
    [`- Visits are up on last year\n- Two ambers\n\n${colours}`, 'Two'],
    [`Two of four actions are done.\n\n${actions}`, 'Two'],
  ],
};

const right: Right = {
  'A count of states': [
    // Of another time.
    `Last year we met two of our targets, and missed two.\n\n${results}`,
    `In 2023 two of four indicators were met.\n\n${results}`,
    `At the end of the first quarter there were two reds.\n\n${colours}`,
    `In the spring two of four actions were done.\n\n${actions}`,
    // Of people.
    `The candidates came for interview. We met two, and chose one.\n\n${results}`,
    `We asked for volunteers and met two.\n\n${results}`,
    // Of some of the rows.
    `Of the targets for books we met one, and so were pleased.\n\n${results}`,
    `Of our targets we met three.\n\n${results}`,
  ],
};

describe('Rows of a table that a sentence counts by their state', () => holdsTo(wrong, right));
