import assert from 'node:assert/strict';
import { Matcher } from '../../src/words/matcher';
import { wordsOf } from '../../src/words/tokenize';

function found(phrases: readonly string[], text: string): string[] {
  const matcher = new Matcher<string>();
  for (const phrase of phrases) matcher.add(phrase, phrase);
  const words = wordsOf(text);
  return matcher
    .match(words)
    .flatMap(({ first, last, values }) =>
      values.map((value) => `${value}: ${words.form.slice(first, last + 1).join(' ')}`),
    );
}

describe('Finding cues', () => {
  const cases: readonly [phrase: string, text: string, found: string[]][] = [
    ['homework club', 'Two homework clubs meet.', ['homework club: homework clubs']],
    ['SEND', 'Please send the SEND team.', ['SEND: SEND']],
    ['Reading Well', 'Reading Well helps those reading well.', ['Reading Well: Reading Well']],
    ['=meeting', 'We meet at the meeting.', ['=meeting: meeting']],
    ['help…job', 'It helps them to find a job.', ['help…job: helps them to find a job']],
    ['help…job', 'It helps them all to find a new job.', []],
    ['help…job', 'It helps. The job is done.', []],
  ];
  for (const [phrase, text, expected] of cases) {
    it(`finds “${phrase}” in “${text}”: ${expected.length > 0 ? 'yes' : 'no'}`, () => {
      assert.deepEqual(found([phrase], text), expected);
    });
  }

  const exact: readonly [phrase: string, text: string, isFound: boolean][] = [
    ['Noise (Control) Act', 'The Noise (Control) Act was new.', true],
    ['Noise (Control) Act', 'The Noise Control Act was new.', false],
    ['Noise (Control) Act', 'The Noise (and Light Control) Act was new.', false],
    ['Noise (Control) Act', 'The noise (control) act was new.', false],
    ['Quiet Please: A Plan', 'We wrote Quiet Please: A Plan.', true],
    ['Noise Act', 'It is about Noise. Act now.', false],
  ];
  for (const [phrase, text, isFound] of exact) {
    it(`finds exactly “${phrase}” in “${text}”: ${isFound ? 'yes' : 'no'}`, () => {
      const matcher = new Matcher<string>();
      matcher.add(phrase, phrase, true);
      assert.equal(matcher.match(wordsOf(text)).length, isFound ? 1 : 0);
    });
  }

  it('finds a phrase that ends in two places after a gap once for each', () => {
    assert.deepEqual(found(['a…b'], 'a b b'), ['a…b: a b', 'a…b: a b b']);
  });

  it('ends, however many gaps a workspace writes into a phrase', () => {
    const phrase = Array(40).fill('a').join('…');
    const text = Array(400).fill('a').join(' ');
    const places = found([phrase], text);
    assert.ok(places.length > 0 && places.length <= 400 * 400);
  });
});
