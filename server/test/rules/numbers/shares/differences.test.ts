import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'A change that its two ends do not make': [
    ['Membership rose from 1,240 to 1,390, a rise of 160.\n', '160'],
    ['Our hours went from 52 a week to 38 a week, a cut of 16.\n', '16'],
    ['Visits went from 9,120 in 2024 to 10,480 in 2026 (an increase of 1,260).\n', '1,260'],
  ],
  'A change that says which way by itself': [
    ['Loans fell from 12,300 to 9,020: 2,380 fewer.\n', '2,380'],
    ['Membership has gone from 3,410 to 3,780 – up 470.\n', '470'],
    ['It rose from 31% to 38%, nine percentage points.\n', 'nine'],
    ['It rose from 31% to 38%, a rise of nine percentage points.\n', 'nine'],
  ],
  'A change of the sentence before, or of two years': [
    ['Loans fell from 12,300 to 9,020. That is a fall of 2,380.\n', '2,380'],
    ['The share went from 31% to 38%. That is a rise of nine percentage points.\n', 'nine'],
    ['Loans were 12,300 in 2023 and 9,020 in 2024, a fall of 2,380.\n', '2,380'],
  ],
  'A change whose ends follow it': [
    ['The book fund fell by £40,000, from £310,000 to £260,000.\n', '£40,000'],
    ['It was a cut of £12,500 from £61,000 to £49,500.\n', '£12,500'],
  ],
};

const right: Right = {
  'The difference of its ends, or of others': [
    'The share rose from 31% to 38%, seven percentage points.\n',
    'The share rose from 31% to 38%, or eight percentage points.\n',
    'The share rose from 31% to 38%, nine points above the mean of the region.\n',
    'The share rose from 31% to 38%, a rise of seven points. It was nine points in Elm.\n',
    'Loans fell from 12,300 to 9,020. That is a fall of 1,200 a year.\n',
    'Loans fell from 12,300 to 9,020. That is a fall of 3,280.\n',
    'Loans fell from 12,300 to 9,020 and then to 8,400. That is a fall of 3,900.\n',
    'Loans fell from 12,300 in May to 9,020 in June, 2,900 fewer than in May last year.\n',
    'Loans were 12,300 in 2023 and 9,020 in 2024, a fall of 3,280.\n',
    'Loans were 12,300 in 2021 and 9,020 in 2024, a fall of 1,090 a year.\n',
    'Opening hours went from 42 to 36, two fewer on three days.\n',
    'The queue went from 210 to 160, 40 fewer than a year ago.\n',
    'Fares went from £2.40 to £3.10, up 70p.\n',
    'The service grew from four vans to nine, two more than planned.\n',
    'The team went from 14 to 11 – two fewer librarians and one fewer clerk.\n',
    'Use was 4,100 in 2023 and 5,200 in 2024, up 900 for adults and 200 for children.\n',
    'The gap went from 12% to 9%, two points in the first year.\n',
  ],
  'The difference of its ends': [
    'Membership rose from 1,240 to 1,390, a rise of 150.\n',
    'The book fund fell by £50,000, from £310,000 to £260,000.\n',
    'Visits went from 9,120 in 2024 to 10,480 in 2026, a rise of 1,400.\n',
    'The fund fell by £1.3m, from £4.8m to £3.4m.\n',
  ],
  'Something else, or not exactly': [
    'Membership rose from 1,240 to 1,390, a rise of 50 a year.\n',
    'Membership rose from 1,240 to 1,390, a rise of 160 more than in Elm.\n',
    'Membership rose from about 1,240 to 1,390, a rise of 160.\n',
    'Membership rose from 1,240 to 1,390, a rise of 12%.\n',
    'Loans rose by 90 from 310 to 480 and then 655.\n',
    'Membership rose from 1,240 to 1,390, and 160 have left.\n',
    'Membership rose from 12 to 1,390, a rise of 4.\n',
    'Staff fell from 42 to 36, a reduction of 4 full-time posts.\n',
    'The garden was dug by 34 volunteers aged from 6 to 81.\n',
  ],
  'One of several changes between its ends': [
    'Branches fell from 14 to 11, a loss of two and one merger.\n',
    'Staff fell from 42 to 36, a cut of four, with two posts left vacant.\n',
    'Volunteers rose from 40 to 62, a gain of 30 but a loss of eight.\n',
    'Membership fell from 80 to 60, a loss of 25 as five were new.\n',
  ],
  'The change of another time': [
    'Visits rose from 9,120 in 2024 to 10,480 in 2026, a rise of 900 in the last year alone.\n',
    'Visits rose from 9,120 in 2024 to 10,480 in 2026, a rise of 700 in the first year.\n',
    'Visits rose from 9,120 in 2024 to 10,480 in 2026, a rise of 1,600 since the spring.\n',
    'The book fund fell by £30,000 again, from £310,000 in 2024 to £260,000.\n',
    'The book fund went from £310,000 to £260,000, a cut of £62,000 when prices are counted.\n',
  ],
  'Hours at which a library opens and closes': [
    'The library will open from 9 to 5, a loss of two.\n',
    'It now opens every day from 10 to 6, a cut of three.\n',
  ],
};

describe('A change told as a number', () => holdsTo(wrong, right));
