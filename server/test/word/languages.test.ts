import assert from 'node:assert/strict';
import { descendants, elementIn, textIn, type XmlElement } from '../../src/docx/xml-tree';
import { changed, inTemplate, plainTemplate } from './templates';
import { problems } from './validator';
import { paragraphOf, says, styleOf, type Word, word } from './word';

/** The language of the run that says something; undefined where it has none of its own. */
function languageOf(document: Word, text: string): string | undefined {
  for (const run of descendants(document.body, 'w:r'))
    if (says(run).includes(text)) return elementIn(run, 'w:rPr', 'w:lang')?.attributes['w:val'];
  throw new Error(`No run says “${text}”`);
}

function runOf(document: Word, text: string): XmlElement {
  return [...descendants(document.body, 'w:r')].find((run) => says(run).includes(text))!;
}

describe('Word: parts in another language', () => {
  const CASES: readonly (readonly [what: string, markdown: string])[] = [
    ['a paragraph', '<p lang="fr">Bonjour à tous</p>'],
    ['a quotation', '<blockquote lang="fr"><p>Bonjour</p></blockquote>'],
    ['Markdown between the tags of a division', '<div lang="fr">\n\n## Un\n\n- Bonjour\n\n</div>'],
    ['a division in a division', '<div lang="cy">\n\n<div lang="fr">\n\nBonjour\n\n</div>\n\n</div>'],
    ['an item', '<ul><li lang="fr">Bonjour</li></ul>'],
    ['a cell', '<table><tr><td lang="fr">Bonjour</td></tr></table>'],
    ['a table', '<table lang="fr"><tr><td>Bonjour</td></tr></table>'],
    ['a heading', '<h2 lang="fr">Bonjour</h2>'],
    ['a link in it', '<p lang="fr"><a href="https://example.org">Bonjour</a></p>'],
    ['words', 'He said <span lang="fr">Bonjour</span>.'],
  ];
  for (const [what, markdown] of CASES) {
    it(`has the language of ${what}, and of nothing else`, async () => {
      const document = await word(`Before.\n\n${markdown}\n\nAfter.\n`);
      assert.equal(languageOf(document, 'Bonjour'), 'fr-FR');
      for (const text of ['Before', 'After']) assert.equal(languageOf(document, text), undefined, text);
      assert.deepEqual(document.warnings, []);
      assert.deepEqual(await problems(document.bytes), []);
    });
  }

  it('goes back to the language around it', async () => {
    const document = await word(
      '<div lang="cy">\n\nUn\n\n<div lang="fr">\n\nDeux\n\n</div>\n\nTri\n\n</div>\n\nFour\n',
    );
    assert.deepEqual(
      ['Un', 'Deux', 'Tri', 'Four'].map((text) => languageOf(document, text)),
      ['cy-GB', 'fr-FR', 'cy-GB', undefined],
    );
  });

  it('is named with a country, as Word names languages: English is British where none is said', async () => {
    const span = (tag: string): string => `<span lang="${tag}">${tag} words</span>`;
    const tags = ['en', 'pl', 'ur', 'en-US', 'zh-Hant'];
    const document = await word(`---\nlanguage: Welsh\n---\n${tags.map(span).join(' and ')}.\n`);
    assert.deepEqual(
      tags.map((tag) => languageOf(document, `${tag} words`)),
      ['en-GB', 'pl-PL', 'ur-PK', 'en-US', 'zh-Hant'],
    );
  });

  it('labels an alert in it', async () => {
    const document = await word('<div lang="cy">\n\n> [!WARNING]\n> Perygl.\n\n</div>\n');
    assert.deepEqual(document.paragraphs.map(says), ['Rhybudd', 'Perygl.']);
    assert.equal(languageOf(document, 'Rhybudd'), 'cy-GB');
  });
});

