import assert from 'node:assert/strict';
import type { CoverageTree as CoverageTreeType } from '../../src/views/coverageTree';
import { requireWithout } from './without-vscode';

type State = 'missing' | 'mentioned' | 'argued' | 'evidenced';

class Named {
  constructor(
    readonly id: string,
    readonly color?: Named,
  ) {}
}

const { CoverageTree } = requireWithout<{ CoverageTree: typeof CoverageTreeType }>(
  '../../src/views/coverageTree',
  {
    ThemeIcon: Named,
    ThemeColor: Named,
    TreeItem: class {
      constructor(
        readonly label: string,
        readonly collapsibleState = 0,
      ) {}
    },
    TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
    EventEmitter: class {
      readonly event = () => undefined;
      fire(): void {}
    },
    Disposable: { from: () => ({ dispose: () => undefined }) },
    window: { createTreeView: () => ({ onDidChangeVisibility: () => undefined }) },
  },
);

/** The row of an area as the view draws it. */
function rowOf(state: State, asked: boolean) {
  const passages = state === 'missing' ? [] : [{ line: 3, endLine: 3, state, reasons: [] }];
  const topic = { id: 'digital', title: 'Digital inclusion', state, asked, passages };
  const document = { uri: { path: '/a.md' }, lineCount: 5, lineAt: () => ({ text: 'Staff help.' }) };
  const coverage = { areas: [topic], offers: [], argue: { digital: 'Say who gets online.' } };
  const shown = { kind: 'draft', document, coverage };
  const tree = new CoverageTree(
    { shown, onDidChange: () => undefined } as never,
    { onDidChange: () => undefined } as never,
    { note: () => undefined },
  );
  const [group] = tree.getChildren();
  const [node] = tree.getChildren(group);
  return tree.getTreeItem(node!) as unknown as {
    readonly collapsibleState: number;
    readonly description: string;
    readonly iconPath: Named;
    readonly contextValue: string;
    readonly accessibilityInformation: { readonly label: string };
    readonly command?: { readonly command: string };
  };
}

describe('The row of an area in the Coverage view', () => {
  const rows: readonly [State, icon: string, colour: string][] = [
    ['missing', 'circle-outline', 'list.warningForeground'],
    ['mentioned', 'comment', 'list.warningForeground'],
    ['argued', 'check', 'charts.green'],
    ['evidenced', 'verified', 'charts.green'],
  ];
  for (const [state, icon, colour] of rows) {
    it(`shows that it is ${state}`, () => {
      const row = rowOf(state, true);
      assert.deepEqual([row.iconPath.id, row.iconPath.color?.id], [icon, colour]);
      assert.equal(row.contextValue, `advocacy.topic.${state}`);
      assert.match(row.accessibilityInformation.label, new RegExp(state));
      // What is missing has no passages to unfold, and a way out in their place.
      assert.equal(row.collapsibleState, state === 'missing' ? 0 : 1);
      assert.equal(row.command?.command, state === 'missing' ? 'advocacy.missingTopic' : undefined);
    });
    it(`has no colour, and no + beside it, where it is ${state} and the draft is not held to it`, () => {
      const row = rowOf(state, false);
      assert.deepEqual([row.iconPath.id, row.iconPath.color], [icon, undefined]);
      assert.equal(row.contextValue, `advocacy.topic.${state}.unasked`);
    });
  }
});
