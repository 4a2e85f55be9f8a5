import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { CancellationTokenSource } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type * as home from '../../src/word/merge-review';
import type * as mergedReviews from '../../src/word/merged-reviews';
import type * as broughtHomes from '../../src/word/overwritable-documents';
import type * as undoings from '../../src/word/undoing';
import { requireWithout } from './without-vscode';

interface Renamed {
  readonly files: readonly { readonly oldUri: URI; readonly newUri: URI }[];
}

const DRAFT = URI.file('/papers/a.md') as never;
const REVIEWED = URI.file('/in/reviewed.docx') as never;

const [UNDO, REDO] = [1, 2];

let files: Map<string, string>;
let text: string;
let changed: (event: { readonly document: unknown; readonly reason?: number }) => unknown;
let saved: (document: unknown) => unknown;
let closed: (document: unknown) => unknown;
let renaming: ((event: Renamed) => unknown)[];
let asked: string[][];
let answer: string | undefined;
const vscode = {
  Uri: URI,
  CancellationTokenSource,
  TextDocumentChangeReason: { Undo: UNDO, Redo: REDO },
  workspace: {
    onDidChangeTextDocument: (listener: typeof changed) => {
      changed = listener;
      return { dispose: () => undefined };
    },
    onDidSaveTextDocument: (listener: typeof saved) => {
      saved = listener;
      return { dispose: () => undefined };
    },
    onDidCloseTextDocument: (listener: typeof closed) => {
      closed = listener;
      return { dispose: () => undefined };
    },
    onDidRenameFiles: (listener: (event: Renamed) => unknown) => {
      renaming.push(listener);
      return { dispose: () => undefined };
    },
    fs: {
      readFile: async ({ path }: URI) => {
        const text = files.get(path);
        if (text === undefined) throw new Error('There is none.');
        return new TextEncoder().encode(text);
      },
    },
    openTextDocument: async (uri: URI) => ({ uri }),
  },
  window: {
    showTextDocument: async () => undefined,
    visibleTextEditors: [],
    tabGroups: { all: [] },
    showWarningMessage: async (message: string, { detail }: { detail: string }, ...ways: string[]) => {
      asked.push([message, detail, ...ways]);
      return answer;
    },
    showOpenDialog: async () => undefined,
  },
};
const { MergedReviews } = requireWithout<typeof mergedReviews>('../../src/word/merged-reviews', vscode);
const { OverwritableDocuments } = requireWithout<typeof broughtHomes>(
  '../../src/word/overwritable-documents',
  vscode,
);
const { Undoing } = requireWithout<typeof undoings>('../../src/word/undoing', vscode);
const { mergeReview } = requireWithout<typeof home>('../../src/word/merge-review', vscode);

