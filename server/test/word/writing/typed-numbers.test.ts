import assert from 'node:assert/strict';
import { elementIn } from '../../../src/docx/xml-tree';
import { numbering, paragraphOf, says, shown, word } from '../word';

describe('Word: numbers that an author has written', () => {
  for (const [markdown, label] of [
    ['1.1 The pilot began.', '1.1'],
    ['12.3.4. “The pilot” began.', '12.3.4.'],
    ['(a) to close it', '(a)'],
    ['a) Do nothing.', 'a)'],
    ['ii) to close it', 'ii)'],
    ['i. children in families on a low income;', 'i.'],
    ['iii. young carers.', 'iii.'],
    ['b. Close it.', 'b.'],
    ['(iv) [to close it](https://example.org)', '(iv)'],
    ['6.1 **Financial.** It costs £61,200.', '6.1'],
    ['3.6 £380,000 is held for the roof.', '3.6'],
  ] as const) {
    it(`hang: ${markdown}`, async () => {
      const [paragraph] = (await word(`${markdown}\n`)).paragraphs;
      assert.ok(says(paragraph!).startsWith(`${label}\t`), says(paragraph!));
      const { 'w:left': left, 'w:hanging': hanging } = elementIn(paragraph, 'w:pPr', 'w:ind')!.attributes;
      assert.deepEqual([left, hanging], ['709', '709']);
    });
  }

  it('have lists, quotations and lines with letters below their text', async () => {
    const document = await word(
      '1.1 The group asked\n\n(a) who comes; and\n\n(b) when.\n\n- One\n\n> Said.\n\nText.\n\n(a) Alone\n\n1. Two\n',
    );
    const left = (text: string): string | undefined =>
      elementIn(paragraphOf(document, text), 'w:pPr', 'w:ind')?.attributes['w:left'];
    assert.deepEqual(['1.1', '(a)\twho', '(b)', 'Said.'].map(left), ['709', '1418', '1418', '1134']);
    assert.equal(numbering(document, paragraphOf(document, 'One'))!.left, '1134');
    assert.deepEqual(['(a)\tAlone', 'Text.'].map(left), ['709', undefined]);
    assert.equal(numbering(document, paragraphOf(document, 'Two'))!.left, '425');
  });

  it('leave lines with letters in a paper whose paragraphs we number without one', async () => {
    const document = await word(
      '---\nkind: report\n---\n# T\n\n## One\n\nThe group asked\n\n(a) who comes.\n\nText.\n',
    );
    assert.deepEqual(
      shown(document).map((line) => line.trim()),
      ['1. One', '1.1 The group asked', '1.2 Text.'],
    );
    assert.equal(elementIn(paragraphOf(document, '(a)'), 'w:pPr', 'w:ind')!.attributes['w:left'], '1418');
  });

  for (const markdown of [
    '1.1\u00a0million people came.',
    '(see below) it is',
    '5 years on',
    '2.5 **million** people came.',
    '(a)',
    'a). Close it',
    'mi. to the north',
    'e.g. a library',
    'i.e. a library',
    '> 1.1 The pilot',
    '- 1.1 The pilot',
  ])
    it(`are no such: ${markdown}`, async () => {
      const [paragraph] = (await word(`${markdown}\n`)).paragraphs;
      assert.equal(says(paragraph!), markdown.replace(/^[>-] |\*\*/g, ''));
    });
});
