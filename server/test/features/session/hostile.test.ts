import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Diagnostic, ErrorCodes } from 'vscode-languageserver-protocol/node';
import type { CoverageResult } from '../../../src/protocol';
import { runs } from '../../random-runs';
import { briefing } from '../drafts';
import { Editor, rulesOf } from '../editor';
import { RawClient } from '../raw-client';

describe('Whatever a client sends', () => {
  let raw: RawClient;
  beforeEach(async () => {
    raw = await RawClient.start();
    await raw.initialize();
  });
  afterEach(() => raw.kill());

  let id = 100;
  /** The server is well: it judges a draft. */
  const assertWell = async (): Promise<void> => {
    const uri = `file:///well-${++id}.md`;
    raw.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'markdown', version: 1, text: briefing } },
    });
    const { result } = await raw.ask(++id, 'advocacy/coverage', { textDocument: { uri } });
    assert.equal((result as CoverageResult).kind, 'briefing');
  };

  const nonsense: readonly (readonly [string, unknown])[] = [
    ['textDocument/hover', undefined],
    ['textDocument/hover', null],
    ['textDocument/hover', []],
    ['textDocument/hover', { textDocument: {}, position: {} }],
    [
      'textDocument/hover',
      { textDocument: { uri: 'file:///a.md' }, position: { line: -1, character: 1e99 } },
    ],
    ['textDocument/hover', { textDocument: { uri: 7 }, position: 'top' }],
    ['textDocument/codeAction', { textDocument: { uri: 'file:///a.md' } }],
    ['textDocument/codeAction', { textDocument: { uri: 'file:///a.md' }, range: null, context: null }],
    ['textDocument/completion', {}],
    ['textDocument/definition', {}],
    ['textDocument/codeLens', {}],
    ['textDocument/diagnostic', { textDocument: { uri: '%%%' } }],
    ['codeAction/resolve', {}],
    ['codeAction/resolve', { title: 'x', data: { silence: 1, configuration: {} } }],
    ['advocacy/coverage', undefined],
    ['advocacy/coverage', { textDocument: null }],
    ['advocacy/catalogue', undefined],
    ['advocacy/catalogue', { uri: '::::' }],
    ['advocacy/skeleton', { kind: {}, title: 5 }],
    ['workspace/executeCommand', {}],
    ['workspace/executeCommand', { command: 'advocacy.server.exportWord' }],
    ['workspace/executeCommand', { command: 'advocacy.server.exportWord', arguments: ['nonsense'] }],
    ['workspace/executeCommand', { command: 'advocacy.server.exportWord', arguments: [{}, [], 'x'] }],
    ['workspace/executeCommand', { command: 'advocacy.server.insert', arguments: [null, null, null] }],
    ['workspace/executeCommand', { command: 'advocacy.server.checkWorkspace', arguments: [{}] }],
    ['workspace/executeCommand', { command: 'advocacy.server.coverageReport', arguments: ['toString'] }],
    ['no/such/method', {}],
  ];
  it('every request without sense is answered, and the server goes on', async () => {
    for (const [method, params] of nonsense) {
      const answer = await raw.ask(++id, method, params);
      assert.ok('result' in answer || 'error' in answer, method);
    }
    await assertWell();
  });

  it('a request with parameters of the wrong type is told which, and never that the server failed', async () => {
    const uri = 'file:///types.md';
    const textDocument = { uri };
    const position = { line: 0, character: 0 };
    const range = { start: position, end: position };
    const at = 'textDocument/hover cannot be answered: params';
    const wrong: readonly (readonly [string, unknown, string])[] = [
      ['textDocument/hover', undefined, `${at} have to be an object.`],
      ['textDocument/hover', null, `${at} have to be an object.`],
      ['textDocument/hover', [textDocument, position], `${at} have to be an object.`],
      [
        'textDocument/hover',
        { textDocument: { uri: 7 }, position },
        `${at}.textDocument.uri has to be text.`,
      ],
      ['textDocument/hover', { textDocument }, `${at}.position has to be an object.`],
      [
        'textDocument/hover',
        { textDocument, position: { line: '0', character: 0 } },
        `${at}.position.line has to be a number.`,
      ],
      [
        'textDocument/codeAction',
        { textDocument, range, context: { diagnostics: 5 } },
        'textDocument/codeAction cannot be answered: params.context.diagnostics has to be a list.',
      ],
      [
        'workspace/executeCommand',
        { command: 'advocacy.server.exportWord', arguments: {} },
        'workspace/executeCommand cannot be answered: params.arguments has to be a list.',
      ],
      [
        'advocacy/skeleton',
        { kind: 'letter', title: 5 },
        'advocacy/skeleton cannot be answered: params.title has to be text.',
      ],
      ['advocacy/setUp', {}, 'advocacy/setUp cannot be answered: params.about has to be an object.'],
    ];
    for (const [method, params, message] of wrong) {
      const { error } = await raw.ask(++id, method, params);
      assert.deepEqual(error, { code: ErrorCodes.InvalidParams, message }, method);
    }
    for (const [method, params] of nonsense) {
      const { error } = (await raw.ask(++id, method, params)) as { error?: { code: number } };
      assert.notEqual(error?.code, ErrorCodes.InternalError, `${method} ${JSON.stringify(params)}`);
    }
    await assertWell();
  });

  it('notifications without sense are survived', async () => {
    for (const [method, params] of [
      ['textDocument/didOpen', {}],
      ['textDocument/didOpen', { textDocument: { uri: 'file:///b.md', languageId: 'markdown', version: 1 } }],
      [
        'textDocument/didChange',
        { textDocument: { uri: 'file:///never-opened.md', version: 2 }, contentChanges: [] },
      ],
      ['textDocument/didChange', null],
      ['textDocument/didClose', { textDocument: { uri: 'file:///never-opened.md' } }],
      ['textDocument/didSave', {}],
      ['workspace/didChangeConfiguration', null],
      ['workspace/didChangeConfiguration', { settings: { advocacy: 'everything' } }],
      ['workspace/didChangeWatchedFiles', { changes: [{ uri: '' }, {}] }],
      ['workspace/didChangeWatchedFiles', {}],
      ['$/cancelRequest', { id: 4711 }],
      ['$/setTrace', { value: 'loud' }],
    ] as const) {
      raw.send({ method, params });
    }
    await assertWell();
  });

  it('changes at places that are not there are as at the nearest ones, and without a place they are left out', async () => {
    const uri = 'file:///places.md';
    raw.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'markdown', version: 1, text: '# One\n' } },
    });
    const change = (version: number, range: unknown, text: string) =>
      raw.send({
        method: 'textDocument/didChange',
        params: { textDocument: { uri, version }, contentChanges: [{ range, text }] },
      });
    change(2, { start: { line: 90, character: 0 }, end: { line: 91, character: 5 } }, '\n## Two\n');
    change(3, { start: { line: 0, character: 5 }, end: { line: 0, character: 2 } }, 'Eins');
    change(4, { start: {}, end: null }, 'lost');
    const { result } = await raw.ask(++id, 'advocacy/coverage', { textDocument: { uri } });
    assert.equal((result as CoverageResult).title, 'Eins');
    await assertWell();
  });

  it('broken frames and broken JSON are survived', async () => {
    raw.write(RawClient.frame('{"jsonrpc":"2.0","method":'));
    raw.write(RawClient.frame('[]'));
    raw.write(RawClient.frame('null'));
    raw.write(RawClient.frame('"x"'));
    raw.write(RawClient.frame('{"jsonrpc":"2.0","id":{},"method":7}'));
    await assertWell();
  });
});

