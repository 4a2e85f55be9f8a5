import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Source } from '../../src/draft/source';
import type { Change } from '../../src/draft/types';

/** Also halves of what must stay together: line ends of two characters, and characters of two code units. */
const text = fc
  .array(fc.constantFrom('a', 'b', '\r', '\n', '\ud83d', '\udcda', ' words '))
  .map((all) => all.join(''));
const change = fc.record({
  span: fc.record({ start: fc.integer({ min: -5, max: 120 }), end: fc.integer({ min: -5, max: 120 }) }),
  text,
});

const applied = (before: string, { span, text: after }: Change): string => {
  const start = Math.max(0, Math.min(span.start, before.length));
  const end = Math.max(start, Math.min(span.end, before.length));
  return before.slice(0, start) + after + before.slice(end);
};

describe('the text of a draft in pieces', () => {
  it('is after any changes what a string would be, and so is each part of it', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(change, { maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (start, changes, size) => {
          let source = Source.of(start, size);
          let expected = start;
          for (const one of changes) {
            source = source.edited(one);
            expected = applied(expected, one);
            assert.equal(source.length, expected.length);
            const [from, to] = [Math.floor(expected.length / 3), Math.ceil((expected.length * 2) / 3)];
            assert.equal(source.slice(from, to), expected.slice(from, to));
            assert.equal(source.slice(0, expected.length), expected);
          }
          assert.equal(source.text, expected);
        },
      ),
    );
  });

  it('is as it was before a change', () => {
    const before = Source.of('one two three', 2);
    const after = before.edited({ span: { start: 4, end: 7 }, text: '2' });
    assert.equal(after.text, 'one 2 three');
    assert.equal(before.text, 'one two three');
    assert.equal(before.slice(4, 7), 'two');
  });
});
