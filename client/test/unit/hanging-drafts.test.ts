import assert from 'node:assert/strict';
import type { TextDocument } from 'vscode';
import { HangingDrafts } from '../../src/server/hanging-drafts';
import { hangingDraftsMiddleware, type Suspicion } from '../../src/server/hanging-drafts-middleware';

describe('The draft that a server hangs on', () => {
  it('is the one that it was given since it last answered', () => {
    const suspects = new HangingDrafts();
    suspects.given('a.md', 0);
    suspects.answered(2_000);
    suspects.given('b.md', 3_000);
    assert.equal(suspects.hangs(), 'b.md');
    assert.deepEqual([suspects.isAside('a.md'), suspects.isAside('b.md')], [false, true]);
    assert.equal(suspects.oneByOne, false);
  });

  it('may be one that it answered before it looked at it', () => {
    const suspects = new HangingDrafts();
    suspects.given('a.md', 1_000);
    suspects.answered(1_050);
    assert.equal(suspects.any, true);
    assert.equal(suspects.hangs(), 'a.md');
  });

  it('is found one by one where it may be several, or where none is known', () => {
    for (const given of [[], ['a.md', 'b.md']]) {
      const suspects = new HangingDrafts();
      for (const uri of given) suspects.given(uri, 0);
      assert.equal(suspects.hangs(), undefined);
      assert.equal(suspects.oneByOne, true);
    }
  });

  it('is found by the next server where this one had a command to run as well', () => {
    const suspects = new HangingDrafts();
    suspects.given('a.md', 0);
    assert.equal(suspects.hangs(true), undefined);
    assert.deepEqual([suspects.isAside('a.md'), suspects.oneByOne], [false, true]);
    suspects.given('a.md', 0);
    assert.equal(suspects.hangs(false), 'a.md');
  });

  it('is no longer set aside when it is opened again, or the server is started by hand', () => {
    const suspects = new HangingDrafts();
    const hangsOnA = (): void => {
      suspects.given('a.md', 0);
      suspects.hangs();
      assert.equal(suspects.concerns({ textDocument: { uri: 'a.md' } }), true);
      assert.equal(suspects.concerns({ textDocument: { uri: 'aa.md' } }), false);
    };
    hangsOnA();
    suspects.closed('a.md');
    assert.equal(suspects.isAside('a.md'), false);
    hangsOnA();
    suspects.forget();
    assert.equal(suspects.isAside('a.md'), false);
  });
});

describe('A server with a draft that is set aside', () => {
  /** What a server is told, whose judgement of a draft ends when the test says so. */
  function told(suspects: HangingDrafts, isPresent = () => true) {
    const log: string[] = [];
    const ends = new Map<string, () => void>();
    const middleware = hangingDraftsMiddleware({
      suspects,
      isPresent,
      uri: (document) => String((document as TextDocument).uri),
      judged: (uri) => new Promise<void>((resolve) => ends.set(uri, resolve)),
      now: () => 0,
    } satisfies Suspicion);
    const document = (uri: string) => ({ uri }) as unknown as TextDocument;
    const next = (what: string) => async (of: unknown) => {
      const { uri } = ((of as { document?: TextDocument }).document ?? of) as TextDocument;
      log.push(`${what} ${uri}`);
    };
    const change = (uri: string) =>
      ({ document: document(uri), contentChanges: [] }) as unknown as Parameters<
        NonNullable<typeof middleware.didChange>
      >[0];
    return {
      log,
      ends,
      open: (uri: string) => void middleware.didOpen!(document(uri), next('open')),
      change: (uri: string) => void middleware.didChange!(change(uri), next('change')),
      save: (uri: string) => void middleware.didSave!(document(uri), next('save')),
      pull: (uri: string) =>
        void middleware.provideDiagnostics!(
          document(uri),
          undefined,
          undefined as never,
          next('pull') as unknown as Parameters<NonNullable<typeof middleware.provideDiagnostics>>[3],
        ),
      close: (uri: string) => void middleware.didClose!(document(uri), next('close')),
    };
  }
  const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('hears of it no more, and of the others all', async () => {
    const suspects = new HangingDrafts();
    suspects.given('bad.md', 0);
    suspects.hangs();
    const server = told(suspects);
    for (const uri of ['good.md', 'bad.md']) {
      server.open(uri);
      server.change(uri);
      server.save(uri);
    }
    server.close('bad.md');
    server.close('good.md');
    server.open('bad.md');
    await soon();
    assert.deepEqual(server.log, [
      'open good.md',
      'change good.md',
      'save good.md',
      'close good.md',
      'open bad.md',
    ]);
  });

  it('hears of no key that is typed after its end, each of which would fail and be reported', async () => {
    let isPresent = true;
    const server = told(new HangingDrafts(), () => isPresent);
    server.open('a.md');
    server.change('a.md');
    isPresent = false;
    server.change('a.md');
    server.save('a.md');
    server.close('a.md');
    await soon();
    assert.deepEqual(server.log, ['open a.md', 'change a.md']);
  });

  it('is given drafts one by one until it hangs on the one', async () => {
    const suspects = new HangingDrafts();
    suspects.hangs();
    const server = told(suspects);
    for (const uri of ['a.md', 'bad.md', 'c.md']) server.open(uri);
    await soon();
    server.change('bad.md');
    server.change('a.md');
    server.pull('bad.md');
    await soon();
    assert.deepEqual(server.log, ['open a.md', 'change a.md']);
    server.ends.get('a.md')!();
    await soon();
    // What is asked of it waits until it is given, as it is not asked again.
    assert.deepEqual(server.log, ['open a.md', 'change a.md', 'open bad.md', 'pull bad.md']);
    assert.equal(suspects.hangs(), 'bad.md');
    const another = told(suspects);
    for (const uri of ['a.md', 'bad.md', 'c.md']) another.open(uri);
    await soon();
    another.ends.get('a.md')!();
    await soon();
    assert.deepEqual(another.log, ['open a.md', 'open c.md']);
  });
});
