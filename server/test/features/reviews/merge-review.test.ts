import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import type { ResponseError } from 'vscode-languageserver-protocol/node';
import { readDocument } from '../../../src/docx';
import type { ExportRefused, ExportResult, KnownWord, MergeResult } from '../../../src/protocol';
import { BY, Reviewer } from '../../merge/reviewer';
import { blankPng } from '../../word/pictures/png';
import { Editor } from '../editor';

const DRAFT = '---\nkind: briefing\n---\n\n# Books\n\nWe lend old books.\n';
const EXPORT = 'advocacy.server.exportWord';
const BRING = 'advocacy.server.bringHome';

describe('What changed since an earlier version', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const changesIn = (path: string): string[] => {
    const found: string[] = [];
    for (const block of readDocument(new Uint8Array(readFileSync(path))).blocks) {
      for (const inline of block.type === 'paragraph' ? block.inlines : []) {
        if (inline.type === 'text' && inline.inserted) found.push(`+${inline.text}`);
        if (inline.type === 'text' && inline.deleted) found.push(`-${inline.text}`);
      }
    }
    return found;
  };

  it('is exported as tracked changes, since the last export and since a file', async () => {
    editor = await Editor.start({ settings: {}, files: { 'old.md': DRAFT } });
    const uri = await editor.open('a.md', DRAFT);
    await editor.execute<ExportResult>(EXPORT, uri);
    await editor.replace(uri, 'old', 'new');
    for (const since of ['a.docx', 'old.md']) {
      const target = editor.uri('changes.docx');
      const { carries } = await editor.execute<ExportResult>(EXPORT, uri, target, {
        since: editor.uri(since),
      });
      // What is shown is no draft that could be brought home.
      assert.deepEqual(carries, []);
      assert.deepEqual(changesIn(join(editor.folder, 'changes.docx')), ['-old', '+new'], since);
    }
  });

  for (const [since, says] of [
    ['gone.md', /There is no file gone\.md/],
    ['x.docx', /x\.docx cannot be read: /],
  ] as const) {
    it(`is not exported since ${since}, which cannot be read`, async () => {
      editor = await Editor.start({ settings: {}, files: { 'x.docx': 'nonsense' } });
      const uri = await editor.open('a.md', DRAFT);
      await assert.rejects(editor.execute(EXPORT, uri, null, { since: editor.uri(since) }), says);
    });
  }
});

describe('A review in Word', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  /** A draft that is open, and its document after a review. */
  async function reviewed(): Promise<{ uri: string; path: string; document: string }> {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('a.md', DRAFT);
    await editor.execute<ExportResult>(EXPORT, uri);
    const path = join(editor.folder, 'a.docx');
    const reviewer = new Reviewer(readFileSync(path)).replace('old', 'new').comment('books', 'Why?');
    writeFileSync(path, reviewer.bytes);
    return { uri, path, document: pathToFileURL(path).href };
  }

  const refusal = async (run: Promise<unknown>): Promise<ResponseError<ExportRefused>> =>
    run.then(
      () => assert.fail('It was not refused'),
      (error: unknown) => error as ResponseError<ExportRefused>,
    );

  it('is not overwritten unasked', async () => {
    const { uri, path } = await reviewed();
    const before = readFileSync(path);
    const { data, message } = await refusal(editor.execute(EXPORT, uri));
    assert.equal(data!.reason, 'changed');
    assert.match(message, /^a\.docx was changed or saved by somebody since it was exported\.$/);
    assert.ok(readFileSync(path).equals(before));
    await editor.execute(EXPORT, uri, null, { force: true });
    assert.ok(!readFileSync(path).equals(before));
  });

  it('is brought back into the draft by one edit, and may be overwritten then', async () => {
    const { uri, document } = await reviewed();
    const home = await editor.execute<MergeResult>(BRING, uri, document);
    assert.deepEqual([home.applied, home.changes, home.comments], [true, 1, 1]);
    assert.equal(
      editor.text(uri),
      DRAFT.replace('old books', `{~~old~>new~~}${BY} {==books==}{>>Dana Petrie, 3 Oct 2026 10:00: Why?<<}`),
    );
    const { written } = await editor.execute<ExportResult>(EXPORT, uri, null, { broughtHome: home.sum });
    assert.equal(written, true);
  });

  it('brings pictures that were added, as files beside the draft', async () => {
    const { uri, path, document } = await reviewed();
    const picture = blankPng({ width: 40, height: 20 });
    writeFileSync(path, new Reviewer(readFileSync(path)).picture('new', picture, { alt: 'Room' }).bytes);
    await editor.execute<MergeResult>(BRING, uri, document);
    const [, address] = /!\[Room\]\((a-images\/[^)]*)\)/.exec(editor.text(uri)!)!;
    assert.ok(readFileSync(join(editor.folder, address!)).equals(picture));
  });

  it('is asked about again where it was changed after it was brought back', async () => {
    const { uri, path, document } = await reviewed();
    const { sum } = await editor.execute<MergeResult>(BRING, uri, document);
    writeFileSync(path, new Reviewer(readFileSync(path)).insertAfter('We lend ', 'more ').bytes);
    assert.equal(
      (await refusal(editor.execute(EXPORT, uri, null, { broughtHome: sum }))).data!.reason,
      'changed',
    );
  });

  for (const [what, name, bytes, says] of [
    ['is not there', 'gone.docx', undefined, /There is no file gone\.docx/],
    ['is no document', 'x.docx', 'nonsense', /x\.docx cannot be read: /],
  ] as const) {
    it(`is refused where it ${what}`, async () => {
      editor = await Editor.start({ settings: {}, files: bytes === undefined ? {} : { [name]: bytes } });
      const uri = await editor.open('a.md', DRAFT);
      const { message } = await refusal(
        editor.execute(BRING, uri, pathToFileURL(join(editor.folder, name)).href),
      );
      assert.match(message, says);
      assert.equal(editor.text(uri), DRAFT);
    });
  }

  it('of another draft is refused, and that said, unless it is wanted', async () => {
    const { document } = await reviewed();
    const other = await editor.open(
      'b.md',
      '# Budget\n\nQuite another matter, about which nobody has asked the committee.\n',
    );
    const { data, message } = await refusal(editor.execute(BRING, other, document));
    assert.deepEqual(
      [(data as { reason: string }).reason, message],
      ['otherDraft', 'a.docx was made of another draft.'],
    );
    assert.equal((await editor.execute<MergeResult>(BRING, other, document, { force: true })).applied, true);
  });
});

