import assert from 'node:assert/strict';
import { listedPeople } from '../../src/coverage/enumeration';
import { wordsOf } from '../../src/words/tokenize';
import { argued, briefing, coverageOf } from './support';

describe('A list of people', () => {
  const arguedIn = (text: string) => argued(coverageOf(briefing(`# Our libraries\n\n${text}`)));

  for (const text of [
    'The library supports children, older people, jobseekers, artists and people without internet.',
    'Libraries help children, jobseekers, older people and those who are not online.',
    'Our libraries are for everyone: families, students, older people, people looking for work and people without a computer at home.',
  ]) {
    it(`makes no case on what each is named by: “${text}”`, () => assert.deepEqual(arguedIn(text), []));
  }

  it('takes nothing from what is done for them', () => {
    assert.ok(
      arguedIn('A weekly lunch club brings together older people, carers and those who live alone.').includes(
        'isolation',
      ),
    );
    assert.ok(
      arguedIn(
        'Volunteers teach older people, carers and those who have never been online to use a tablet, and most can now manage by themselves.',
      ).includes('digital'),
    );
  });

  /** The words that stand in a list, where `people` and `acts` are cues. */
  const listed = (text: string, people: readonly string[], acts: readonly string[] = []) => {
    const words = wordsOf(text);
    const flags = (of: readonly string[]) => words.lower.map((word) => (of.includes(word) ? 1 : 0));
    const found = listedPeople(text, words, flags(people), flags(acts));
    return words.lower.filter((_, i) => found[i] === 1).join(' ');
  };

  it('begins with its second item and ends with its sentence', () => {
    const text =
      'It is for carers, parents, men and women without work. The hall, the yard and the roof leak.';
    assert.equal(listed(text, ['carers', 'parents', 'men', 'women']), 'parents men women without work');
  });

  it('is none where its items are not people, where they do something, or where it has but two', () => {
    assert.equal(listed('It has books, chairs, lamps and tables.', []), '');
    const people = ['carers', 'parents', 'men', 'women'];
    assert.equal(listed('It is for carers, helps parents, men and women.', people, ['helps']), '');
    assert.equal(listed('It is for carers and parents.', people), '');
  });

  it('is none where an item says something of its own', () => {
    const people = ['carers', 'parents', 'men', 'women'];
    const long = 'It is for carers, parents who have to wait for hours, men and women.';
    assert.equal(listed(long, people), '');
    assert.equal(
      listed('It is for carers, parents, men and women who cannot see what is there to be read.', people),
      '',
    );
  });

  it('of any length is read in linear time, an unfinished one too', () => {
    for (const text of [
      'a, '.repeat(50_000),
      `${'men, '.repeat(50_000)}and`,
      'men, women and '.repeat(20_000),
    ])
      assert.equal(typeof listed(text, ['men']), 'string');
  });
});
