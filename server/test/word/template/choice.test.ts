import assert from 'node:assert/strict';
import { TemplateError } from '../../../src/word';
import { councilTemplate, inTemplate, plainTemplate } from '../templates';
import { says, word } from '../word';

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

  for (const [what, path, reason] of [
    ['is not there', 'none.dotx', /no such file/],
    ['is no Word file', 'look.txt', /not the name of a/],
    ['lies outside', '../secret.dotx', /outside/],
    ['is on the web', 'https://example.org/x.dotx', /on the web/],
    ['is damaged', 'bad.docx', /damaged/],
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
