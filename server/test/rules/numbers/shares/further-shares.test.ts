import assert from 'node:assert/strict';
import { findings } from '../../helpers';
import { holdsTo, type Right, RULE, type Wrong } from '../cases';

const wrong: Wrong = {
  'The first of several shares, none of which is of the whole': [
    ['Of 84 families, 31 (50%) came and 47 (76%) stayed.\n', '50%'],
  ],
  'A further share of one whole': [
    ['Of 614 replies, 318 (52%) were for, 241 (49%) against and 55 (9%) not sure.\n', '49%'],
    ['Of 614 replies, 318 (52%) were for, 241 (39%) against and 55 (29%) not sure.\n', '29%'],
    ['Of 84 people who came, 31 (37%) found work and 47 (61%) said that they felt less alone.\n', '61%'],
    ['Of the 84 people who came, 31 (37%) found work, and 47 (61%) said so.\n', '61%'],
    ['Of 84 people, 47 (56%) came back, 31 (37%) found work and 6 (21%) moved away.\n', '21%'],
    ['Of 84 people, 47 (65%) came back, 31 (37%) found work and 6 (7%) moved away.\n', '65%'],
    ['84 people came, of whom 31 (37%) found work and 47 (61%) wanted more.\n', '61%'],
    ['Last spring 84 people came; of them, 31 (37%) found work but only 47 (61%) stayed.\n', '61%'],
    ['Of the 84 people in 20 libraries, 31 (37%) found work and 47 (61%) stayed.\n', '61%'],
    ['Of 84 people, 31 (37%) found work within six months; 47 (61%) stayed.\n', '61%'],
    ['Of 84 people, 31 (37%) were in work and 47 (61%) in training.\n', '61%'],
    [
      'Of 240 replies, 96 (40%) asked for longer hours, 60 (25%) for a café, and 36 (18%) for more books.\n',
      '18%',
    ],
  ],
};

const right: Right = {
  'A further share': [
    'Of 614 replies, 318 (52%) were for, 241 (39%) against and 55 (9%) not sure.\n',
    'Of 84 people, 31 (37%) found work, against a target of half, and 47 (61%) stayed.\n',
    'Of 84 people who came, 31 (37%) found work and 47 (56%) said that they felt less alone.\n',
    '84 people came, of whom 31 (37%) found work and 47 (56%) wanted more.\n',
    // Of those who found work, or of those who did not.
    'Of 84 people, 47 (56%) found work and 31 (66%) kept it.\n',
    'Of 84 people, 31 (37%) found work and 47 (89%) went on to train.\n',
    // Of all whom the sentence before names.
    'We asked 120 people. Of the 84 who came, 31 (37%) found work and 47 (39%) answered.\n',
    // Another whole stands between.
    'Of 84 people, 31 (37%) found work, and of 90 asked later 47 (61%) stayed.\n',
    'Of 84 people, 31 (37%) found work, and of those who stayed, 47 (61%) wrote to us.\n',
    'Of 84 people, 31 (37%) found work, and 47 (61%) of the volunteers stayed.\n',
    'Of 84 people, 31 (37%) found work, 98 wrote to us, and 47 (61%) wanted more.\n',
    'Of 84 people, 31 (37%) found work; the group in the evening did better, and 47 (61%) stayed.\n',
    'Of 84 people and 90 families, 31 (37%) and 47 (61%) came back.\n',
    // Another group, place, year or unit.
    'Of 84 people, 31 (37%) found work, and in Kirkby, 47 (61%) did.\n',
    'Of 84 people, 31 (37%) found work in Ashby and 47 (61%) in Kirkby.\n',
    'Of 84 people, 31 (37%) found work, in the evening group, 47 (61%) did.\n',
    'Of 84 people, 31 (37%) found work and in the evening, 47 (61%) did.\n',
    'Of 84 people, 31 (37%) found work, and last year 47 (61%) did.\n',
    'Of 84 people, 31 (37%) found work, and in the second year, 47 (61%) did.\n',
    'Of 84 people, 31 (37%) found work and 47 (61%) volunteers stayed.\n',
    'Of 84 people, 31 (37%) found work and £47 (61%) was spent.\n',
    'Of 84 people, 31 (37%) found work, compared with 47 (61%) nationally.\n',
    // Not exact.
    'Of 84 people, 31 (37%) found work and about 47 (58%) stayed.\n',
    'Of about 84 people, 31 (37%) found work and 47 (61%) stayed.\n',
    'Of 84 people, 31 (37%) found work and 47 (about 61%) stayed.\n',
    // The share of the rest.
    'Of 84 people, 31 (37%) found work and 47 (44% did not) stayed.\n',
  ],
};

describe('Several shares of one whole', () => {
  holdsTo(wrong, right);

  it('names the whole that the sentence begins from', () => {
    const [found] = findings(RULE, 'Of 84 people, 31 (37%) found work and 47 (61%) stayed.\n');
    assert.match(found!.message, /“61%” does not follow from “47 of 84”, which is 56%/);
  });
});
