import assert from 'node:assert/strict';
import { Footer, Header, Paragraph, TabStopType, TextRun } from 'docx';
import { descendants, elementIn, elementsIn, textIn, type XmlElement } from '../../../src/docx/xml-tree';
import { changed, inTemplate, paragraph, plainTemplate, template } from '../templates';
import { problems } from '../validator';
import { paragraphOf, says, styleOf, type Word } from '../word';
import { mark } from './tampered';

const PAPER = `---
title: The offer
---

## Summary

Text.

### Reasons

#### Small ones

<!-- pagebreak -->

## Options
`;

/** A template with a list by a field above the text: `TOC …`. */
async function listing(instruction: string): Promise<Uint8Array> {
  const words = instruction.replace(/"/g, '&quot;');
  const entries =
    `<w:p>${mark('begin')}<w:r><w:instrText> ${words.slice(0, 3)}</w:instrText></w:r><w:r><w:instrText>${words.slice(3)} </w:instrText></w:r>${mark('separate')}<w:r><w:t>Old</w:t></w:r></w:p>` +
    `<w:p><w:r><w:t>Older</w:t></w:r>${mark('end')}</w:p>`;
  return changed(await plainTemplate('Our contents', '{{body}}'), 'word/document.xml', (text) =>
    text.replace('</w:p>', `</w:p><w:sdt><w:sdtContent>${entries}</w:sdtContent></w:sdt>`),
  );
}

const fields = (document: Word): string[] =>
  [...descendants(document.body, 'w:instrText')].map((field) => textIn(field).trim());

describe('Word templates: contents of their own', () => {
  it('are filled in with the draft’s headings and pages, and keep what they list', async () => {
    const document = await inTemplate(PAPER, await listing('TOC \\o "1-2" \\h \\z \\u'));
    assert.deepEqual(document.paragraphs.map(says).slice(0, 5), [
      'Our contents',
      'Summary\t1',
      'Reasons\t1',
      'Options\t2',
      'The offer',
    ]);
    assert.equal(fields(document)[0], 'TOC \\o "1-2" \\h \\z \\u');
    assert.deepEqual(
      document.paragraphs.filter((one) => styleOf(one).startsWith('Heading')).map(styleOf),
      ['Heading1', 'Heading2', 'Heading3', 'Heading1'],
      'sections are what it would list as such',
    );
    assert.deepEqual(await problems(document.bytes), []);
  });

  it('list as many levels as they say, and are the only ones', async () => {
    const long = PAPER.replace('---\n\n', 'word: { contents: true }\n---\n\n<!-- contents -->\n\n');
    const document = await inTemplate(long, await listing('TOC \\o "1-3"'));
    assert.deepEqual(document.paragraphs.filter((one) => styleOf(one).startsWith('TOC')).map(styleOf), [
      'TOC1',
      'TOC2',
      'TOC3',
      'TOC1',
    ]);
  });

  it('are empty where the draft has no headings', async () => {
    const document = await inTemplate('Text.\n', await listing('TOC \\o "1-3"'));
    assert.deepEqual(document.paragraphs.map(says), ['Our contents', '', 'Text.']);
    assert.deepEqual(fields(document), ['TOC \\o "1-3"'], 'to be updated once there are some');
    assert.deepEqual(await problems(document.bytes), []);
  });

  it('leave the text below its distance, where their field ends in a paragraph of its own', async () => {
    const apart = changed(await listing('TOC \\o "1-3"'), 'word/document.xml', (text) =>
      text.replace(`${mark('end')}</w:p>`, `</w:p><w:p>${mark('end')}</w:p>`),
    );
    const document = await inTemplate(PAPER, apart);
    assert.deepEqual(document.paragraphs.map(says).slice(0, 7), [
      'Our contents',
      'Summary\t1',
      'Reasons\t1',
      'Small ones\t1',
      'Options\t2',
      '',
      'The offer',
    ]);
    const marks = [...descendants(document.body, 'w:fldChar')].map((one) => one.attributes['w:fldCharType']);
    assert.deepEqual([marks[0], marks.at(-1)], ['begin', 'end']);
    assert.equal(
      marks.filter((one) => one === 'begin').length,
      marks.filter((one) => one === 'end').length,
      'each field ends once',
    );
    assert.deepEqual(await problems(document.bytes), []);
  });

  it('stand where the template’s own styles put numbers, words and pages', async () => {
    const styled = changed(await listing('TOC \\o "1-2"'), 'word/styles.xml', (text) =>
      text.replace(
        /(<w:name w:val="toc 1"\/>.*?)<w:pPr>/s,
        '$1<w:pPr><w:tabs><w:tab w:val="left" w:pos="600"/><w:tab w:val="right" w:pos="9000"/></w:tabs>',
      ),
    );
    const numbered = PAPER.replace('---\n\n', 'word: { numbering: sections }\n---\n\n');
    const document = await inTemplate(`${numbered}\n## Appendix A: Costs\n`, styled);
    const places = (text: string): (string | undefined)[] => {
      const properties = elementIn(paragraphOf(document, text), 'w:pPr');
      return [
        ...elementsIn(elementIn(properties, 'w:tabs')).map(
          ({ attributes }) => `${attributes['w:val']} ${attributes['w:pos']}`,
        ),
        elementIn(properties, 'w:ind')?.attributes['w:left'],
      ];
    };
    assert.deepEqual(places('1.\tSummary'), [undefined], 'as the style says');
    assert.deepEqual(
      places('Appendix A: Costs\t'),
      ['clear 600', undefined],
      'its page is not at the number’s stop',
    );
    assert.deepEqual(places('Reasons\t'), ['right 9026', '568'], 'ours, where the style has none');
  });

  it('are no list of figures', async () => {
    const document = await inTemplate(PAPER, await listing('TOC \\h \\z \\c "Figure"'));
    assert.deepEqual(document.paragraphs.map(says).slice(0, 3), ['Our contents', 'Old', 'Older']);
  });
});

describe('Word templates: pages of further sections', () => {
  const TURNED = 'a\n\n<!-- landscape -->\n\nb\n\n<!-- portrait -->\n\nc\n';

  async function edged(): Promise<Uint8Array> {
    const tabs = [
      { type: TabStopType.CENTER, position: 4513 },
      { type: TabStopType.RIGHT, position: 9026 },
    ];
    return template({
      styles: {
        paragraphStyles: [
          { id: 'Edge', name: 'Edge', basedOn: 'Normal', paragraph: { tabStops: tabs } as object },
        ],
      },
      sections: [
        {
          properties: { page: { pageNumbers: { start: 1 } } },
          headers: {
            default: new Header({
              children: [new Paragraph({ style: 'Edge', children: [new TextRun('Council\t\tPaper')] })],
            }),
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  tabStops: [
                    { type: TabStopType.LEFT, position: 500 },
                    { type: TabStopType.RIGHT, position: 9026 },
                  ],
                  children: [new TextRun('Page')],
                }),
              ],
            }),
          },
          children: [paragraph('{{body}}')],
        },
      ],
    });
  }

  /** The tab stops in the headers and footers of each section: `right 9026`. */
  function tabsOf(document: Word, section: XmlElement): string[] {
    const relations = elementsIn(document.part('word/_rels/document.xml.rels'));
    return elementsIn(section)
      .filter(({ name }) => /Reference$/.test(name))
      .flatMap(({ attributes }) => {
        const target = relations.find((one) => one.attributes.Id === attributes['r:id'])!.attributes.Target!;
        const part = document.part(target.startsWith('/') ? target.slice(1) : `word/${target}`);
        return [...descendants(part, 'w:tab')]
          .filter((tab) => tab.attributes['w:pos'] !== undefined)
          .map((tab) => `${tab.attributes['w:val']} ${tab.attributes['w:pos']}`);
      });
  }

  it('counts on where the template begins its count anew', async () => {
    const document = await inTemplate(TURNED, await edged());
    assert.deepEqual(
      [...descendants(document.body, 'w:sectPr')].map(
        (section) => elementIn(section, 'w:pgNumType')?.attributes['w:start'],
      ),
      ['1', undefined, undefined],
    );
  });

  it('turns paper of which the template says no size, as that of pandoc says none, as A4', async () => {
    const bytes = changed(await plainTemplate('{{body}}'), 'word/document.xml', (text) =>
      text.replace(/<w:sectPr\b.*<\/w:sectPr>/s, '<w:sectPr />'),
    );
    const document = await inTemplate(TURNED, bytes);
    assert.deepEqual(
      [...descendants(document.body, 'w:pgSz')].map(({ attributes }) => attributes['w:w']),
      ['11906', '16838', '11906'],
    );
    assert.deepEqual(await problems(document.bytes), []);
  });

  it('moves what is centred or at the right in headers and footers of turned paper, and only there', async () => {
    const document = await inTemplate(TURNED, await edged());
    const [first, turned, last] = [...descendants(document.body, 'w:sectPr')].map((one) =>
      tabsOf(document, one),
    );
    assert.deepEqual(first, ['left 500', 'right 9026']);
    assert.deepEqual(last, first);
    const factor = (16838 - 2 * 1440) / (11906 - 2 * 1440);
    const [centre, right] = [Math.round(4513 * factor), Math.round(9026 * factor)];
    assert.deepEqual(turned, [
      'clear 4513',
      `center ${centre}`,
      'clear 9026',
      `right ${right}`,
      'left 500',
      `right ${right}`,
    ]);
    assert.deepEqual(await problems(document.bytes), []);
  });

  it('has them on turned paper below a section that has none of its own', async () => {
    const bytes = changed(await edged(), 'word/document.xml', (text) =>
      text
        .replace('<w:p>', () => {
          const section = /<w:sectPr\b.*<\/w:sectPr>/s.exec(text)![0];
          return `<w:p><w:pPr>${section}</w:pPr></w:p><w:p>`;
        })
        .replace(/(<\/w:p>)(<w:sectPr\b[^>]*>)(?:<w:(?:header|footer)Reference[^>]*\/>)+/, '$1$2'),
    );
    const document = await inTemplate(TURNED, bytes);
    const sections = [...descendants(document.body, 'w:sectPr')];
    assert.deepEqual(
      sections.map((one) => tabsOf(document, one).length),
      [2, 0, 6, 2],
    );
  });
});
