import assert from 'node:assert/strict';
import { Grammar } from '../../src/words/grammar';
import { Matcher } from '../../src/words/matcher';
import { wordsOf } from '../../src/words/tokenize';

const grammar = new Grammar({ who: ['council', 'committee'], ask: ['=asked', '=invited'] }, [
  ['{who} … =is {ask} =to', 'asks'],
  ['=do =not close', 'pleads'],
]);
const found = (text: string): readonly string[] => {
  const words = wordsOf(text);
  return [...grammar.find(words)].map(
    ({ value, first, last }) => `${value}: ${words.form.slice(first, last + 1).join(' ')}`,
  );
};

describe('A grammar', () => {
  for (const [text, expected] of [
    ['The committee is asked to agree.', ['asks: committee is asked to']],
    ['The council of the town is invited to help.', ['asks: council of the town is invited to']],
    ['Do not close it.', ['pleads: Do not close']],
    ['The council has met for a long time and is asked to help.', []],
    ['The council met. It is asked to help.', []],
    ['The committee is often asked to agree.', []],
  ] as const)
    it(`finds in “${text}” ${expected.length} of its patterns`, () =>
      assert.deepEqual(found(text), expected));

  it('looks for each word of a class once, however many classes and patterns it is in', () => {
    const many = Array.from({ length: 20 }, (_, i) => `word${'abcdefghij'[i % 10]}${i}`);
    const { add } = Matcher.prototype;
    let phrases = 0;
    Matcher.prototype.add = function (...args) {
      phrases++;
      add.apply(this, args);
    };
    try {
      const wide = new Grammar({ a: many, b: many, c: many }, [
        ['{a} … {b} … {c}', 'first'],
        ['{c} {a} … {b}', 'second'],
        ['{b} … {c} =and {a}', 'third'],
      ]);
      assert.ok([...wide.find(wordsOf(many.join(' ')))].length > 0);
    } finally {
      Matcher.prototype.add = add;
    }
    // And “and”.
    assert.equal(phrases, 3 * many.length + 1);
  });
});
