import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CancellationToken, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../src/analysis';
import { changeBetween, parseDraft } from '../../src/draft';
import { base64ToBytes, bytesToBase64 } from '../../src/features/base64';
import { WorkspaceChecker } from '../../src/features/checkWorkspace';
import { readClient } from '../../src/features/client';
import { automaticFixes } from '../../src/features/codeActions';
import { Documents, edit } from '../../src/features/documents';
import { Folders } from '../../src/features/folders';
import { FailureLog } from '../../src/features/log';
import { insertAt } from '../../src/features/placement';
import { defaultSettings, readSettings, SettingsStore } from '../../src/features/settings';
import { Watching, watchersFor } from '../../src/features/watching';
import type { Unreadable, WorkspaceDraft } from '../../src/features/workspaceDrafts';
import { MARKDOWN_ENDING, MARKDOWN_ENDINGS } from '../../src/files/endings';
import { builtInProject } from '../../src/project';
import { matchesNames, segment } from '../../src/project/glob';
import type { Finding } from '../../src/rules/types';

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

const letters = fc.array(
  fc.constantFrom('a', 'b', '# ', '- ', '\n', '\r\n', '\r', '\n\n', '😀', '[^1]', '```\n', '---\n'),
  {
    maxLength: 40,
  },
);
const text = letters.map((pieces) => pieces.join(''));

describe('Following the edits of a client', () => {
  it('gives the text that the client has, however many changes come in one message', () => {
    const place = fc.record({ line: fc.nat(12), character: fc.nat(20) });
    const change = fc.oneof(
      { weight: 9, arbitrary: fc.record({ a: place, b: place, text }) },
      { weight: 1, arbitrary: fc.record({ text }) },
    );
    fc.assert(
      fc.property(text, fc.array(change, { minLength: 1, maxLength: 24 }), (before, given) => {
        const changes = given.map((one) =>
          'a' in one ? { range: { start: one.a, end: one.b }, text: one.text } : { text: one.text },
        );
        const draft = edit(parseDraft(before), changes);
        let expected = before;
        for (const change of changes) {
          const document = TextDocument.create('file:///a.md', 'markdown', 0, expected);
          expected = TextDocument.update(document, [structuredClone(change)], 1).getText();
        }
        assert.equal(draft.text, expected);
      }),
    );
  });

  it('finds one replacement that turns a text into another', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { span, text: inserted } = changeBetween(before, after);
        assert.equal(before.slice(0, span.start) + inserted + before.slice(span.end), after);
      }),
    );
    const change = { span: { start: 4, end: 7 }, text: '2' };
    assert.deepEqual(changeBetween('one two three', 'one 2 three'), change);
  });

  it('reads a document anew when an edit could not be followed, and says so', () => {
    const failures: string[] = [];
    const documents = new Documents(
      (uri) => failures.push(uri),
      () => {
        throw new Error('lost');
      },
    );
    const uri = 'file:///a.md';
    documents.open({ textDocument: { uri, languageId: 'markdown', version: 1, text: '# One\n' } });
    const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 5 } };
    documents.change({ textDocument: { uri, version: 2 }, contentChanges: [{ range, text: 'Two' }] });
    assert.equal(documents.get(uri)?.draft.text, '# Two\n');
    assert.equal(documents.get(uri)?.version, 2);
    assert.deepEqual(failures, [uri]);
  });
});

describe('Files over the wire', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        assert.deepEqual([...base64ToBytes(bytesToBase64(bytes))], [...bytes]);
        assert.equal(bytesToBase64(bytes), Buffer.from(bytes).toString('base64'));
      }),
    );
    const large = new Uint8Array(1_000_000).map((_, i) => i % 251);
    assert.equal(bytesToBase64(large), Buffer.from(large).toString('base64'));
  });
});

describe('The workspace folder of a document', () => {
  const folders = new Folders();
  folders.start({
    processId: null,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [
      { uri: 'file:///w', name: 'w' },
      { uri: 'file:///w/inner', name: 'inner' },
    ],
  });
  for (const [uri, folder] of [
    ['file:///w/a.md', 'file:///w'],
    ['file:///w/inner/a.md', 'file:///w/inner'],
    ['file:///w/inner/deep/a.md', 'file:///w/inner'],
    ['file:///w/innermost/a.md', 'file:///w'],
    ['file:///elsewhere/a.md', undefined],
    ['untitled:Untitled-1', undefined],
  ] as const) {
    it(`of ${uri} is ${folder ?? 'none'}`, () => assert.equal(folders.around(uri), folder));
  }

  it('follows folders that come and go', () => {
    const changing = new Folders();
    changing.start({ processId: null, rootUri: 'file:///old', capabilities: {}, workspaceFolders: null });
    assert.deepEqual(changing.all(), ['file:///old']);
    changing.change({
      added: [{ uri: 'file:///new', name: 'new' }],
      removed: [{ uri: 'file:///old', name: 'old' }],
    });
    assert.deepEqual(changing.all(), ['file:///new']);
  });
});

