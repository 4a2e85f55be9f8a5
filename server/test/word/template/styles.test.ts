import assert from 'node:assert/strict';
import { descendants, elementIn, elementsIn } from '../../../src/docx/xml-tree';
import { EVERYTHING, everythingFiles } from '../every-construct';
import { changed, councilTemplate, DRAFT, inTemplate, plainTemplate, withHeadingNumbers } from '../templates';
import { problems } from '../validator';
import { numbering, paragraphOf, shown, styleNamed, styleOf, valueAt, type Word } from '../word';

describe('Word templates: styles by their roles', () => {
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

  it('uses the template’s own styles by name, whatever their ids', async () => {
    const document = await inTemplate(DRAFT, council);
    assert.equal(styleOf(paragraphOf(document, 'Said.')), 'CouncilQuote');
    assert.equal(styleOf(paragraphOf(document, 'Purpose')), 'Heading2');
  });

  it('adds what the template lacks, and never takes a style of another name for ours', async () => {
    const document = await inTemplate(`    block of code\n\n${DRAFT.replace(/^---.*?---\n/s, '')}`, council);
    const id = styleOf(paragraphOf(document, 'block of code'));
    const style = elementsIn(document.part('word/styles.xml'), 'w:style').find(
      (one) => one.attributes['w:styleId'] === id,
    )!;
    assert.equal(valueAt(style, 'w:name'), 'Source Code');
    assert.notEqual(id, 'SourceCode');
  });

  it('adds headings in the colour and typeface of the template’s own', async () => {
    const bytes = changed(await plainTemplate('{{body}}'), 'word/styles.xml', (text) =>
      text
        .replace(/<w:style [^>]*w:styleId="(?:Heading\d|TOCHeading)".*?<\/w:style>/gs, '')
        .replace(
          '</w:styles>',
          '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:rPr><w:rFonts w:ascii="Gill &amp; Co"/><w:color w:val="7B241C"/></w:rPr></w:style></w:styles>',
        ),
    );
    const paper = '---\nword: { contents: true }\n---\n\n# Paper\n\n## Part\n\n#### Detail\n\nText.\n';
    const document = await inTemplate(paper, bytes);
    assert.equal(styleOf(paragraphOf(document, 'Part')), 'H2');
    for (const text of ['Contents', 'Detail']) {
      const style = styleNamed(document, styleOf(paragraphOf(document, text)));
      assert.equal(valueAt(style, 'w:rPr', 'w:color'), '7B241C', text);
      assert.equal(elementIn(style, 'w:rPr', 'w:rFonts')!.attributes['w:ascii'], 'Gill & Co', text);
    }
    assert.deepEqual(await problems(document.bytes), []);
  });

  it('adds headings no further from the text above than its own are', async () => {
    const bytes = changed(await plainTemplate('{{body}}'), 'word/styles.xml', (text) =>
      text
        .replace(/<w:style [^>]*w:styleId="Heading\d".*?<\/w:style>/gs, '')
        .replace(
          '</w:styles>',
          '<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/><w:pPr><w:spacing w:before="120"/></w:pPr></w:style></w:styles>',
        ),
    );
    const document = await inTemplate('## Part\n\n### Small\n\n#### Smaller\n\nText.\n', bytes);
    const style = styleNamed(document, styleOf(paragraphOf(document, 'Smaller')));
    assert.equal(elementIn(style, 'w:pPr', 'w:spacing')?.attributes['w:before'], '120');
  });

  it('adds a title and contents in the look of headings with names in another language', async () => {
    const bytes = changed(await plainTemplate('{{body}}'), 'word/styles.xml', (text) =>
      text
        .replace(/<w:style [^>]*w:styleId="(?:Title|Heading\d|TOCHeading)".*?<\/w:style>/gs, '')
        .replace(
          '</w:styles>',
          '<w:style w:type="paragraph" w:styleId="P1"><w:name w:val="Pennawd 1"/><w:rPr><w:color w:val="6C3483"/></w:rPr></w:style></w:styles>',
        ),
    );
    const document = await inTemplate(
      '---\ntitle: Papur\nword: { contents: true }\n---\n\n## Rhan\n\nText.\n',
      bytes,
    );
    for (const text of ['Papur', 'Contents']) {
      const style = styleNamed(document, styleOf(paragraphOf(document, text)));
      assert.equal(valueAt(style, 'w:rPr', 'w:color'), '6C3483', text);
    }
  });

  describe('of templates without space between paragraphs, whose people type an empty line there', () => {
    const paper =
      '---\nkind: briefing\n---\n\n# Ashby\n\nOne.\n\nTwo:\n\n- a\n- b\n\n> Said.\n\n| A | B |\n| - | - |\n| c | d |\n\nThree.\n';
    /** Space below a paragraph of its own, or else of its style. */
    const below = (document: Word, text: string): string | undefined => {
      const paragraph = paragraphOf(document, text);
      const style = styleNamed(document, styleOf(paragraph));
      return [paragraph, style]
        .map((one) => elementIn(one, 'w:pPr', 'w:spacing')?.attributes['w:after'])
        .find((after) => after !== undefined);
    };
    const withText = async (size: number, properties = ''): Promise<Uint8Array> =>
      changed(await plainTemplate('{{body}}'), 'word/styles.xml', (text) =>
        text
          .replace(/<w:style [^>]*w:styleId="(?:ListParagraph|Quote)".*?<\/w:style>/gs, '')
          .replace(
            '</w:styles>',
            `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:pPr>${properties}</w:pPr><w:rPr><w:sz w:val="${size}"/></w:rPr></w:style></w:styles>`,
          ),
      );

    it('keep paragraphs, lists and quotations apart all the same, by more where the type is larger', async () => {
      for (const [size, gap] of [
        [24, '160'],
        [21, '140'],
      ] as const) {
        const document = await inTemplate(paper, await withText(size));
        for (const text of ['One.', 'Two:', 'a', 'b', 'Said.', 'Three.'])
          assert.equal(below(document, text), gap, text);
        assert.deepEqual(await problems(document.bytes), []);
      }
    });

    it('keep it as it is where the text has space above or below', async () => {
      for (const spacing of ['w:after="60"', 'w:before="60"']) {
        const document = await inTemplate(paper, await withText(24, `<w:spacing ${spacing}/>`));
        assert.equal(elementIn(paragraphOf(document, 'One.'), 'w:pPr', 'w:spacing'), undefined);
        assert.equal(below(document, 'Said.'), undefined);
      }
    });

    it('do so where a style of theirs is asked for, too, and not in cells', async () => {
      const bytes = await councilTemplate();
      const document = await inTemplate(paper, bytes);
      assert.equal(styleOf(paragraphOf(document, 'Said.')), 'CouncilQuote');
      assert.equal(below(document, 'Said.'), '147');
      assert.equal(below(document, 'c'), '50');
    });
  });

  it('measures tables in the type of Normal, also where the template does not say that it is the default', async () => {
    const paper = `| Likelihood | ${'What we will do '.repeat(9)}|\n| --- | --- |\n| Low | Signs |\n`;
    const widths = async (isDefault: string): Promise<string[]> => {
      const normal = `<w:style w:type="paragraph"${isDefault} w:styleId="N"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="32"/></w:rPr></w:style>`;
      const bytes = changed(await plainTemplate('{{body}}'), 'word/styles.xml', (text) =>
        text
          .replace(/<w:style [^>]*w:styleId="Normal".*?<\/w:style>/gs, '')
          .replace('</w:styles>', `${normal}</w:styles>`),
      );
      const [table] = (await inTemplate(paper, bytes)).tables;
      return Array.from(descendants(table!, 'w:gridCol'), ({ attributes }) => attributes['w:w']!);
    };
    assert.deepEqual(await widths(''), await widths(' w:default="1"'));
  });

  it('uses the template’s own bullets and numbers, each list afresh', async () => {
    const document = await inTemplate(DRAFT, council);
    assert.deepEqual(shown(document), ['■ a', '  □ b', '3: c', '4: d']);
    assert.deepEqual(
      ['a', 'b', 'c'].map((text) => styleOf(paragraphOf(document, text))),
      ['LB', 'LB2', 'LN'],
    );
    const id = valueAt(paragraphOf(document, 'c'), 'w:pPr', 'w:numPr', 'w:numId');
    const num = elementsIn(document.part('word/numbering.xml'), 'w:num').find(
      (one) => one.attributes['w:numId'] === id,
    )!;
    assert.equal(valueAt(num, 'w:lvlOverride', 'w:startOverride'), '3');
  });

  it('keeps one numbering over the levels of a list, with the template’s own marks', async () => {
    const document = await inTemplate(
      '1. a\n   - b\n2. c\n   - d\n     1. e\n3. f\n\ntext\n\n1. g\n',
      council,
    );
    assert.deepEqual(
      shown(document).map((line) => line.trim()),
      ['1: a', '□ b', '2: c', '□ d', 'a) e', '3: f', '1: g'],
    );
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(
      (text) => numbering(document, paragraphOf(document, text))!.id,
    );
    assert.equal(new Set(ids.slice(0, 6)).size, 1);
    assert.notEqual(ids[6], ids[0]);
    assert.equal(styleOf(paragraphOf(document, 'b')), 'LB2');
  });

  it('sets the template’s own bullets below the text of numbered paragraphs', async () => {
    const document = await inTemplate('---\nkind: report\n---\n## One\n\nText:\n\n- a\n', council);
    const item = paragraphOf(document, 'a');
    assert.equal(styleOf(item), 'LB');
    assert.equal(elementIn(item, 'w:pPr', 'w:ind')?.attributes['w:left'], String(709 + 425));
  });

  it('numbers sections by the template’s own heading style', async () => {
    const document = await inTemplate('---\nkind: report\n---\n## One\n\nText.\n', council);
    assert.deepEqual(shown(document), ['1. One', '  1.1 Text.']);
    const [first] = [...descendants(document.part('word/numbering.xml'), 'w:pStyle')];
    assert.equal(first?.attributes['w:val'], styleOf(paragraphOf(document, 'One')));
    assert.equal(
      valueAt(styleNamed(document, styleOf(paragraphOf(document, 'One'))), 'w:next'),
      styleOf(paragraphOf(document, 'Text.')),
    );
    assert.deepEqual(await problems(document.bytes), []);
  });

  it('follows a mapping in the front matter, and says what in it is not there', async () => {
    const mapped = DRAFT.replace(
      'ref: CAB/34',
      'ref: CAB/34\nword: { styles: { Quote: Council Pull-out, code: Nowhere } }',
    );
    const document = await inTemplate(mapped, council);
    assert.equal(styleOf(paragraphOf(document, 'Said.')), 'Pullout');
    assert.match(document.warnings[0]!.message, /Nowhere/);
    assert.equal(document.warnings[0]!.line, 6);
  });

  it('tells a total apart as the template’s tables do, where they do, and in bold else', async () => {
    const table = (looks: string): Promise<Uint8Array> =>
      plainTemplate('{{body}}').then((bytes) =>
        changed(bytes, 'word/styles.xml', (text) =>
          text.replace(
            '</w:styles>',
            `<w:style w:type="table" w:styleId="TG"><w:name w:val="Table Grid"/>${looks}</w:style></w:styles>`,
          ),
        ),
      );
    const last = '<w:tblStylePr w:type="lastRow"><w:rPr><w:i/></w:rPr></w:tblStylePr>';
    for (const [looks, isLast, style] of [
      [last, 'true', 'TableText'],
      ['', 'false', 'TableTotal'],
    ] as const) {
      const document = await inTemplate(
        '| Item | Cost |\n|---|---|\n| A | £2 |\n| B | £3 |\n| Total | £5 |\n',
        await table(looks),
      );
      const [written] = document.tables;
      assert.equal(valueAt(written!, 'w:tblPr', 'w:tblStyle'), 'TG');
      assert.equal(elementIn(written, 'w:tblPr', 'w:tblLook')!.attributes['w:lastRow'], isLast);
      assert.equal(styleOf(paragraphOf(document, '£5')), style);
    }
  });

  it('defines every style that the text uses', async () => {
    for (const bytes of [council, await plainTemplate('{{body}}')]) {
      const document = await inTemplate(EVERYTHING, bytes, everythingFiles);
      const defined = new Set(
        elementsIn(document.part('word/styles.xml'), 'w:style').map((one) => one.attributes['w:styleId']),
      );
      for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/comments.xml']) {
        for (const use of descendants(document.part(part), 'w:pStyle', 'w:rStyle', 'w:tblStyle')) {
          assert.ok(defined.has(use.attributes['w:val']), `${part} uses ${use.attributes['w:val']}`);
        }
      }
    }
  });

  it('leaves a template’s own heading numbers to it', async () => {
    const bytes = withHeadingNumbers(await plainTemplate('{{body}}'), 1);
    const document = await inTemplate('---\ntitle: T\nkind: report\n---\n## Purpose\n\nText\n', bytes);
    assert.equal(elementIn(paragraphOf(document, 'Purpose'), 'w:pPr', 'w:numPr'), undefined);
  });
});
