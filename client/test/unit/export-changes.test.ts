import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type { Commit } from '../../../server/src/protocol';
import type * as ExportChanges from '../../src/commands/export-changes';
import type { Context } from '../../src/commands/support';
import { requireWithout } from './without-vscode';

const DRAFT = URI.file('/papers/a.md');
const COMMITS: readonly Commit[] = [
  { id: 'b'.repeat(40), author: 'Ann Moss', date: '2026-11-02T10:15:00+01:00', message: 'Say $(cost) first' },
  { id: 'a'.repeat(40), author: 'Lee', date: '2026-10-03T09:31:00Z', message: 'Begin the paper' },
];

type Row = {
  readonly label: string;
  readonly description?: string;
  readonly kind?: number;
};
let offered: readonly Row[] = [];
let isTrusted = true;
let isExported = true;
let answer: string;
class NotFound extends Error {
  readonly code = 'FileNotFound';
}

const document = { uri: DRAFT, languageId: 'markdown' };

const { exportChanges } = requireWithout<typeof ExportChanges>('../../src/commands/export-changes', {
  Uri: new Proxy(URI, { get: (of, key) => (key === 'joinPath' ? Utils.joinPath : Reflect.get(of, key)) }),
  CancellationTokenSource,
  FileSystemError: NotFound,
  QuickPickItemKind: { Separator: -1 },
  env: { uiKind: 1, openExternal: async () => true },
  UIKind: { Desktop: 1 },
  window: {
    activeTextEditor: { document },
    showQuickPick: async (rows: readonly Row[]) => {
      offered = rows;
      return rows.find(({ label }) => label === answer);
    },
    showSaveDialog: async ({ defaultUri }: { defaultUri: URI }) => defaultUri,
    showOpenDialog: async () => [URI.file('/papers/old.md')],
  },
  workspace: {
    get isTrusted() {
      return isTrusted;
    },
    workspaceFolders: [],
    fs: {
      stat: async () => {
        if (!isExported) throw new NotFound();
      },
    },
  },
});

describe('Exporting what changed since an earlier version', () => {
  let asked: string[];
  let since: string | undefined;
  const contextOf = (commits: readonly Commit[]): Context =>
    ({
      server: {
        uri: String,
        async execute(command: string, args: readonly unknown[]) {
          asked.push(command);
          if (command.endsWith('commits')) return commits;
          since = (args[2] as { readonly since: string }).since;
          return { uri: String(args[1]), written: true, warnings: [], accessibility: [] };
        },
      },
      output: { warn: () => undefined },
      targets: { of: () => undefined },
      overwritable: { sumOf: () => undefined },
    }) as unknown as Context;
  const labels = () => offered.map(({ label }) => label);

  beforeEach(() => {
    asked = [];
    since = undefined;
    isTrusted = isExported = true;
    answer = '';
  });

  it('offers the last export, a file, and the commits that changed the draft, each with who and when', async () => {
    await exportChanges(contextOf(COMMITS), []);
    assert.deepEqual(
      offered.map(({ label, description }) => [label, description]),
      [
        ['The last export', 'a.docx'],
        ['A file…', 'an earlier version in Markdown, or a document that was exported'],
        ['Versions in Git', undefined],
        ['Say $ (cost) first', 'Ann Moss, 2 Nov 2026'],
        ['Begin the paper', 'Lee, 3 Oct 2026'],
      ],
    );
    assert.equal(since, undefined);
  });

  for (const [picked, version] of [
    ['The last export', 'file:///papers/a.docx'],
    ['A file…', 'file:///papers/old.md'],
    ['Begin the paper', `commit:${'a'.repeat(40)}`],
  ] as const)
    it(`compares with what was picked: ${picked}`, async () => {
      answer = picked;
      const written = await exportChanges(contextOf(COMMITS), []);
      assert.deepEqual([String(written), since], ['file:///papers/a-changes.docx', version]);
    });

  it('has no choice of commits where nothing keeps any, and none of an export that is not there', async () => {
    isExported = false;
    await exportChanges(contextOf([]), []);
    assert.deepEqual(labels(), ['A file…']);
  });

  it('does not ask Git in a folder that is not trusted', async () => {
    isTrusted = false;
    await exportChanges(contextOf(COMMITS), []);
    assert.deepEqual([labels(), asked], [['The last export', 'A file…'], []]);
  });

  for (const version of ['commit:HEAD', 'Commit:HEAD'])
    it(`does not ask Git there either where a command names ${version}`, async () => {
      isTrusted = false;
      const export_ = () => exportChanges(contextOf(COMMITS), [{ since: version }]);
      await assert.rejects(export_, /a folder that you do not trust/);
      assert.deepEqual(asked, []);
      isTrusted = true;
      await export_();
      assert.equal(asked.length, 1);
    });
});
