import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import type { CoverageResult, UriParams } from '../../../src/protocol';
import { briefing, readme } from '../drafts';
import { Editor, rulesOf } from '../editor';

const CONFIGURATION = '.advocacy.json';
const has = (rule: string) => (found: readonly { code?: number | string }[]) =>
  found.some(({ code }) => code === rule);
const lacks = (rule: string) => (found: readonly { code?: number | string }[]) => !has(rule)(found);

describe('Settings', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('are asked for, and asked for again when they change: an open draft follows at once', async () => {
    editor = await Editor.start({ settings: { rules: { 'placeholder-unfilled': 'error' } } });
    const uri = await editor.open('ashby.md', briefing);
    const found = (await editor.diagnostics(uri)).find(({ code }) => code === 'placeholder-unfilled');
    assert.equal(found?.severity, 1);
    editor.settings = { rules: { 'placeholder-unfilled': 'off' } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.untilPublished(uri, lacks('placeholder-unfilled'));
  });

  it('are taken from a client that sends them instead', async () => {
    editor = await Editor.start({
      initializationOptions: { settings: { rules: { 'placeholder-unfilled': 'off' } } },
    });
    const uri = await editor.open('ashby.md', briefing);
    assert.ok(!rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    await editor.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { advocacy: { rules: {} }, other: {} },
    });
    await editor.untilPublished(uri, has('placeholder-unfilled'));
  });

  it('of the wrong type, or an editor that has none, count as none', async () => {
    for (const settings of [{ check: 7, rules: ['off'], word: 'x' }, null]) {
      editor = await Editor.start({
        settings: {},
        answers: { 'workspace/configuration': () => [settings] },
      });
      const uri = await editor.open('ashby.md', briefing);
      assert.ok(rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
      if (settings) await editor.stop();
    }
  });
});

