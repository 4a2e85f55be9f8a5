import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type { checkWorkspace as CheckWorkspace } from '../../src/commands/check-workspace';
import type { coverageReport as CoverageReport } from '../../src/commands/coverage-report';
import type { exportAll as ExportAll, exportSelected as ExportSelected } from '../../src/commands/export-all';
import type { Context } from '../../src/commands/support';
import { requireWithout } from './without-vscode';

interface Root {
  readonly uri: URI;
  readonly name: string;
}

let roots: readonly Root[] = [];
let opened = 0;
let open: readonly object[] = [];
let said: string[] = [];
let diagnostics: readonly unknown[] = [];
const vscode = {
  CancellationTokenSource,
  ProgressLocation: { Notification: 15 },
  Uri: new Proxy(URI, { get: (of, key) => (key === 'joinPath' ? Utils.joinPath : Reflect.get(of, key)) }),
  window: {
    // Whoever is shown that something goes on stops it.
    async withProgress(_: unknown, task: (progress: unknown, token: unknown) => Promise<unknown>) {
      const source = new CancellationTokenSource();
      const done = task({ report: () => undefined }, source.token);
      source.cancel();
      await done;
    },
    showTextDocument: async () => undefined,
    showInformationMessage: async (message: string) => {
      said.push(message);
    },
    showWarningMessage: async (message: string) => {
      said.push(message);
    },
  },
  languages: { getDiagnostics: () => diagnostics },
  workspace: {
    get textDocuments() {
      return open;
    },
    getConfiguration: () => ({ get: () => false }),
    get workspaceFolders() {
      return roots;
    },
    getWorkspaceFolder: (uri: URI) => roots.find((root) => uri.path.startsWith(`${root.uri.path}/`)),
    asRelativePath(uri: URI, named: boolean) {
      const root = roots.find((one) => uri.path.startsWith(`${one.uri.path}/`))!;
      return `${named ? `${root.name}/` : ''}${uri.path.slice(root.uri.path.length + 1)}`;
    },
    async openTextDocument() {
      opened++;
      return { uri: URI.file('/report') };
    },
  },
};
const { exportAll, exportSelected } = requireWithout<{
  exportAll: typeof ExportAll;
  exportSelected: typeof ExportSelected;
}>('../../src/commands/export-all', vscode);
const { coverageReport } = requireWithout<{ coverageReport: typeof CoverageReport }>(
  '../../src/commands/coverage-report',
  vscode,
);

const { checkWorkspace } = requireWithout<{ checkWorkspace: typeof CheckWorkspace }>(
  '../../src/commands/check-workspace',
  vscode,
);

interface Sum {
  readonly exported: readonly URI[];
  readonly failed: readonly { readonly draft: URI; readonly message: string }[];
  readonly cancelled: boolean;
}

/** A server that finds these drafts, and writes down what it is to write. */
function serverOf(drafts: readonly string[], ms = 0) {
  const written: string[] = [];
  const server = {
    uri: String,
    async execute(command: string, args: readonly (string | null)[]) {
      await new Promise((resolve) => setTimeout(resolve, ms));
      if (command.endsWith('coverageReport')) return '# A part';
      if (command.endsWith('findDrafts'))
        return { drafts: drafts.map((path) => URI.file(path).toString()), unreadable: [] };
      const uri = args[1] ?? args[0]!.replace(/\.[a-z]+$/i, '.docx');
      written.push(URI.parse(uri).path);
      return { uri, written: true, placeholders: [], warnings: [], accessibility: [], findings: [] };
    },
  };
  const output = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const targets = { of: () => undefined, remember: async () => undefined };
  const overwritable = { sumOf: () => undefined };
  return { context: { server, output, targets, overwritable } as unknown as Context, written };
}

