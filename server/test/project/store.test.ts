import assert from 'node:assert/strict';
import { builtInProject, ProjectStore } from '../../src/project';
import { processorSeconds } from '../processor-time';
import { type Entry, MemoryFiles, uri } from './memory';

describe('projects in store', () => {
  const entries = (): Record<string, Entry> => ({
    '/w/.advocacy.json': '{ "framework": "f.yaml", "evidence": ["e/*.yaml"] }',
    '/w/f.yaml': 'topics: []\n',
    '/w/e/a.yaml': 'evidence: []\n',
  });

  it('are read once for all drafts below one configuration', async () => {
    const files = new MemoryFiles(entries());
    const store = new ProjectStore(files);
    const first = await store.get(uri('/w/a.md'), uri('/w'));
    assert.equal(await store.get(uri('/w/x/b.md'), uri('/w')), first);
    assert.equal(await store.get(uri('/w/a.md'), uri('/w')), first);
    assert.deepEqual(files.reads, ['/w/.advocacy.json', '/w/f.yaml', '/w/e/a.yaml']);
  });

  it('have one framework where their configurations name one', async () => {
    const files = new MemoryFiles({ ...entries(), '/w/x/.advocacy.json': '{ "framework": "../f.yaml" }' });
    const store = new ProjectStore(files);
    const here = await store.get(uri('/w/a.md'), uri('/w'));
    assert.equal((await store.get(uri('/w/x/b.md'), uri('/w'))).framework, here.framework);
    files.entries['/w/f.yaml'] = 'title: Another\ntopics: []\n';
    await store.changed([uri('/w/f.yaml')]);
    assert.equal((await store.get(uri('/w/x/b.md'), uri('/w'))).framework.title, 'Another');
  });

  const changes: readonly [what: string, path: string, expected: boolean][] = [
    ['the configuration', '/w/.advocacy.json', true],
    ['a configuration that comes nearer', '/w/x/.advocacy.json', true],
    ['the framework', '/w/f.yaml', true],
    ['the folder that they lie in', '/w', true],
    ['an evidence file that comes', '/w/e/b.yaml', true],
    ['the folder of the evidence', '/w/e', true],
    ['a draft', '/w/a.md', false],
    ['a framework elsewhere', '/v/f.yaml', false],
  ];
  for (const [what, path, expected] of changes) {
    it(`${expected ? 'are read again' : 'stay'} when ${what} changes`, async () => {
      const store = new ProjectStore(new MemoryFiles(entries()));
      const before = await store.get(uri('/w/x/a.md'), uri('/w'));
      assert.equal(await store.changed([uri(path)]), expected);
      assert.equal(
        (await store.get(uri('/w/x/a.md'), uri('/w'))) === before,
        !expected || path === '/w/x/.advocacy.json',
      );
    });
  }

  it('are read again where one of several files that change at once is theirs', async () => {
    const store = new ProjectStore(
      new MemoryFiles({ ...entries(), '/v/.advocacy.json': '{ "evidence": ["e/*.yaml"] }' }),
    );
    const [here, there] = [await store.get(uri('/w/a.md')), await store.get(uri('/v/a.md'))];
    assert.equal(await store.changed(['/w/a.md', '/v/e/new.yaml', '/v/b.md'].map(uri)), true);
    assert.equal(await store.get(uri('/w/a.md')), here);
    assert.notEqual(await store.get(uri('/v/a.md')), there);
  });

  it('are found in no time, however many there are and however many files change', async () => {
    const folders = Array.from({ length: 400 }, (_, i) => `/w/${i}`);
    const configuration = '{ "evidence": ["facts/*.yaml"] }';
    const store = new ProjectStore(
      new MemoryFiles(Object.fromEntries(folders.map((name) => [`${name}/.advocacy.json`, configuration]))),
    );
    for (const name of folders) await store.get(uri(`${name}/a.md`));
    const changed = folders.flatMap((name) => Array.from({ length: 10 }, (_, i) => uri(`${name}/x/${i}.md`)));
    const seconds = await processorSeconds(async () => {
      assert.equal(await store.changed(changed), false);
      assert.equal(await store.changed([...changed, uri('/w/7/facts/a.yaml')]), true);
    });
    assert.ok(seconds < 10, `${seconds} s`);
  });

  it('follow a configuration that comes nearer, and one that goes', async () => {
    const files = new MemoryFiles(entries());
    const store = new ProjectStore(files);
    assert.equal((await store.get(uri('/w/x/a.md'), uri('/w'))).folder, uri('/w'));
    files.entries['/w/x/.advocacy.json'] = '{}';
    await store.changed([uri('/w/x/.advocacy.json')]);
    assert.equal((await store.get(uri('/w/x/a.md'), uri('/w'))).folder, uri('/w/x'));
    delete files.entries['/w/x/.advocacy.json'];
    delete files.entries['/w/.advocacy.json'];
    await store.changed([uri('/w/x/.advocacy.json')]);
    await store.changed([uri('/w/.advocacy.json')]);
    assert.equal(await store.get(uri('/w/x/a.md'), uri('/w')), builtInProject);
  });

  it('report a framework that is missing until it comes', async () => {
    const files = new MemoryFiles({ '/w/.advocacy.json': '{ "framework": "f.yaml" }' });
    const store = new ProjectStore(files);
    assert.equal((await store.get(uri('/w/a.md'))).problems.length, 1);
    files.entries['/w/f.yaml'] = 'topics: []\n';
    assert.equal(await store.changed([uri('/w/f.yaml')]), true);
    assert.deepEqual((await store.get(uri('/w/a.md'))).problems, []);
  });
});
