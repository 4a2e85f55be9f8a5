import { holdsTo, type Right, table, type Wrong } from '../cases';

const wrong: Wrong = {
  'The one share of a column that is not of its row': [
    [
      table(
        'Library | Joined | Finished',
        'Elm Road | 120 | 84 (70%)',
        'Mill Lane | 200 | 126 (73%)',
        'Hill Top | 90 | 54 (60%)',
      ),
      '126 (73%)',
    ],
  ],
};

const right: Right = {
  'A column of shares': [
    table(
      'Library | Joined | Finished',
      'Elm Road | 120 | 84 (70%)',
      'Mill Lane | 200 | 126 (63%)',
      'Hill Top | 90 | 54 (60%)',
    ),
    table(
      'Library | Joined | Finished',
      'Elm Road | 120 | 84 (61%)',
      'Mill Lane | 200 | 126 (73%)',
      'Hill Top | 90 | 54 (60%)',
    ),
    table(
      'Library | Joined | Asked | Finished',
      'Elm Road | 120 | 110 | 84 (70%)',
      'Mill Lane | 200 | 173 | 126 (73%)',
      'Hill Top | 90 | 80 | 54 (60%)',
    ),
  ],
};

describe('A column of shares of the numbers beside it', () => holdsTo(wrong, right));
