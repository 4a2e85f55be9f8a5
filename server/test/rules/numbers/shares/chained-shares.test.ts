import assert from 'node:assert/strict';
import { findings } from '../../helpers';
import { holdsTo, type Right, RULE, table, type Wrong } from '../cases';

const form = (wrong: string): string =>
  table(
    'Answer | Men (57) | Women (64)',
    `Came back | ${wrong} | 32 (50%)`,
    'Joined | 44 (77%) | 16 (25%)',
    'Borrowed | 20 (35%) | 48 (75%)',
  );

const wrong: Wrong = {
  'A further share of those told in the sentence before': [
    ['We asked 57 people. Of those, 49 (86%) came back and 44 (87%) brought a friend.\n', '87%'],
    ['We asked 57 people. Of these, 49 (86%) came back, 44 (77%) wrote and 20 (53%) joined.\n', '53%'],
  ],
  'Sentences that each begin with a share of one whole': [
    ['57 people came. 49 (86%) came back. 44 (87%) brought a friend.\n', '87%'],
    ['Of the 57 people who came, 49 (86%) came back. 44 (87%) brought a friend.\n', '87%'],
    [
      'There were 911 replies. 602 (66%) would accept a call; 219 (24%) would not. And 90 (19%) had no view.\n',
      '19%',
    ],
    ['We rang 112 people. 68 (71%) said that they had come by bus.\n', '71%'],
  ],
  'Items of a list that is of one whole': [
    ['Of the 57 people who came:\n\n- 49 (86%) came back\n- 44 (87%) brought a friend\n', '87%'],
    ['We asked 57 people.\n\n- 49 (86%) came back\n- 44 (77%) brought a friend\n- 20 (53%) joined\n', '53%'],
  ],
  'Cells of a column that is of one whole': [
    [form('49 (68%)'), '49 (68%)'],
    [
      table('What | 2025', 'Asked | 118', 'Came | 97 (82%)', 'Came twice | 71 (60%)', 'Joined | 64 (79%)'),
      '64 (79%)',
    ],
  ],
};

const right: Right = {
  'A share': [
    'We asked 57 people. Of those, 49 (86%) came back and 44 (77%) brought a friend.\n',
    // What they are of stands further up.
    'Of those, 49 (86%) came back and 44 (77%) brought a friend.\n',
    'We asked 57 people. Of those, 49 (86%) came back and 44 (90%) of them brought a friend.\n',
    '57 people came. 49 (86%) came back. 44 (77%) brought a friend.\n',
    // Of those who came back, or of those who did not.
    '57 people came. 49 (86%) came back. 44 (90%) brought a friend.\n',
    '160 people came. 60 (38%) came back. 70 (70%) wrote to us.\n',
    // Of others, another year or another place.
    '57 people came. 49 (86%) came back. We wrote to 90 more. 44 (49%) answered.\n',
    '57 people came. 49 (86%) came back. In the evening it was fewer. 44 (61%) came back.\n',
    '57 people came. 49 (86%) came back. 44 (61%) came back last year.\n',
    '57 people came. 49 (86%) came back. 44 (61%) came back in Kirkby.\n',
    '57 people came. 49 (86%) came back. 44 (61%) of the volunteers came back.\n',
    'About 57 people came. 44 (61%) came back.\n',
    '57 people came to 12 libraries. 44 (61%) came back.\n',
  ],
  'An item': [
    'Of the 57 people who came:\n\n- 49 (86%) came back\n- 44 (90%) brought a friend\n',
    'We asked 57 people.\n\n- 49 (86%) came back\n- 44 (87%) brought a friend\n',
    'We asked 57 people.\n\n- 49 (61%) came back\n- 44 (57%) brought a friend\n- 20 (35%) joined\n',
    'We asked 57 people and 96 families.\n\n- 49 (86%) came back\n- 44 (77%) wrote\n- 48 (50%) joined\n',
  ],
  'A cell': [
    form('49 (86%)'),
    table('Group | At the start', 'Talk (112) | 46 (41%)', 'Wait (104) | 44 (42%)', 'Rest (50) | 10 (20%)'),
    table(
      'What | 2025',
      'Asked | 118',
      'Came | 97 (82%)',
      'Came twice | 71 (60%)',
      'Joined of these | 64 (66%)',
    ),
  ],
};

describe('Shares told one after the other of one whole', () => {
  holdsTo(wrong, right);

  it('names the whole that they are of', () => {
    const [found] = findings(RULE, 'We asked 57 people. Of those, 49 (86%) came back and 44 (87%) wrote.\n');
    assert.match(found!.message, /“87%” does not follow from “44 of 57”, which is 77.2%/);
  });
});