describe('Whatever a draft contains', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['front matter that is not closed', '---\nkind: briefing\n\n- a\n- b\n'],
    ['broken YAML', '---\nkind: [briefing\n  - {\n---\n\n# T\n'],
    ['YAML that refers to itself', '---\na: &a [*a, *a]\nkind: letter\n---\n\n# T\n'],
    ['a key with a strange name', '---\n__proto__: 1\nconstructor: 2\nkind: letter\n---\n\n# T\n'],
    ['NUL, BOM and half a character', `\uFEFF---\nkind: letter\n---\n\n# A\0B \uD800 \uDC00\n`],
    ['a lone carriage return at each line', briefing.replaceAll('\n', '\r')],
    ['a thousand quotations in each other', `---\nkind: letter\n---\n\n${'> '.repeat(1000)}deep\n`],
    ['a thousand lists in each other', `---\nkind: letter\n---\n\n${'- '.repeat(1000)}deep\n`],
    ['ten thousand brackets', `---\nkind: letter\n---\n\n${'['.repeat(10_000)}\n`],
    ['ten thousand stars', `---\nkind: letter\n---\n\n${'*a **b '.repeat(5000)}\n`],
    ['a very long line', `---\nkind: letter\n---\n\n${'word '.repeat(40_000)}\n`],
    ['a thousand directives', `---\nkind: letter\n---\n\n${'<!-- advocacy-disable x -->\n'.repeat(1000)}`],
    [
      'a table of a thousand columns',
      `---\nkind: letter\n---\n\n${'| a '.repeat(1000)}|\n${'| - '.repeat(1000)}|\n`,
    ],
  ];
  let editor: Editor;
  before(async () => {
    editor = await Editor.start({ ownProcess: true, settings: {}, args: ['--check-all'] });
  });
  after(() => editor.stop());

  for (const [what, text] of hostile) {
    it(`${what}: it is judged, and every feature answers`, async () => {
      const uri = await editor.open('hostile.md', text);
      await editor.diagnostics(uri);
      const position = { line: 4, character: 1 };
      const textDocument = { uri };
      await editor.request('textDocument/hover', { textDocument, position });
      await editor.request('textDocument/codeLens', { textDocument });
      await editor.request('textDocument/completion', { textDocument, position });
      await editor.actions(uri, { start: { line: 0, character: 0 }, end: position });
      assert.ok(await editor.request('advocacy/coverage', { textDocument }));
      await editor.change(uri, { range: { start: position, end: position }, text: '\n\nx\n\n' });
      await editor.diagnostics(uri);
      await editor.close(uri);
      assert.deepEqual(editor.errors(), []);
    });
  }
});

