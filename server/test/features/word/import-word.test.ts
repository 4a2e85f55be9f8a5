import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ResponseError } from 'vscode-languageserver-protocol/node';
import { analyse } from '../../../src/analysis';
import { type Draft, parseDraft } from '../../../src/draft';
import { builtInProject } from '../../../src/project';
import type { CheckedWord, ExportResult, ImportedWord } from '../../../src/protocol';
import { Editor } from '../editor';

/** One grey pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const IMPORT = 'advocacy.server.importWord';
const DRAFT =
  '---\ntitle: Books for Ashby\n---\n\n# Books for Ashby\n\nWe lend **old** books.\n\n![A shelf of books](shelf.png)\n';

const findingsOn = (draft: Draft): readonly string[] =>
  analyse(draft, builtInProject).findings.map(({ message }) => message);

describe('Importing a Word document in an editor', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.start({ ownProcess: true, settings: {} });
  });
  after(() => editor.stop());

  it('gives its Markdown, its pictures, and what Markdown cannot hold, and writes nothing', async () => {
    writeFileSync(join(editor.folder, 'shelf.png'), PICTURE);
    const uri = await editor.open('a.md', DRAFT);
    const { uri: document } = await editor.execute<ExportResult>('advocacy.server.exportWord', uri);
    const word = await editor.execute<ImportedWord>(IMPORT, document, 'old paper-images');
    assert.match(word.markdown, /^# Books for Ashby$/m);
    assert.match(word.markdown, /^We lend \*\*old\*\* books\.$/m);
    const [picture, ...others] = word.pictures;
    assert.deepEqual(others, []);
    assert.match(
      word.markdown,
      new RegExp(`!\\[A shelf of books\\]\\(old%20paper-images/${picture!.name}\\)`),
    );
    assert.ok(Buffer.from(picture!.base64, 'base64').equals(PICTURE));
    assert.ok(word.losses.every((loss) => /^[A-Z\d].*\.$/.test(loss)));
    assert.deepEqual(readdirSync(editor.folder).sort(), ['a.docx', 'shelf.png']);
  });

  it('is not needed for the same verdict: what it clearly is, it is held to when it is checked, too', async () => {
    const letter = 'Dear Councillor Haleem,\n\nKeep Ashby open.\n\nYours sincerely\n';
    const uri = await editor.open('verdict.md', letter);
    const { uri: document } = await editor.execute<ExportResult>('advocacy.server.exportWord', uri);
    const { markdown } = await editor.execute<ImportedWord>(IMPORT, document, 'images');
    const { findings } = await editor.execute<CheckedWord>('advocacy.server.checkWord', document);
    const imported = findingsOn(parseDraft(markdown));
    assert.ok(imported.length > 0);
    assert.deepEqual(
      findings.map(({ message }) => message),
      imported,
    );
    assert.notDeepEqual(findingsOn(parseDraft(markdown.replace(/^kind: .*\n/m, ''))), imported);
  });

  it('says in the front matter what it is, where that is clear', async () => {
    const letter = 'Dear Councillor Haleem,\n\nKeep Ashby open.\n\nYours sincerely\n';
    for (const [name, text, called] of [
      ['letter.md', letter, 'a letter or consultation response'],
      ['notes.md', 'We lend books.\n', undefined],
    ] as const) {
      const uri = await editor.open(name, text);
      const { uri: document } = await editor.execute<ExportResult>('advocacy.server.exportWord', uri);
      const word = await editor.execute<ImportedWord>(IMPORT, document, 'images');
      assert.equal(word.called, called);
      assert.equal(/^---\nkind: letter$/m.test(word.markdown), called !== undefined, word.markdown);
    }
  });

  it('is not needed to check it: findings come with the heading above, and as a page', async () => {
    const uri = await editor.open('c.md', `${DRAFT}\n## Costs\n\nIt costs [insert rent & rates].\n`);
    const { uri: document } = await editor.execute<ExportResult>('advocacy.server.exportWord', uri);
    const { findings, page } = await editor.execute<CheckedWord>('advocacy.server.checkWord', document);
    const found = findings.find(({ rule }) => rule === 'placeholder-unfilled');
    assert.equal(found?.heading, 'Costs');
    assert.match(page, /<caption>Below “Costs”<\/caption>/);
    assert.match(page, /<th scope="row">Warning<\/th>/);
    assert.match(page, /rent &amp; rates/);
    assert.doesNotMatch(page, /<script/);
    assert.equal(page.match(/<tr><th scope="row">/g)?.length, findings.length);
    await editor.writeFile('d.docx', 'We lend books.');
    await assert.rejects(
      editor.execute('advocacy.server.checkWord', pathToFileURL(join(editor.folder, 'd.docx')).href),
      /^.*d\.docx cannot be checked: .+\.$/,
    );
  });

  it('is told of a document in the old format what to do with it', async () => {
    const bytes = Buffer.alloc(1024);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    writeFileSync(join(editor.folder, 'old.doc'), bytes);
    const document = pathToFileURL(join(editor.folder, 'old.doc')).href;
    for (const [command, done] of [
      [IMPORT, 'imported'],
      ['advocacy.server.checkWord', 'checked'],
    ] as const)
      await assert.rejects(
        editor.execute(command, document, 'old-images'),
        new RegExp(
          `^.*old\\.doc cannot be ${done}: .*in the old \\.doc format; open it in Word, and save it as \\.docx`,
        ),
      );
  });

  it('says of a file that is no Word document what it is', async () => {
    await editor.writeFile('b.docx', 'We lend books.');
    const document = pathToFileURL(join(editor.folder, 'b.docx')).href;
    const { message } = await editor.execute(IMPORT, document, 'b-images').then(
      () => assert.fail('It was imported'),
      (error: unknown) => error as ResponseError,
    );
    assert.match(message, /^b\.docx cannot be imported: .+\.$/);
  });
});