describe('Word: text from right to left', () => {
  it('has paragraphs, runs, lists and tables that run so', async () => {
    const document = await word(
      'Before.\n\n<div dir="rtl" lang="ar">\n\nمرحبا\n\n- بند\n\n| أ | ب |\n|---|---|\n| ج | د |\n\n</div>\n\nAfter <span dir="rtl" lang="he">שלום</span>.\n',
    );
    for (const text of ['مرحبا', 'بند', 'ج'])
      assert.notEqual(elementIn(paragraphOf(document, text), 'w:pPr', 'w:bidi'), undefined, text);
    assert.equal(elementIn(paragraphOf(document, 'After'), 'w:pPr', 'w:bidi'), undefined);
    const run = elementIn(runOf(document, 'مرحبا'), 'w:rPr');
    assert.notEqual(elementIn(run, 'w:rtl'), undefined);
    assert.equal(elementIn(run, 'w:lang')?.attributes['w:bidi'], 'ar-EG');
    assert.notEqual(elementIn(runOf(document, 'שלום'), 'w:rPr', 'w:rtl'), undefined);
    assert.notEqual(elementIn(document.tables[0], 'w:tblPr', 'w:bidiVisual'), undefined);
    assert.deepEqual(await problems(document.bytes), []);
  });

  it('has words from left to right in it', async () => {
    const document = await word('<p dir="rtl">مرحبا <span dir="ltr">GOV.UK</span></p>\n');
    assert.equal(elementIn(runOf(document, 'GOV.UK'), 'w:rPr', 'w:rtl'), undefined);
  });
});

describe('Word: a paper in Welsh', () => {
  const PAPER = `---
title: Y cynnig
kind: report
language: cy
author: Siân
audience: Y Cabinet
date: 2026-11-20
status: Drafft
word: { contents: true, numbering: none }
---
## Crynodeb

Gweler Ffigur 1 a Tabl 1.[^1]

![Siart](a.png)

Ffigur 1: Ymweliadau

| a | b |
|---|---|
| 1 | 2 |

Tabl 1: Costau

> [!NOTE]
> Dros dro.

<!-- sources -->

[^1]: Cyngor.
`;

  it('says in Welsh what we print ourselves', async () => {
    const document = await word(PAPER);
    const said = document.paragraphs.map(says);
    for (const text of [
      'Adroddiad i:\tY Cabinet',
      'Oddi wrth:\tSiân',
      'Dyddiad:\t20 Tachwedd 2026',
      'Statws:\tDrafft',
      'Cynnwys',
      'Ffynonellau',
      'Nodyn',
    ])
      assert.ok(said.includes(text), `${text} in ${said.join(' | ')}`);
    const footer = document.parts.find((name) => /^word\/footer\d/.test(name))!;
    assert.match(says(document.part(footer)), /Tudalen .*o /s);
    assert.equal(
      elementIn(document.part('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang')
        ?.attributes['w:val'],
      'cy-GB',
    );
  });

  it('counts Welsh captions, and leads to them', async () => {
    const document = await word(PAPER);
    const fields = [...descendants(document.body, 'w:instrText')].map((field) => textIn(field).trim());
    for (const field of [
      'SEQ Ffigur \\* ARABIC',
      'SEQ Tabl \\* ARABIC',
      'REF _Caption1 \\h \\* MERGEFORMAT',
      'REF _Caption2 \\h \\* MERGEFORMAT',
    ])
      assert.ok(fields.includes(field), field);
    assert.equal(styleOf(paragraphOf(document, 'Ffigur 1: Ymweliadau')), 'Caption');
  });

  for (const [what, change] of [
    ['no defaults', (text: string) => text.replace(/<w:docDefaults>.*?<\/w:docDefaults>/s, '')],
    [
      'empty defaults',
      (text: string) => text.replace(/<w:docDefaults>.*?<\/w:docDefaults>/s, '<w:docDefaults/>'),
    ],
    [
      'defaults without type',
      (text: string) => text.replace(/<w:rPrDefault>.*?<\/w:rPrDefault>|<w:rPrDefault\/>/s, ''),
    ],
    [
      'another language',
      (text: string) =>
        text.replace(
          /<w:docDefaults>.*?<\/w:docDefaults>/s,
          '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>',
        ),
    ],
  ] as const) {
    it(`is in Welsh in a template with ${what}`, async () => {
      const bytes = changed(await plainTemplate('{{body}}'), 'word/styles.xml', change);
      const document = await inTemplate(PAPER, bytes);
      const defaults = elementIn(
        document.part('word/styles.xml'),
        'w:docDefaults',
        'w:rPrDefault',
        'w:rPr',
        'w:lang',
      );
      assert.equal(defaults?.attributes['w:val'], 'cy-GB');
      assert.deepEqual(await problems(document.bytes), []);
    });
  }
});