describe('The log of failures', () => {
  it('has each failure once, however often it comes', () => {
    const lines: string[] = [];
    const log = new FailureLog((message) => lines.push(message));
    for (let i = 0; i < 3; i++) log.failed('Checking a.md', new Error('one'));
    log.failed('Checking a.md', new Error('two'));
    log.failed('Checking b.md', 'three');
    assert.equal(lines.length, 3);
    assert.match(lines[0]!, /^Checking a\.md failed: Error: one/);
    assert.equal(lines[2], 'Checking b.md failed: three');
  });
});

describe('Checks of the workspace', () => {
  it('come one after the other', async () => {
    let running = 0;
    let most = 0;
    const drafts = {
      async *below(): AsyncGenerator<Unreadable> {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setImmediate(resolve));
        yield { uri: 'file:///w/a.md', message: 'no' };
        running--;
      },
      read: async () => undefined,
    };
    const checker = new WorkspaceChecker(drafts, { showsRulePages: true }, () => {});
    const check = () => checker.check(['file:///w'], CancellationToken.None, () => {});
    const results = await Promise.all([check(), check(), check()]);
    assert.deepEqual(
      results.map(({ unreadable }) => unreadable.length),
      [1, 1, 1],
    );
    assert.equal(most, 1);
  });

  it('go on after one that failed', async () => {
    let count = 0;
    const drafts = {
      // biome-ignore lint/correctness/useYield: it fails at once.
      async *below(): AsyncGenerator<Unreadable> {
        if (count++ === 0) throw new Error('lost');
      },
      read: async () => undefined,
    };
    const checker = new WorkspaceChecker(drafts, { showsRulePages: true }, () => {});
    const check = () => checker.check(['file:///w'], CancellationToken.None, () => {});
    const [first, second] = await Promise.allSettled([check(), check()]);
    assert.equal(first.status, 'rejected');
    assert.equal(second.status, 'fulfilled');
  });
});

describe('Checks of the workspace, when what drafts are judged against changes', () => {
  it('are made again once, however many changes come at once', async () => {
    const read: string[] = [];
    const draft = {
      uri: 'file:///w/a.md',
      draft: parseDraft('# A\n'),
      analysis: { findings: [] } as unknown as Analysis,
      open: false,
    };
    const drafts = {
      async *below(): AsyncGenerator<WorkspaceDraft> {
        yield draft;
      },
      read: async (uri: string) => {
        read.push(uri);
        return draft;
      },
    };
    const checker = new WorkspaceChecker(drafts, { showsRulePages: true }, () => {});
    await checker.check(['file:///w'], CancellationToken.None, () => {});
    await Promise.all([checker.judgeAgain(), checker.judgeAgain(), checker.judgeAgain()]);
    assert.deepEqual(read, ['file:///w/a.md']);
    await checker.judgeAgain();
    assert.equal(read.length, 2);
  });
});

describe('What is watched', () => {
  it('is every configuration, every file that may be a draft, and what each of them names', () => {
    const { configuration } = builtInProject;
    const project = {
      ...builtInProject,
      folder: 'file:///w/sub',
      configuration: {
        ...configuration,
        framework: '../ours.yaml',
        evidence: ['evidence/*.yaml', '!evidence/old.yaml'],
        word: { template: 'council.dotx' },
      },
    };
    const patterns = watchersFor([builtInProject, project], true).map(({ globPattern }) => globPattern);
    assert.equal(patterns[0], '**/.advocacy.json');
    assert.deepEqual(
      patterns.filter((pattern) => typeof pattern === 'object'),
      [
        { baseUri: 'file:///w', pattern: 'ours.yaml' },
        { baseUri: 'file:///w/sub', pattern: 'council.dotx' },
        { baseUri: 'file:///w/sub', pattern: 'evidence/*.yaml' },
      ],
    );
    const whole = watchersFor([project], false).map(({ globPattern }) => globPattern);
    assert.ok(whole.includes('/w/ours.yaml'));
  });

  it('has every ending that a Markdown file or a picture can have, in any letters', () => {
    const patterns = watchersFor([], true).map(({ globPattern }) => String(globPattern).split('/'));
    const isWatched = (path: string): boolean =>
      patterns.some((names) =>
        matchesNames(
          names.map((name) => segment(name, { classes: true })),
          path.split('/'),
        ),
      );
    const markdown = ['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdwn'];
    for (const ending of markdown) assert.match(`a.${ending}`, MARKDOWN_ENDING);
    const pictures = ['png', 'jpg', 'jpeg', 'gif', 'bmp', 'svg', 'webp'];
    for (const ending of [...markdown, ...pictures]) {
      for (const written of [ending, ending.toUpperCase(), ending[0]!.toUpperCase() + ending.slice(1)]) {
        assert.ok(isWatched(`a.${written}`), written);
        assert.ok(isWatched(`deep/er/a.b.${written}`), written);
        assert.ok(!isWatched(`a${written}`), written);
        assert.ok(!isWatched(`a.${written}x`), written);
      }
    }
    // What is taken for Markdown elsewhere is watched: the endings above are all that there are.
    assert.equal(markdown.length, MARKDOWN_ENDINGS.length);
  });
});

