import assert from 'node:assert/strict';
import { defaultSettings, readSettings, SettingsStore } from '../../../src/features/workspace/settings';

describe('Settings', () => {
  for (const given of [
    undefined,
    null,
    5,
    'all',
    [],
    {},
    { check: 'some', checkOn: 1, rules: 'off', word: null, codeLens: [] },
  ]) {
    it(`are as by default for ${JSON.stringify(given)}`, () => {
      assert.deepEqual(readSettings(given), defaultSettings);
    });
  }

  it('are taken as they are written', () => {
    const given = {
      check: 'all',
      checkOn: 'save',
      rules: { 'sentence-long': 'off', 'figure-unsourced': 'error' },
      word: { template: ' council.dotx ', pictures: 'full' },
      codeLens: { enabled: false },
    };
    assert.deepEqual(readSettings(given), {
      check: 'all',
      checkOn: 'save',
      rules: { 'sentence-long': 'off', 'figure-unsourced': 'error' },
      wordTemplate: 'council.dotx',
      wordPictures: 'full',
      codeLens: false,
    });
  });

  it('lose the rules that are set to something else than a severity', () => {
    assert.deepEqual(
      readSettings({
        findings: {
          figureUnsourced: 'error',
          areaMissing: 'off',
          askMissing: 'default',
          sentenceLong: 3,
          no: 'off',
        },
        rules: { 'area-missing': 'hint' },
      }).rules,
      { 'figure-unsourced': 'error', 'area-missing': 'hint' },
    );
    assert.deepEqual(readSettings({ rules: { a: 'loud', b: 1, c: 'hint' } }).rules, { c: 'hint' });
  });

  it('are asked for once a folder until they change, and are as by default where the client fails', async () => {
    const asked: (string | undefined)[] = [];
    const store = new SettingsStore(async (scope) => {
      asked.push(scope);
      if (scope === 'b') throw new Error('no');
      return { check: 'all' };
    });
    assert.equal(store.peek('a'), undefined);
    assert.equal((await store.get('a')).check, 'all');
    assert.equal(store.peek('a')?.check, 'all');
    await store.get('a');
    assert.equal(await store.get('b'), defaultSettings);
    assert.deepEqual(asked, ['a', 'b']);
    store.clear();
    assert.equal(store.peek('a'), undefined);
    await store.get('a');
    assert.deepEqual(asked, ['a', 'b', 'a']);
  });

  it('that were asked for before a change do not come back after it', async () => {
    const answers: ((value: unknown) => void)[] = [];
    const store = new SettingsStore(() => new Promise((resolve) => answers.push(resolve)));
    const before = store.get('a');
    store.clear();
    const after = store.get('a');
    answers[1]!({ check: 'off' });
    await after;
    answers[0]!({ check: 'all' });
    await before;
    assert.equal(store.peek('a')?.check, 'off');
  });
});
