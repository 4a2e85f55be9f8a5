import assert from 'node:assert/strict';
import { perWord, ROOM } from '../../src/words/per-word';
import { wordsOf } from '../../src/words/tokenize';

describe('What is computed once for a word', () => {
  it('is kept for the words of other texts, by how they are written', () => {
    const read: string[] = [];
    const lengthOf = perWord(({ form }) => {
      read.push(form);
      return form.length;
    });
    for (const text of ['Libraries lend books', 'The libraries lend, and Libraries listen'])
      for (const word of wordsOf(text).word) assert.equal(lengthOf(word), word.form.length);
    assert.deepEqual(read, ['Libraries', 'lend', 'books', 'The', 'libraries', 'and', 'listen']);
  });

  it('stays right when more words were met than there is room for', () => {
    const upper = perWord(({ form }) => form.toUpperCase());
    const many = Array.from({ length: ROOM + 100 }, (_, n) => `w${n}`).join(' ');
    for (const text of [many, 'w0 w1 w2', many])
      for (const word of wordsOf(text).word) assert.equal(upper(word), word.form.toUpperCase());
  });
});
