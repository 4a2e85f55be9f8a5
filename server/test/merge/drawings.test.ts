import assert from 'node:assert/strict';
import { type MergeDocumentOptions, type MergedDraft, mergeDocument } from '../../src/merge/merge-document';
import { BY, exported, Reviewer } from './reviewer';

const DANA = 'w:author="Dana Petrie" w:date="2026-10-03T09:31:00Z"';

const drawn = (graphic: string): string =>
  '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">' +
  `<wp:docPr id="77" name="x"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
  `<a:graphicData>${graphic}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

const CHART = drawn('<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>');
const DIAGRAM = drawn('<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>');
const SHAPE = drawn(
  '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"/>',
);
const BOX = drawn(
  '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx>' +
    '<w:txbxContent><w:p><w:r><w:t>Words in a box.</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>',
);

const inserted = (xml: string): string => `<w:ins w:id="901" ${DANA}>${xml}</w:ins>`;
const deletedTwo = (xml: string): string =>
  `<w:ins w:id="901" ${DANA}><w:del w:id="902" ${DANA}>${xml}</w:del></w:ins>`;

const DRAFT = '## Costs\n\nWe lend books.\n\nMore.\n';

const inParagraph = (xml: string) => (reviewer: Reviewer) => {
  const paragraph = reviewer.paragraph('We lend books.');
  return reviewer.change(paragraph, paragraph.replace('</w:p>', `${xml}</w:p>`));
};

const asParagraph = (xml: string) => (reviewer: Reviewer) => {
  const paragraph = reviewer.paragraph('More.');
  const mark = `<w:pPr><w:rPr><w:ins w:id="900" ${DANA}/></w:rPr></w:pPr>`;
  return reviewer.change(paragraph, `<w:p>${mark}${xml}</w:p>${paragraph}`);
};

async function brought(
  act: (reviewer: Reviewer) => Reviewer,
  options: Partial<MergeDocumentOptions> = {},
): Promise<MergedDraft> {
  return mergeDocument(act(await Reviewer.of(DRAFT)).bytes, DRAFT, {
    changes: 'show',
    comments: 'keep',
    pictures: 'draft-images',
    export: () => exported(DRAFT, 'always'),
    ...options,
  });
}

describe('What a reviewer draws', () => {
  for (const [what, xml, says] of [
    [
      'a chart',
      CHART,
      'A chart is left out; in Word, save it as a picture, and insert that (below “Costs”).',
    ],
    [
      'a diagram',
      DIAGRAM,
      'A diagram (SmartArt) is left out; in Word, save it as a picture, and insert that (below “Costs”).',
    ],
    ['a shape', SHAPE, 'A drawing without text is left out (below “Costs”).'],
  ] as const) {
    for (const [where, put] of [
      ['in a paragraph', inParagraph],
      ['in a paragraph of its own', asParagraph],
    ] as const) {
      it(`is named, as Markdown cannot hold it: ${what} ${where}`, async () => {
        const { text, remark } = await brought(put(inserted(xml)));
        assert.equal(text, DRAFT);
        assert.equal(remark, says);
        assert.equal((await brought(put(inserted(xml)), { changes: 'reject' })).remark, undefined);
      });
    }

    it(`is named without tracking, too, and not where it was deleted again: ${what}`, async () => {
      assert.equal((await brought(inParagraph(xml))).remark, says);
      assert.equal((await brought(inParagraph(deletedTwo(xml)))).remark, undefined);
    });
  }

  it('is a paragraph where it is a text box', async () => {
    for (const put of [inParagraph, asParagraph]) {
      const { text, remark } = await brought(put(inserted(BOX)));
      assert.equal(text, `## Costs\n\nWe lend books.\n\n{++Words in a box.++}${BY}\n\nMore.\n`);
      assert.equal(remark, undefined);
      assert.equal((await brought(put(inserted(BOX)), { changes: 'reject' })).text, DRAFT);
    }
  });

  it('changes nothing where it is an empty line', async () => {
    assert.equal((await brought(asParagraph(''))).text, DRAFT);
  });
});
