import assert from 'node:assert/strict';
import { descendants, elementIn, elementsIn } from '../../../src/docx/xml-tree';
import { paragraphOf, says, styleOf, valueAt, word } from '../word';

describe('Word: pages', () => {
  it('breaks the page where a comment says so', async () => {
    const document = await word(
      'one\n\n<!-- pagebreak -->\n\ntwo\n\n<!-- pagebreak -->\n\n| a |\n|---|\n| b |\n',
    );
    assert.equal(valueAt(paragraphOf(document, 'two'), 'w:pPr', 'w:pageBreakBefore'), '');
    assert.equal(valueAt(paragraphOf(document, 'one'), 'w:pPr', 'w:pageBreakBefore'), undefined);
    const before = elementsIn(document.body);
    const table = before.findIndex((one) => one.name === 'w:tbl');
    assert.equal(valueAt(before[table - 1]!, 'w:pPr', 'w:pageBreakBefore'), '');
  });

  it('breaks the page before the contents, and not behind them', async () => {
    const document = await word('one\n\n<!-- pagebreak -->\n\n<!-- contents -->\n\n## Use\n\ntwo\n');
    assert.equal(valueAt(paragraphOf(document, 'Contents'), 'w:pPr', 'w:pageBreakBefore'), '');
    const [use] = elementsIn(document.body, 'w:p').filter((one) => says(one) === 'Use');
    assert.equal(valueAt(use!, 'w:pPr', 'w:pageBreakBefore'), undefined);
  });

  it('turns the paper between two comments, with the footer on every page', async () => {
    const document = await word('one\n\n<!-- landscape -->\n\ntwo\n\n<!-- portrait -->\n\nthree\n');
    const sizes = [...descendants(document.body, 'w:pgSz')].map((size) => size.attributes['w:orient']);
    assert.deepEqual(sizes, ['portrait', 'landscape', 'portrait']);
    const turned = [...descendants(document.body, 'w:pgSz')][1]!;
    assert.ok(Number(turned.attributes['w:w']) > Number(turned.attributes['w:h']));
    assert.equal([...descendants(document.body, 'w:footerReference')].length, 3);
  });

  it('turns the paper a thousand times, with a footer for each way that it lies', async () => {
    const document = await word('<!-- landscape -->\n\none\n\n<!-- portrait -->\n\ntwo\n\n'.repeat(500));
    assert.equal([...descendants(document.body, 'w:footerReference')].length, 1_000);
    assert.ok(document.parts.filter((name) => name.startsWith('word/footer')).length <= 4);
  }).timeout(20_000);

  it('keeps a quotation that begins with the sign of an alert behind a backslash', async () => {
    const document = await word('> \\[!NOTE]\n> Text.\n');
    assert.ok(says(document.body).includes('[!NOTE]'));
  });

  it('has no empty page where nothing follows the last turn', async () => {
    const document = await word('# T\n\n<!-- landscape -->\n\none\n\n<!-- portrait -->\n');
    assert.equal([...descendants(document.body, 'w:sectPr')].length, 2);
  });

  it('turns the paper above a caption right before the comment', async () => {
    const document = await word('one\n\nTable 1: Hours\n\n<!-- landscape -->\n\n| a |\n|---|\n| b |\n');
    const caption = paragraphOf(document, 'Table 1: Hours');
    assert.equal(styleOf(caption), 'Caption');
    const before = document.paragraphs[document.paragraphs.indexOf(caption) - 1]!;
    assert.ok(elementIn(before, 'w:pPr', 'w:sectPr'));
  });

  it('turns the paper above the headings right before the comment, and leaves no page to them alone', async () => {
    const document = await word(
      '# T\n\none\n\n<!-- pagebreak -->\n\n## A\n\n### B\n\n<!-- landscape -->\n\ntwo\n\n## C\n\n<!-- portrait -->\n\nthree\n',
    );
    const sections = document.paragraphs.flatMap((paragraph) =>
      elementIn(paragraph, 'w:pPr', 'w:sectPr') ? [says(paragraph), '|'] : [says(paragraph)],
    );
    assert.deepEqual(sections, ['T', 'one', '|', 'A', 'B', 'two', '|', 'C', 'three']);
    assert.equal([...descendants(document.body, 'w:pageBreakBefore')].length, 0);
  });

  it('has what stands at the right of headers and footers at the edge of turned paper, too', async () => {
    const document = await word(
      '---\ntitle: T\norganisation: Council\nstatus: Draft\n---\none\n\n<!-- landscape -->\n\ntwo\n',
    );
    const [upright, turned] = [...descendants(document.body, 'w:sectPr')].map((section) => {
      const [size, margins] = ['w:pgSz', 'w:pgMar'].map((name) => elementIn(section, name)!.attributes);
      return Number(size!['w:w']) - Number(margins!['w:left']) - Number(margins!['w:right']);
    });
    const edges = document.parts.filter((name) => /^word\/(?:header|footer)\d/.test(name));
    const stops = edges.flatMap((name) =>
      [...descendants(document.part(name), 'w:tab')].flatMap(({ attributes }) =>
        attributes['w:val'] === 'right' ? [Number(attributes['w:pos'])] : [],
      ),
    );
    assert.deepEqual(new Set(stops), new Set([upright, turned]));
    assert.ok(turned! > upright!);
  });

  it('numbers the pages in the footer', async () => {
    const document = await word('one');
    const footer = document.part('word/footer1.xml');
    const fields = [...descendants(footer, 'w:instrText')].map((field) => String(field.children[0]));
    assert.deepEqual(fields, ['PAGE', 'NUMPAGES']);
    assert.match(says(footer), /Page .* of /);
  });
});
