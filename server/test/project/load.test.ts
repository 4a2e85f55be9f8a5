import assert from 'node:assert/strict';
import { URI } from 'vscode-uri';
import { watchersFor } from '../../src/features/session/watching';
import { builtInFramework } from '../../src/framework';
import { builtInProject } from '../../src/project';
import { loadFolder } from '../../src/project/load';
import { SHIPPED_TEMPLATES } from '../../src/project/shipped';
import { type Entry, MemoryFiles, projectOf, uri } from './memory';

const load = (
  entries: Record<string, Entry>,
  draft = '/w/briefings/a.md',
  folder: string | undefined = '/w',
) => projectOf(new MemoryFiles(entries), uri(draft), folder === undefined ? undefined : uri(folder));
const messages = async (entries: Record<string, Entry>, draft?: string): Promise<string[]> =>
  (await load(entries, draft)).problems.map(
    ({ uri: of, message, range }) =>
      `${URI.parse(of).path}:${range.start.line}:${range.start.character}-${range.end.character} ${message}`,
  );

describe('the configuration of a draft', () => {
  it('is the built-in one where there is none', async () => {
    assert.equal(await load({ '/w/briefings/a.md': '' }), builtInProject);
    assert.equal(builtInProject.framework, builtInFramework);
    assert.equal(builtInProject.folder, undefined);
  });

  const cases: readonly [
    name: string,
    entries: string[],
    draft: string,
    folder: string | undefined,
    found: string | undefined,
  ][] = [
    ['lies beside it', ['/w/briefings'], '/w/briefings/a.md', '/w', '/w/briefings'],
    ['lies in a folder above', ['/w'], '/w/briefings/2026/a.md', '/w', '/w'],
    ['is the nearest', ['/w', '/w/briefings'], '/w/briefings/a.md', '/w', '/w/briefings'],
    ['is not sought past the workspace folder', ['/'], '/w/briefings/a.md', '/w', undefined],
    ['is not taken from a folder below', ['/w/briefings/2026'], '/w/briefings/a.md', '/w', undefined],
    ['is not taken from a folder beside', ['/w/brief'], '/w/briefings/a.md', '/w', undefined],
    ['is sought up to the root without a workspace folder', ['/'], '/w/briefings/a.md', undefined, '/'],
    [
      'is sought above a file that lies outside the workspace folder',
      ['/other'],
      '/other/a.md',
      '/w',
      '/other',
    ],
    [
      'is found under names with ( and [',
      ['/w/Papers (2026) [x]'],
      '/w/Papers (2026) [x]/a b.md',
      '/w',
      '/w/Papers (2026) [x]',
    ],
  ];
  for (const [name, entries, draft, folder, found] of cases) {
    it(name, async () => {
      const files = Object.fromEntries(entries.map((at) => [`${at === '/' ? '' : at}/.advocacy.json`, '{}']));
      const project = await projectOf(new MemoryFiles(files), uri(draft), folder && uri(folder));
      assert.equal(project.folder, found && uri(found));
    });
  }

  it('is the workspace folder’s for a document that was never saved', async () => {
    const files = new MemoryFiles({ '/w/.advocacy.json': '{}' });
    assert.equal((await projectOf(files, 'untitled:Untitled-1', uri('/w'))).folder, uri('/w'));
    assert.equal(await projectOf(files, 'untitled:Untitled-1'), builtInProject);
  });

  it('works by any scheme, and however a drive is written', async () => {
    const files = new MemoryFiles({ '/c:/w/.advocacy.json': '{}', '/o/r/.advocacy.json': '{}' });
    const windows = await projectOf(files, 'file:///C%3A/w/x/a.md', 'file:///c:/w');
    assert.equal(windows.folder, 'file:///c%3A/w');
    const web = await projectOf(files, 'vscode-vfs://github/o/r/x/a.md', 'vscode-vfs://github/o/r');
    assert.equal(web.folder, 'vscode-vfs://github/o/r');
  });
});

