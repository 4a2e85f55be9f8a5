import assert from 'node:assert/strict';
import { type Schema, Validator } from '@cfworker/json-schema';
import { builtInFramework } from '../../src/framework';
import lexicon from '../../src/framework/lexicon.json';
import { pathOf } from '../../src/words/phrase-keys';
import schema from './lexicon.schema.json';

describe('The lexicon', () => {
  const classes = Object.entries(lexicon.classes as Record<string, { topics: object; phrases: string[] }>);

  it('is as its schema says', () => {
    const validator = new Validator(schema as unknown as Schema, '2020-12');
    assert.deepEqual(
      validator
        .validate(lexicon)
        .errors.map(({ error, instanceLocation }) => `${instanceLocation}: ${error}`),
      [],
    );
    for (const wrong of [
      { ...lexicon, clases: {} },
      { ...lexicon, idioms: ['of course '] },
      { ...lexicon, otherSense: ['go online on their own'] },
      { ...lexicon, otherSense: ['go online / on … own'] },
      { ...lexicon, classes: { x: { why: 'because', topics: {}, phrases: ['a'] } } },
      { ...lexicon, classes: { x: { why: 'cue', topics: { digital: 'very' }, phrases: ['a'] } } },
      { ...lexicon, classes: { x: { why: 'cue', topics: {}, phrases: [' a'] } } },
      { ...lexicon, classes: { x: { why: 'cue', topics: {}, phrases: [] } } },
    ]) {
      assert.equal(validator.validate(wrong).valid, false, JSON.stringify(wrong).slice(0, 80));
    }
  });

  it('speaks only of topics that there are', () => {
    for (const [name, { topics }] of classes) {
      for (const id of Object.keys(topics)) assert.ok(builtInFramework.topic(id), `${name}: ${id}`);
    }
  });

  it('has each phrase once in a class, and none of no words', () => {
    for (const [name, { phrases }] of [
      ...classes,
      ['idioms', { phrases: lexicon.idioms }] as const,
      ['ignore', { phrases: lexicon.ignore }] as const,
      ['otherSense', { phrases: lexicon.otherSense }] as const,
    ]) {
      const twice = phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i);
      assert.deepEqual(twice, [], name);
      for (const phrase of phrases) {
        // Single marks are left over from the labelled texts: no word, so they never match.
        assert.ok(pathOf(phrase) !== '' || /^[“”"£%]$/.test(phrase), `${name}: ${phrase}`);
      }
    }
  });
});
