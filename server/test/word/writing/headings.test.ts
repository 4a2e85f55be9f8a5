import assert from 'node:assert/strict';
import { descendants, elementIn } from '../../../src/docx/xml-tree';
import { paragraphOf, says, styleCalled, styleOf, valueAt, word } from '../word';

describe('Word: headings', () => {
  for (const depth of [1, 2, 3, 4, 5, 6]) {
    it(`writes level ${depth} in Word's own style, with its outline level`, async () => {
      const document = await word(`${'#'.repeat(depth)} Where we *are*`);
      assert.equal(styleOf(paragraphOf(document, 'Where we are')), `Heading${depth}`);
      const style = styleCalled(document, `heading ${depth}`);
      assert.equal(style.attributes['w:styleId'], `Heading${depth}`);
      assert.equal(valueAt(style, 'w:pPr', 'w:outlineLvl'), String(depth - 1));
      assert.equal(valueAt(style, 'w:pPr', 'w:keepNext'), '', 'a heading stays with its text');
    });
  }

  it('leaves out a heading without words, which would be a gap in the navigation pane', async () => {
    const document = await word('#\n\nText.\n');
    assert.deepEqual(document.paragraphs.map(says), ['Text.']);
  });

  it('can be linked to, whatever its punctuation', async () => {
    const document = await word(
      '[down](#costs--funding-2026) [same](#costs--funding-2026-1)\n\n## Costs & funding, 2026\n\n## Costs & funding (2026)\n',
    );
    const anchors = [...descendants(document.body, 'w:hyperlink')].map((link) => link.attributes['w:anchor']);
    const marks = [...descendants(document.body, 'w:bookmarkStart')].map((mark) => mark.attributes['w:name']);
    assert.deepEqual(anchors, marks);
    assert.equal(new Set(anchors).size, 2);
  });
});

describe('Word: sizes of headings', () => {
  it('differ from one level to the next', async () => {
    const document = await word('text');
    const looks = [1, 2, 3, 4, 5, 6].map((depth) => {
      const run = elementIn(styleCalled(document, `heading ${depth}`), 'w:rPr')!;
      return `${valueAt(run, 'w:sz')} ${elementIn(run, 'w:i') === undefined}`;
    });
    assert.equal(new Set(looks).size, 6);
  });
});
