import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { builtInProject } from '../../../src/project';
import { textOf } from '../../../src/project/draft-text';
import type { CoverageReport, ExportResult, FoundDrafts, WorkspaceCheck } from '../../../src/protocol';
import { skeleton } from '../../../src/skeleton';
import { plainText, snippet } from '../../../src/snippets';
import { jpegOf, photo } from '../../word/pictures/photo';
import { Editor } from '../editor';
import { refusal } from '../refusal';

const DRAFT =
  '---\ntitle: Ashby\nkind: letter\n---\n\n# Ashby\n\nThe library opened in 1962. We ask you to keep it open.\n';
const LEFT = `${DRAFT}\nIt costs [insert amount].\n\n![](gone.png)\n`;
const EXPORT = 'advocacy.server.exportWord';

describe('An export that is to be reviewed', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('writes nothing where something is left to do, and says what', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('ashby.md', LEFT);
    const result = await editor.execute<ExportResult>(EXPORT, uri, null, { review: true });
    assert.equal(result.written, false);
    assert.equal(existsSync(join(editor.folder, 'ashby.docx')), false);
    assert.deepEqual(
      result.placeholders.map(({ line }) => line),
      [10],
    );
    assert.match(result.placeholders[0]!.message, /\[insert amount\]/);
    assert.deepEqual(
      [...result.warnings, ...result.accessibility].map(({ line }) => line),
      [12, 12],
    );
    const anyway = await editor.execute<ExportResult>(EXPORT, uri, null, { review: false });
    assert.equal(anyway.written, true);
    assert.ok(existsSync(join(editor.folder, 'ashby.docx')));
  });

  it('names the warnings on the draft, but for what it names anyway', async () => {
    editor = await Editor.start({ settings: {} });
    const text = LEFT.replace(
      '# Ashby\n',
      '# Ashby\n\nOne in four adults in the county has the reading age of a nine-year-old.\n',
    );
    const uri = await editor.open('ashby.md', text);
    const { written, findings, warnings } = await editor.execute<ExportResult>(EXPORT, uri, null, {
      review: true,
    });
    assert.equal(written, false);
    assert.deepEqual(
      findings.map(({ rule, line }) => [rule, line]),
      [['figure-unsourced', 8]],
    );
    assert.match(findings[0]!.message, /One in four/);
    assert.equal(warnings.length, 1, 'the picture that is not there is said once');
  });

  it('lets no warning pass unseen, but hints', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open(
      'ashby.md',
      `${DRAFT}\nOne in four adults in the county has the reading age of a nine-year-old.\n`,
    );
    const result = await editor.execute<ExportResult>(EXPORT, uri, null, { review: true });
    assert.equal(result.written, false);
    await editor.replace(
      uri,
      'One in four adults in the county has the reading age of a nine-year-old.',
      'We utilise the library.',
    );
    const hinted = await editor.execute<ExportResult>(EXPORT, uri, null, { review: true });
    assert.deepEqual(hinted.findings, []);
    assert.equal(hinted.written, true);
  });

  it('writes at once where nothing is', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('ashby.md', DRAFT);
    const result = await editor.execute<ExportResult>(EXPORT, uri, null, { review: true });
    assert.equal(result.written, true);
    assert.ok(existsSync(join(editor.folder, 'ashby.docx')));
  });

  it('never takes the place of a document that is not ours, also where nothing is left to do', async () => {
    editor = await Editor.start({ settings: {}, files: { 'ashby.docx': 'Minutes' } });
    const uri = await editor.open('ashby.md', DRAFT);
    const { data } = await refusal(editor.execute(EXPORT, uri, null, { review: true }));
    assert.deepEqual(data, { reason: 'exists', uri: editor.uri('ashby.docx') });
    assert.equal(readFileSync(join(editor.folder, 'ashby.docx'), 'utf8'), 'Minutes');
    const forced = await editor.execute<ExportResult>(EXPORT, uri, null, { review: true, force: true });
    assert.equal(forced.written, true);
  });

  it('names the same of a draft that is not open', async () => {
    const text = LEFT.replace(
      '# Ashby\n',
      '# Ashby\n\nOne in four adults in the county has the reading age of a nine-year-old.\n',
    );
    editor = await Editor.start({ settings: {}, files: { 'closed.md': text } });
    const closed = await editor.execute<ExportResult>(EXPORT, editor.uri('closed.md'), null, {
      review: true,
    });
    const uri = await editor.open('open.md', text);
    const open = await editor.execute<ExportResult>(EXPORT, uri, null, { review: true });
    assert.ok(closed.findings.length > 0);
    assert.deepEqual({ ...closed, uri: '' }, { ...open, uri: '' });
  });

  it('writes nothing of a new draft that nobody has filled in, where that is asked, and says so', async () => {
    editor = await Editor.start({ settings: {} });
    const about = { organisation: 'Ashby Libraries', place: 'Ashby' };
    const [pitch, letter] = ['pitch', 'letter'].map((id) => builtInProject.framework.kind(id)!);
    const named = skeleton(letter!, 'Saturdays', { today: '2026-11-29' });
    const isSkeleton = async (text: string, name = 'new.md') => {
      const uri = await editor.open(name, text);
      const options = { unlessSkeleton: true, force: true };
      const result = await editor.execute<ExportResult>(EXPORT, uri, null, options);
      assert.equal(result.written, !result.skeleton);
      await editor.close(uri);
      return result.skeleton === true;
    };
    assert.equal(await isSkeleton(skeleton(pitch!, '')), true);
    assert.equal(await isSkeleton(named), true);
    assert.equal(await isSkeleton(named.replaceAll('\n', '\r\n')), true);
    assert.equal(await isSkeleton(`${named}\n${plainText(snippet('argue-digital')!.body)}\n`), true);
    assert.equal(await isSkeleton(named.replaceAll('[insert your full name]', 'Ann Moss')), false);
    assert.equal(await isSkeleton(`${named}\nOne word.\n`), false);
    assert.equal(await isSkeleton('---\nkind: letter\n---\n\n# Saturdays\n'), false);
    writeFileSync(join(editor.folder, '.advocacy.json'), JSON.stringify({ about }));
    await editor.stop();
    editor = await Editor.start({ settings: {}, files: { '.advocacy.json': JSON.stringify({ about }) } });
    assert.equal(await isSkeleton(skeleton(pitch!, 'Saturdays', { about })), true);
  });

  it('has pictures in full where the settings of the editor say so', async () => {
    const large = jpegOf(photo(600, 450));
    const address = `data:image/jpeg;base64,${Buffer.from(large).toString('base64')}`;
    for (const pictures of ['reduced', 'full']) {
      editor = await Editor.start({ settings: { word: { pictures } } });
      const uri = await editor.open('a.md', `${DRAFT}\n<img src="${address}" alt="Readers" width="96">\n`);
      await editor.execute(EXPORT, uri);
      const parts = Object.entries(unzipSync(readFileSync(join(editor.folder, 'a.docx'))));
      const [, picture] = parts.find(([name]) => name.endsWith('.jpg'))!;
      assert.equal(picture.length === large.length, pictures === 'full');
      if (pictures === 'reduced') await editor.stop();
    }
  });

  it('leaves out placeholders that the author has silenced or switched off', async () => {
    editor = await Editor.start({ settings: { rules: { 'placeholder-unfilled': 'off' } } });
    const silenced = `${DRAFT}\n<!-- advocacy-disable-file placeholder-unfilled -->\n\nOn [insert date].\n`;
    for (const text of [silenced, `${DRAFT}\nOn [insert date].\n`]) {
      const uri = await editor.open(text === silenced ? 'a.md' : 'b.md', text);
      const result = await editor.execute<ExportResult>(EXPORT, uri, null, { review: true });
      assert.deepEqual(result.placeholders, []);
    }
  });

  it('names nothing of a rule on accessibility that the settings of the editor switch off', async () => {
    for (const [rules, named] of [
      [{}, ['link-text-vague']],
      [{ 'link-text-vague': 'off' }, []],
    ] as const) {
      editor = await Editor.start({ settings: { rules } });
      const uri = await editor.open('ashby.md', `${DRAFT}\nRead more [here](https://example.org).\n`);
      const { accessibility } = await editor.execute<ExportResult>(EXPORT, uri, null, { review: true });
      assert.deepEqual(
        accessibility.map(({ rule }) => rule),
        named,
      );
      if (named.length > 0) await editor.stop();
    }
  });
});

