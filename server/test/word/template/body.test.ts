import assert from 'node:assert/strict';
import { Footer, PageNumber, Paragraph, TextRun } from 'docx';
import { descendants, elementIn, elementsIn, textIn } from '../../../src/docx/xml-tree';
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
import { paragraphOf, says, styleOf, type Word, widthsOf } from '../word';

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

  const inControl = async (inside: string): Promise<Uint8Array> =>
    changed(await plainTemplate('Above', 'X', 'Below'), 'word/document.xml', (text) =>
      text.replace(
        /<w:p>(?:(?!<w:p>).)*X.*?<\/w:p>/,
        `<w:sdt><w:sdtPr><w:alias w:val="Text"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`,
      ),
    );
  const body = '<w:p><w:r><w:t>{{bo</w:t></w:r><w:r><w:t>dy}}</w:t></w:r></w:p>';

  for (const [what, inside] of [
    ['a content control', body],
    ['a content control in another', `<w:sdt><w:sdtContent>${body}</w:sdtContent></w:sdt>`],
  ] as const) {
    it(`takes the place of ${what} that says {{body}}`, async () => {
      const document = await inTemplate('One\n\nTwo\n', await inControl(inside));
      assert.deepEqual(document.paragraphs.map(says), ['Above', 'One', 'Two', 'Below']);
      assert.equal([...descendants(document.body, 'w:sdt')].length, 0);
      assert.deepEqual(await problems(document.bytes), []);
    });
  }

  it('is refused in a content control that says something else, too', async () => {
    const more = await inControl(`${body}<w:p><w:r><w:t>More</w:t></w:r></w:p>`);
    await assert.rejects(inTemplate('One\n', more), /content control of its own/);
  });

  for (const [what, protection, isTold] of [
    ['protected against changes', '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', true],
    ['once protected', '<w:documentProtection w:edit="readOnly" w:enforcement="0"/>', false],
    ['open', '', false],
  ] as const) {
    it(`is ${isTold ? 'told of' : 'not told of'} a template that is ${what}`, async () => {
      const bytes = changed(await plainTemplate('{{body}}'), 'word/settings.xml', (text) =>
        text.replace('</w:settings>', `${protection}</w:settings>`),
      );
      const { warnings } = await inTemplate('One\n', bytes);
      assert.equal(
        warnings.some(({ message }) => /protected against changes/.test(message)),
        isTold,
      );
    });
  }

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

  describe('has room in columns for words in the template’s typeface', () => {
    // "Accommodation" is 7,834 thousandths of its size wide in Arial's bold.
    const inArial = (7834 / 1000) * 11 * 20;
    const long = 'words '.repeat(80);
    const columnIn = async (font: string): Promise<number> => {
      const bytes = await template({
        styles: { default: { document: { run: { font, size: 24 } } } },
        sections: [{ children: [paragraph('{{body}}')] }],
      });
      const document = await inTemplate(`| Accommodation | b |\n|---|---|\n| a | ${long} |\n`, bytes);
      return widthsOf(document.tables[0]!)[0]! - 216;
    };

    for (const [font, factor] of [
      ['Arial', 1],
      ['Calibri', 0.9],
      ['Verdana', 1.17],
      ['Courier New', (13 * 0.6) / 7.834],
      ['Eastshire Sans', 1.05],
    ] as const) {
      it(font, async () => {
        const column = await columnIn(font);
        assert.ok(column >= inArial * factor, `${column} twips, and ${inArial * factor} are needed`);
        // A quarter more, where other type takes its place.
        assert.ok(column < inArial * factor * 1.7, `${column} twips, and ${inArial * factor} would do`);
      });
    }
  });

  for (const [before, kept] of [
    [40, '200'],
    [600, undefined],
  ] as const) {
    it(`puts ${kept ?? 'nothing of its own'} above a heading that follows a table, where the template has ${before} there`, async () => {
      const bytes = await template({
        styles: { default: { heading2: { paragraph: { spacing: { before } } } } },
        sections: [{ children: [paragraph('{{body}}')] }],
      });
      const document = await inTemplate('| a |\n|---|\n| 1 |\n\n## Below\n', bytes);
      const spacing = elementIn(paragraphOf(document, 'Below'), 'w:pPr', 'w:spacing');
      assert.equal(spacing?.attributes['w:before'], kept);
    });
  }

  it('keeps a table at its end and the template’s text below it apart, and has nothing below one that ends the document', async () => {
    const table = '| a |\n|---|\n| 1 |\n';
    const below = await inTemplate(table, await plainTemplate('{{body}}', 'For the clerk'));
    assert.deepEqual(below.paragraphs.map(styleOf), ['TableHeading', 'TableText', 'TableGap', 'Normal']);
    const last = await inTemplate(table, await plainTemplate('{{body}}'));
    assert.deepEqual(last.paragraphs.map(styleOf), ['TableHeading', 'TableText']);
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

  it('counts pages to the last one where a section of the template becomes several, and else leaves its count', async () => {
    const bytes = await template({
      sections: [
        {
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  children: [new TextRun({ children: ['of ', PageNumber.TOTAL_PAGES_IN_SECTION] })],
                }),
              ],
            }),
          },
          children: [paragraph('{{body}}')],
        },
      ],
    });
    const counts = (document: Word): readonly (string | undefined)[] =>
      document.parts
        .filter((name) => /^word\/footer\d*\.xml$/.test(name))
        .map((name) => textIn([...descendants(document.part(name), 'w:instrText')][0]!).trim());
    const plain = await inTemplate('a\n', bytes);
    assert.deepEqual(counts(plain), ['SECTIONPAGES']);
    const turned = await inTemplate('a\n\n<!-- landscape -->\n\nb\n', bytes);
    const [count] = new Set(counts(turned));
    const mark = /^PAGEREF (\S+)$/.exec(count!)![1];
    const marks = [...descendants(turned.paragraphs.at(-1)!, 'w:bookmarkStart')];
    assert.ok(marks.some(({ attributes }) => attributes['w:name'] === mark));
    assert.deepEqual(await problems(turned.bytes), []);
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
