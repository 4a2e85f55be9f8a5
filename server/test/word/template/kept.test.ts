import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { descendants, elementIn, textIn } from '../../../src/docx/xml-tree';
import {
  changed,
  councilTemplate,
  DRAFT,
  inTemplate,
  paragraph,
  plainTemplate,
  template,
} from '../templates';
import { problems } from '../validator';
import { says, valueAt } from '../word';

describe('Word templates: what stays', () => {
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

  it('keeps headers, footers, logo, sections, page set-up and theme', async () => {
    const document = await inTemplate(DRAFT, council);
    const before = unzipSync(council);
    const after = unzipSync(document.bytes);
    for (const name of Object.keys(before)) assert.ok(name in after, `${name} is still there`);
    for (const name of ['word/theme/theme1.xml', 'word/settings.xml', 'word/fontTable.xml']) {
      assert.equal(strFromU8(after[name]!), strFromU8(before[name]!), name);
    }
    const media = Object.keys(before).filter((name) => name.startsWith('word/media/'));
    assert.equal(media.length, 1);
    const sections = [...descendants(document.body, 'w:sectPr')];
    assert.equal(sections.length, 2);
    assert.equal(sections.filter((section) => elementIn(section, 'w:titlePg')).length, 1);
    assert.equal([...descendants(document.body, 'w:headerReference')].length, 2);
    assert.equal([...descendants(document.body, 'w:pgMar')][0]!.attributes['w:left'], '1800');
  });

  it('keeps the template’s own text around ours', async () => {
    const document = await inTemplate(DRAFT, council);
    const texts = document.paragraphs.map(says).filter(Boolean);
    assert.equal(texts[0], 'Paper of Eastshire');
    assert.equal(texts.at(-1), 'About this paper: Our offer');
    assert.ok(texts.includes('Purpose'));
    assert.ok(!texts.some((text) => text.includes('{{body}}')));
  });

  it('keeps what the template says about itself where the draft says nothing', async () => {
    const document = await inTemplate(DRAFT, council);
    const core = document.part('docProps/core.xml');
    assert.equal(textIn(elementIn(core, 'dc:title')!), 'Our offer');
    assert.equal(textIn(elementIn(core, 'dc:subject')!), 'Committee papers');
    assert.match(textIn(elementIn(document.part('docProps/app.xml'), 'Application')!), /^Library Advocacy/);
  });

  it('keeps a subject with marks that mean something where texts are replaced', async () => {
    const subject = 'Costs in $& and $` and $$c';
    const document = await inTemplate(
      DRAFT,
      await template({ subject, sections: [{ children: [paragraph('{{body}}')] }] }),
    );
    assert.equal(textIn(elementIn(document.part('docProps/core.xml'), 'dc:subject')!), subject);
  });

  it('is in the draft’s language where the template names only that of other scripts', async () => {
    const bytes = changed(await plainTemplate('{{body}}'), 'word/styles.xml', (text) =>
      text.replace(/<w:docDefaults>.*<\/w:docDefaults>|<w:docDefaults\/>/s, () => {
        return "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:eastAsia='ja-JP'/></w:rPr></w:rPrDefault></w:docDefaults>";
      }),
    );
    const { part } = await inTemplate('x', bytes);
    const [lang] = descendants(part('word/styles.xml'), 'w:lang');
    assert.deepEqual({ ...lang!.attributes }, { 'w:eastAsia': 'ja-JP', 'w:val': 'en-GB' });
  });

  it('has lists in a template whose own list of them is empty', async () => {
    const bytes = changed(await councilTemplate(), 'word/numbering.xml', (text) =>
      text.replace(/>(?:(?!<w:numbering).)*$/s, '/>'),
    );
    const document = await inTemplate(
      '- a\n\n1. b\n',
      changed(bytes, 'word/styles.xml', (text) => text.replace(/<w:numPr>.*?<\/w:numPr>/gs, '')),
    );
    assert.deepEqual(
      document.paragraphs
        .filter((one) => valueAt(one, 'w:pPr', 'w:numPr', 'w:numId') !== undefined)
        .map(says),
      ['a', 'b'],
    );
    assert.deepEqual(await problems(document.bytes), []);
  });

  it('is in the draft’s language, whatever the template was made in', async () => {
    const document = await inTemplate(
      DRAFT,
      await template({
        styles: { default: { document: { run: { language: { value: 'en-US' } } } } },
        sections: [{ children: [paragraph('{{body}}')] }],
      }),
    );
    for (const lang of descendants(document.part('word/styles.xml'), 'w:lang')) {
      assert.equal(lang.attributes['w:val'], 'en-GB');
    }
  });
});