describe('Finding the drafts of a workspace', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('names those that are drafts, as the editor has them', async () => {
    editor = await Editor.start({
      settings: {},
      files: {
        'a.md': DRAFT,
        'sub/b.md': DRAFT,
        'README.md': '# Not a draft\n',
        'c.md': DRAFT,
        '.advocacy.json': '{ "drafts": ["listed.md"] }',
        'listed.md': '# Listed\n',
      },
    });
    await editor.open('c.md', '# No draft any more\n');
    const { drafts, unreadable } = await editor.execute<FoundDrafts>('advocacy.server.findDrafts');
    assert.deepEqual(
      drafts,
      ['a.md', 'listed.md', 'sub/b.md'].map((path) => editor.uri(path)),
    );
    assert.deepEqual(unreadable, []);
    const below = await editor.execute<FoundDrafts>('advocacy.server.findDrafts', editor.uri('sub'));
    assert.deepEqual(below.drafts, [editor.uri('sub/b.md')]);
  });
});

describe('A draft that is not open and not UTF-8', () => {
  const LINE = 'line 6 is not UTF-8. Save the file as UTF-8 and try again.';
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.start({ settings: {}, files: { 'good.md': DRAFT } });
    const text = '---\ntitle: Ashby\nkind: letter\n---\n\nIt costs £1,200 a year.\n';
    writeFileSync(join(editor.folder, 'ashby.md'), Buffer.from(text, 'latin1'));
  });
  afterEach(() => editor.stop());

  it('is not exported with its pound signs lost, and the message says which line and what to do', async () => {
    const { message } = await refusal(editor.execute(EXPORT, editor.uri('ashby.md')));
    assert.equal(message, `ashby.md cannot be read: ${LINE}`);
    assert.equal(existsSync(join(editor.folder, 'ashby.docx')), false);
  });

  it('is exported as the editor has it once it is open there', async () => {
    const uri = await editor.open('ashby.md', DRAFT);
    assert.equal((await editor.execute<ExportResult>(EXPORT, uri)).written, true);
  });

  it('is said to be unreadable when all drafts are looked for or checked', async () => {
    const said = [{ uri: editor.uri('ashby.md'), message: LINE }];
    const found = await editor.execute<FoundDrafts>('advocacy.server.findDrafts');
    assert.deepEqual(found, { drafts: [editor.uri('good.md')], unreadable: said });
    const check = await editor.execute<WorkspaceCheck>('advocacy.server.checkWorkspace');
    assert.deepEqual([check.drafts, check.unreadable], [1, said]);
  });

  it('is left out of the report on all drafts with a word', async () => {
    const report = await editor.execute<string>('advocacy.server.coverageReport', 'json');
    assert.deepEqual(
      (JSON.parse(report) as CoverageReport[]).map(({ file }) => file),
      ['good.md'],
    );
    const said = (method: string): string[] =>
      editor.notifications
        .filter((one) => one.method === method)
        .map(({ params }) => (params as { message: string }).message);
    assert.deepEqual(said('window/showMessage'), [
      '1 file could not be read, and will be missing from the report: see the output.',
    ]);
    assert.ok(said('window/logMessage').includes(`${editor.uri('ashby.md')}: ${LINE}`));
  });

  it('is told in the words of the command line, whatever it is instead', () => {
    assert.deepEqual(textOf(Buffer.from('\ufeffIt costs £1,200', 'utf16le')), {
      problem: 'this is UTF-16. Save it as UTF-8 and try again',
    });
    assert.deepEqual(textOf(new Uint8Array(100)), {
      problem:
        'this is a binary file, and no text. What another program can open can be read once it is saved as .docx',
    });
    assert.deepEqual(textOf(Buffer.from('£1,200')), { text: '£1,200' });
  });
});
