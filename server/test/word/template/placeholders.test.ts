import assert from 'node:assert/strict';
import { descendants, elementIn, elementsIn } from '../../../src/docx/xml-tree';
import { changed, councilTemplate, DRAFT, inTemplate, plainTemplate } from '../templates';
import { problems } from '../validator';
import { paragraphOf, says } from '../word';

describe('Word templates: placeholders', () => {
  let council: Uint8Array;
  before(async () => {
    council = await councilTemplate();
  });

  it('fills them in, in text, headers and footers, also where Word has split them', async () => {
    const document = await inTemplate(DRAFT, council);
    const headers = document.parts
      .filter((part) => /header\d/.test(part))
      .map((part) => says(document.part(part)));
    assert.ok(headers.includes('Our offer — CAB/34'), String(headers));
    assert.ok(document.paragraphs.map(says).includes('4 June 2026 A. Smith [insert unknown]'));
    assert.deepEqual(
      document.warnings.map(({ message }) => message),
      ['The template asks for {{unknown}}, which the details at the top of the draft do not give'],
    );
  });

  it('does not print again what the template prints', async () => {
    const document = await inTemplate(DRAFT, council);
    const texts = document.paragraphs.map(says);
    assert.ok(!texts.some((text) => text.startsWith('Date:') || text.startsWith('From:')));
    assert.equal(
      texts.filter((text) => text === 'Our offer').length,
      0,
      'the title stands in the second section',
    );
  });

  it('leaves the words of the draft alone', async () => {
    const document = await inTemplate('{{title}} and {{body}}\n', council);
    assert.ok(document.paragraphs.map(says).includes('{{title}} and {{body}}'));
  });

  it('writes values as text, whatever they hold', async () => {
    const document = await inTemplate(
      '---\ntitle: "<w:t>&{{author}}"\nauthor: "$1 $& \\u0001"\n---\n',
      await plainTemplate('{{title}} {{author}}', '{{body}}'),
    );
    assert.equal(says(document.paragraphs[0]!), '<w:t>&{{author}} $1 $& ');
  });

  it('marks what the front matter does not give, in the look of its place', async () => {
    const bytes = changed(
      await plainTemplate('By {{author}}, who wrote it', '{{body}}'),
      'word/document.xml',
      (text) => text.replace(/<w:r>(<w:t[^>]*>By )/, '<w:r><w:rPr><w:b/><w:u w:val="single"/></w:rPr>$1'),
    );
    const document = await inTemplate('Ours\n', bytes);
    const paragraph = paragraphOf(document, 'By');
    const runs = [...descendants(paragraph, 'w:r')].map((run) => [
      says(run),
      elementsIn(elementIn(run, 'w:rPr')).map(({ name }) => name),
    ]);
    assert.deepEqual(runs, [
      ['By ', ['w:b', 'w:u']],
      ['[insert author]', ['w:b', 'w:color', 'w:highlight', 'w:u']],
      [', who wrote it', ['w:b', 'w:u']],
    ]);
  });

  it('marks it so that it can be read where the template’s letters are white', async () => {
    const bytes = changed(await plainTemplate('By {{author}}', '{{body}}'), 'word/document.xml', (text) =>
      text.replace(
        /<w:r>(<w:t[^>]*>By )/,
        '<w:r><w:rPr><w:color w:val="FFFFFF" w:themeColor="background1"/><w:sz w:val="22"/></w:rPr>$1',
      ),
    );
    const document = await inTemplate('Ours\n', bytes);
    const [white, marked] = [...descendants(paragraphOf(document, 'By'), 'w:r')].map((run) =>
      elementsIn(elementIn(run, 'w:rPr')).map(
        ({ name, attributes }) => `${name} ${Object.values(attributes).join(' ')}`,
      ),
    );
    assert.deepEqual(white, ['w:color FFFFFF background1', 'w:sz 22']);
    assert.deepEqual(marked, ['w:color 000000', 'w:sz 22', 'w:highlight yellow']);
    assert.deepEqual(await problems(document.bytes), []);
  }).timeout(60_000);

  it('fills in text boxes', async () => {
    const box =
      '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>{{title}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>';
    const bytes = changed(await plainTemplate('{{body}}'), 'word/document.xml', (text) =>
      text.replace('<w:body>', `<w:body>${box}`),
    );
    const document = await inTemplate(DRAFT, bytes);
    assert.ok(says(document.paragraphs[0]!).includes('Our offer'));
  });
});
