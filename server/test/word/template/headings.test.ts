import assert from 'node:assert/strict';
import { elementIn } from '../../../src/docx/xml-tree';
import { changed, inTemplate, plainTemplate, withHeadingNumbers } from '../templates';
import { problems } from '../validator';
import { numbering, paragraphOf, says, styleOf, type Word } from '../word';

const PAPER = `# The offer

## Summary

Text.

### Reasons

Text.

## Appendix A: Figures

### Detail
`;

/** A template whose header shows the words of the section that the page is on. */
async function quoting(instruction: string): Promise<Uint8Array> {
  const bytes = await plainTemplate('{{body}}');
  const field = ['begin', 'separate', 'end']
    .map((type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`)
    .join(`<w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>`);
  return changed(bytes, 'word/document.xml', (text) => text.replace('<w:p>', `<w:p>${field}</w:p><w:p>`));
}

function stylesOf(document: Word): string[] {
  return document.paragraphs
    .filter((paragraph) => /^(?:Title|Heading\d)$/.test(styleOf(paragraph)))
    .map((paragraph) => `${styleOf(paragraph)} ${says(paragraph)}`);
}

const RAISED = [
  'Title The offer',
  'Heading1 Summary',
  'Heading2 Reasons',
  'Heading1 Appendix A: Figures',
  'Heading2 Detail',
];

describe('Word templates: headings that they number or quote', () => {
  it('makes sections Heading 1 where the template numbers headings, which would begin at 1.1', async () => {
    const document = await inTemplate(PAPER, withHeadingNumbers(await plainTemplate('{{body}}'), 1));
    assert.deepEqual(stylesOf(document), RAISED);
    assert.deepEqual(await problems(document.bytes), []);
  });

  for (const instruction of [
    ' STYLEREF "Heading 1" ',
    ' STYLEREF  1 \\s ',
    ' styleref "heading 1" \\* MERGEFORMAT ',
  ])
    it(`makes them so where a header says${instruction.replace(/&quot;/g, '"')}`, async () => {
      assert.deepEqual(stylesOf(await inTemplate(PAPER, await quoting(instruction))), RAISED);
    });

  it('leaves them as they are where it does neither', async () => {
    for (const bytes of [await plainTemplate('{{body}}'), await quoting(' STYLEREF "Council Ref" ')])
      assert.deepEqual(stylesOf(await inTemplate(PAPER, bytes)).slice(0, 3), [
        'Heading1 The offer',
        'Heading2 Summary',
        'Heading3 Reasons',
      ]);
  });

  it('keeps a title of the front matter out of the outline', async () => {
    const paper = PAPER.replace('# The offer', '---\ntitle: The offer\n---');
    const document = await inTemplate(paper, await quoting(' STYLEREF 1 '));
    assert.deepEqual(stylesOf(document), RAISED);
    assert.equal(elementIn(paragraphOf(document, 'The offer'), 'w:pPr', 'w:outlineLvl'), undefined);
  });

  it('gives no section’s number to an appendix and what is in it, nor to a heading in a quotation', async () => {
    const bytes = withHeadingNumbers(await plainTemplate('{{body}}'), 1);
    const document = await inTemplate(`${PAPER}\n> ## Said\n`, bytes);
    assert.notEqual(numbering(document, paragraphOf(document, 'Summary')), undefined);
    for (const text of ['Appendix A: Figures', 'Detail', 'Said'])
      assert.equal(numbering(document, paragraphOf(document, text)), undefined, text);
  });

  it('has the template’s numbers in the contents', async () => {
    const bytes = withHeadingNumbers(await plainTemplate('{{body}}'), 1);
    const document = await inTemplate(`---\nword: { contents: true }\n---\n${PAPER}\n## Next\n`, bytes);
    const entries = document.paragraphs.filter((one) => styleOf(one).startsWith('TOC')).map(says);
    assert.deepEqual(
      entries.map((entry) => entry.replace(/\t\d+$/, '')),
      ['Contents', '●\tSummary', 'Reasons', 'Appendix A: Figures', 'Detail', '●\tNext'],
    );
  });

  it('knows styles by their Welsh names', async () => {
    const bytes = changed(await plainTemplate('{{body}}'), 'word/styles.xml', (text) =>
      text
        .replace(
          '</w:styles>',
          '<w:style w:type="paragraph" w:styleId="P2"><w:name w:val="Pennawd 2"/></w:style></w:styles>',
        )
        .replace(/<w:name w:val="heading 2"\/>/i, '<w:name w:val="Other"/>'),
    );
    assert.equal(styleOf(paragraphOf(await inTemplate(PAPER, bytes), 'Summary')), 'P2');
  });
});
