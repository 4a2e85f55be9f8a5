import assert from 'node:assert/strict';
import { findings, fixed } from '../../helpers';
import { holdsTo, type Right, RULE, type Wrong } from '../cases';

const REPLIES =
  'We had 1,240 replies. Of these, 746 (62%) were against, 373 (31%) for it and 85 (7%) had no view.\n';

const wrong: Wrong = {
  'A whole that none of its shares go with': [
    [REPLIES, '1,240'],
    ['Of the 1,240 replies, 746 (62%) were against, 373 (31%) for it and 85 (7%) had no view.\n', '1,240'],
    ['We had 1,240 replies, of which 746 (62%) were against and 458 (38%) for it.\n', '1,240'],
    ['We had 140 replies. Of them, 52 (50%) were against and 52 (50%) for it.\n', '140'],
  ],
  'A whole of two parts behind a colon or a comma': [
    ['Visits at both were 64,700: 46,100 at Ash and 23,100 at Elm.\n', '64,700'],
    ['Visits at both were 64,700: 41,600 at Ash and 32,100 at Elm.\n', '64,700'],
    ['We had 1,204 replies, 420 on paper and 802 online.\n', '1,204'],
  ],
};

const right: Right = {
  'A whole': [
    'We had 1,204 replies. Of these, 746 (62%) were against, 373 (31%) for it and 85 (7%) had no view.\n',
    'We had 1,300 replies. Of these, 806 (62%) were against and 403 (31%) for it.\n',
  ],
  'A pair that is no whole in two parts': [
    'Visits at both were 64,700: 41,600 at Ash and 23,100 at Elm.\n',
    'Visits at all were 94,700: 41,600 at Ash and 32,100 at Elm.\n',
    'We had 1,204 replies, 402 on paper and 802 online.\n',
    'We had 1,204 replies, 420 on paper and 802 online, and some by telephone.\n',
    'We have 84 volunteers, 12 vans and 60 computers.\n',
    'We had 1,204 replies, 420 more and 802 better than before.\n',
  ],
};

describe('Wholes that their parts do not make', () => {
  holdsTo(wrong, right);

  it('are put right first, and then the one share that is not of them', () => {
    assert.deepEqual(
      findings(RULE, REPLIES)[0]!.fixes.map(({ title }) => title),
      ['Write “1,204”', 'Write “60%” for “62%”'],
    );
    assert.match(fixed(RULE, REPLIES), /^We had 1,204 replies\. Of these, 746 \(62%\)/);
    assert.match(fixed(RULE, REPLIES, { fix: 1 }), /^We had 1,240 replies\. Of these, 746 \(60%\)/);
  });
});
