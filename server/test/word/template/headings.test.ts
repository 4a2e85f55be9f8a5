import assert from 'node:assert/strict';
import { descendants, elementIn, textIn } from '../../../src/docx/xml-tree';
import { changed, inTemplate, plainTemplate, withHeadingNumbers } from '../templates';
import { problems } from '../validator';
import { numbering, paragraphOf, says, styleOf, valueAt, type Word } from '../word';

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

/** What the fields of the text say. */
function instructions({ body }: Word): string {
  return Array.from(
    descendants(body, 'w:instrText', 'w:fldSimple'),
    (one) => one.attributes['w:instr'] ?? textIn(one),
  ).join('\n');
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

  it('keeps a heading on the page of what follows, where the template’s style does not', async () => {
    const styled = async (keep: string): Promise<Word> => {
      const bytes = changed(await plainTemplate('{{body}}'), 'word/styles.xml', (text) =>
        text
          .replace(/<w:style [^>]*w:styleId="Heading\d".*?<\/w:style>/gs, '')
          .replace(
            '</w:styles>',
            `<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr>${keep}<w:spacing w:before="240"/></w:pPr></w:style></w:styles>`,
          ),
      );
      return inTemplate(
        '---\nkind: report\n---\n\n# Ashby\n\n## Costs\n\nText.\n\n## Contact\n\nAnn\n',
        bytes,
      );
    };
    const keeps = (document: Word, text: string): boolean =>
      elementIn(paragraphOf(document, text), 'w:pPr', 'w:keepNext') !== undefined;
    const without = await styled('');
    assert.deepEqual(
      ['Costs', 'Contact'].map((text) => keeps(without, text)),
      [true, true],
    );
    assert.deepEqual(await problems(without.bytes), []);
    // A style that does so needs no help.
    assert.equal(keeps(await styled('<w:keepNext/>'), 'Costs'), false);
  });

  it('leaves headings their numbers where the paper asks for some, too, and those below unnumbered where paragraphs have theirs', async () => {
    const level = (at: number, text: string): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading${at + 1}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
    const list = `<w:abstractNum w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>${level(0, 'Part %1')}${level(1, '%1-%2')}</w:abstractNum>`;
    const withList = changed(await plainTemplate('{{body}}'), 'word/numbering.xml', (text) =>
      text
        .replace('<w:abstractNum ', `${list}<w:abstractNum `)
        .replace('</w:numbering>', '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>'),
    );
    const bytes = changed(withList, 'word/styles.xml', (text) =>
      text.replace(
        /(<w:name w:val="heading ([12])"\/>(?:(?!<w:rPr>).)*)/gis,
        (_, head, depth) =>
          `${head}<w:pPr><w:numPr><w:ilvl w:val="${Number(depth) - 1}"/><w:numId w:val="77"/></w:numPr></w:pPr>`,
      ),
    );
    const numbers = async (asked: string): Promise<(string | undefined)[]> => {
      const document = await inTemplate(`---\nword:\n  numbering: ${asked}\n---\n${PAPER}`, bytes);
      assert.deepEqual(await problems(document.bytes), []);
      return ['Summary', 'Reasons'].map((text) => {
        const paragraph = paragraphOf(document, text);
        const own = valueAt(paragraph, 'w:pPr', 'w:numPr', 'w:numId');
        const style = [...descendants(document.part('word/styles.xml'), 'w:style')].find(
          ({ attributes }) => attributes['w:styleId'] === styleOf(paragraph),
        )!;
        const num = own ?? valueAt(style, 'w:pPr', 'w:numPr', 'w:numId');
        return num === '77' ? 'theirs' : num === '0' ? 'none' : 'ours';
      });
    };
    assert.deepEqual(await numbers('sections'), ['theirs', 'theirs']);
    assert.deepEqual(await numbers('paragraphs'), ['ours', 'none']);
  });

  it('leaves a paper whose sections its author has numbered its own numbers, in contents, too', async () => {
    const template = withHeadingNumbers(await plainTemplate('{{body}}'), 1);
    const paper = (numbers: boolean) =>
      inTemplate(
        `---\ntitle: T\nword: { contents: true }\n---\n\n## ${numbers ? '1. ' : ''}Why\n\n### Reasons\n\n## ${numbers ? '2. ' : ''}How\n\n## 14 branches\n`,
        template,
      );
    const headingOf = (document: Word, text: string) =>
      document.paragraphs.find((one) => styleOf(one).startsWith('Heading') && says(one) === text)!;
    const own = await paper(true);
    for (const text of ['1. Why', 'Reasons', '2. How', '14 branches'])
      assert.equal(numbering(own, headingOf(own, text)), undefined, text);
    assert.ok(own.paragraphs.map(says).includes('1. Why\t1'), own.paragraphs.map(says).join(' | '));
    const others = await paper(false);
    assert.notEqual(numbering(others, headingOf(others, '14 branches')), undefined);
  });

  it('gives no number to headings of the template itself, nor to its styles that are based on a heading', async () => {
    const bytes = changed(
      changed(await plainTemplate('{{body}}'), 'word/document.xml', (text) =>
        text.replace(
          '<w:p>',
          '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Contents</w:t></w:r></w:p><w:p>',
        ),
      ),
      'word/styles.xml',
      (text) =>
        text.replace(
          '</w:styles>',
          '<w:style w:type="paragraph" w:styleId="Unnumbered"><w:name w:val="Unnumbered"/><w:basedOn w:val="Heading1"/></w:style></w:styles>',
        ),
    );
    const document = await inTemplate('---\ntitle: T\nkind: report\n---\n\n# Purpose\n\nText.\n', bytes);
    assert.equal(valueAt(paragraphOf(document, 'Contents'), 'w:pPr', 'w:numPr', 'w:numId'), '0');
    assert.equal(valueAt(paragraphOf(document, 'Purpose'), 'w:pPr', 'w:numPr', 'w:numId'), undefined);
    const numberOf = (id: string): string | undefined =>
      [...descendants(document.part('word/styles.xml'), 'w:style')]
        .filter(({ attributes }) => attributes['w:styleId'] === id)
        .map((style) => valueAt(style, 'w:pPr', 'w:numPr', 'w:numId'))[0];
    assert.notEqual(numberOf('Heading1'), undefined);
    assert.equal(numberOf('Unnumbered'), '0');
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

  it('makes them so where the template prints the title in its text, which has no first heading then', async () => {
    const titled = (properties: string): Promise<Uint8Array> =>
      plainTemplate('{{title}}', '{{body}}').then((bytes) =>
        changed(bytes, 'word/document.xml', (text) => text.replace('<w:p>', `<w:p>${properties}`)),
      );
    assert.deepEqual(stylesOf(await inTemplate(PAPER, await titled(''))), RAISED.slice(1));
    const heading = await inTemplate(PAPER, await titled('<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'));
    assert.deepEqual(stylesOf(heading).slice(0, 3), [
      'Heading1 The offer',
      'Heading2 Summary',
      'Heading3 Reasons',
    ]);
  });

  it('leaves them as they are where it does neither', async () => {
    for (const bytes of [await plainTemplate('{{body}}'), await quoting(' STYLEREF "Council Ref" ')])
      assert.deepEqual(stylesOf(await inTemplate(PAPER, bytes)).slice(0, 3), [
        'Heading1 The offer',
        'Heading2 Summary',
        'Heading3 Reasons',
      ]);
  });

  for (const [what, markup] of [
    ['a field in pieces', undefined],
    [
      'a simple field',
      '<w:fldSimple w:instr=" STYLEREF &quot;heading 1&quot; "><w:r><w:rPr><w:b/></w:rPr><w:t>Section</w:t></w:r></w:fldSimple>',
    ],
  ] as const)
    it(`has the title where one of a letter, which has no heading, would print an error: ${what}`, async () => {
      const bytes = changed(await quoting(' STYLEREF "Heading 1" '), 'word/document.xml', (text) =>
        markup === undefined ? text : text.replace(/<w:p><w:r><w:fldChar.*?<\/w:p>/s, `<w:p>${markup}</w:p>`),
      );
      const letter = '---\ntitle: Keep it\nkind: letter\n---\n\nDear Councillor Ames\n\nOne.\n';
      const document = await inTemplate(letter, bytes);
      assert.equal(says(document.paragraphs[0]!), 'Keep it');
      assert.doesNotMatch(instructions(document), /STYLEREF/i);
      assert.deepEqual(await problems(document.bytes), []);
      assert.match(instructions(await inTemplate(PAPER, bytes)), /STYLEREF/i);
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