describe('A draft of two million characters', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('is judged, edited and closed', async () => {
    editor = await Editor.start({ ownProcess: true, settings: {} });
    const sentence =
      'Once a week the reading group meets, and everybody who can read or would like to is welcome. ';
    const paragraph = `${sentence.repeat(8)}\n\n`;
    const text = paragraph.repeat(Math.ceil(2_000_000 / paragraph.length));
    const uri = await editor.open('long.md', `---\nkind: letter\n---\n\n# Long\n\n${text}`);
    await editor.diagnostics(uri, 40_000);
    const at = { line: 5, character: 0 };
    await editor.change(uri, { range: { start: at, end: at }, text: '[insert more] ' });
    assert.ok(rulesOf(await editor.diagnostics(uri, 40_000)).includes('placeholder-unfilled'));
    await editor.close(uri);
  }).timeout(100_000);
});

describe('Edits at random', () => {
  const pieces = [
    '\n',
    '\r\n',
    '\n\n',
    '# ',
    '## ',
    '- ',
    '1. ',
    '> ',
    '---\n',
    'kind: letter\n',
    '```\n',
    '<!-- advocacy-disable -->',
    '<!-- advocacy-covers digital -->',
    '[^1]',
    '\n[^1]: ONS, 2023.\n',
    '[here](x)',
    '[insert name]',
    '![](a.png)',
    '| a | b |\n| - | - |\n',
    '**',
    '`',
    '😀',
    'é',
    '[a]: b\n',
    'Residents who have no internet learn digital skills at the library. ',
    'isolation ',
    'We help 40% of them. ',
  ];
  const change = fc.record({
    at: fc.nat(1_000_000),
    length: fc.oneof(fc.constant(0), fc.nat(30), fc.nat(400)),
    text: fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join('')),
  });
  let editor: Editor;
  afterEach(() => editor.stop());
  const plain = ({ range, code, message }: Diagnostic) => ({ range, code, message });

  it('over the wire, lead to what a fresh check of the same text finds', async () => {
    editor = await Editor.start({
      ownProcess: true,
      settings: {},
      args: ['--check-all'],
      env: { ADVOCACY_PARANOID: '1' },
    });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const uri = await editor.open(`edited-${++n}.md`, briefing);
        for (const { at, length, text } of changes) {
          const before = editor.text(uri);
          const start = at % (before.length + 1);
          await editor.change(uri, {
            range: {
              start: editor.positionAt(uri, start),
              end: editor.positionAt(uri, Math.min(before.length, start + length)),
            },
            text,
          });
        }
        const edited = await editor.diagnostics(uri);
        const fresh = await editor.open(`fresh-${n}.md`, editor.text(uri));
        assert.deepEqual(edited.map(plain), (await editor.diagnostics(fresh)).map(plain));
        await editor.close(uri);
        await editor.close(fresh);
        // In paranoid mode, the server compares its steps with a whole check, and logs a difference.
        assert.deepEqual(editor.errors(), []);
      }),
      { numRuns: runs(60) },
    );
  }).timeout(120_000);
});
