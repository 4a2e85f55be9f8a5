import assert from 'node:assert/strict';
import { descendants, elementIn, elementsIn } from '../../../src/word/xml-tree';
import { councilTemplate, DRAFT, inTemplate, plainTemplate } from '../templates';
import { says } from '../word';

describe('Word templates: where the text goes', () => {
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

  it('takes the place of the whole body where the template says nothing', async () => {
    const document = await inTemplate(
      'Ours\n',
      await plainTemplate('Instructions for authors', 'Delete this'),
    );
    assert.deepEqual(document.paragraphs.map(says), ['Ours']);
  });

  it('goes below a letterhead with placeholders', async () => {
    const document = await inTemplate(DRAFT, await plainTemplate('Dear reader of {{title}}'));
    assert.equal(says(document.paragraphs[0]!), 'Dear reader of Our offer');
    assert.ok(document.paragraphs.map(says).includes('Purpose'));
  });

  it('sets tables and pictures as wide as the template’s lines', async () => {
    const long = 'words '.repeat(60);
    const document = await inTemplate(`| a | b |\n|---|---|\n| ${long} | ${long} |\n`, council);
    const widths = [...descendants(document.tables[0]!, 'w:gridCol')].map((column) =>
      Number(column.attributes['w:w']),
    );
    assert.equal(
      widths.reduce((a, b) => a + b),
      11906 - 3600,
    );
  });

  it('turns the paper with the template’s headers and footers, and only its first page is a first page', async () => {
    const document = await inTemplate('a\n\n<!-- landscape -->\n\nb\n\n<!-- portrait -->\n\nc\n', council);
    const sections = [...descendants(document.body, 'w:sectPr')];
    assert.deepEqual(
      sections.map((section) => elementIn(section, 'w:pgSz')!.attributes['w:orient'] ?? 'portrait'),
      ['portrait', 'landscape', 'portrait', 'portrait'],
    );
    assert.deepEqual(
      sections.map((section) => elementIn(section, 'w:titlePg') !== undefined),
      [true, false, false, false],
    );
    assert.ok(sections.slice(0, 3).every((section) => elementsIn(section, 'w:headerReference').length > 0));
  });

  it('ends with turned paper where the draft does', async () => {
    const document = await inTemplate('a\n\n<!-- landscape -->\n\nb\n', await plainTemplate('{{body}}'));
    const sections = [...descendants(document.body, 'w:sectPr')];
    assert.deepEqual(
      sections.map((section) => elementIn(section, 'w:pgSz')!.attributes['w:orient']),
      ['portrait', 'landscape'],
    );
  });
});