describe('Checking the workspace', () => {
  afterEach(() => {
    diagnostics = [];
  });

  const answered = async (reviews: readonly { readonly uri: string; readonly open: number }[]) => {
    said = [];
    const findings = { error: 0, warning: 2, information: 0, hint: 0 };
    const execute = async () => ({ drafts: 3, findings, reviews, unreadable: [], cancelled: false });
    await checkWorkspace({ server: { uri: String, execute } } as unknown as Context, []);
    return said;
  };

  it('says in which drafts changes and comments of a review wait for an answer', async () => {
    const uri = 'file:///w/hours.md';
    assert.deepEqual(await answered([]), ['Checked 3 drafts: 2 warnings.']);
    assert.deepEqual(await answered([{ uri, open: 1 }]), [
      'Checked 3 drafts: 2 warnings. 1 change or comment is still open in hours.md.',
    ]);
    assert.deepEqual(
      await answered([
        { uri, open: 1 },
        { uri: 'file:///w/b.md', open: 4 },
      ]),
      ['Checked 3 drafts: 2 warnings. 5 changes and comments are still open in hours.md and 1 other.'],
    );
  });

  it('says whose settings do not count, although no draft has the mistake', async () => {
    const mistake = { source: 'advocacy', code: { value: 'configuration-invalid' } };
    roots = [root('/w')];
    const one = [URI.file('/w/.advocacy.json'), [mistake, { source: 'json', code: 514 }]];
    diagnostics = [one, [URI.file('/w/a.md'), [{ source: 'advocacy', code: 'sentence-long' }]]];
    assert.deepEqual(await answered([]), [
      'Checked 3 drafts: 2 warnings. 1 mistake in .advocacy.json: what stands there does not count.',
    ]);
    diagnostics = [one, [URI.file('/w/b/.advocacy.json'), [mistake, mistake]]];
    assert.match((await answered([]))[0]!, /\. 3 mistakes in \.advocacy\.json and 1 other: what/);
  });
});

const root = (path: string, name = path.slice(1)): Root => ({ uri: URI.file(path), name });

describe('Exporting all drafts', () => {
  it('never lets one draft’s document take the place of another’s, and names both', async () => {
    roots = [root('/w')];
    const { context, written } = serverOf([
      '/w/x.markdown',
      '/w/x.md',
      '/w/sub/X.md',
      '/w/sub/x.mkd',
      '/w/y.md',
    ]);
    const { exported, failed } = (await exportAll(context, [{}])) as Sum;
    assert.deepEqual(written, ['/w/x.docx', '/w/sub/X.docx', '/w/y.docx']);
    assert.equal(exported.length, 3);
    assert.deepEqual(
      failed.map(({ draft, message }) => [draft.path, message]),
      [
        [
          '/w/x.md',
          'The document of x.md would take the place of that of x.markdown. Export it under another name.',
        ],
        [
          '/w/sub/x.mkd',
          'The document of sub/x.mkd would take the place of that of sub/X.md. Export it under another name.',
        ],
      ],
    );
  });

  it('keeps the drafts of several workspace folders apart in one folder', async () => {
    roots = [root('/one', 'Papers'), root('/two'), root('/three', '../up'), root('/four', '..')];
    const { context, written } = serverOf(roots.map(({ uri }) => `${uri.path}/briefings/x.md`));
    const { failed } = (await exportAll(context, [{ targetFolder: URI.file('/into') as never }])) as Sum;
    assert.deepEqual(failed, []);
    assert.deepEqual(written, [
      '/into/Papers/briefings/x.docx',
      '/into/two/briefings/x.docx',
      '/into/..-up/briefings/x.docx',
      '/into/four/briefings/x.docx',
    ]);
  });

  it('names two drafts of folders with the same name by their whole paths', async () => {
    roots = [root('/a/papers', 'papers'), root('/b/papers', 'papers')];
    const { context, written } = serverOf(['/a/papers/x.md', '/b/papers/x.md']);
    const { failed } = (await exportAll(context, [{ targetFolder: URI.file('/into') as never }])) as Sum;
    assert.deepEqual(written, ['/into/papers/x.docx']);
    assert.match(
      failed[0]!.message,
      /of \/b\/papers\/x\.md would take the place of that of \/a\/papers\/x\.md\./,
    );
  });

  it('says how many are not saved: their documents are as the editor shows them', async () => {
    roots = [root('/w')];
    said = [];
    const { context } = serverOf([]);
    open = [
      { uri: URI.file('/w/x.md'), isDirty: true },
      { uri: URI.file('/w/y.md'), isDirty: false },
    ];
    const drafts = ['/w/x.md', '/w/y.md', '/w/z.md'].map((path) => URI.file(path)) as never[];
    await exportSelected(context, drafts);
    assert.deepEqual(said, [
      '3 drafts were exported to Word. 1 of them is not saved yet, and exported as you see it here.',
    ]);
    said = [];
    await exportSelected(context, drafts.slice(0, 1));
    assert.deepEqual(said, [
      '1 draft was exported to Word. It is not saved yet, and exported as you see it here.',
    ]);
    open = [];
  });

  it('exports nothing where the search for drafts was stopped, whatever it had found', async () => {
    roots = [root('/w')];
    const { context, written } = serverOf(['/w/x.md'], 900);
    const { exported, cancelled } = (await exportAll(context, [{}])) as Sum;
    assert.deepEqual([written, exported, cancelled], [[], [], true]);
  });
});