describe('The configuration of a folder', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('is watched: a change is followed by every open draft below it', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('sub/ashby.md', briefing);
    await editor.diagnostics(uri);
    await editor.writeFile(CONFIGURATION, '{ "rules": { "placeholder-unfilled": "off" } }');
    await editor.untilPublished(uri, lacks('placeholder-unfilled'));
    await editor.writeFile(CONFIGURATION, '{ "rules": { "placeholder-unfilled": "hint" } }');
    await editor.untilPublished(uri, has('placeholder-unfilled'));
    await editor.writeFile('sub/.advocacy.json', '{ "rules": { "placeholder-unfilled": "off" } }');
    await editor.untilPublished(uri, lacks('placeholder-unfilled'), 'the nearer configuration');
    await editor.removeFile('sub/.advocacy.json');
    await editor.untilPublished(uri, has('placeholder-unfilled'), 'the farther configuration');
  });

  it('registers for itself and for the files that it names', async () => {
    editor = await Editor.start({
      settings: {},
      files: { [CONFIGURATION]: '{ "evidence": ["evidence/*.yaml"] }', 'evidence/ours.yaml': '[]\n' },
    });
    const watched = () =>
      editor.requests
        .filter(({ method }) => method === 'client/registerCapability')
        .map(({ params }) => JSON.stringify(params));
    await editor.until(
      () => watched().some((text) => text.includes('evidence/*.yaml')),
      'the evidence to be watched',
    );
    assert.ok(watched().some((text) => text.includes('**/.advocacy.json')));
  });

  it('has its mistakes shown on itself, at their place, until they are mended', async () => {
    editor = await Editor.start({
      settings: {},
      files: { [CONFIGURATION]: '{\n  "drafts": "all of them"\n}\n' },
    });
    const uri = editor.uri(CONFIGURATION);
    const [problem] = await editor.untilPublished(uri, (found) => found.length > 0);
    assert.equal(problem!.code, 'configuration-invalid');
    assert.equal(problem!.range.start.line, 1);
    assert.equal(problem!.source, 'advocacy');
    await editor.writeFile(CONFIGURATION, '{ "drafts": ["*.md"] }\n');
    await editor.untilPublished(uri, (found) => found.length === 0);
  });

  it('has none of them shown where advocacy.check is off, from the moment when it is', async () => {
    editor = await Editor.start({
      settings: {},
      files: { [CONFIGURATION]: '{ "drafts": "all of them" }\n' },
    });
    const uri = editor.uri(CONFIGURATION);
    await editor.untilPublished(uri, (found) => found.length > 0);
    const set = (check: string) => {
      editor.settings = { check };
      return editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    };
    await set('off');
    await editor.untilPublished(uri, (found) => found.length === 0);
    await set('drafts');
    await editor.untilPublished(uri, (found) => found.length > 0);
  });

  for (const [where, rules, configured] of [
    ['the settings', { 'configuration-invalid': 'hint' }, '{}'],
    ['itself, over the settings', { 'configuration-invalid': 'off' }, '{ "configuration-invalid": "hint" }'],
  ] as const) {
    it(`has its mistakes shown as seriously as asked for in ${where}`, async () => {
      editor = await Editor.start({
        settings: { rules },
        files: { [CONFIGURATION]: `{ "drafts": "all of them", "rules": ${configured} }\n` },
      });
      const found = await editor.untilPublished(editor.uri(CONFIGURATION), (some) => some.length > 0);
      assert.deepEqual(
        found.map(({ severity }) => severity),
        [DiagnosticSeverity.Hint],
      );
    });
  }

  it('has none of its mistakes shown where it silences the rule', async () => {
    editor = await Editor.start({
      settings: {},
      files: {
        'a/.advocacy.json': '{ "drafts": "all of them", "rules": { "configuration-invalid": "off" } }\n',
        'b/.advocacy.json': '{ "drafts": "all of them" }\n',
      },
      folders: ['a', 'b'],
    });
    await editor.untilPublished(editor.uri('b/.advocacy.json'), (found) => found.length > 0);
    await editor.diagnostics(await editor.open('a/ashby.md', briefing));
    await editor.settle();
    assert.deepEqual(editor.publishedFor(editor.uri('a/.advocacy.json')), []);
  });

  it('that cannot be read at all leaves drafts judged as without it', async () => {
    editor = await Editor.start({ settings: {}, files: { [CONFIGURATION]: '{ "rules": ' } });
    const uri = await editor.open('ashby.md', briefing);
    assert.ok(rulesOf(await editor.diagnostics(uri)).includes('placeholder-unfilled'));
    await editor.untilPublished(editor.uri(CONFIGURATION), (found) => found.length > 0);
  });

  it('brings a framework of its own, which is followed as well', async () => {
    const framework = (title: string) =>
      `id: ours\ntitle: Ours\ntopics:\n  - id: digital\n    group: area\n    title: ${title}\n`;
    editor = await Editor.start({
      settings: {},
      files: { [CONFIGURATION]: '{ "framework": "ours.yaml" }', 'ours.yaml': framework('Getting online') },
    });
    const uri = await editor.open('ashby.md', briefing);
    const titleOf = async () => {
      const result = await editor.request<CoverageResult>('advocacy/coverage', { textDocument: { uri } });
      return result.areas.find(({ id }) => id === 'digital')?.title;
    };
    assert.equal(await titleOf(), 'Getting online');
    const told = () =>
      editor.notifications.filter(({ method }) => method === 'advocacy/coverageChanged').length;
    const before = told();
    await editor.writeFile('ours.yaml', framework('Computers for all'));
    await editor.until(() => told() > before, 'the coverage to change');
    assert.equal(await titleOf(), 'Computers for all');
  });
});

