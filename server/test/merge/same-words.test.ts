import assert from 'node:assert/strict';
import { resolveText } from '../../src/reviews';
import { home } from './reviewer';
import { type Act, inFront, inTurn, outcome, reviewed, settled } from './two-reviewers';

const PRIYA = '{>>Priya Hallam, 3 Oct 2026 09:31<<}';
const TOM = '{>>Tom Reddy, 3 Oct 2026 09:31<<}';

const tidy = (text: string): string => text.replace(/ {2,}/g, ' ').replace(/ (?=[.\n])/g, '');

const TEN = 'We lend ten old books here.\n';
const DEAR = '1. **Do nothing.** This is the most expensive option.\n2. Move.\n';

/** The draft as sent, what each reviewer did, and the draft with the first's, the second's and both of their changes. */
const TWO: Readonly<
  Record<
    string,
    readonly [draft: string, first: Act, second: Act, ofFirst: string, ofSecond: string, ofBoth: string]
  >
> = {
  'other words for the same words': [
    TEN,
    (r) => r.replace('ten', 'eleven'),
    (r) => r.replace('ten', 'twelve'),
    'We lend eleven old books here.\n',
    'We lend twelve old books here.\n',
    'We lend twelve old books here.\n',
  ],
  'other words for the same words of an item with bold words': [
    DEAR,
    inFront('most expensive', 'costliest'),
    inFront('most expensive', 'dearest'),
    DEAR.replace('most expensive', 'costliest'),
    DEAR.replace('most expensive', 'dearest'),
    DEAR.replace('most expensive', 'dearest'),
  ],
  'other words for some of the words that the first replaced': [
    DEAR,
    (r) => r.replace('most expensive', 'costliest'),
    (r) => r.replace('most', 'very'),
    DEAR.replace('most expensive', 'costliest'),
    DEAR.replace('most', 'very'),
    DEAR.replace('most', 'very'),
  ],
  'other words for the last of the words that the first replaced': [
    DEAR,
    (r) => r.replace('most expensive', 'costliest'),
    inFront('expensive', 'wasteful'),
    DEAR.replace('most expensive', 'costliest'),
    DEAR.replace('expensive', 'wasteful'),
    DEAR.replace('expensive', 'wasteful'),
  ],
  'words added among those that the first replaced': [
    DEAR,
    (r) => r.replace('most expensive', 'costliest'),
    (r) => r.insertBefore('expensive', 'wildly '),
    DEAR.replace('most expensive', 'costliest'),
    DEAR.replace('expensive', 'wildly expensive'),
    DEAR.replace('expensive', 'wildly expensive'),
  ],
  'other words for more words than the first replaced': [
    DEAR,
    (r) => r.replace('most', 'very'),
    (r) => r.replace('the most expensive', 'a dear'),
    DEAR.replace('most', 'very'),
    DEAR.replace('the most expensive', 'a dear'),
    DEAR.replace('the most expensive', 'a dear'),
  ],
  'other words for some of those that the first replaced and some beside them': [
    TEN,
    (r) => r.replace('ten old', 'new'),
    (r) => r.replace('old books', 'games'),
    'We lend new books here.\n',
    'We lend ten games here.\n',
    'We lend ten games here.\n',
  ],
  'the same, with the others in front': [
    TEN,
    (r) => r.replace('old books', 'games'),
    (r) => r.replace('ten old', 'new'),
    'We lend ten games here.\n',
    'We lend new books here.\n',
    'We lend new books here.\n',
  ],
  'some of the words deleted that the first replaced': [
    DEAR,
    (r) => r.replace('most expensive', 'costliest'),
    (r) => r.delete('most '),
    DEAR.replace('most expensive', 'costliest'),
    DEAR.replace('most ', ''),
    DEAR.replace('most expensive', 'costliest'),
  ],
  'some of the words deleted that the first deleted': [
    TEN,
    (r) => r.delete('ten old '),
    (r) => r.delete('old '),
    'We lend books here.\n',
    'We lend ten books here.\n',
    'We lend books here.\n',
  ],
  'words deleted of which the first deleted some, with the space on either side': [
    TEN,
    (r) => r.delete('ten '),
    (r) => r.delete(' ten'),
    'We lend old books here.\n',
    'We lend old books here.\n',
    'We lend old books here.\n',
  ],
  'other words for what the first deleted': [
    TEN,
    (r) => r.delete('old '),
    (r) => r.replace('old', 'new'),
    'We lend ten books here.\n',
    'We lend ten new books here.\n',
    'We lend ten new books here.\n',
  ],
  'words deleted that the first replaced': [
    TEN,
    (r) => r.replace('old', 'new'),
    (r) => r.delete('old '),
    'We lend ten new books here.\n',
    'We lend ten books here.\n',
    'We lend ten books here.\n',
  ],
  'a paragraph deleted in which the first replaced words': [
    'One.\n\nWe lend ten books here\n\nThree.\n',
    (r) => r.replace('ten', 'eleven'),
    (r) => r.deleteParagraph('We lend ten books here'),
    'One.\n\nWe lend eleven books here\n\nThree.\n',
    'One.\n\nThree.\n',
    'One.\n\nThree.\n',
  ],
  'a paragraph deleted of which the first replaced the last word': [
    'One.\n\nWe lend ten books\n\nThree.\n',
    (r) => r.replace('books', 'games'),
    (r) => r.deleteParagraph('We lend ten books'),
    'One.\n\nWe lend ten games\n\nThree.\n',
    'One.\n\nThree.\n',
    'One.\n\nThree.\n',
  ],
  'a paragraph changed that the first deleted': [
    'One.\n\nWe lend ten books here.\n\nThree.\n',
    (r) => r.deleteParagraph('We lend ten books here.'),
    (r) => r.replace('ten', 'eleven'),
    'One.\n\nThree.\n',
    'One.\n\nWe lend eleven books here.\n\nThree.\n',
    'One.\n\nWe lend eleven books here.\n\nThree.\n',
  ],
  'a heading': [
    '# Plan\n\n## Options considered\n\nText.\n',
    (r) => r.replace('Options considered', 'Options'),
    (r) => r.replace('considered', 'weighed'),
    '# Plan\n\n## Options\n\nText.\n',
    '# Plan\n\n## Options weighed\n\nText.\n',
    '# Plan\n\n## Options weighed\n\nText.\n',
  ],
  'a cell': [
    '| A | B |\n| --- | --- |\n| ten books | **all** |\n',
    (r) => r.replace('ten', 'eleven').replace('all', 'most'),
    (r) => r.replace('ten', 'twelve').replace('all', 'some'),
    '| A | B |\n| --- | --- |\n| eleven books | **most** |\n',
    '| A | B |\n| --- | --- |\n| twelve books | **some** |\n',
    '| A | B |\n| --- | --- |\n| twelve books | **some** |\n',
  ],
  'bold words': [
    'It is **very cheap** now.\n',
    (r) => r.replace('very cheap', 'dear'),
    (r) => r.replace('cheap', 'good'),
    'It is **dear** now.\n',
    'It is **very good** now.\n',
    'It is **very good** now.\n',
  ],
  'words in a link': [
    'See [our old plan](https://a.example) now.\n',
    (r) => r.replace('old', 'new'),
    (r) => r.replace('old', 'good'),
    'See [our new plan](https://a.example) now.\n',
    'See [our good plan](https://a.example) now.\n',
    'See [our good plan](https://a.example) now.\n',
  ],
  'some of the words in a link': [
    'See [our old plan](https://a.example) now.\n',
    (r) => r.replace('old plan', 'aim'),
    (r) => r.replace('plan', 'goal'),
    'See [our aim](https://a.example) now.\n',
    'See [our old goal](https://a.example) now.\n',
    'See [our old goal](https://a.example) now.\n',
  ],
  'words with a link and a footnote among them': [
    'See *our* [old plan](https://a.example)[^a] now.\n\n[^a]: Ours.\n',
    (r) => r.delete('See ').delete('our').delete(' ').delete('old plan'),
    (r) => r.replace('plan', 'goal'),
    '[^a] now.\n\n[^a]: Ours.\n',
    'See *our* [old goal](https://a.example)[^a] now.\n\n[^a]: Ours.\n',
    'See *our* [old goal](https://a.example)[^a] now.\n\n[^a]: Ours.\n',
  ],
  'words among which the first added some': [
    TEN,
    (r) => r.insertAfter('ten ', 'very '),
    (r) => r.replace('ten old', 'new'),
    'We lend ten very old books here.\n',
    'We lend new books here.\n',
    'We lend new books here.\n',
  ],
  'words right beside those that the first replaced': [
    TEN,
    (r) => r.replace('ten', 'eleven'),
    (r) => r.replace(' old', ' worn'),
    'We lend eleven old books here.\n',
    'We lend ten worn books here.\n',
    'We lend eleven worn books here.\n',
  ],
  'words added right behind those that the first replaced': [
    TEN,
    (r) => r.replace('ten', 'eleven'),
    (r) => r.insertAfter('ten', ' or so'),
    'We lend eleven old books here.\n',
    'We lend ten or so old books here.\n',
    'We lend eleven or so old books here.\n',
  ],
  'words added right before those that the first replaced': [
    TEN,
    (r) => r.replace('ten', 'eleven'),
    (r) => r.insertBefore('ten', 'some '),
    'We lend eleven old books here.\n',
    'We lend some ten old books here.\n',
    'We lend some eleven old books here.\n',
  ],
};

