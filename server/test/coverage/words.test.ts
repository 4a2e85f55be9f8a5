import assert from 'node:assert/strict';
import { Matcher } from '../../src/coverage/matcher';
import { LONGEST_KNOWN, stemOf, wordsKept, wordsOf } from '../../src/coverage/words';

describe('words', () => {
  it('are parted by hyphens and dashes, kept together by apostrophes and in figures', () => {
    assert.deepEqual(
      wordsOf('Start-ups’ wi-fi: it’s £1,500 & children’s.').form,
      ['Start', 'ups’', 'wi', 'fi', 'it’s', '1,500', 'and', 'children'].map((w) =>
        w.replace('ups’', 'ups').replace('it’s', 'it'),
      ),
    );
  });

  for (const [stem, forms] of [
    ['lend', ['lend', 'lends', 'lending', 'lent']],
    ['library', ['library', 'libraries']],
    ['run', ['run', 'runs', 'running', 'ran']],
    ['code', ['code', 'codes', 'coding', 'coded']],
    ['child', ['child', 'children']],
    ['provid', ['provide', 'provides', 'provided', 'providing']],
    ['isolat', ['isolate', 'isolated', 'isolating']],
  ] as const) {
    it(`know ${forms.join(', ')} as one`, () =>
      assert.deepEqual(
        forms.map(stemOf),
        forms.map(() => stem),
      ));
  }

  it('keep apart what only looks alike', () => {
    assert.notEqual(stemOf('isolation'), stemOf('isolated'));
    assert.notEqual(stemOf('news'), stemOf('new'));
    assert.notEqual(stemOf('note'), stemOf('not'));
    assert.notEqual(stemOf('care'), stemOf('car'));
  });
});

describe('the matcher', () => {
  const find = (phrases: readonly string[], text: string) => {
    const matcher = new Matcher<string>();
    for (const phrase of phrases) matcher.add(phrase, phrase);
    const words = wordsOf(text);
    return matcher.match(words).map((m) => text.slice(words.start[m.first], words.end[m.last]));
  };

  for (const [what, phrase, text, found] of [
    [
      'finds a word in all its forms',
      'job seeker',
      'Job seekers and a JOB SEEKER.',
      ['Job seekers', 'JOB SEEKER'],
    ],
    ['takes a capital to mean one', 'Reading Well', 'Reading Well, not reading well.', ['Reading Well']],
    ['tells SEND from send', 'SEND', 'Send it to SEND children, please send.', ['SEND']],
    ['tells IT from it', 'IT', 'It is about IT, is it?', ['IT']],
    [
      'takes a form after = as it is',
      '=meeting',
      'Meeting people at a meeting, we meet.',
      ['Meeting', 'meeting'],
    ],
    [
      'lets a few words stand in a gap',
      'help … online',
      'We help older people to get online.',
      ['help older people to get online'],
    ],
    ['but not many', 'help … online', 'We help all of the people who come in here online.', []],
    ['does not cross the end of a sentence', 'digital skills', 'It is digital. Skills matter.', []],
    ['finds whole words only', 'art', 'The start of a party.', []],
  ] as const) {
    it(what, () => assert.deepEqual(find([phrase], text), found));
  }

  it('keeps nothing of words that are longer than any', () => {
    const word = 'x'.repeat(LONGEST_KNOWN + 1);
    const short = 'x'.repeat(LONGEST_KNOWN);
    const before = wordsKept();
    wordsOf(word);
    assert.equal(wordsKept(), before);
    wordsOf(short);
    assert.equal(wordsKept(), before + 1);
  });

  it('takes a case-sensitive phrase letter by letter', () => {
    const matcher = new Matcher<number>();
    matcher.add('warm Welcome', 1, true);
    assert.equal(matcher.match(wordsOf('a warm Welcome')).length, 1);
    assert.equal(matcher.match(wordsOf('a Warm Welcome')).length, 0);
  });

  it('grows with the length of the text and no faster', () => {
    const steps = (text: string) => find(['a … b … c', 'a a a a b'], text).length;
    assert.equal(steps('a '.repeat(5000)), 0);
  });
});
