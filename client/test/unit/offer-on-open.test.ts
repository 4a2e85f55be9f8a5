import assert from 'node:assert/strict';
import { URI, Utils } from 'vscode-uri';
import type { KnownWord } from '../../../server/src/protocol';
import type { OfferOnOpen } from '../../src/word/offer-on-open';
import { requireWithout } from './without-vscode';

class TabInputText {
  constructor(readonly uri: URI) {}
}
class TabInputCustom extends TabInputText {}
class TabInputTextDiff {
  constructor(readonly modified: URI) {}
}

interface Change {
  readonly opened: readonly { readonly input: unknown }[];
  readonly changed: readonly { readonly input: unknown }[];
}

describe('A Word document that is opened in the editor', () => {
  let known: KnownWord | Error;
  let isWanted: boolean;
  let answer: string | undefined;
  let front: { readonly input: unknown } | undefined;
  let said: [message: string, ...ways: string[]][];
  let done: unknown[][];
  let warned: string[];
  let wasHome: boolean;
  let change: (change: Change) => void = () => undefined;

  const settled = () => new Promise((resolve) => setImmediate(resolve));
  function start(): (input: unknown, how?: 'opened' | 'changed') => Promise<unknown> {
    const { OfferOnOpen: Offer } = requireWithout<{ OfferOnOpen: typeof OfferOnOpen }>(
      '../../src/word/offer-on-open',
      {
        Uri: new Proxy(URI, {
          get: (of, key) => (key === 'joinPath' ? Utils.joinPath : Reflect.get(of, key)),
        }),
        TabInputText,
        TabInputCustom,
        ConfigurationTarget: { Global: 1 },
        Disposable: { from: () => undefined },
        commands: { executeCommand: async (...args: unknown[]) => done.push(args.map(String)) },
        window: {
          tabGroups: {
            activeTabGroup: { activeTab: front },
            onDidChangeTabs: (listener: typeof change) => {
              change = listener;
            },
          },
          showInformationMessage: async (...words: [string, ...string[]]) => {
            said.push(words);
            return answer;
          },
        },
        workspace: {
          workspaceFolders: [],
          getConfiguration: () => ({
            get: () => isWanted,
            update: async (...args: unknown[]) => done.push(args),
          }),
        },
      },
    );
    const server = {
      uri: String,
      execute: async () => {
        if (known instanceof Error) throw known;
        return known;
      },
    };
    const output = { warn: (message: string) => warned.push(message) };
    const mergedReviews = { knows: async () => wasHome };
    new Offer({ server, output, mergedReviews } as unknown as ConstructorParameters<typeof OfferOnOpen>[0]);
    return (input, how = 'opened') => {
      change({ opened: [], changed: [], [how]: [{ input }] });
      return settled();
    };
  }

  const word = (path = '/papers/a.docx') => new TabInputText(URI.file(path));
  beforeEach(() => {
    [said, done, warned] = [[], [], []];
    known = { isAsExported: false };
    isWanted = true;
    wasHome = false;
    answer = front = undefined;
  });

  it('can become a draft, or be checked', async () => {
    await start()(word());
    assert.deepEqual(said, [
      [
        'a.docx can become a draft in Markdown, or be checked as it is.',
        'Import',
        'Check',
        'Don’t Ask Again',
      ],
    ]);
  });

  it('can be brought back, where it was made of a draft that is here and changed since', async () => {
    known = { draft: 'file:///papers/report.md', isAsExported: false };
    answer = 'Bring Review Back';
    await start()(word());
    assert.match(said[0]![0], /^a\.docx was made of report\.md, and changed since\./);
    assert.deepEqual(said[0]!.slice(1), ['Bring Review Back', 'Import', 'Check', 'Don’t Ask Again']);
    assert.deepEqual(done, [
      ['advocacy.bringReviewBack', 'file:///papers/report.md', 'file:///papers/a.docx'],
    ]);
  });

  for (const [way, command] of [
    ['Import', ['advocacy.importWord', 'file:///papers/a.docx']],
    ['Check', ['advocacy.checkWord', 'file:///papers/a.docx']],
    ['Don’t Ask Again', ['word.offerImport', false, 1]],
  ] as const)
    it(`does what is chosen: ${way}`, async () => {
      answer = way;
      await start()(word());
      assert.deepEqual(done, [command]);
    });

  it('is offered once in a session, in whatever tab it is: also in one that showed another file before', async () => {
    const open = start();
    await open(new TabInputCustom(URI.file('/papers/a.docx')));
    await open(word(), 'changed');
    assert.equal(said.length, 1);
    await open(word('/papers/b.docm'), 'changed');
    assert.equal(said.length, 2);
  });

  it('is offered where it is in front when the extension starts', async () => {
    front = { input: word() };
    start();
    await settled();
    assert.equal(said.length, 1);
  });

  for (const [what, input] of [
    ['another file', new TabInputText(URI.file('/papers/a.png'))],
    ['Word’s own sign that one is open', word('/papers/~$a.docx')],
    ['a comparison', new TabInputTextDiff(URI.file('/papers/a.docx'))],
    ['one of a version that Git keeps', new TabInputText(URI.parse('git:/papers/a.docx'))],
  ] as const)
    it(`is not ${what}`, async () => {
      await start()(input);
      assert.deepEqual(said, []);
    });

  it('is left alone where the setting says so', async () => {
    isWanted = false;
    await start()(word());
    assert.deepEqual(said, []);
  });

  it('is left alone where it is as it was exported: its draft has all of it', async () => {
    known = { draft: 'file:///papers/a.md', isAsExported: true };
    await start()(word());
    assert.deepEqual(said, []);
  });

  it('is left alone where it was brought home before', async () => {
    wasHome = true;
    known = { draft: 'file:///papers/a.md', isAsExported: false };
    await start()(word());
    assert.deepEqual(said, []);
  });

  it('is left alone where it cannot be read, which only the output says', async () => {
    known = new Error('a.docx cannot be read: it is not a Word document.');
    await start()(word());
    assert.deepEqual([said, warned], [[], ['a.docx cannot be read: it is not a Word document.']]);
  });
});
