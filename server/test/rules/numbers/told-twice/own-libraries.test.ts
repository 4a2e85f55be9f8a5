import assert from 'node:assert/strict';
import { marked } from '../../helpers';

const told = (text: string): readonly string[] =>
  marked(
    'numbers-disagree',
    `---\nkind: briefing\norganisation: Glenarra Leisure and Culture Trust\n---\n\n# Libraries\n\n${text}\n`,
  );

describe('The libraries of a service, counted twice', () => {
  for (const [text, words] of [
    ['Our 11 libraries lend books.\n\nGlenarra has 12 libraries.', 'Glenarra has 12 libraries'],
    ['The trust runs 11 libraries.\n\nPeople like its 12 libraries.', 'its 12 libraries'],
    [
      'Our eleven libraries lend books. We run 11 libraries.\n\nIn six of our 12 libraries there is a café.',
      'our 12 libraries',
    ],
  ] as const)
    it(`is found: ${text.replace(/\n+/g, ' ')}`, () => assert.deepEqual(told(text), [words]));
  for (const text of [
    'Our 11 libraries lend books.\n\nGlenarra has eleven libraries.',
    'Our 11 libraries lend books.\n\nAshby has 12 libraries.',
    'Our 11 libraries lend books.\n\nGlenarra had 12 libraries.',
    'Our 11 libraries lend books.\n\nIn 2019 we ran 12 libraries.',
    'Our 11 libraries lend books.\n\nWe run 3 mobile libraries.',
    'Our 11 libraries lend books.\n\nWith option B we have 9 libraries.',
    'Our 11 libraries lend books.\n\nOur three branches in the villages are busy.',
    'Our 11 libraries lend books.\n\nWrenshire is larger. It has 23 libraries.',
    'Our 11 libraries lend books.\n\nWe have ten libraries that lend tablets.',
    'Our 11 libraries lend books.\n\nThe trust has nine branches and two community libraries.',
    'Our three libraries lend books.\n\nOur two branches are busy.',
    'Our 11 libraries lend books.\n\n> We have 12 libraries, said Ann Moss.',
  ])
    it(`is left alone: ${text.replace(/\n+/g, ' ')}`, () => assert.deepEqual(told(text), []));
});