describe('A reviewed document that was brought home', () => {
  let memory: InstanceType<typeof MergedReviews>;
  let overwritable: InstanceType<typeof OverwritableDocuments>;
  let kept: Record<string, unknown>;
  beforeEach(() => {
    kept = {};
    [asked, answer, renaming] = [[], undefined, []];
    files = new Map([
      ['/in/reviewed.docx', 'PK one'],
      ['/in/copy.docx', 'PK one'],
      ['/in/second.docx', 'PK two'],
    ]);
    const state = {
      get: (key: string, otherwise: unknown) => kept[key] ?? otherwise,
      update: async (key: string, value: unknown) => {
        kept[key] = value;
      },
    } as never;
    memory = new MergedReviews(state);
    overwritable = new OverwritableDocuments(state);
  });
  const at = (path: string) => URI.file(path) as never;

  it('is known again by what is in it, whatever it is called, and with the day', async () => {
    assert.equal(await memory.dayOf(DRAFT, REVIEWED), undefined);
    await memory.remember(DRAFT, REVIEWED, new Date(2026, 10, 30, 9));
    assert.equal(await memory.dayOf(DRAFT, at('/in/copy.docx')), '2026-11-30');
    assert.equal(await memory.knows(at('/in/copy.docx')), true);
    assert.equal(await memory.dayOf(DRAFT, at('/in/second.docx')), undefined);
    assert.equal(await memory.knows(at('/in/second.docx')), false);
    assert.equal(await memory.dayOf(at('/papers/b.md'), REVIEWED), undefined, 'each draft has its own');
    assert.equal(await memory.knows(at('/in/none.docx')), false);
  });

  it('is kept as its SHA-256, and nothing else of it', async () => {
    await memory.remember(DRAFT, REVIEWED, new Date(2026, 10, 30));
    const sum = createHash('sha256').update('PK one').digest('hex');
    assert.deepEqual(kept, {
      'advocacy.homecomings': { 'file:///papers/a.md': [{ sum, day: '2026-11-30' }] },
    });
  });

  it('is known with the last day, among the newest 50 of its draft', async () => {
    await memory.remember(DRAFT, REVIEWED, new Date(2026, 10, 1));
    for (let round = 0; round < 49; round++) {
      files.set('/in/next.docx', `PK ${round}`);
      await memory.remember(DRAFT, at('/in/next.docx'), new Date(2026, 10, 2));
    }
    assert.equal(await memory.dayOf(DRAFT, REVIEWED), '2026-11-01');
    await memory.remember(DRAFT, REVIEWED, new Date(2026, 10, 3));
    assert.equal(await memory.dayOf(DRAFT, REVIEWED), '2026-11-03');
    await memory.remember(DRAFT, at('/in/second.docx'), new Date(2026, 10, 4));
    files.set('/in/next.docx', 'PK 0');
    assert.equal(await memory.dayOf(DRAFT, at('/in/next.docx')), undefined, 'the oldest goes');
    assert.equal(await memory.dayOf(DRAFT, REVIEWED), '2026-11-03');
  });

  it('is known when its draft has another name, and never of a draft that was not saved', async () => {
    await memory.remember(DRAFT, REVIEWED);
    const files = [{ oldUri: URI.file('/papers'), newUri: URI.file('/old') }];
    for (const renamed of renaming) await renamed({ files });
    assert.equal(await memory.dayOf(DRAFT, REVIEWED), undefined);
    assert.ok(await memory.dayOf(at('/old/a.md'), REVIEWED));
    const untitled = URI.parse('untitled:Untitled-1') as never;
    await memory.remember(untitled, REVIEWED);
    assert.equal(await memory.dayOf(untitled, REVIEWED), undefined);
  });

  describe('a second time', () => {
    let brought: number;
    const bring = async (how?: Parameters<typeof mergeReview>[3], document = REVIEWED) => {
      const server = {
        uri: String,
        execute: async () => {
          brought++;
          text = AFTER;
          return { applied: true, changes: 1, comments: 0, sum: 'x' };
        },
      };
      const context = { server, undoing, overwritable, mergedReviews: memory } as never;
      return mergeReview(context, draft as never, document, how);
    };
    const [BEFORE, AFTER] = ['We ask.', 'We {++kindly ++}ask.'];
    let undoing: InstanceType<typeof Undoing>;
    const draft = { uri: DRAFT, getText: () => text, isClosed: false };
    const becomes = async (now: string, reason?: number): Promise<void> => {
      text = now;
      await changed({ document: draft, ...(reason !== undefined && { reason }) });
    };
    beforeEach(() => {
      brought = 0;
      undoing = new Undoing();
      text = BEFORE;
      files.set('/papers/a.md', BEFORE);
    });
    const year = new Date().getFullYear();

    it('is not brought home before that was asked, and Enter leaves the draft as it is', async () => {
      await memory.remember(DRAFT, REVIEWED, new Date(year, 10, 30));
      assert.equal(await bring(), undefined);
      assert.equal(brought, 0);
      assert.deepEqual(asked, [
        [
          'You brought this document home on 30 November. Bring it again?',
          'What you rejected since comes back, and comments that you resolved are open again.',
          'Choose Another Document…',
          'Bring It Again',
        ],
      ]);
    });

    it('is brought home where that is wanted', async () => {
      await bring();
      answer = 'Bring It Again';
      assert.equal((await bring())?.changes, 1);
      assert.deepEqual([brought, asked.length], [2, 1]);
    });

    it('is brought home unasked after the first time was undone, and asked about when that was done again', async () => {
      await bring();
      await becomes('We {++kindly ++}asked.');
      await becomes(AFTER, UNDO);
      assert.equal(overwritable.sumOf(REVIEWED), 'x');
      await becomes(BEFORE, UNDO);
      assert.equal(overwritable.sumOf(REVIEWED), undefined, 'an export must not overwrite it');
      await bring();
      assert.deepEqual([brought, asked.length], [2, 0]);
      await becomes(BEFORE, UNDO);
      await becomes(AFTER, REDO);
      await bring();
      assert.deepEqual([brought, asked.length], [2, 1]);
    });

    const save = async (): Promise<void> => {
      files.set('/papers/a.md', text);
      await saved(draft);
    };
    const close = async (): Promise<void> => {
      await closed({ ...draft, isClosed: true });
      text = files.get('/papers/a.md')!;
    };
    const reject = () => becomes(BEFORE);
    const undo = () => becomes(BEFORE, UNDO);
    const redo = () => becomes(AFTER, REDO);
    const type = () => becomes('We ask now.');
    for (const [since, isAsked, ...steps] of [
      ['the draft was saved and closed', true, save, close],
      ['what it changed was rejected, which leaves the same text, and saved', true, reject, save, close],
      ['it was rejected, and typing after that undone', true, reject, type, undo],
      ['it was saved, and then undone before closing', true, save, undo, close],
      ['the draft was closed without being saved', false, close],
      ['it was rejected, and nothing saved', false, reject, close],
      ['it was undone and saved, and then done again before closing', false, undo, save, redo, close],
    ] as const) {
      it(`is ${isAsked ? 'asked about' : 'brought home unasked'} where ${since}`, async () => {
        await bring();
        for (const step of steps) await step();
        await bring();
        assert.deepEqual([brought, asked.length], isAsked ? [1, 1] : [2, 0]);
      });
    }

    it('is brought home unasked where nothing was saved since, though the file was older than the draft', async () => {
      files.set('/papers/a.md', 'We asked.');
      await bring();
      await close();
      await bring();
      assert.deepEqual([brought, asked.length], [2, 0]);
    });

    it('is taken back also where that is undone before it is remembered', async () => {
      let remembered = () => undefined as unknown;
      const steps: string[] = [];
      text = AFTER;
      const following = undoing.follow(draft as never, BEFORE, async () => {
        await new Promise<unknown>((resolve) => {
          remembered = () => resolve(undefined);
        });
        steps.push('done');
        return async () => steps.push('taken back');
      });
      await Promise.resolve();
      const undone = becomes(BEFORE, UNDO);
      remembered();
      await Promise.all([following, undone]);
      assert.deepEqual(steps, ['done', 'taken back']);
    });

    it('names the year where that is over', async () => {
      await memory.remember(DRAFT, REVIEWED, new Date(2019, 10, 30));
      await bring();
      assert.match(asked[0]![0]!, /on 30 November 2019\. /);
    });

    it('is brought home unasked by who says so, and another document is, too', async () => {
      await bring();
      await bring({ again: true });
      await bring({}, at('/in/second.docx'));
      assert.deepEqual([brought, asked.length], [3, 0]);
    });
  });
});