describe('A report on coverage', () => {
  it('is not shown in part where it was stopped', async () => {
    const { context } = serverOf([], 900);
    assert.equal(await coverageReport(context, [{ format: 'markdown' }]), undefined);
    assert.equal(opened, 0);
  });

  it('is not asked about where there are no drafts: one can be started', async () => {
    const { context } = serverOf([]);
    const shown: string[] = [];
    const { coverageReport: report } = requireWithout<{ coverageReport: typeof CoverageReport }>(
      '../../src/commands/coverage-report',
      {
        ...vscode,
        commands: { executeCommand: async (id: string) => shown.push(id) },
        window: {
          withProgress: async (_: unknown, task: (progress: unknown, token: unknown) => Promise<unknown>) =>
            task({ report: () => undefined }, new CancellationTokenSource().token),
          showQuickPick: async () => shown.push('a question'),
          showInformationMessage: async (words: string, button: string) => {
            shown.push(words);
            return button;
          },
        },
      },
    );
    await report(context, []);
    await new Promise((resolve) => setTimeout(resolve));
    assert.match(shown[0]!, /^There are no drafts here yet/);
    assert.deepEqual(shown.slice(1), ['advocacy.newDraft']);
  });

  it('opens in the browser from a file of our own, where the browser can reach the files', async () => {
    const { context } = serverOf(['/w/x.md']);
    const storage = { storage: URI.file('/storage') as never };
    for (const remoteName of [undefined, 'ssh']) {
      const done: string[] = [];
      const { coverageReport: report } = requireWithout<{ coverageReport: typeof CoverageReport }>(
        '../../src/commands/coverage-report',
        {
          ...vscode,
          UIKind: { Desktop: 1, Web: 2 },
          env: { uiKind: 1, remoteName, openExternal: async (uri: URI) => done.push(`open ${uri.path}`) },
          window: {
            showQuickPick: async (items: readonly { readonly label: string }[]) =>
              items.find(({ label }) => label === 'Open It in the Browser'),
          },
          workspace: {
            ...vscode.workspace,
            fs: {
              writeFile: async (uri: URI, bytes: Uint8Array) =>
                done.push(`write ${uri.path} ${new TextDecoder().decode(bytes)}`),
            },
          },
        },
      );
      await report({ ...context, ...storage }, []);
      const expected = ['write /storage/coverage.html # A part', 'open /storage/coverage.html'];
      assert.deepEqual(done, remoteName === undefined ? expected : []);
    }
  });
});
