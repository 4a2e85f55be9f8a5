import assert from 'node:assert/strict';
import { draftName } from '../../src/skeleton/draft-name';

describe('The file of a new draft', () => {
  for (const [title, name] of [
    ['Keep our libraries open!', 'keep-our-libraries-open'],
    ['Penhallow’s café: a year on', 'penhallows-cafe-a-year-on'],
    ['Volunteers cycle 1,000 library books to Penhallow’s front doors', 'volunteers-cycle-1000-library'],
    ['Keep the mobile library and its digital help on the road', 'keep-the-mobile-library'],
    ['a'.repeat(70), 'a'.repeat(30)],
    ['?!', 'draft'],
  ] as const)
    it(`is called by its title, in whole words: ${title}`, async () =>
      assert.equal(await draftName(title), name));

  it('is no device of Windows, where no file can be called “con” or “aux”', async () => {
    for (const title of ['Con', 'AUX', 'nul', 'com1'])
      assert.equal(await draftName(title), `${title.toLowerCase()}-draft`);
    assert.equal(await draftName('Con men in the library'), 'con-men-in-the-library');
  });

  it('has the next free number where the name is taken', async () =>
    assert.equal(await draftName('Open', (name) => ['open', 'open-2'].includes(name)), 'open-3'));
});
