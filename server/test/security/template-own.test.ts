import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { changed, councilTemplate, inTemplate } from '../word/templates';
import { problems } from '../word/validator';
import { all, type Change, field, inBody, messages, related, svg, withSvg } from './template-changes';

describe('A Word template with what is its own', () => {
  let council: Uint8Array;
  let usual: string[];
  before(async () => {
    council = await councilTemplate();
    usual = messages(await inTemplate('x', council));
  });

  it('gives a document no comments that people made on it, nor who they are', async () => {
    const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const remarks = all(
      related(
        'word/comments.xml',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml',
        `<w:comments xmlns:w="${words}"><w:comment w:id="7" w:author="Ann"><w:p><w:r><w:t>too dear</w:t></w:r></w:p></w:comment></w:comments>`,
        'comments',
      ),
      related(
        'word/people.xml',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml',
        '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="Ann"/></w15:people>',
        'http://schemas.microsoft.com/office/2011/relationships/people',
        'rId98',
      ),
      inBody('<w:p><w:r><w:commentReference w:id="7"/></w:r></w:p>'),
    );
    const document = await inTemplate('Ours{>>Dana, 3 Oct 2026: Ours, too.<<}.', remarks(council));
    assert.deepEqual(
      messages(document).filter((one) => !usual.includes(one)),
      ['The template has comments of its own, or says who made them; they are left out'],
    );
    const parts = Object.entries(unzipSync(document.bytes));
    assert.doesNotMatch(parts.map(([, content]) => strFromU8(content, true)).join(''), /too dear|"Ann"/);
    assert.match(strFromU8(unzipSync(document.bytes)['word/comments.xml']!), /Ours, too/);
    assert.deepEqual(await problems(document.bytes), []);
  });

  it('is told of where it has tracked changes', async () => {
    const tracked = inBody('<w:p><w:ins w:id="7" w:author="Ann"><w:r><w:t>new</w:t></w:r></w:ins></w:p>');
    assert.match(messages(await inTemplate('x', tracked(council))).join(), /tracked changes of its own/);
  });

  it('has at most five things named that are left out, and the others counted', async () => {
    const many = Array.from(
      { length: 9 },
      (_, at): Change =>
        (bytes) =>
          changed(bytes, `x${at}.bin`, () => 'x'),
    );
    const warnings = messages(await inTemplate('x', all(...many)(council)));
    assert.match(warnings.join('\n'), /\(x0\.bin, x1\.bin, x2\.bin, x3\.bin, x4\.bin and 4 more\)/);
  });

  const whole: readonly [what: string, change: Change, kept: RegExp][] = [
    ['a drawing that is safe', withSvg(svg('<rect fill="red"/>')), /svgBlip/],
    [
      'fields that reckon',
      inBody(
        ['PAGE', 'STYLEREF "Chapter"', '= 1 + 2', 'TOC \\o', 'DOCPROPERTY x']
          .map((one) => field(one, 'y'))
          .join(''),
      ),
      /STYLEREF.*= 1 \+ 2.*TOC.*DOCPROPERTY/s,
    ],
    [
      'data of its own, and of SharePoint',
      all(
        related(
          'customXml/item8.xml',
          'application/xml',
          '<own xmlns="https://council.example/x">1</own>',
          'customXml',
          'rId97',
        ),
        related(
          'customXml/item9.xml',
          'application/xml',
          '<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties"/>',
          'customXml',
        ),
      ),
      /Ours/,
    ],
  ];
  for (const [what, change, kept] of whole) {
    it(`gives it ${what}, without a word`, async () => {
      const document = await inTemplate('Ours.', change(council));
      assert.deepEqual(messages(document), usual);
      assert.match(strFromU8(unzipSync(document.bytes)['word/document.xml']!), kept);
      const gone = Object.keys(unzipSync(change(council))).filter((name) => !document.parts.includes(name));
      assert.deepEqual(gone, []);
    });
  }
});
