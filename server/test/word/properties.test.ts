import assert from 'node:assert/strict';
import { descendants, textIn } from '../../src/docx/xml-tree';
import { paragraphOf, says, styleOf, valueAt, type Word, word } from './word';

function core(document: Word): Record<string, string> {
  const root = document.part('docProps/core.xml');
  return Object.fromEntries([...descendants(root)].map((element) => [element.name, textIn(element)]));
}

const FRONT_MATTER = `---
title: "Libraries & recovery: <five> years"
kind: report
author: A. Smith
organisation: Eastshire
audience: Cabinet
date: 2026-06-04
status: For decision
keywords: [libraries, digital]
subject: Offer
description: In short
language: cy
---
`;

describe('Word: what the document says about itself', () => {
  it('has title, author, keywords and language as properties', async () => {
    const document = await word(`${FRONT_MATTER}\nText\n`);
    assert.deepEqual(core(document), {
      'dc:title': 'Libraries & recovery: <five> years',
      'dc:subject': 'Offer',
      'dc:creator': 'A. Smith',
      'cp:keywords': 'libraries, digital',
      'dc:description': 'In short',
      'cp:lastModifiedBy': 'A. Smith',
      'cp:revision': '1',
      'cp:category': document.part('docProps/core.xml') && core(document)['cp:category']!,
      'cp:contentStatus': 'For decision',
      'dc:language': 'cy',
    });
    const language = [...descendants(document.part('word/styles.xml'), 'w:lang')][0]!;
    assert.equal(language.attributes['w:val'], 'cy-GB');
  });

  it('says what kind of document it is, by the name that its author has for it', async () => {
    const category = async (kind: string) =>
      core(await word(`---\nkind: ${kind}\n---\nText\n`))['cp:category'];
    assert.equal(await category('report'), 'Cabinet or committee report');
    assert.equal(await category('scrutiny-report'), 'Scrutiny report');
    assert.equal(await category('raport'), 'Cabinet or committee report');
  });

  for (const [what, text, styles] of [
    [
      'a heading below a logo',
      '![Logo](data:,)\n\n# Our offer\n',
      ['PictureParagraph', 'Heading1', 'Author', 'Normal'],
    ],
    ['a heading of the second level', '## Our offer!\n', ['Title', 'Author', 'Normal']],
    ['a line in bold', '**Our offer**\n', ['Title', 'Author', 'Normal']],
    ['a line', 'Our offer\n', ['Title', 'Author', 'Normal']],
  ] as const) {
    it(`prints a title once that stands in the text as ${what}`, async () => {
      const document = await word(`---\ntitle: Our offer\nauthor: A\n---\n${text}\nText.\n`);
      assert.deepEqual(document.paragraphs.map(styleOf), styles);
      assert.equal(document.paragraphs.filter((one) => says(one).startsWith('Our offer')).length, 1);
    });
  }

  for (const [date, isDay] of [
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2028-02-29', true],
    ['Spring 2026', true],
  ] as const) {
    it(`says of the date ${date} ${isDay ? 'nothing' : 'that it is none'}`, async () => {
      const document = await word(`---\ntitle: T\ndate: ${date}\n---\nText\n`);
      const found = document.warnings.filter(({ message }) => /no day of the calendar/.test(message));
      assert.deepEqual(
        found.map(({ line }) => line),
        isDay ? [] : [2],
      );
      if (!isDay) assert.ok(document.paragraphs.map(says).includes(`Date:\t${date}`));
    });
  }

  it('prints a title that the text only mentions', async () => {
    const document = await word('---\ntitle: Our offer\n---\nOur offer is good.\n\n## Why\n\nOur offer\n');
    assert.equal(styleOf(document.paragraphs[0]!), 'Title');
    assert.equal(styleOf(paragraphOf(document, 'Why')), 'Heading2');
    assert.equal(document.paragraphs.length, 4);
  });

  it('prints title, reader, writer, date and status above the text, in the paper’s language', async () => {
    const document = await word(`${FRONT_MATTER}\nText\n`);
    assert.deepEqual(document.paragraphs.map(says), [
      'Libraries & recovery: <five> years',
      'Adroddiad i:\tCabinet',
      'Oddi wrth:\tA. Smith, Eastshire',
      'Dyddiad:\t4 Mehefin 2026',
      'Statws:\tFor decision',
      'Text',
    ]);
    assert.equal(styleOf(document.paragraphs[0]!), 'Title');
  });

  it('takes the first heading for the title where there is no other', async () => {
    const document = await word('Before\n\n# The *title*\n');
    assert.equal(core(document)['dc:title'], 'The title');
    assert.deepEqual(document.paragraphs.map(styleOf), ['Normal', 'Heading1']);
  });

  it('prints a title that is the first heading, too, only once', async () => {
    const document = await word('---\ntitle: Our offer\nauthor: A. Smith\n---\n# Our offer!\n\nText\n');
    assert.deepEqual(document.paragraphs.map(says), ['Our offer!', 'From:\tA. Smith', 'Text']);
    assert.equal(styleOf(document.paragraphs[0]!), 'Heading1');
  });

  for (const [heading, isTitle] of [
    ['Library to open on Saturdays', true],
    ['OUR OFFER TO CHILDREN', true],
    ['Three branches could lose an evening a week', true],
    ['Introduction', false],
    ['What we propose', false],
    // A part of a report.
    ['Executive summary', false],
    ['Summary of our offer to children', false],
    ['1. Our offer to children and their schools', false],
    ['Recommendations for decision by the Cabinet', false],
    ['Options for our offer of Saturdays to children', true],
  ] as const) {
    it(`${isTitle ? 'prints only' : 'prints the title above'} the only first heading “${heading}”`, async () => {
      const document = await word(
        `---\ntitle: Our offer\nkind: report\nauthor: A. Smith\n---\n# ${heading}\n\nText\n\n## More\n`,
      );
      const lines = [heading, 'From:\tA. Smith', 'Text', 'More'];
      const above = ['Our offer', 'From:\tA. Smith', heading, 'Text', 'More'];
      assert.deepEqual(document.paragraphs.map(says), isTitle ? lines : above);
      assert.equal(core(document)['dc:title'], 'Our offer');
    });
  }

  it('prints the title above several first headings', async () => {
    const document = await word(
      '---\ntitle: Our offer\n---\n# Our offer to children\n\n# Our offer to adults\n',
    );
    assert.deepEqual(document.paragraphs.map(says), [
      'Our offer',
      'Our offer to children',
      'Our offer to adults',
    ]);
  });

  for (const comment of [
    '<!-- A note to the editor. -->',
    '<!-- advocacy-disable-file sentence-long -->\n\n<!-- One\nmore. -->',
    '<!-- landscape -->',
  ]) {
    it(`prints it only once below ${comment.split('\n')[0]}, too`, async () => {
      const document = await word(
        `---\ntitle: Our offer\nauthor: A. Smith\n---\n${comment}\n\n# Our offer\n\nText\n`,
      );
      assert.deepEqual(document.paragraphs.map(says), ['Our offer', 'From:\tA. Smith', 'Text']);
    });
  }

  for (const [kind, label] of [
    ['report', 'Report to'],
    ['briefing', 'For'],
    ['letter', 'For'],
    ['strategy', 'For'],
  ] as const) {
    it(`names the reader of a ${kind} behind “${label}:”`, async () => {
      const document = await word(`---\ntitle: T\nkind: ${kind}\naudience: Cabinet\n---\nText\n`);
      assert.equal(says(document.paragraphs[1]!), `${label}:\tCabinet`);
    });
  }

  it('says above a press release who issues it and when, and not whom it is for and who wrote it', async () => {
    const document = await word(
      '---\nkind: press-release\naudience: Editors\nauthor: A. Smith\norganisation: Ashby Libraries\ndate: 2026-11-03\n---\n# News\n\nText\n',
    );
    assert.deepEqual(document.paragraphs.map(says), [
      'News',
      'Issued by:\tAshby Libraries',
      'Date:\t3 November 2026',
      'Text',
    ]);
  });

  it('says in Welsh who issues a Welsh one', async () => {
    const document = await word(
      '---\nkind: press-release\nlanguage: cy\norganisation: Cyngor Ashby\n---\n# Newyddion\n\nText\n',
    );
    assert.equal(says(document.paragraphs[1]!), 'Cyhoeddwyd gan:\tCyngor Ashby');
  });

  for (const line of [
    '**News from Ashby Libraries. For immediate release: 3 November 2026**',
    '**Issued by Ashby Libraries, 3 November 2026**',
  ])
    it(`does not say it twice where the release line has it: ${line}`, async () => {
      const document = await word(
        `---\nkind: press-release\norganisation: Ashby Libraries\ndate: 2026-11-03\n---\n# News\n\n${line}\n`,
      );
      assert.equal(document.paragraphs.length, 2);
    });

  describe('does not say the date of a press release twice', () => {
    const release = (line: string, date = '2026-12-10'): Promise<Word> =>
      word(
        `---\nkind: press-release\ndate: ${date}\nstatus: S\n---\n# News\n\n${line}\n\nPeople can meet.\n`,
      );

    for (const [line, date] of [
      ['**For immediate release: 10 December 2026**', '2026-12-10'],
      ['Embargoed until 6am on Thursday, 10th December 2026', '2026-12-10'],
      [
        '**[insert date]. [insert for immediate release, or embargoed until a time and date]**',
        '"[insert date]"',
      ],
    ] as const) {
      it(`where it stands in its release line: ${line}`, async () => {
        const document = await release(line, date);
        assert.equal(says(document.paragraphs[1]!), 'Status:\tS');
      });
    }

    for (const line of ['**10 December 2026. For immediate release**', '10 December 2026']) {
      it(`nor below a title that says what it is: ${line}`, async () => {
        const document = await word(
          `---\nkind: press-release\ndate: 2026-12-10\nstatus: S\n---\n# Press release: late opening\n\n${line}\n`,
        );
        assert.equal(says(document.paragraphs[1]!), 'Status:\tS');
      });
    }

    it('but says it below such a title where only a sentence has it', async () => {
      const document = await word(
        '---\nkind: press-release\ndate: 2026-12-10\n---\n# Press release: late opening\n\nWe open on 10 December 2026.\n',
      );
      assert.equal(says(document.paragraphs[1]!), 'Date:\t10 December 2026');
    });

    for (const line of [
      '**For immediate release**',
      '**Embargoed until 12 December 2026**',
      '**Embargoed until 110 December 2026**',
      'The doors open on 10 December 2026.',
    ]) {
      it(`but says it above “${line}”`, async () => {
        const document = await release(line);
        assert.equal(says(document.paragraphs[1]!), 'Date:\t10 December 2026');
      });
    }

    it('nor where the kind is called by its name', async () => {
      const document = await word(
        '---\nkind: Press release\ndate: 2026-12-10\nstatus: S\n---\nFor immediate release, 10 December 2026\n',
      );
      assert.equal(says(document.paragraphs[0]!), 'Status:\tS');
    });
  });

  it('gives the title the first level where the text begins at the second, so that none is skipped', async () => {
    const below = await word('---\ntitle: T\n---\n## S\n');
    assert.equal(valueAt(below.paragraphs[0]!, 'w:pPr', 'w:outlineLvl'), '0');
    const within = await word('---\ntitle: T\n---\n**CAB/34**\n\nT\n\n## S\n');
    assert.equal(valueAt(paragraphOf(within, 'T'), 'w:pPr', 'w:outlineLvl'), '0', 'in the text, too');
    const beside = await word('---\ntitle: T\n---\n# S\n\n# S2\n');
    assert.equal(valueAt(beside.paragraphs[0]!, 'w:pPr', 'w:outlineLvl'), undefined);
  });

  for (const [what, frontMatter, title] of [
    ['a list of authors', 'author: [A, B]', 'From:\tA, B'],
    ['authors with names', 'authors:\n  - name: A\n  - name: B', 'From:\tA, B'],
    ['an office, which begins the line', 'author: the Head of Libraries', 'From:\tThe Head of Libraries'],
    [
      'an author who names the organisation, once',
      'author: Jo Bell, Friends of Ashby Library\norganisation: Friends of Ashby Library',
      'From:\tJo Bell, Friends of Ashby Library',
    ],
    [
      'an organisation of another name, which stands behind the author',
      'author: Jo Bell, Ashby Council\norganisation: Ashby Council Libraries',
      'From:\tJo Bell, Ashby Council, Ashby Council Libraries',
    ],
    [
      'several authors with commas, of whom the last is not of the organisation alone',
      'author: Jo Bell, chair; Lee Day, Weir College\norganisation: Ashby Libraries',
      'From:\tJo Bell, chair; Lee Day, Weir College; Ashby Libraries',
    ],
    ['a date in words', 'date: Spring 2026', 'Date:\tSpring 2026'],
    ['a number', 'status: 2', 'Status:\t2'],
  ] as const) {
    it(`understands ${what}`, async () => {
      const document = await word(`---\n${frontMatter}\n---\nText\n`);
      const shown = document.paragraphs.map(says);
      assert.ok(what === 'a number' ? shown.length > 0 : shown.includes(title), String(shown));
    });
  }

  for (const frontMatter of [
    'title: [1, {a: b}]',
    'title: {}',
    'date: 2026-13-45',
    'language: "<script>"',
    'author: ~',
    'title: "\\u0001\\ud800"',
  ]) {
    it(`is none the worse for ${frontMatter}`, async () => {
      const document = await word(`---\n${frontMatter}\n---\nText\n`);
      assert.equal(says(document.paragraphs.at(-1)!), 'Text');
      core(document);
    });
  }

  it('says in English what language it is in where the front matter does not', async () => {
    assert.equal(core(await word('Text'))['dc:language'], 'en-GB');
  });

  it('says that it is in Welsh where its text is', async () => {
    const welsh =
      'Mae hyn yn dangos sut y mae llyfrgelloedd wedi bod yn helpu pobl y sir, ac yr ydym yn falch. ';
    assert.equal(core(await word(welsh.repeat(2)))['dc:language'], 'cy');
  });
});