describe('A workspace with several folders', () => {
  let editor: Editor;
  afterEach(() => editor.stop());
  const off = '{ "rules": { "placeholder-unfilled": "off" } }';

  it('holds each draft against its own folder, and looks no further up than that', async () => {
    editor = await Editor.start({
      settings: {},
      folders: ['north', 'south'],
      files: { [CONFIGURATION]: off, 'south/.advocacy.json': off, 'north/keep': '' },
    });
    const north = await editor.open('north/ashby.md', briefing);
    const south = await editor.open('south/ashby.md', briefing);
    assert.ok(has('placeholder-unfilled')(await editor.diagnostics(north)));
    assert.ok(lacks('placeholder-unfilled')(await editor.diagnostics(south)));
  });

  it('follows folders that come and go', async () => {
    editor = await Editor.start({
      settings: {},
      folders: ['north'],
      files: { [CONFIGURATION]: off, 'north/keep': '' },
    });
    const uri = await editor.open('north/ashby.md', briefing);
    assert.ok(has('placeholder-unfilled')(await editor.diagnostics(uri)));
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: [{ uri: editor.uri(''), name: 'all' }],
        removed: [{ uri: editor.uri('north'), name: 'north' }],
      },
    });
    await editor.untilPublished(uri, lacks('placeholder-unfilled'), 'the configuration of the new folder');
  });
});

describe('Files that are on no disk', () => {
  let editor: Editor;
  afterEach(() => editor.stop());
  const base64 = (text: string) => ({ base64: Buffer.from(text).toString('base64') });
  const virtual = (files: ReadonlyMap<string, string>) => ({
    'advocacy/fs/read': ({ uri }: UriParams) => (files.has(uri) ? base64(files.get(uri)!) : null),
    'advocacy/fs/stat': ({ uri }: UriParams) =>
      files.has(uri) ? { type: 'file', size: files.get(uri)!.length } : null,
    'advocacy/fs/list': ({ uri }: UriParams) =>
      [...files.keys()]
        .filter((file) => file.startsWith(`${uri}/`))
        .map((file) => ({ name: file.slice(uri.length + 1), type: 'file' })),
    'advocacy/fs/write': () => null,
  });

  it('are read through the editor: the configuration is found, and a draft exported', async () => {
    const files = new Map([
      ['vscode-vfs://github/ashby/.advocacy.json', '{ "drafts": ["*.md"] }'],
      ['vscode-vfs://github/ashby/notes.md', readme],
    ]);
    const written: { uri: string; base64: string }[] = [];
    editor = await Editor.start({
      settings: {},
      initializationOptions: { editorFiles: true },
      answers: {
        ...virtual(files),
        'advocacy/fs/write': (params: { uri: string; base64: string }) => {
          written.push(params);
          return null;
        },
      },
      initialize: (params) => ({
        ...params,
        workspaceFolders: [{ uri: 'vscode-vfs://github/ashby', name: 'ashby' }],
      }),
    });
    const uri = await editor.open('vscode-vfs://github/ashby/notes.md', readme);
    assert.ok(has('placeholder-unfilled')(await editor.diagnostics(uri)));
    await editor.execute('advocacy.server.exportWord', uri);
    assert.deepEqual(
      written.map((params) => params.uri),
      ['vscode-vfs://github/ashby/notes.docx'],
    );
    assert.equal(Buffer.from(written[0]!.base64, 'base64').subarray(0, 2).toString(), 'PK');
  });

  it('that the editor fails to read are as if they were not there', async () => {
    editor = await Editor.start({
      settings: {},
      initializationOptions: { editorFiles: true },
      answers: {
        'advocacy/fs/stat': () => {
          throw new Error('the network is down');
        },
        'advocacy/fs/read': () => {
          throw new Error('the network is down');
        },
      },
    });
    const uri = await editor.open('memfs:/ashby.md', briefing);
    assert.ok(has('placeholder-unfilled')(await editor.diagnostics(uri)));
  });

  it('are as if they were not there for a client that answers no such requests', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('memfs:/ashby.md', briefing);
    assert.ok(has('placeholder-unfilled')(await editor.diagnostics(uri)));
    assert.ok(!editor.requests.some(({ method }) => method.startsWith('advocacy/fs/')));
  });
});
