import assert from 'node:assert/strict';
import type { CoverageTree as CoverageTreeType } from '../../src/views/coverage-tree';
import { requireWithout } from './without-vscode';

type State = 'missing' | 'mentioned' | 'argued' | 'evidenced';

class Named {
  constructor(
    readonly id: string,
    readonly color?: Named,
  ) {}
}

let diagnostics: readonly unknown[] = [];
let diagnosed: (event: unknown) => void = () => undefined;
let drawn = 0;
const view = { onDidChangeVisibility: () => undefined, message: '' };

const { CoverageTree } = requireWithout<{ CoverageTree: typeof CoverageTreeType }>(
  '../../src/views/coverage-tree',
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
      fire(): void {
        drawn++;
      }
    },
    languages: {
      onDidChangeDiagnostics: (listener: (event: unknown) => void) => {
        diagnosed = listener;
      },
      getDiagnostics: () => diagnostics,
    },
    DiagnosticSeverity: { Warning: 1, Hint: 3 },
    Disposable: { from: () => ({ dispose: () => undefined }) },
    window: { createTreeView: () => view },
  },
);

const DRAFT = { path: '/a.md', toString: () => 'file:///a.md' };

/** The view of a draft with one area. */
function treeOf(state: State, asked: boolean) {
  const passages = state === 'missing' ? [] : [{ line: 3, endLine: 3, state, reasons: [] }];
  const topic = { id: 'digital', title: 'Digital inclusion', state, asked, passages };
  const document = { uri: DRAFT, lineCount: 5, lineAt: () => ({ text: 'Staff help.' }) };
  const coverage = { words: 1204, areas: [topic], offers: [], argue: { digital: 'Say who gets online.' } };
  const shown = { kind: 'draft', document, coverage };
  return new CoverageTree(
    { shown, onDidChange: () => undefined } as never,
    { onDidChange: () => undefined } as never,
    { note: () => undefined },
  );
}

/** The row of an area as the view draws it. */
function rowOf(state: State, asked: boolean) {
  const tree = treeOf(state, asked);
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

it('The Coverage view says which draft it is of', () => {
  treeOf('missing', true);
  assert.equal(view.message, 'a.md · 1,204 words');
});

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
      const own = state === 'missing' ? 'dash' : icon;
      assert.deepEqual([row.iconPath.id, row.iconPath.color], [own, undefined]);
      assert.equal(row.contextValue, `advocacy.topic.${state}.unasked`);
      assert.equal(row.description, state === 'missing' ? 'not argued' : state);
    });
  }
});

describe('The figures without a source in the Coverage view', () => {
  const found = (rule: string, line: number, words: string, severity = 3, source = 'advocacy') => ({
    source,
    code: { value: rule },
    severity,
    message: `“${words}” has no source. Say where it comes from.`,
    range: { start: { line, compareTo: (other: { line: number }) => line - other.line } },
  });
  afterEach(() => {
    diagnostics = [];
  });

  it('stand in a section that is folded, in the order of the text, and a click goes there', () => {
    diagnostics = [
      found('figure-unsourced', 50, '38 of the 310 sessions'),
      found('sentence-long', 3, 'x'),
      found('source-vague', 8, 'twice as likely', 1),
      found('figure-unsourced', 9, 'y', 3, 'other'),
    ];
    const tree = treeOf('argued', false);
    const [section] = tree.getChildren();
    const head = tree.getTreeItem(section!);
    assert.deepEqual(
      [head.label, head.description, head.collapsibleState],
      ['Figures without a source', '2', 1],
    );
    const rows = tree.getChildren(section).map((node) => tree.getTreeItem(node));
    assert.deepEqual(
      rows.map(({ label, description }) => `${label}, ${description}`),
      ['Line 9, twice as likely', 'Line 51, 38 of the 310 sessions'],
    );
    assert.deepEqual(
      rows.map(({ command, iconPath }) => [command?.command, (iconPath as Named).id]),
      [
        ['advocacy.revealPassage', 'warning'],
        ['advocacy.revealPassage', 'circle-small'],
      ],
    );
  });

  it('are all counted, also those that stand in one sentence', () => {
    const one = found('figure-unsourced', 6, '1,940 people');
    const message = '“1,940 people” has no source, nor have 3 more figures in its sentence. Say where.';
    const two = found('figure-unsourced', 8, '62%');
    const other = '“62%” has no source, nor has another figure in its row. Say where.';
    diagnostics = [{ ...one, message }, { ...two, message: other }, found('figure-unsourced', 9, '40%')];
    const tree = treeOf('argued', false);
    const [section] = tree.getChildren();
    const { description, accessibilityInformation } = tree.getTreeItem(section!);
    assert.deepEqual([description, accessibilityInformation!.label], ['7', '7 figures have no source']);
    assert.deepEqual(
      tree.getChildren(section).map((node) => tree.getTreeItem(node).description),
      ['1,940 people, and 3 more', '62%, and 1 more', '40%'],
    );
  });

  it('are not there where there are none, and the view is drawn anew only where the list changes', () => {
    const tree = treeOf('argued', false);
    assert.equal(tree.getChildren().length, 1);
    drawn = 0;
    diagnosed({ uris: [DRAFT] });
    assert.equal(drawn, 0);
    diagnostics = [found('figure-unsourced', 3, '40%')];
    diagnosed({ uris: [{ toString: () => 'file:///other.md' }] });
    assert.equal(drawn, 0);
    diagnosed({ uris: [DRAFT] });
    assert.equal(drawn, 1);
    assert.equal(tree.getChildren().length, 2);
  });
});
