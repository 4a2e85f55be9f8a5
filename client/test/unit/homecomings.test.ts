import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { CancellationTokenSource } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type * as home from '../../src/word/bringHome';
import type * as homecomings from '../../src/word/homecomings';
import { requireWithout } from './without-vscode';

interface Renamed {
  readonly files: readonly { readonly oldUri: URI; readonly newUri: URI }[];
}

const DRAFT = URI.file('/papers/a.md') as never;
const REVIEWED = URI.file('/in/reviewed.docx') as never;

let files: Map<string, string>;
let renamed: (event: Renamed) => unknown;
let asked: string[][];
let answer: string | undefined;
const vscode = {
  Uri: URI,
  CancellationTokenSource,
  workspace: {
    onDidRenameFiles: (listener: typeof renamed) => {
      renamed = listener;
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
const { Homecomings } = requireWithout<typeof homecomings>('../../src/word/homecomings', vscode);
const { bringHome } = requireWithout<typeof home>('../../src/word/bringHome', vscode);

describe('A reviewed document that was brought home', () => {
  let memory: InstanceType<typeof Homecomings>;
  let kept: Record<string, unknown>;
  beforeEach(() => {
    kept = {};
    [asked, answer] = [[], undefined];
    files = new Map([
      ['/in/reviewed.docx', 'PK one'],
      ['/in/copy.docx', 'PK one'],
      ['/in/second.docx', 'PK two'],
    ]);
    memory = new Homecomings({
      get: (key: string, otherwise: unknown) => kept[key] ?? otherwise,
      update: async (key: string, value: unknown) => {
        kept[key] = value;
      },
    } as never);
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
    await renamed({ files: [{ oldUri: URI.file('/papers'), newUri: URI.file('/old') }] });
    assert.equal(await memory.dayOf(DRAFT, REVIEWED), undefined);
    assert.ok(await memory.dayOf(at('/old/a.md'), REVIEWED));
    const untitled = URI.parse('untitled:Untitled-1') as never;
    await memory.remember(untitled, REVIEWED);
    assert.equal(await memory.dayOf(untitled, REVIEWED), undefined);
  });

  describe('a second time', () => {
    let brought: number;
    const bring = async (how?: Parameters<typeof bringHome>[3], document = REVIEWED) => {
      const server = {
        uri: String,
        execute: async () => {
          brought++;
          return { applied: true, changes: 1, comments: 0, sum: 'x' };
        },
      };
      const broughtHome = { remember: async () => undefined };
      const context = { server, broughtHome, homecomings: memory } as never;
      return bringHome(context, { uri: DRAFT } as never, document, how);
    };
    beforeEach(() => {
      brought = 0;
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
