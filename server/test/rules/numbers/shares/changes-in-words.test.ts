import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'A change by a fraction': [
    ['Both go from 70 to 46 hours a week, or by a quarter.\n', 'a quarter'],
    ['Both go from 70 hours a week to 46, a cut of a half.\n', 'a half'],
    ['Ash had 41,600 visits in 2025/26, a quarter fewer than the 50,700 of 2019/20.\n', 'a quarter'],
    ['The opening hours have been reduced by half, from 48 hours a week in 2015/16 to 36 now.\n', 'half'],
    [
      'Our budget has been cut by a third, from £9.2 million in 2010/11 to £6.9 million this year.\n',
      'a third',
    ],
    ['Visits rose by half, from 400 to 480.\n', 'half'],
    ['Visits fell by nearly two thirds, from 900 to 450.\n', 'nearly two thirds'],
    ['Visits rose by more than a third, from 90 to 110.\n', 'more than a third'],
  ],
};

const right: Right = {
  'A change by a fraction': [
    'Both go from 70 to 46 hours a week, or by a third.\n',
    'Ash had 41,600 visits in 2025/26, a fifth fewer than the 50,700 of 2019/20.\n',
    'Visits fell by a quarter, from 400 to 310.\n',
    'Visits fell by about a quarter, from 400 to 320.\n',
    'Visits rose by half, from 400 to 600.\n',
    'Visits rose by more than a third, from 90 to 125.\n',
  ],
  'Another fraction': [
    'Visits rose from 400 to 480, half as many again as at Elm.\n',
    'Visits rose from 400 to 480, half of them by children.\n',
    'Costs rose from £400 to £480, by a quarter in real terms.\n',
    'Hours go from 70 to 46, and a quarter post is lost.\n',
    'Hours fall from 60 to 40, which cuts by half the evening hours.\n',
  ],
};

describe('Changes that are told in words', () => holdsTo(wrong, right));
