import assert from 'node:assert/strict';
import type { ActiveDraft as ActiveDraftType, Shown } from '../../src/server/active-draft';
import type { Server } from '../../src/server/server';
import { requireWithout } from './without-vscode';

class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
  dispose(): void {}
}

class TabInputText {
  constructor(readonly uri: string) {}
}
class TabInputWebview {
  constructor(readonly viewType: string) {}
}

const nothing = () => ({ dispose: () => undefined });
const editors = new EventEmitter<undefined>();
const vscode = {
  EventEmitter,
  TabInputText,
  TabInputWebview,
  commands: { executeCommand: () => undefined },
  window: {
    activeTextEditor: undefined as unknown,
    visibleTextEditors: [] as unknown[],
    onDidChangeActiveTextEditor: editors.event,
    onDidChangeVisibleTextEditors: nothing,
    tabGroups: {
      all: [] as unknown[],
      activeTabGroup: {} as unknown,
      onDidChangeTabs: nothing,
      onDidChangeTabGroups: nothing,
    },
  },
  workspace: {
    workspaceFolders: [],
    getConfiguration: () => ({ get: () => check }),
    onDidOpenTextDocument: nothing,
    onDidChangeConfiguration: nothing,
  },
};
let check = 'auto';
const { ActiveDraft } = requireWithout<{ ActiveDraft: typeof ActiveDraftType }>(
  '../../src/server/active-draft',
  vscode,
);

const text = (path: string, languageId = 'markdown') => ({
  uri: Object.assign(new String(path), { scheme: 'file', path }),
  languageId,
  isClosed: false,
});

describe('What the view and the status bar show', () => {
  const a = text('/a.md');
  const b = text('/b.md');
  const notes = text('/notes.txt', 'plaintext');
  let active: ActiveDraftType;
  let asked: {
    readonly uri: string;
    readonly answer: (coverage: unknown) => void;
    readonly fail: () => void;
  }[];
  let changes: EventEmitter<{ uri: string }>;
  let states: EventEmitter<string>;
  let server: { state: string };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const look = (document: unknown): void => {
    vscode.window.activeTextEditor = document && { document };
    editors.fire(undefined);
  };
  const shown = () => {
    const now = active.shown as Shown & { readonly document?: unknown; readonly coverage?: unknown };
    return [now.kind, now.document, now.coverage];
  };

  beforeEach(() => {
    check = 'auto';
    asked = [];
    changes = new EventEmitter();
    states = new EventEmitter();
    server = { state: 'running' };
    vscode.window.activeTextEditor = undefined;
    vscode.window.visibleTextEditors = [];
    vscode.window.tabGroups.all = [];
    vscode.window.tabGroups.activeTabGroup = {};
    active = new ActiveDraft(
      Object.assign(server, {
        uri: String,
        onDidChangeState: states.event,
        onDidChangeCoverage: changes.event,
        request: (_: string, { textDocument }: { textDocument: { uri: string } }) =>
          new Promise((answer, fail) =>
            asked.push({ uri: textDocument.uri, answer, fail: () => fail(new Error('gone')) }),
          ),
      }) as unknown as Server,
    );
  });

  afterEach(() => active.dispose());

  it('is that the draft is read, then its coverage', async () => {
    look(a);
    assert.deepEqual(shown(), ['reading', a, undefined]);
    const coverage = { draft: true };
    asked[0]!.answer(coverage);
    await settled();
    assert.deepEqual(shown(), ['draft', a, coverage]);
  });

  it('is that it is no draft, or that checks are off', async () => {
    look(a);
    asked[0]!.answer({ draft: false });
    await settled();
    assert.equal(shown()[0], 'notDraft');
    check = 'off';
    changes.fire({ uri: '/a.md' });
    asked[1]!.answer(null);
    await settled();
    assert.equal(shown()[0], 'off');
  });

  it('is the last coverage, however often it changed while it was asked for', async () => {
    look(a);
    for (let change = 0; change < 3; change++) changes.fire({ uri: '/a.md' });
    changes.fire({ uri: '/b.md' });
    assert.equal(asked.length, 1);
    asked[0]!.answer({ draft: true, version: 1 });
    await settled();
    assert.equal(asked.length, 2);
    asked[1]!.answer({ draft: true, version: 4 });
    await settled();
    assert.deepEqual(shown(), ['draft', a, { draft: true, version: 4 }]);
    assert.equal(asked.length, 2);
  });

  it('is never what was asked for of another draft', async () => {
    look(a);
    look(b);
    asked[0]!.answer({ draft: true });
    await settled();
    assert.deepEqual(shown(), ['reading', b, undefined]);
    assert.equal(asked[1]!.uri, '/b.md');
    asked[1]!.answer({ draft: true });
    await settled();
    assert.deepEqual(shown().slice(0, 2), ['draft', b]);
  });

  it('stays while another file is in front, or VS Code’s preview of it, and goes when it is closed', async () => {
    look(a);
    asked[0]!.answer({ draft: true });
    await settled();
    vscode.window.tabGroups.all = [{ tabs: [{ input: new TabInputText('/a.md') }] }];
    look(notes);
    assert.equal(shown()[1], a);
    vscode.window.tabGroups.all = [];
    vscode.window.tabGroups.activeTabGroup = {
      activeTab: { input: new TabInputWebview('mainThreadWebview-markdown.preview') },
    };
    look(undefined);
    assert.equal(shown()[1], a);
    look(notes);
    await settled();
    assert.deepEqual(shown(), ['none', undefined, undefined]);
  });

  it('is that the server stopped, until it runs again', async () => {
    look(a);
    asked[0]!.fail();
    await settled();
    assert.equal(shown()[0], 'reading');
    server.state = 'stopped';
    states.fire('stopped');
    await settled();
    assert.equal(shown()[0], 'stopped');
    server.state = 'running';
    states.fire('running');
    asked[1]!.answer({ draft: true });
    await settled();
    assert.equal(shown()[0], 'draft');
  });
});