describe('the files that a configuration names', () => {
  const framework =
    'topics:\n  - id: green\n    group: area\n    title: Greener places\n    cues: [repair café]\n';

  it('extends the framework', async () => {
    const project = await load({
      '/w/.advocacy.json': '{ "framework": "data/f.yaml" }',
      '/w/data/f.yaml': framework,
    });
    assert.deepEqual(project.problems, []);
    assert.equal(project.framework.topic('green')?.title, 'Greener places');
    assert.ok(project.framework.topic('digital'));
  });

  it('may lie beside the configuration’s folder, in the workspace folder', async () => {
    const entries = { '/w/a/.advocacy.json': '{ "framework": "../f.yaml" }', '/w/f.yaml': framework };
    assert.ok((await load(entries, '/w/a/x.md')).framework.topic('green'));
  });

  it('reports a framework’s mistakes in its own file', async () => {
    const found = await messages({
      '/w/.advocacy.json': '{ "framework": "f.yaml" }',
      '/w/f.yaml': 'topics: 3\n',
    });
    assert.equal(found.length, 1);
    assert.match(found[0]!, /^\/w\/f\.yaml:0:8-9 /);
  });

  it('lets terms name the topics of that framework, and no others', async () => {
    const project = await load({
      '/w/.advocacy.json': `{ "framework": "f.yaml", "terms": [
  { "phrase": "Mending Mondays", "topics": ["green", "isolaton"] },
  { "phrase": "Nothing", "topics": ["weather"] } ] }`,
      '/w/f.yaml': framework,
    });
    assert.deepEqual(project.configuration.terms, [{ phrase: 'Mending Mondays', topics: ['green'] }]);
    assert.deepEqual(
      project.problems.map(({ range, message }) => [range.start, message.slice(0, 66)]),
      [
        [{ line: 1, character: 53 }, 'There is no area or offer “isolaton”. Did you mean “isolation”?'],
        [{ line: 2, character: 36 }, 'There is no area or offer “weather”. The topics are economic, educ'],
      ],
    );
  });

  const good = {
    '/w/t/council.dotx': 'PK',
    '/w/e/a.yaml': 'evidence: []\n',
    '/w/e/b.json': '{ "evidence": [] }',
  };
  it('are found', async () => {
    const text =
      '{ "word": { "template": "t/council.dotx" }, "evidence": ["e/*.yaml", "e/b.json", "!e/x.yaml"] }';
    const project = await load({ ...good, '/w/.advocacy.json': text });
    assert.deepEqual(project.problems, []);
    assert.deepEqual(project.configuration.word, { template: 't/council.dotx' });
    assert.deepEqual(project.configuration.evidence, ['e/*.yaml', 'e/b.json', '!e/x.yaml']);
  });

  for (const name of [...SHIPPED_TEMPLATES, ' One-Page-Briefing']) {
    it(`are no files where a template that comes with the product is named: ${name}`, async () => {
      const files = new MemoryFiles({
        '/w/.advocacy.json': JSON.stringify({ word: { template: name } }),
      });
      const { project, files: watched } = await loadFolder(files, uri('/w'), uri('/w'));
      assert.deepEqual(project.problems, []);
      assert.deepEqual(project.configuration.word, { template: name });
      assert.deepEqual(watched, [uri('/w/.advocacy.json')]);
      const patterns = watchersFor([project], true).map(({ globPattern }) => JSON.stringify(globPattern));
      assert.ok(patterns.length > 0 && !patterns.some((pattern) => pattern.includes(name)), `${patterns}`);
    });
  }

  const refused: readonly [name: string, path: string, expected: RegExp][] = [
    ['a missing file', 'x.docx', /There is no file “x\.docx”\. Check the name/],
    ['a folder', 'folder.docx', /is a folder/],
    ['an absolute path', '/etc/x.docx', /is an absolute path\. Write it relative/],
    ['a drive', 'C:\\x.docx', /is an absolute path/],
    ['a drive without a slash', 'c:x.docx', /is an absolute path/],
    ['a UNC path', '\\\\server\\share\\x.docx', /is an absolute path/],
    ['a UNC path with slashes', '//server/share/x.docx', /is an absolute path/],
    ['a file: address', 'file:///etc/x.docx', /is an address/],
    ['a web address', 'https://example.org/x.docx', /is an address/],
    ['a path that leads out', '../secret.docx', /leads out of the workspace folder/],
    ['a path that leads out later', 'a/../../secret.docx', /leads out of the workspace folder/],
    ['a path that leads out with backslashes', '..\\secret.docx', /leads out of the workspace folder/],
    ['a link that leads out', 'link.docx', /is a link that leads out/],
    ['a file in a linked folder that leads out', 'linked/secret.docx', /is a link that leads out/],
    ['a NUL', 'a\0.docx', /NUL/],
    ['half a character', 'a\ud800.docx', /There is no file|half a character/],
    ['blanks', ' ', /is no Word template|is empty/],
    ['a built-in name misspelt', 'committee-papr', /Did you mean “committee-paper”\?/],
    [
      'another kind of file',
      'x.txt',
      /is no Word template\. Name a \.docx or \.dotx file, or committee-paper or/,
    ],
  ];
  const disk = {
    '/secret.docx': 'secret',
    '/secrets/secret.docx': 'secret',
    '/w/link.docx': { link: '/secret.docx' },
    '/w/linked': { link: '/secrets' },
    '/w/folder.docx/x': '',
  };
  for (const [name, path, expected] of refused) {
    it(`are refused with a message: ${name}`, async () => {
      const entries: Record<string, Entry> = {
        ...disk,
        '/w/.advocacy.json': JSON.stringify({ word: { template: path } }),
      };
      const files = new MemoryFiles(entries);
      const project = await projectOf(files, uri('/w/a.md'), uri('/w'));
      assert.equal(project.problems.length, 1);
      assert.match(project.problems[0]!.message, expected);
      assert.deepEqual(project.problems[0]!.range.start, { line: 0, character: 20 });
      assert.deepEqual(project.configuration.word, {}, 'a refused template is not used');
      assert.deepEqual(files.reads, ['/w/.advocacy.json'], 'nothing else is read');
    });
  }

  it('are refused outside the configuration’s folder where no workspace folder is open', async () => {
    const files = new MemoryFiles({
      '/a/b/.advocacy.json': '{ "framework": "../f.yaml" }',
      '/a/f.yaml': framework,
    });
    const project = await projectOf(files, uri('/a/b/x.md'));
    assert.match(project.problems[0]!.message, /leads out of the workspace folder/);
    assert.equal(project.framework, builtInFramework);
  });

  it('may be links that stay inside', async () => {
    const entries = {
      ...good,
      '/w/link.dotx': { link: '/w/t/council.dotx' },
      '/w/.advocacy.json': '{ "word": { "template": "link.dotx" } }',
    };
    assert.deepEqual((await load(entries)).problems, []);
  });

  it('may be anything in a workspace folder that is itself a link', async () => {
    const files = new MemoryFiles({
      '/w': { link: '/real' },
      '/real/.advocacy.json': '{ "framework": "f.yaml" }',
      '/real/f.yaml': framework,
    });
    const project = await projectOf(files, uri('/w/a.md'), uri('/w'));
    assert.deepEqual(project.problems, []);
  });

  it('are not too large', async () => {
    const large = new Uint8Array(5 * 1024 * 1024);
    assert.match(
      (await messages({ '/w/.advocacy.json': '{ "framework": "f.yaml" }', '/w/f.yaml': large }))[0]!,
      /“f\.yaml” is larger than 1 MB, the most that is read\./,
    );
    assert.match((await messages({ '/w/.advocacy.json': large }))[0]!, /larger than 1 MB/);
  });

  it('that cannot be read are reported, and the rest is kept', async () => {
    const project = await load({
      '/w/.advocacy.json': '{ "framework": "f.yaml", "acronyms": { "A": "b" } }',
      '/w/f.yaml': { error: 'permission denied' },
    });
    assert.deepEqual(
      project.problems.map((p) => p.message),
      ['“f.yaml” cannot be read: permission denied'],
    );
    assert.equal(project.configuration.acronyms.A, 'b');
  });

  it('a configuration that cannot be read, or is no text, is reported at its start', async () => {
    assert.deepEqual(await messages({ '/w/.advocacy.json': { error: 'permission denied' } }), [
      '/w/.advocacy.json:0:0-0 “.advocacy.json” cannot be read: permission denied',
    ]);
    assert.deepEqual(await messages({ '/w/.advocacy.json': 'a\0b' }), [
      '/w/.advocacy.json:0:0-0 “.advocacy.json” is not a text file.',
    ]);
    const latin = Uint8Array.from(Buffer.from('title: Ours\ntopics: []\n# caf\u00e9\n', 'latin1'));
    assert.deepEqual(
      await messages({ '/w/.advocacy.json': '{ "framework": "f.yaml" }', '/w/f.yaml': latin }),
      ['/w/.advocacy.json:0:15-23 Line 3 of “f.yaml” is not UTF-8. Save the file as UTF-8 and try again.'],
    );
    assert.match(
      (await messages({ '/w/.advocacy.json': { link: '/secret' }, '/secret': '{}' }))[0]!,
      /leads out/,
    );
  });

  it('patterns that fit nothing or lead out are reported', async () => {
    assert.deepEqual(
      await messages({
        '/w/.advocacy.json': '{ "evidence": ["e/*.yml"], "drafts": ["../**/*.md", "/x/*.md"] }',
        ...good,
      }),
      [
        '/w/.advocacy.json:0:15-24 No file fits “e/*.yml”.',
        '/w/.advocacy.json:0:38-50 “../**/*.md” leads out of the folder of this file. Put a .advocacy.json in the other folder.',
        '/w/.advocacy.json:0:52-61 “/x/*.md” is an absolute path. Write it relative to the folder of this file.',
      ],
    );
  });

  it('a pattern whose file lies behind very many others is not said to fit none', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_050 }, (_, i) => [`/w/aaa/${i}.txt`, '']));
    const found = (evidence: string) =>
      messages({
        ...good,
        ...many,
        '/w/zzz/e.yaml': good['/w/e/a.yaml'],
        '/w/.advocacy.json': `{ "evidence": ["${evidence}"] }`,
      });
    assert.deepEqual(await found('**/e.yaml'), [
      '/w/.advocacy.json:0:15-26 The search for “**/e.yaml” stopped after 10,000 files and folders: some that fit may be missing. Begin the pattern with the folder that they are in, such as “evidence/*.yaml”.',
    ]);
    assert.deepEqual(await found('zzz/**/e.yaml'), []);
    assert.deepEqual(await found('aaa/*.yaml'), ['/w/.advocacy.json:0:15-27 No file fits “aaa/*.yaml”.']);
  });

  for (const text of [
    '',
    ' ',
    '// nothing',
    'null',
    '[]',
    '5',
    '{ "terms": null }',
    '{ "terms": [null] }',
    '{ "terms": "a" }',
    '{ "terms": { "map": 1 } }',
  ])
    it(`a configuration that is ${JSON.stringify(text)} names none`, async () => {
      const files = new MemoryFiles({ '/w/.advocacy.json': text });
      const { project } = await loadFolder(files, uri('/w'), uri('/w'));
      assert.deepEqual(project.configuration.terms, []);
      assert.ok(project.problems.length > 0);
    });

  it('many patterns are looked up in the same folders, which are listed once', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`/w/${i}/x.yaml`, '']));
    const patterns = Array.from({ length: 1000 }, (_, i) => `**/e${i}.yaml`);
    const configuration = JSON.stringify({ evidence: patterns });
    const files = new MemoryFiles({ ...good, ...many, '/w/.advocacy.json': configuration });
    const list = files.list.bind(files);
    let listed = 0;
    files.list = (folder) => {
      listed++;
      return list(folder);
    };
    const { problems } = await projectOf(files, uri('/w/draft.md'), uri('/w'));
    assert.ok(listed < 320, String(listed));
    assert.ok(problems.some(({ message }) => /more than 100,000 files and folders together/.test(message)));
  });

  it('patterns go round no circle of links', async () => {
    const entries = {
      ...good,
      '/w/e/loop': { link: '/w/e' },
      '/w/.advocacy.json': '{ "evidence": ["e/**/*.csv"] }',
    };
    assert.equal((await messages(entries)).length, 1);
  });
});
