import assert from 'node:assert/strict';
import { wordsOf } from '../../src/coverage/words';
import { Grammar } from '../../src/english/grammar';

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

  it('takes no longer for more classes in a pattern than their words', () => {
    const many = Array.from({ length: 300 }, (_, i) => `word${'abcdefghij'[i % 10]}${i}`);
    const wide = new Grammar({ a: many, b: many, c: many }, [['{a} … {b} … {c}', true]]);
    const words = wordsOf(many.slice(0, 30).join(' '));
    assert.ok([...wide.find(words)].length > 0);
  });
});
