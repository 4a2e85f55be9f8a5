import assert from 'node:assert/strict';
import type { ReviewAction, ReviewChange } from '../../../server/src/protocol';
import { shortened } from '../../../server/src/text/shorten';
import type * as Settling from '../../src/commands/accept-reject';
import type { Context } from '../../src/commands/support';
import { requireWithout } from './without-vscode';

const said: string[] = [];
let offered: readonly { readonly label: string; readonly description: string }[] = [];
let answer: string | undefined;
let undoes = false;
const ran: string[] = [];
const document = { uri: { scheme: 'file', path: '/papers/a.md' } };

class Range {
  intersection(): undefined {
    return undefined;
  }
}
const { acceptAll, rejectAll, acceptChange } = requireWithout<typeof Settling>(
  '../../src/commands/accept-reject',
  {
    Range,
    Uri: class {},
    window: {
      activeTextEditor: { document: { ...document, languageId: 'markdown' }, selection: new Range() },
      visibleTextEditors: [],
      tabGroups: { all: [] },
      showTextDocument: async () => undefined,
      showInformationMessage: async (message: string, ...buttons: string[]) => {
        said.push([message, ...buttons].join(' | '));
        return buttons.includes('Undo') && undoes ? 'Undo' : undefined;
      },
      showQuickPick: async (items: typeof offered) => {
        offered = items;
        return items.find(({ label }) => label === answer);
      },
    },
    workspace: { workspaceFolders: [] },
    commands: { executeCommand: async (command: string) => void ran.push(command) },
  },
);

const by = (author: string): ReviewChange => ({
  kind: 'insertion',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  ...(author !== '' && { by: { author } }),
});

describe('Accepting and rejecting changes', () => {
  const done: ReviewAction[] = [];
  const contextOf = (...authors: readonly string[]): Context =>
    ({
      review: {
        of: async () => ({ changes: authors.map(by), threads: [] }),
        run: async (_: unknown, action: ReviewAction) => done.push(action) > 0,
      },
    }) as unknown as Context;

  beforeEach(() => {
    said.length = done.length = ran.length = 0;
    undoes = false;
    offered = [];
    answer = undefined;
  });

  for (const [what, command] of Object.entries({ acceptAll, rejectAll, acceptChange }))
    it(`says in plain words where no change is open, and does nothing: ${what}`, async () => {
      assert.equal(await command(contextOf(), []), undefined);
      assert.deepEqual([said, done], [['No change is open in a.md.'], []]);
    });

  it('says where a change is open elsewhere how to get there', async () => {
    assert.equal(await acceptChange(contextOf('Ann'), []), undefined);
    assert.match(said.join(), /^There is no change here\. Ctrl\+F9/);
    assert.deepEqual(done, []);
  });

  it('asks nothing where all are one person’s', async () => {
    assert.equal(await acceptAll(contextOf('Ann', 'Ann'), []), true);
    assert.deepEqual([offered, done], [[], [{ do: 'accept' }]]);
  });

  it('says what was done with all of them, and takes it back', async () => {
    undoes = true;
    await acceptAll(contextOf('Ann', 'Ann'), []);
    await new Promise(setImmediate);
    assert.deepEqual([said, ran], [['2 changes were accepted. | Undo'], ['undo']]);
    await rejectAll(contextOf('Ann'), [{ author: 'Ann' }]);
    assert.equal(said.length, 1, 'a caller that asks for no questions hears nothing');
  });

  it('asks whose, where several people made them', async () => {
    answer = 'Changes by Lee';
    await rejectAll(contextOf('Ann', 'Lee', 'Lee', ''), []);
    assert.deepEqual(
      offered.map(({ label, description }) => `${label}: ${description}`),
      ['Everybody’s changes: 4', 'Changes by Ann: 1', 'Changes by Lee: 2', 'Changes without a name: 1'],
    );
    assert.deepEqual(done, [{ do: 'reject', author: 'Lee' }]);
  });

  for (const [picked, actions] of [
    ['Everybody’s changes', [{ do: 'accept' }]],
    ['Changes without a name', [{ do: 'accept', author: '' }]],
    [undefined, []],
  ] as const)
    it(`does what was answered: ${picked ?? 'nothing'}`, async () => {
      answer = picked;
      await acceptAll(contextOf('Ann', ''), []);
      assert.deepEqual(done, actions);
    });
});

describe('A text that is too long for its place', () => {
  for (const [text, most, shown] of [
    ['lending', 7, 'lending'],
    ['lending', 5, 'lend…'],
    ['in every ward', 4, 'in…'],
    ['abc📚d', 5, 'abc…'],
  ] as const)
    it(`is cut to ${most} letters: ${text}`, () => assert.equal(shortened(text, most), shown));
});
