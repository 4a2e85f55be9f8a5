import assert from 'node:assert/strict';
import { Matcher } from '../../src/words/matcher';
import { RecentTexts } from '../../src/words/recent-texts';
import { stemOf, wordsOf } from '../../src/words/tokenize';
import { WordMemory } from '../../src/words/word-memory';

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

describe('What is remembered of words', () => {
  it('is found again', () => {
    const memory = new WordMemory<number>(2);
    memory.set('lend', 1);
    assert.deepEqual([memory.get('lend'), memory.get('loan')], [1, undefined]);
  });

  it('is no more than so many words', () => {
    const memory = new WordMemory<number>(2);
    for (const word of ['one', 'two', 'three']) memory.set(word, word.length);
    assert.deepEqual(
      ['one', 'two', 'three'].map((word) => memory.get(word)),
      [undefined, undefined, 5],
    );
  });

  it('is nothing of words that are longer than any', () => {
    const memory = new WordMemory<number>(9);
    const words = [41, 40].map((length) => 'x'.repeat(length));
    for (const word of words) memory.set(word, 1);
    assert.deepEqual(
      words.map((word) => memory.get(word)),
      [undefined, 1],
    );
  });
});

describe('What is kept of texts', () => {
  /** How often each text was read when some were asked for in turn, some times over. */
  function readings(texts: readonly string[], times: number): number {
    const recent = new RecentTexts<number>();
    let read = 0;
    for (let time = 0; time < times; time++)
      for (const text of texts)
        assert.equal(
          recent.get(text, () => ++read && text.length),
          text.length,
        );
    return read;
  }
  const items = (count: number, length: number): string[] =>
    Array.from({ length: count }, (_, n) => `${n} `.padEnd(length, 'x'));

  it('is read once for each item of a long list, however often a key has them read again', () =>
    assert.equal(readings(items(1_000, 100), 5), 1_000));

  it('is that of the texts that were asked for last', () =>
    assert.equal(readings(items(10_000, 100), 2), 20_000));

  it('is nothing of a text that is longer than any', () => assert.equal(readings(items(1, 4_001), 2), 2));
});
