import assert from 'node:assert/strict';
import { descendants, elementsIn, textIn, type XmlElement } from '../../../src/docx/xml-tree';
import { looksOf, says, styleOf, type Word, word } from '../word';

/** The notes that a reader meets, in order: each as its paragraphs. */
function notes(document: Word): string[][] {
  const written = new Map<string, XmlElement>();
  for (const note of elementsIn(document.part('word/footnotes.xml'), 'w:footnote')) {
    if (note.attributes['w:type'] === undefined) written.set(note.attributes['w:id']!, note);
  }
  const references = [...descendants(document.body, 'w:footnoteReference')];
  assert.equal(written.size, references.length, 'each reference has its note, and each note its reference');
  return references.map((reference) =>
    elementsIn(written.get(reference.attributes['w:id']!), 'w:p').map((paragraph) => says(paragraph).trim()),
  );
}

describe('Word: footnotes', () => {
  it('writes them as Word footnotes, in the order in which the text refers to them', async () => {
    const document = await word('Two[^b], one[^a].\n\n[^a]: First.\n[^b]: *Second*.\n');
    assert.deepEqual(notes(document), [['Second.'], ['First.']]);
    assert.deepEqual(looksOf({ body: document.part('word/footnotes.xml') }, 'Second'), ['w:i', 'w:iCs']);
  });

  it('keeps paragraphs, lists, code and links in them', async () => {
    const document = await word(
      'x[^a]\n\n[^a]: One [l](http://a.b).\n\n    Two.\n\n    - three\n\n        four\n',
    );
    assert.deepEqual(notes(document), [['One l.', 'Two.', 'three', 'four']]);
    const [first] = [...descendants(document.part('word/footnotes.xml'), 'w:hyperlink')];
    const relations = [...descendants(document.part('word/_rels/footnotes.xml.rels'), 'Relationship')];
    assert.equal(
      relations.find((one) => one.attributes.Id === first!.attributes['r:id'])!.attributes.Target,
      'http://a.b',
    );
  });

  it('sets them in the style for notes, with a space after the number', async () => {
    const document = await word('x[^a]\n\n[^a]: Note.\n');
    const paragraph = [...descendants(document.part('word/footnotes.xml'), 'w:p')].find((one) =>
      says(one).includes('Note'),
    )!;
    assert.equal(styleOf(paragraph), 'FootnoteText');
    assert.equal(says(paragraph), ' Note.');
  });

  it('prints a note once that is cited twice, and leads from the second reference to the first', async () => {
    const document = await word('z[^z] a[^n] b[^n] c[^n]\n\n[^z]: Z.\n\n[^n]: Note.\n');
    assert.deepEqual(notes(document), [['Z.'], ['Note.']]);
    const fields = [...descendants(document.body, 'w:instrText')].map((code) => textIn(code).trim());
    assert.deepEqual(fields, ['NOTEREF _Note2 \\f \\h', 'NOTEREF _Note2 \\f \\h']);
    assert.equal(says(document.paragraphs[0]!), 'z a b2 c2');
    assert.deepEqual(looksOf(document, '2'), ['FootnoteReference']);
    // The bookmark holds the first reference, and nothing else.
    const inside = elementsIn(document.paragraphs[0]!);
    const start = inside.findIndex((one) => one.name === 'w:bookmarkStart');
    assert.equal(inside[start]!.attributes['w:name'], '_Note2');
    assert.equal([...descendants(inside[start + 1]!, 'w:footnoteReference')].length, 1);
    assert.equal(inside[start + 2]!.name, 'w:bookmarkEnd');
    assert.equal([...descendants(document.body, 'w:bookmarkStart')].length, 1);
  });

  it('leads to the first reference to an endnote, too', async () => {
    const document = await word('---\nword: { notes: endnotes }\n---\na[^n] b[^n]\n\n[^n]: Note.\n');
    assert.equal(says(document.paragraphs[0]!), 'a b1');
    assert.deepEqual(looksOf(document, '1'), ['EndnoteReference']);
    assert.equal([...descendants(document.body, 'w:endnoteReference')].length, 1);
  });

  it('keeps what refers to nothing as it is written', async () => {
    const document = await word('a[^none]');
    assert.equal(says(document.paragraphs[0]!), 'a[^none]');
  });

  it('says which notes nothing refers to', async () => {
    const document = await word('a\n\n[^lost]: Gone.\n');
    assert.match(document.warnings[0]!.message, /\[\^lost\]/);
    assert.equal(document.warnings[0]!.line, 2);
  });

  it('writes a note on a note in brackets, since Word has none', async () => {
    const document = await word('a[^a]\n\n[^a]: One[^b].\n\n[^b]: Two.\n');
    assert.deepEqual(notes(document), [['One (Two.).']]);
  });

  it('ends with notes that refer to themselves or to each other', async () => {
    const document = await word('a[^a]\n\n[^a]: One[^b][^a].\n\n[^b]: Two[^a].\n');
    assert.equal(notes(document).length, 1);
  });

  it('keeps a table in a note as one, with the marks, links and alignment of its cells', async () => {
    const document = await word(
      'a[^a]\n\n[^a]: One\n\n    | x | y |\n    |---|--:|\n    | **1** | [2](http://a.b) |\n\n    Two.\n',
    );
    const part = document.part('word/footnotes.xml');
    const cells = [...descendants(part, 'w:tc')];
    assert.deepEqual(
      cells.map((cell) => says(cell)),
      ['x', 'y', '1', '2'],
    );
    assert.deepEqual(notes(document), [['One', 'Two.']]);
    assert.deepEqual(looksOf({ body: part }, '1'), ['w:b', 'w:bCs']);
    assert.equal([...descendants(cells[3]!, 'w:jc')][0]!.attributes['w:val'], 'right');
    const [link] = [...descendants(cells[3]!, 'w:hyperlink')];
    const relations = [...descendants(document.part('word/_rels/footnotes.xml.rels'), 'Relationship')];
    assert.ok(relations.some(({ attributes }) => attributes.Id === link!.attributes['r:id']));
    assert.deepEqual(document.warnings, []);
  });

  it('loses no table that stands in a list or a quotation of a note, or is written in HTML', async () => {
    const table = (indent: string) => `${indent}| x |\n${indent}|---|\n${indent}| 1 |\n`;
    for (const note of [
      `- item\n\n${table('      ')}`,
      `> said\n    >\n${table('    > ')}`,
      '<table><tr><td>x</td></tr><tr><td>1</td></tr></table>\n',
    ]) {
      const part = (await word(`a[^a]\n\n[^a]: ${note}`)).part('word/footnotes.xml');
      assert.deepEqual(
        [...descendants(part, 'w:tc')].map((cell) => says(cell)),
        ['x', '1'],
      );
    }
  });

  it('begins and ends a note with a paragraph, as Word wants, where it is a table alone', async () => {
    const document = await word('a[^a]\n\n[^a]:\n    | x[^b] |\n    |---|\n    | 1 |\n\n[^b]: B.\n');
    const note = elementsIn(document.part('word/footnotes.xml'), 'w:footnote').at(-1)!;
    assert.deepEqual(
      elementsIn(note).map(({ name }) => name),
      ['w:p', 'w:tbl', 'w:p'],
    );
    assert.equal([...descendants(elementsIn(note)[0]!, 'w:footnoteRef')].length, 1);
    // A note in its cells is one on a note.
    assert.equal(says([...descendants(note, 'w:tc')][0]!), 'x (B.)');
  });

  it('warns at the line of the note, not of the text that refers to it', async () => {
    const document = await word('a[^a]\n\nb\n\n[^a]: ![x](none.png)\n');
    assert.equal(document.warnings[0]!.line, 4);
  });
});
