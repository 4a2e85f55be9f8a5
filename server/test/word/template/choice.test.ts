import assert from 'node:assert/strict';
import { parseDraft } from '../../../src/draft';
import { unfilledWords } from '../../../src/rules/unfilled-words';
import { exportWord, TemplateError } from '../../../src/word';
import { MemoryFiles, projectOf } from '../../project/memory';
import { councilTemplate, inTemplate, plainTemplate } from '../templates';
import { DRAFT, FOLDER, opened, says, word } from '../word';

describe('Word templates: which one', () => {
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

  const files = (bytes: Uint8Array): Record<string, Uint8Array> => ({ 'look/council.dotx': bytes });

  it('is the front matter’s, relative to the draft', async () => {
    const document = await word('---\ntemplate: look/council.dotx\n---\nOurs\n', files(council));
    assert.ok(document.paragraphs.map(says).some((text) => text.startsWith('Paper of')));
  });

  it('is the one chosen for this export, before the front matter’s', async () => {
    const document = await word(
      '---\ntemplate: look/none.dotx\n---\nOurs\n',
      {},
      { template: await plainTemplate('Mine', '{{body}}') },
    );
    assert.deepEqual(document.paragraphs.map(says), ['Mine', 'Ours']);
  });

  it('is the settings’ where nothing else names one', async () => {
    const document = await word(
      'Ours\n',
      { '/home/me/usual.docx': council },
      { usualTemplate: 'file:///home/me/usual.docx' },
    );
    assert.ok(document.paragraphs.map(says).some((text) => text.startsWith('Paper of')));
  });

  for (const name of ['Council #2.docx', 'Council 50%20.docx', 'Why?.dotx']) {
    it(`is the file ${name}, where the configuration or the front matter says so`, async () => {
      const files = new MemoryFiles({
        '/office/drafts/.advocacy.json': JSON.stringify({ word: { template: name } }),
        [`/office/drafts/${name}`]: council,
      });
      const project = await projectOf(files, DRAFT, FOLDER);
      assert.deepEqual(project.problems, [], 'a check is content');
      const { bytes } = await exportWord(parseDraft('Ours\n'), project, {
        unfilled: unfilledWords,
        uri: DRAFT,
        folder: FOLDER,
        files,
      });
      const own = await word(`---\ntemplate: ${JSON.stringify(name)}\n---\nOurs\n`, { [name]: council });
      for (const { paragraphs } of [opened(bytes), own]) {
        assert.ok(paragraphs.map(says).some((text) => text.startsWith('Paper of')));
      }
    });
  }

  it('is looked for beside a draft that lies outside of the workspace folder', async () => {
    const document = await word(
      '---\ntemplate: council.dotx\n---\nOurs\n',
      { '/elsewhere/council.dotx': council },
      { uri: 'file:///elsewhere/draft.md' },
    );
    assert.ok(document.paragraphs.map(says).some((text) => text.startsWith('Paper of')));
  });

  for (const [what, path, reason] of [
    ['is not there', 'none.dotx', /There is no file “none\.dotx”/],
    ['is no Word file', 'look.txt', /^The template “look\.txt” cannot be used: that is not the name of a/],
    ['is misspelt', 'committee-papr', /Did you mean “committee-paper”\?/],
    ['lies outside', '../secret.dotx', /leads out of the workspace folder/],
    ['is on the web', 'https://example.org/x.dotx', /is an address/],
    ['is damaged', 'bad.docx', /^The template “bad\.docx” cannot be used: .*damaged.*; open it in Word/],
  ] as const) {
    it(`leaves out one in the front matter that ${what}, and says so at its line`, async () => {
      const document = await word(`---\ntitle: T\ntemplate: ${path}\n---\nOurs\n`, {
        'bad.docx': 'no',
        '/office/secret.dotx': council,
      });
      assert.ok(document.paragraphs.map(says).includes('Ours'));
      assert.match(document.warnings[0]!.message, reason);
      assert.equal(document.warnings[0]!.line, 2);
    });
  }

  it('fails where the one chosen for this export cannot be used', async () => {
    await assert.rejects(inTemplate('x', new Uint8Array(5)), TemplateError);
  });
});