describe('Watching', () => {
  const { configuration } = builtInProject;
  const project = (framework: string) => ({
    ...builtInProject,
    folder: 'file:///w',
    configuration: { ...configuration, framework },
  });
  const client = readClient({
    processId: null,
    rootUri: null,
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
  });

  /** A client that answers late, and can refuse: what it watches is known by its last pattern. */
  function slow(refuses: (pattern: string) => boolean = () => false) {
    const watched = new Set<string>();
    const connection = {
      client: {
        async register(_: unknown, { watchers }: { watchers: { globPattern: string }[] }) {
          const { globPattern } = watchers.at(-1)!;
          await new Promise((resolve) => setImmediate(resolve));
          if (refuses(globPattern)) throw new Error('no');
          watched.add(globPattern);
          return { dispose: () => void watched.delete(globPattern) };
        },
      },
    } as unknown as Connection;
    return { watched, watching: new Watching(connection, client) };
  }

  it('leaves one registration, the last one, however many changes come at once', async () => {
    const { watched, watching } = slow();
    await Promise.all(['a', 'b', 'c'].map((name) => watching.watch([project(`${name}.yaml`)])));
    assert.deepEqual([...watched], ['/w/c.yaml']);
  });

  it('is tried again after the client refused, and what was watched before stays until then', async () => {
    let refuse = false;
    const { watched, watching } = slow(() => refuse);
    await watching.watch([project('a.yaml')]);
    refuse = true;
    await assert.rejects(watching.watch([project('b.yaml')]));
    assert.deepEqual([...watched], ['/w/a.yaml']);
    refuse = false;
    await watching.watch([project('b.yaml')]);
    assert.deepEqual([...watched], ['/w/b.yaml']);
  });
});

describe('Fixing what can be fixed without questions', () => {
  const finding = (...edits: [number, number, string][]): Finding => ({
    rule: 'a-rule',
    severity: 'warning',
    message: 'm',
    span: { start: 0, end: 1 },
    fixes: [
      { title: 'by hand', edits: [{ span: { start: 0, end: 9 }, text: 'no' }] },
      {
        title: 'automatic',
        automatic: true,
        edits: edits.map(([start, end, text]) => ({ span: { start, end }, text })),
      },
    ],
  });

  it('takes the fixes that are marked so, the first one where two overlap', () => {
    const changes = automaticFixes([
      finding([4, 6, 'b']),
      finding([0, 2, 'a']),
      finding([5, 8, 'c']),
      { ...finding(), fixes: [] },
    ]);
    assert.deepEqual(
      changes.map(({ text }) => text),
      ['a', 'b'],
    );
  });
});

describe('Inserting at the cursor', () => {
  for (const [what, before, expected] of [
    ['an empty draft', '|', 'NEW\n'],
    ['a blank line', 'One.\n\n|\n\nTwo.\n', 'One.\n\nNEW\n\nTwo.\n'],
    ['the line below a paragraph', 'One.\n|', 'One.\n\nNEW\n'],
    ['inside a paragraph: after it', 'One | more.\n\nTwo.\n', 'One  more.\n\nNEW\n\nTwo.\n'],
    ['a paragraph right above a heading', 'One.|\n# Two\n', 'One.\n\nNEW\n\n# Two\n'],
    [
      'the front matter: after it',
      '---\nkind: | letter\n---\nOne.\n',
      '---\nkind:  letter\n---\n\nNEW\n\nOne.\n',
    ],
    ['a list item: after the list', '- a|\n- b\n\nTwo.\n', '- a\n- b\n\nNEW\n\nTwo.\n'],
    ['CRLF text', 'One.|\r\n\r\nTwo.\r\n', 'One.\r\n\r\nNEW\r\n\r\nTwo.\r\n'],
  ] as const) {
    it(`puts a block of its own: ${what}`, () => {
      const offset = before.indexOf('|');
      const source = before.replace('|', '');
      const { span, text: inserted } = insertAt(parseDraft(source), offset, 'NEW');
      assert.equal(source.slice(0, span.start) + inserted + source.slice(span.end), expected);
    });
  }
});