describe('What a Word document has to do with the drafts here', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  /** A folder with two drafts, and a document of the first one under some name; what is known of that. */
  async function known(
    name: string,
    change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
    options: Readonly<Record<string, unknown>> = {},
  ): Promise<KnownWord> {
    editor = await Editor.start({
      settings: {},
      files: {
        'papers/books.md': DRAFT,
        'papers/cake.md': '---\nkind: letter\n---\n\n# Cake\n\nEverybody brings another cake on Friday.\n',
        'cake.md': '---\nkind: letter\n---\n\n# Cake\n\nNo more of it.\n',
      },
    });
    const target = editor.uri(name);
    await editor.execute<ExportResult>(EXPORT, editor.uri('papers/books.md'), target, options);
    const path = join(editor.folder, name);
    writeFileSync(path, change(readFileSync(path)));
    return editor.execute<KnownWord>('advocacy.server.knownWord', target);
  }
  const review = (bytes: Uint8Array) => new Reviewer(bytes).replace('old', 'new').bytes;

  for (const [what, name] of [
    ['beside it, by its name', 'papers/books.docx'],
    ['elsewhere in the workspace, whatever its name', 'back/Books final DP.docx'],
    ['where the draft of its name is another one', 'cake.docx'],
  ] as const)
    it(`is that it was made of one of them: ${what}`, async () => {
      assert.deepEqual(await known(name, review), {
        draft: editor.uri('papers/books.md'),
        isAsExported: false,
      });
    });

  it('is also that nobody has changed it since', async () => {
    assert.deepEqual(await known('papers/books.docx'), {
      draft: editor.uri('papers/books.md'),
      isAsExported: true,
    });
  });

  it('is also known of one that was sent out, which carries no draft', async () => {
    assert.deepEqual(await known('papers/books-final.docx', undefined, { final: true }), {
      draft: editor.uri('papers/books.md'),
      isAsExported: true,
    });
  });

  it('is nothing where it carries no draft, or one that is not here', async () => {
    const { isAsExported, ...rest } = await known('papers/books.docx', (bytes) => {
      const parts = unzipSync(bytes);
      return zipSync(Object.fromEntries(Object.entries(parts).filter(([part]) => !/customXml/.test(part))));
    });
    assert.deepEqual([isAsExported, rest], [false, {}]);
    await editor.removeFile('papers/books.md');
    const uri = await editor.open('gone.md', '---\nkind: letter\n---\n\nQuite different words altogether.\n');
    const { uri: document } = await editor.execute<ExportResult>(EXPORT, uri);
    assert.deepEqual(await editor.execute('advocacy.server.knownWord', document), { isAsExported: true });
  });

  it('is not known where it cannot be read, which is said', async () => {
    await assert.rejects(
      known('papers/books.docx', () => new Uint8Array(9)),
      /books\.docx cannot be read/,
    );
  });
});
