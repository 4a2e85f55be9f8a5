import assert from 'node:assert/strict';
import { descendants, elementIn, elementsIn } from '../../../src/docx/xml-tree';
import { paragraphOf, says, styleCalled, styleOf, valueAt, word } from '../word';

/** The indent that a paragraph has by itself. */
function indentOf(paragraph: Parameters<typeof styleOf>[0]): number {
  return Number(elementIn(paragraph, 'w:pPr', 'w:ind')?.attributes['w:left'] ?? 0);
}

describe('Word: quotations', () => {
  it('goes on with the bar beside a table and a rule', async () => {
    const document = await word('> | a | b |\n> |---|---|\n> | c | d |\n>\n> ---\n');
    const bars = [...descendants(document.body, 'w:tc')].map(
      (cell) => elementIn(cell, 'w:tcPr', 'w:tcBorders', 'w:left') !== undefined,
    );
    assert.deepEqual(bars, [true, false, true, false]);
    const rule = elementIn(document.paragraphs.at(-1)!, 'w:pPr', 'w:pBdr');
    assert.deepEqual(
      elementsIn(rule).map(({ name }) => name),
      ['w:bottom', 'w:left'].sort().reverse(),
    );
  });

  it('has a style for them', async () => {
    const document = await word('> Said Amina.\n');
    assert.equal(styleOf(paragraphOf(document, 'Said Amina.')), 'Quote');
  });

  it('keeps two quotations apart, each with the bar beside it alone', async () => {
    for (const [between, gap] of [
      ['', 'BlockGap'],
      ['<!-- a comment -->\n\n', 'BlockGap'],
      ['In between.\n\n', 'Normal'],
    ] as const) {
      const { paragraphs } = await word(`> One.\n>\n> — Aisha, 9\n\n${between}> Two.\n>\n> — Tom, 52\n`);
      const own = paragraphs.map((paragraph) => styleOf(paragraph) ?? 'Normal');
      assert.deepEqual(own, ['Quote', 'Quote', gap, 'Quote', 'Quote']);
    }
  });

  it('sets a quotation in a quotation further in', async () => {
    const document = await word('> outer\n>\n> > inner\n');
    assert.ok(indentOf(paragraphOf(document, 'inner')) > 425);
  });

  it('keeps what was said on one page with who said it', async () => {
    const document = await word('> I found work here.\n>\n> Amina, Eastport\n');
    assert.equal(valueAt(document.paragraphs[0]!, 'w:pPr', 'w:keepNext'), '');
    assert.equal(valueAt(document.paragraphs[1]!, 'w:pPr', 'w:keepNext'), undefined);
  });

  for (const [what, markdown, expected] of [
    ['an em dash', '> I read here\n> every day.\n> — Aisha, 9\n', 'I read here every day.\n— Aisha, 9'],
    ['two hyphens', '> I read here.\n> -- Aisha, 9\n', 'I read here.\n-- Aisha, 9'],
    ['an em dash in italics', '> I read *here*.\n> *— Aisha*, 9\n', 'I read here.\n— Aisha, 9'],
  ] as const) {
    it(`starts on a line of its own who said it, behind ${what}`, async () => {
      const document = await word(markdown);
      assert.deepEqual(document.paragraphs.map(says), [expected]);
    });
  }

  it('takes a dash for one of the text where no line of who said it begins with it', async () => {
    const long = 'and much else that nobody had asked for before the library was there '.repeat(3).trim();
    for (const [markdown, expected] of [
      ['> We had books\n> — and so on\n', 'We had books — and so on'],
      ['> I read here\n> — often —\n> and write.\n', 'I read here — often — and write.'],
      [`> I read here\n> — ${long}\n`, `I read here — ${long}`],
      ['I read here\n— Aisha, 9\n', 'I read here — Aisha, 9'],
    ] as const) {
      assert.deepEqual((await word(markdown)).paragraphs.map(says), [expected]);
    }
  });

  it('keeps headings, code and lists in them', async () => {
    const document = await word('> ## Head\n>\n> - item\n>\n>       code\n>\n>     more\n');
    assert.equal(styleOf(paragraphOf(document, 'Head')), 'Heading2');
    assert.ok(elementIn(paragraphOf(document, 'Head'), 'w:pPr', 'w:pBdr', 'w:left'), 'the bar goes on');
    assert.equal(styleOf(paragraphOf(document, 'item')), 'QuoteList');
  });

  for (const [kind, label] of [
    ['NOTE', 'Note'],
    ['tip', 'Tip'],
    ['IMPORTANT', 'Important'],
    ['WARNING', 'Warning'],
    ['CAUTION', 'Caution'],
  ] as const) {
    it(`says “${label}” above GitHub's alert [!${kind}]`, async () => {
      const document = await word(`> [!${kind}]\n> The grant *ends* in May.\n>\n> Claim it.\n`);
      assert.deepEqual(document.paragraphs.map(says), [label, 'The grant ends in May.', 'Claim it.']);
      // Its own styles, so that a council can give it another look.
      const name = `Alert${label}`;
      assert.deepEqual(document.paragraphs.map(styleOf), [`${name}Label`, name, name]);
      for (const one of document.paragraphs) assert.equal(elementIn(one, 'w:pPr', 'w:pBdr'), undefined);
      const style = styleCalled(document, `Alert ${label}`);
      assert.notEqual(elementIn(style, 'w:pPr', 'w:pBdr', 'w:left')?.attributes['w:color'], undefined);
      assert.equal(valueAt(style, 'w:basedOn'), 'Quote');
    });
  }

  it('takes other words in brackets for what they are', async () => {
    const document = await word('> [!SHOUT]\n> loud\n');
    assert.equal(says(document.paragraphs[0]!), '[!SHOUT] loud');
  });
});
