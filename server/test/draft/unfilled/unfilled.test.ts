import assert from 'node:assert/strict';
import { parseDraft } from '../../../src/draft';
import { KINDS, mayBeUnfilled, type Surroundings, unfilledIn } from '../../../src/draft/unfilled';
import { placesIn } from '../../../src/rules/lib/unfilled/places';
import { EXAMPLES } from './examples';

/** The words that stand between « and », and the text without these. */
function read(example: string, isMarked: boolean): { text: string; words: string[] } {
  const words: string[] = [];
  if (!isMarked) return { text: example, words };
  const text = example.replace(/«([^»]*)»/g, (_, inner: string) => {
    words.push(inner.trim());
    return inner;
  });
  return { text, words };
}

function found(text: string, place: Surroundings): string[] {
  if (place.alone !== undefined)
    return unfilledIn(text, place).map(({ start, end }) => text.slice(start, end));
  return parseDraft(text).blocks.flatMap(({ block }) =>
    placesIn(block).map(({ start, end }) => block.text.slice(start, end)),
  );
}

for (const kind of KINDS) {
  describe(`What is still to be filled in: ${kind.name}`, () => {
    const place: Surroundings =
      kind.where === 'cell' || kind.where === 'alone'
        ? { alone: 'cell' }
        : kind.where === 'note'
          ? { alone: 'note' }
          : {};
    const { right, wrong } = EXAMPLES[kind.name]!;
    it('has examples', () => assert.ok(right.length > 0 && wrong.length > 0));
    for (const example of right) {
      const { text, words } = read(example, true);
      it(`is in ${JSON.stringify(example)}`, () => {
        assert.deepEqual(found(text, place), words);
        assert.ok(mayBeUnfilled(text) || place.alone !== undefined, 'a sign of it');
      });
    }
    for (const example of wrong) {
      it(`is not in ${JSON.stringify(example)}`, () => assert.deepEqual(found(example, place), []));
    }
  });
}
