import assert from 'node:assert/strict';
import { descendants, textIn } from '../../src/docx/xml-tree';
import { looksOf, paragraphOf, says, styleOf, valueAt, type Word, word } from './word';

const fields = (document: Word): string[] =>
  [...descendants(document.body, 'w:instrText')].map((field) => textIn(field).trim());

describe('Word: captions', () => {
  const markdown = `As Figure 1, Table 1 and Figure 7 show.

Table 1: Visits

| a |
|---|

![x](a.png)

**Figure 1.** Visits over *time*

![y](a.png)

Figure 9: not in order

Figure 2: no picture near

End.
`;

  it('counts figures and tables, and lets the text refer to them', async () => {
    const document = await word(markdown);
    assert.deepEqual(fields(document), [
      'REF _Caption2 \\h \\* MERGEFORMAT',
      'REF _Caption1 \\h \\* MERGEFORMAT',
      'SEQ Table \\* ARABIC',
      'SEQ Figure \\* ARABIC',
    ]);
    const names = [...descendants(document.body, 'w:bookmarkStart')].map((mark) => mark.attributes['w:name']);
    assert.deepEqual(names, ['_Caption1', '_Caption2', '_Caption3']);
  });

  it('keeps one apart from the source on the line below it, and counts it', async () => {
    const document = await word('| a |\n|---|\n\nTable 1: Visits\nSource: Ashby Council\n');
    const caption = paragraphOf(document, 'Table 1: Visits\nSource: Ashby Council');
    assert.equal(styleOf(caption), 'Caption');
    assert.deepEqual(fields(document), ['SEQ Table \\* ARABIC']);
  });

  it('gives the label the marks that its first words have', async () => {
    const document = await word(
      '*Table 1. All of it*\n\n| a |\n|---|\n\n| b |\n|---|\n\n***Table 7.*** Not counted\n',
    );
    assert.deepEqual(
      ['Table ', '1', '. All', '7'].map((text) => looksOf(document, text)),
      [
        ['w:i', 'w:iCs'],
        ['w:i', 'w:iCs'],
        ['w:i', 'w:iCs'],
        ['w:b', 'w:bCs', 'w:i', 'w:iCs'],
      ],
    );
  });

  it('changes no word', async () => {
    const document = await word(markdown);
    assert.deepEqual(document.paragraphs.map(says).filter(Boolean), [
      'As Figure 1, Table 1 and Figure 7 show.',
      'Table 1: Visits',
      'a',
      'x',
      'Figure 1. Visits over time',
      'y',
      'Figure 9: not in order',
      'Figure 2: no picture near',
      'End.',
    ]);
  });

  it('keeps them with what they belong to', async () => {
    const document = await word(markdown);
    assert.equal(valueAt(paragraphOf(document, 'Table 1'), 'w:pPr', 'w:keepNext'), '');
    assert.equal(
      valueAt(paragraphOf(document, 'x'), 'w:pPr', 'w:keepNext'),
      '',
      'the picture stays with its caption',
    );
    assert.equal(valueAt(paragraphOf(document, 'Figure 1.'), 'w:pPr', 'w:keepNext'), undefined);
    assert.deepEqual(
      ['Table 1', 'Figure 1.', 'Figure 9', 'Figure 2'].map((text) => styleOf(paragraphOf(document, text))),
      ['Caption', 'Caption', 'Caption', 'Normal'],
    );
  });

  it('leads to the first of two with one number', async () => {
    const document = await word(
      'See Figure 1.\n\n![x](a.png)\n\nFigure 1: Visits\n\n![y](a.png)\n\nFigure 1: Loans\n',
    );
    assert.equal(fields(document)[0], 'REF _Caption1 \\h \\* MERGEFORMAT');
  });

  it('takes no sentence for one', async () => {
    const document = await word(
      '![x](a.png)\n\nFigure 1 shows that visits rose.[^n]\n\n| a |\n|---|\n\nTable 1 visits by quarter\n\n| b |\n|---|\n\nTable 2. Who came.\n\n[^n]: N.\n',
    );
    assert.deepEqual(
      ['Figure 1', 'Table 1', 'Table 2.'].map((text) => styleOf(paragraphOf(document, text))),
      ['Normal', 'Caption', 'Caption'],
    );
  });

  it('leaves no field for Word to ask about', async () => {
    const document = await word(markdown);
    assert.equal(
      [...descendants(document.body, 'w:fldChar')].filter((field) => field.attributes['w:dirty']).length,
      0,
    );
    assert.equal([...descendants(document.part('word/settings.xml'), 'w:updateFields')].length, 0);
  });
});
