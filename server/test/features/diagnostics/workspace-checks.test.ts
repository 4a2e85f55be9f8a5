import assert from 'node:assert/strict';
import { CancellationToken } from 'vscode-languageserver';
import { type Analysis, analyse } from '../../../src/analysis';
import { parseDraft } from '../../../src/draft';
import { WorkspaceChecker } from '../../../src/features/diagnostics/check-workspace';
import type { Unreadable, WorkspaceDraft } from '../../../src/features/workspace/workspace-drafts';
import { builtInProject } from '../../../src/project';
import { briefing } from '../drafts';

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
    const checker = new WorkspaceChecker(drafts, { showsRulePages: true, showsOtherPlaces: true }, () => {});
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
    const checker = new WorkspaceChecker(drafts, { showsRulePages: true, showsOtherPlaces: true }, () => {});
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
    const checker = new WorkspaceChecker(drafts, { showsRulePages: true, showsOtherPlaces: true }, () => {});
    await checker.check(['file:///w'], CancellationToken.None, () => {});
    await Promise.all([checker.judgeAgain(), checker.judgeAgain(), checker.judgeAgain()]);
    assert.deepEqual(read, ['file:///w/a.md']);
    await checker.judgeAgain();
    assert.equal(read.length, 2);
  });
});

describe('A draft that is opened while it is checked again', () => {
  for (const open of [true, false]) {
    it(`is left to its own diagnostics, be it read ${open ? 'as it is in the editor' : 'before it was there'}`, async () => {
      const uri = 'file:///office/a.md';
      const draft = parseDraft(briefing);
      const read = { uri, draft, analysis: analyse(draft, builtInProject), open };
      const sent: number[] = [];
      let answer = (): void => undefined;
      const checker = new WorkspaceChecker(
        {
          async *below() {
            yield { ...read, open: false };
          },
          read: () => new Promise((resolve) => (answer = () => resolve(read))),
        },
        { showsRulePages: false, showsOtherPlaces: false },
        ({ diagnostics }) => sent.push(diagnostics.length),
      );
      await checker.check(['file:///office'], CancellationToken.None, () => undefined);
      assert.ok(sent[0]! > 0);
      const again = checker.filesChanged([uri]);
      await new Promise((resolve) => setImmediate(resolve));
      checker.opened(uri);
      answer();
      await again;
      assert.deepEqual(sent.slice(1), [0]);
    });
  }
});
