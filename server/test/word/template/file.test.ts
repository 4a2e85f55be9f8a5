import assert from 'node:assert/strict';
import { FootnoteReferenceRun, Paragraph, TextRun } from 'docx';
import { descendants, elementsIn } from '../../../src/docx/xml-tree';
import { EVERYTHING, everythingFiles } from '../every-construct';
import {
  changed,
  councilTemplate,
  DRAFT,
  inTemplate,
  paragraph,
  plainTemplate,
  template,
} from '../templates';
import { problems } from '../validator';
import { paragraphOf, says, styleOf, type Word, word } from '../word';

describe('Word templates: the file', () => {
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

  it('is valid, with everything in it', async () => {
    const broken = 'x\n\n<!-- landscape -->\n\ny\n';
    for (const bytes of [council, await plainTemplate('{{body}}'), await plainTemplate('{{title}}')]) {
      for (const markdown of [EVERYTHING, DRAFT, broken]) {
        assert.deepEqual(await problems((await inTemplate(markdown, bytes, everythingFiles)).bytes), []);
      }
    }
  });

  it('is a document, also where the template is a .dotx', async () => {
    const dotx = changed(council, '[Content_Types].xml', (text) =>
      text.replace('wordprocessingml.document.main+xml', 'wordprocessingml.template.main+xml'),
    );
    const document = await inTemplate(DRAFT, dotx);
    const types = [...descendants(document.part('[Content_Types].xml'), 'Override')].map(
      (one) => one.attributes.ContentType!,
    );
    assert.ok(types.some((type) => type.endsWith('document.main+xml')));
    assert.ok(!types.some((type) => type.endsWith('template.main+xml')));
  });

  it('has the same bytes each time', async () => {
    const first = await inTemplate(EVERYTHING, council, everythingFiles);
    await word('# Other\n\n![x](a.png)', everythingFiles);
    assert.deepEqual((await inTemplate(EVERYTHING, council, everythingFiles)).bytes, first.bytes);
  });

  it('has contents with the pages of the template', async () => {
    const document = await inTemplate(
      '---\ntitle: T\nword: { contents: true }\n---\n## One\n\n<!-- pagebreak -->\n\n## Two\n',
      await plainTemplate('Cover', '{{body}}'),
    );
    const entries = document.paragraphs.filter((one) => /^TOC\d/.test(styleOf(one))).map(says);
    assert.deepEqual(entries, ['One\t1', 'Two\t2']);
  });

  it('keeps the template’s notes that are still referred to, and no others', async () => {
    const notes = (document: Word): string[] =>
      elementsIn(document.part('word/footnotes.xml'), 'w:footnote')
        .filter((note) => note.attributes['w:type'] === undefined)
        .map((note) => says(note).trim());
    assert.deepEqual(notes(await inTemplate(DRAFT, council)), ['Ours.']);
  });

  describe('gives a note that is cited twice the number that it has in the template', () => {
    const CITED = 'a[^n] b[^m] c[^m].\n\n[^n]: N.\n\n[^m]: M.\n';

    it('behind one of its own', async () => {
      const bytes = await template({
        footnotes: { 1: { children: [paragraph('A note of the template.')] } },
        sections: [
          {
            children: [
              new Paragraph({ children: [new TextRun('Cover'), new FootnoteReferenceRun(1)] }),
              paragraph('{{body}}'),
            ],
          },
        ],
      });
      assert.equal(says(paragraphOf(await inTemplate(CITED, bytes), 'a b')), 'a b c3.');
    });

    it('in its own way of counting, or in Word’s', async () => {
      const endnotes = `---\nword: { notes: endnotes }\n---\n${CITED}`;
      const plain = await plainTemplate('{{body}}');
      const format = (xml: string): string =>
        xml.replace(/<w:endnotePr>.*?<\/w:endnotePr>|<w:endnotePr\/>/g, '');
      const usual = changed(plain, 'word/document.xml', format);
      assert.equal(says(paragraphOf(await inTemplate(endnotes, usual), 'a b')), 'a b cii.');
      const own = changed(usual, 'word/document.xml', (xml) =>
        xml.replace(/<w:sectPr\b[^>]*>/, '$&<w:endnotePr><w:numFmt w:val="lowerLetter"/></w:endnotePr>'),
      );
      assert.equal(says(paragraphOf(await inTemplate(endnotes, own), 'a b')), 'a b cb.');
      const later = changed(usual, 'word/document.xml', (xml) =>
        xml.replace(
          /<w:sectPr\b[^>]*>/,
          '$&<w:endnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="5"/></w:endnotePr>',
        ),
      );
      assert.equal(says(paragraphOf(await inTemplate(endnotes, later), 'a b')), 'a b cVI.');
    });
  });
});