const REMARK = /\{>>Library Advocacy, undated: [^<]*Priya Hallam[^<]*/;
const APART = /among which|right b/;

describe('Two reviews of one draft that are brought home in turn', () => {
  for (const [what, [draft, first, second, ofFirst, ofSecond, ofBoth]] of Object.entries(TWO)) {
    it(`can each be accepted and rejected by themselves: ${what}`, async () => {
      const text = await inTurn(draft, first, second);
      assert.deepEqual(
        {
          neither: resolveText(text, 'reject', { comments: 'drop' }),
          first: tidy(outcome(text, 'accept', 'reject')),
          second: tidy(outcome(text, 'reject', 'accept')),
          both: tidy(outcome(text, 'accept', 'accept')),
          all: tidy(resolveText(text, 'accept', { comments: 'drop' })),
        },
        { neither: draft, first: ofFirst, second: ofSecond, both: ofBoth, all: ofBoth },
        text,
      );
      if (!APART.test(what)) assert.match(text, REMARK);
      const again = await home(await reviewed(draft, second, 'Tom Reddy'), text, { force: true });
      assert.equal(again, text, 'the same review a second time');
    });
  }

  const SAME = `{>>Library Advocacy, undated: Tom Reddy made the same change.<<}`;
  const BOTH: Readonly<Record<string, readonly [act: Act, home: string]>> = {
    'words replaced': [
      (r) => r.replace('ten', 'eleven'),
      `We lend {~~ten~>eleven~~}${PRIYA}${SAME} old books here.\n`,
    ],
    'words deleted': [(r) => r.delete('old '), `We lend ten {--old --}${PRIYA}${SAME}books here.\n`],
    'words added': [
      (r) => r.insertAfter('old ', 'worn '),
      `We lend ten old {++worn ++}${PRIYA}${SAME}books here.\n`,
    ],
  };
  for (const [what, [act, expected]] of Object.entries(BOTH)) {
    it(`make one change of ${what} by both, and say so`, async () => {
      const text = await inTurn(TEN, act, act);
      assert.equal(text, expected);
      assert.equal(await home(await reviewed(TEN, act, 'Tom Reddy'), text, { force: true }), text);
    });
  }

  it('have the words of both side by side, with a remark on what to do', async () => {
    assert.equal(
      await inTurn(DEAR, inFront('most expensive', 'costliest'), inFront('most expensive', 'dearest')),
      DEAR.replace(
        'most expensive',
        `{~~{--most expensive--}${TOM}~>{--costliest--}${TOM}~~}${PRIYA}{++dearest++}${TOM}{>>Library Advocacy, undated: Priya Hallam and Tom Reddy both changed “most expensive”: accept the one and reject the other.<<}`,
      ),
    );
  });

  it('bring home that words look otherwise that the first replaced, as a remark', async () => {
    const text = await inTurn(
      TEN,
      (r) => r.replace('ten', 'eleven'),
      (r) => r.bold('ten'),
    );
    assert.match(text, /^We lend \{~~ten~>eleven~~\}\{>>Priya[^}]*\}\{>>Library Advocacy/);
  });

  it('leave three people their words', async () => {
    const third = await reviewed(TEN, (r) => r.replace('ten', 'thirteen'), 'Ann Wu');
    const two = await inTurn(
      TEN,
      (r) => r.replace('ten', 'eleven'),
      (r) => r.replace('ten', 'twelve'),
    );
    const text = await home(third, two, { force: true });
    const only = (name: string): string => {
      const others = ['Priya Hallam', 'Tom Reddy', 'Ann Wu'].filter((one) => one !== name);
      const left = others.reduce((some, one) => settled(some, one, 'reject'), text);
      return resolveText(left, 'accept', { comments: 'drop' });
    };
    assert.deepEqual(
      [only('Priya Hallam'), only('Tom Reddy'), only('Ann Wu'), only('')],
      ['eleven', 'twelve', 'thirteen', 'ten'].map((word) => TEN.replace('ten', word)),
    );
    assert.equal(resolveText(text, 'accept', { comments: 'drop' }), TEN.replace('ten', 'thirteen'));
  });
});
