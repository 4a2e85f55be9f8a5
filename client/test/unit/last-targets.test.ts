import assert from 'node:assert/strict';
import { URI, Utils } from 'vscode-uri';
import type * as TargetsModule from '../../src/word/last-targets';
import { requireWithout } from './without-vscode';

interface Renamed {
  readonly files: readonly { readonly oldUri: URI; readonly newUri: URI }[];
}

let renamed: (event: Renamed) => void;
const vscode = {
  Uri: { parse: (text: string) => URI.parse(text), joinPath: Utils.joinPath },
  workspace: {
    workspaceFolders: [{}],
    asRelativePath: ({ path }: URI) => path.replace('/office/', ''),
    onDidRenameFiles: (listener: typeof renamed) => {
      renamed = listener;
      return { dispose: () => undefined };
    },
  },
};
const { Targets, anotherName, besides, shown } = requireWithout<typeof TargetsModule>(
  '../../src/word/last-targets',
  vscode,
);

const file = (path: string) => URI.file(path) as unknown as Parameters<typeof besides>[0];

describe('Where a draft was exported to', () => {
  let kept: Record<string, unknown>;
  let writes: number;
  let targets: InstanceType<typeof Targets>;
  beforeEach(() => {
    kept = {};
    writes = 0;
    targets = new Targets({
      get: (key: string, otherwise: unknown) => kept[key] ?? otherwise,
      update: async (key: string, value: unknown) => {
        writes++;
        kept[key] = value;
      },
    } as never);
  });
  const targetOf = (path: string) => targets.of(file(path))?.path;
  const rename = async (from: string, to: string): Promise<void> => {
    renamed({ files: [{ oldUri: URI.file(from), newUri: URI.file(to) }] });
    await new Promise((resolve) => setImmediate(resolve));
  };

  it('is beside it, unless it went elsewhere, and again when it goes beside it again', async () => {
    assert.equal(targetOf('/office/a.md'), undefined);
    await targets.remember(file('/office/a.md'), file('/office/a.docx'));
    assert.equal(writes, 0);
    await targets.remember(file('/office/a.md'), file('/papers/final.docx'));
    await targets.remember(file('/office/a.md'), file('/papers/final.docx'));
    assert.equal(targetOf('/office/a.md'), '/papers/final.docx');
    assert.equal(writes, 1);
    await targets.remember(file('/office/a.md'), file('/office/a.docx'));
    assert.equal(targetOf('/office/a.md'), undefined);
  });

  it('goes with it when it or its folder gets another name', async () => {
    await targets.remember(file('/office/papers/a.md'), file('/out/a.docx'));
    await targets.remember(file('/office/papers-2/b.md'), file('/out/b.docx'));
    await rename('/office/papers/a.md', '/office/papers/c.md');
    assert.equal(targetOf('/office/papers/a.md'), undefined);
    assert.equal(targetOf('/office/papers/c.md'), '/out/a.docx');
    await rename('/office/papers', '/office/old');
    assert.equal(targetOf('/office/old/c.md'), '/out/a.docx');
    assert.equal(targetOf('/office/papers-2/b.md'), '/out/b.docx');
  });

  it('is forgotten of those that were exported longest ago, and never known of one that was not saved', async () => {
    const untitled = URI.parse('untitled:Untitled-1') as unknown as Parameters<typeof besides>[0];
    await targets.remember(untitled, file('/out/a.docx'));
    assert.equal(targets.of(untitled), undefined);
    for (let at = 0; at <= 300; at++)
      await targets.remember(file(`/office/${at}.md`), file(`/out/${at}.docx`));
    assert.equal(targetOf('/office/0.md'), undefined);
    assert.equal(targetOf('/office/1.md'), '/out/1.docx');
    assert.equal(targetOf('/office/300.md'), '/out/300.docx');
  });

  it('has another name where one is taken, and its folder in a message where that is another', () => {
    const next = (path: string) => anotherName(file(path)).path;
    assert.equal(next('/office/paper.docx'), '/office/paper-2.docx');
    assert.equal(next('/office/paper-2.docx'), '/office/paper-3.docx');
    assert.equal(next('/office/paper-9.docx'), '/office/paper-10.docx');
    // A year or a month is no count.
    assert.equal(next('/office/report-2026.docx'), '/office/report-2026-2.docx');
    assert.equal(next('/office/2026-10.docx'), '/office/2026-10-2.docx');
    assert.equal(next('/office/2026-10-02.docx'), '/office/2026-10-02-2.docx');
    assert.equal(besides(file('/office/paper.markdown')).path, '/office/paper.docx');
    assert.equal(shown(file('/office/a.docx'), file('/office/a.md')), 'a.docx');
    assert.equal(shown(file('/office/out/a.docx'), file('/office/a.md')), 'out/a.docx');
  });
});
