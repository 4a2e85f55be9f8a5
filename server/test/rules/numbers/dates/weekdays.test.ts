import assert from 'node:assert/strict';
import { findings } from '../../helpers';
import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'A weekday among others': [
    ['- Thurs 16 April, Ash\n- Tues 21 April, Elm\n- Thurs 24 April, Oak\n', 'Thurs 24 April'],
    [
      'The board meets on Thursday 16 April, Thursday 9 July, Friday 8 October and Thursday 12 November.\n',
      'Friday 8 October',
    ],
    ['Come on Saturday 2 May, Sunday 3 May and Sunday 9 May.\n', 'Sunday 9 May'],
  ],
};

const right: Right = {
  'A weekday of the next or the last year': [
    'The board meets on Thursday 16 April, Thursday 9 July, Thursday 8 October and Thursday 11 March.\n',
    '- Tuesday 14 April\n- Tuesday 9 June\n- Tuesday 13 October\n- Tuesday 9 March: annual meeting\n',
    '- Wednesday 11 March\n- Wednesday 15 April\n- Wednesday 14 October\n- Wednesday 10 March\n',
    'Last year the fair was on Saturday 14 June. This year it is on Saturday 13 June and the walk on Sunday 14 June.\n',
    'The last fair was on Saturday 7 June. The next one is on Saturday 6 June, and there is a walk on Sunday 7 June.\n',
    'In 2025 it was on Saturday 14 June. In 2026 it is on Saturday 13 June and the walk on Sunday 14 June.\n',
    'We met on Friday 12 December, Thursday 15 January and Thursday 12 February.\n',
  ],
};

describe('Weekdays of a paper without a year', () => {
  holdsTo(wrong, right);
  it('have no 29 February where the others have none', () => {
    const text = 'We meet on Thursday 5 February, Thursday 12 February and Saturday 29 February.\n';
    const [found] = findings('numbers-disagree', text);
    assert.match(found!.message, /where “Thursday 12 February” is right, there is no 29 February\./);
  });
});
