import assert from 'node:assert/strict';
import { descendants, elementIn, elementsIn, type XmlElement } from '../../src/docx/xml-tree';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import type { Project } from '../../src/project/types';
import { unfilledWords } from '../../src/rules/unfilled-words';
import { exportWord } from '../../src/word';
import { readLayout } from '../../src/word/layout';
import {
  numbering,
  opened,
  paragraphOf,
  says,
  shown,
  styleNamed,
  styleOf,
  valueAt,
  type Word,
  word,
} from './word';

const REPORT = `---
title: Our offer
kind: report
---
Before.

## Purpose

First.

Second:

- a
- b

## Reasons

### Why now

Third.

![x](a.png)

> Said.
`;

describe('Word: how the configuration sets a paper', () => {
  const configured = (setup: Project['configuration']['word']): Project => ({
    ...builtInProject,
    configuration: { ...builtInProject.configuration, word: setup },
  });
  const text = (front: string): string =>
    `---\nkind: briefing\n${front}---\n## One\n\nText[^1].\n\n[^1]: Note.\n`;
  const exported = async (front: string, setup: Project['configuration']['word']): Promise<string> => {
    const { bytes } = await exportWord(parseDraft(text(front)), configured(setup), {
      unfilled: unfilledWords,
    });
    return shown({ ...opened(bytes), warnings: [] }).join();
  };

  it('takes what the front matter does not say', async () => {
    assert.equal(await exported('', {}), '');
    assert.equal(await exported('', { numbering: 'paragraphs' }), '1. One,  1.1 Text.');
    assert.equal(await exported('word: { numbering: sections }\n', { numbering: 'paragraphs' }), '1. One');
    assert.equal(
      await exported('word: { numbering: roman }\n', { numbering: 'sections' }),
      '1. One',
      'what is wrong says nothing',
    );
  });

  it('puts notes where it says', async () => {
    const { bytes } = await exportWord(
      parseDraft(text('')),
      configured({ notes: 'endnotes', sources: true }),
      { unfilled: unfilledWords },
    );
    const document = opened(bytes);
    assert.equal([...descendants(document.body, 'w:endnoteReference')].length, 1);
    assert.ok(document.paragraphs.map(says).includes('Sources'));
  });
});

describe('Word: numbered paragraphs', () => {
  it('numbers the sections and paragraphs of a report, which is discussed by them', async () => {
    const document = await word(REPORT);
    assert.deepEqual(
      shown(document).map((line) => line.trim()),
      ['1. Purpose', '1.1 First.', '1.2 Second:', '• a', '• b', '2. Reasons', '2.1 Third.'],
    );
  });

  it('has the numbers in the styles, so that a paragraph written in Word gets its own', async () => {
    const document = await word(REPORT);
    const purpose = paragraphOf(document, 'Purpose');
    assert.equal(elementIn(purpose, 'w:pPr', 'w:numPr'), undefined, 'nothing of its own');
    const levels = [...descendants(document.part('word/numbering.xml'), 'w:pStyle')];
    assert.deepEqual(
      levels.map((level) => level.attributes['w:val']),
      ['Heading2', 'NumberedParagraph'],
    );
    for (const heading of ['Heading2', 'Heading3'])
      assert.equal(valueAt(styleNamed(document, heading), 'w:next'), 'NumberedParagraph');
    assert.equal(valueAt(styleNamed(document, 'Heading1'), 'w:next'), 'Normal');
    assert.equal(valueAt(styleNamed(document, 'NumberedParagraph'), 'w:next'), undefined, 'itself');
  });

  it('numbers no heading of that style in a quotation, and none that is the title', async () => {
    const document = await word('---\nkind: report\n---\n# Title\n\n# One\n\n> # Said\n\n- # Item\n');
    assert.deepEqual(
      shown(document).map((line) => line.trim()),
      ['1. One', '• Item'],
    );
  });

  it('letters appendices and the paragraphs in them, as their own headings do', async () => {
    const document = await word(
      '---\nkind: report\n---\n## One\n\nText.\n\n## Appendix A: Costs\n\nFirst.\n\nSecond.\n\n## Annex B\n\nThird.\n',
    );
    const lines = document.paragraphs.map((paragraph) => says(paragraph));
    assert.deepEqual(lines, ['One', 'Text.', 'Appendix A: Costs', 'First.', 'Second.', 'Annex B', 'Third.']);
    assert.deepEqual(
      document.paragraphs.map((paragraph) => numbering(document, paragraph)?.text),
      ['%1.', '%1.%2', '', '%1.%2', '%1.%2', '', '%1.%2'],
    );
    assert.equal(numbering(document, paragraphOf(document, 'Annex B'))?.format, 'upperLetter');
    assert.equal(styleOf(paragraphOf(document, 'Third.')), 'AppendixParagraph');
  });

  it('leaves appendices that are numbered otherwise to their author', async () => {
    const document = await word('---\nkind: report\n---\n## One\n\nText.\n\n## Appendix 1\n\nFirst.\n');
    for (const text of ['Appendix 1', 'First.'])
      assert.equal(numbering(document, paragraphOf(document, text)), undefined, text);
  });

  it('counts the argument alone: appendices, background papers and the contact at the end have no number', async () => {
    const closing =
      '## Appendices\n\n- Appendix A: Costs\n\n## Background papers\n\n- Survey\n\n## Contact\n\nAnn Moss.\n';
    const document = await word(`---\nkind: report\n---\n## Purpose\n\nText.\n\n${closing}`);
    assert.deepEqual(
      document.paragraphs
        .filter((paragraph) => numbering(document, paragraph)?.text.startsWith('%'))
        .map((paragraph) => says(paragraph)),
      ['Purpose', 'Text.'],
    );
    const first = await word(`---\nkind: report\n---\n## Contact\n\nAnn Moss.\n\n## Purpose\n\nText.\n`);
    assert.equal(numbering(first, paragraphOf(first, 'Contact'))?.text, '%1.', 'before the argument ends');
  });

  const TYPED = '## Purpose\n\n1. First.\n2. Second.\n\nThird.\n\n## Cost\n\n### In all\n\n1. Fourth?\n';

  it('numbers sentences that are listed below a heading as its paragraphs, in one count with them', async () => {
    const numbers = async (text: string) =>
      shown(await word(`---\nkind: report\n---\n${text}`)).map((line) => line.trim());
    assert.deepEqual(await numbers(TYPED), [
      ...['1. Purpose', '1.1 First.', '1.2 Second.', '1.3 Third.'],
      ...['2. Cost', '2.1 Fourth?'],
    ]);
    for (const [why, text] of [
      ['is led up to', '## A\n\nWe ask:\n\n1. One.\n2. Two.\n'],
      ['is of words', '## A\n\n1. One\n2. Two\n'],
      ['has other blocks', '## A\n\n1. One.\n   - Two.\n'],
      ['counts on', '## A\n\n4. One.\n'],
      ['is referred to by number', '## A\n\n1. One.\n2. Two.\n\nSee recommendation 2.\n'],
    ] as const)
      assert.ok(!(await numbers(text)).some((line) => /^\d\.\d One/.test(line)), why);
  });

  it('counts no line that lists an appendix or a contact, and counts a sentence on one', async () => {
    const lines = [
      'Appendix 1: Survey',
      '**Annex B** – Costs',
      'Appendix C - Map',
      'Contact officer: Ann Moss',
      'Appendix 2',
    ];
    const document = await word(
      `---\nkind: report\n---\n## Purpose\n\n${lines.join('\n\n')}\n\nAppendix 1 shows it.\n`,
    );
    assert.deepEqual(
      shown(document).map((line) => line.trim()),
      ['1. Purpose', '1.1 Appendix 1 shows it.'],
    );
  });

  it('leaves pictures, captions, tables, quotations and sub-headings without a number', async () => {
    const document = await word(REPORT);
    for (const text of ['Why now', 'Said.', 'Before.'])
      assert.equal(numbering(document, paragraphOf(document, text)), undefined, text);
  });

  it('leaves what says below a table or picture where it is from without a number, and counts on behind it', async () => {
    const table = '| Library | Visits |\n| --- | ---: |\n| Ashby | 1,200 |\n';
    const document = await word(
      `---\nkind: report\n---\n## Visits\n\nTable 1: Visits\n\n${table}\n*Source: door counters.*\n\n**Note:** One was out of use.\n\nVisits rose.\n\nSource: we do not say.\n`,
    );
    assert.deepEqual(
      document.paragraphs
        .filter((paragraph) => numbering(document, paragraph)?.text === '%1.%2')
        .map((paragraph) => says(paragraph)),
      ['Visits rose.', 'Source: we do not say.'],
    );
  });

  it('sets lists and quotations below the text', async () => {
    const document = await word(REPORT);
    assert.equal(numbering(document, paragraphOf(document, 'a'))?.left, String(709 + 425));
    assert.equal(
      elementIn(paragraphOf(document, 'Said.'), 'w:pPr', 'w:ind')?.attributes['w:left'],
      String(709 + 425),
    );
  });

  for (const [what, markdown] of [
    ['another kind', REPORT.replace('report', 'briefing')],
    ['a report that its author numbered', REPORT.replace('## Purpose', '## 1. Purpose')],
    ['a report whose paragraphs are numbered', REPORT.replace('First.', '1.1 First.')],
    [
      'a report whose numbered paragraphs count on over its headings',
      '---\nkind: report\n---\n## Purpose\n\n1. First.\n2. Second.\n\nText.\n\n## Reasons\n\n3. Third.\n',
    ],
    ['a report that says so', REPORT.replace('kind: report', 'kind: report\nword: { numbering: none }')],
  ] as const) {
    it(`leaves the paragraphs of ${what} alone`, async () => {
      const document = await word(markdown);
      assert.ok(document.paragraphs.every((paragraph) => styleOf(paragraph) !== 'NumberedParagraph'));
    });
  }

  it('numbers the paragraphs of a report that has lists of steps in two sections', async () => {
    const document = await word(
      '---\nkind: report\n---\n## Purpose\n\n1. First.\n2. Second.\n\n## Reasons\n\nText.\n\n1. Third.\n',
    );
    assert.equal(styleOf(paragraphOf(document, 'Text.')), 'NumberedParagraph');
  });

  it('numbers the sections alone where the front matter asks for that', async () => {
    const document = await word(REPORT.replace('report', 'strategy\nword: { numbering: sections }'));
    assert.deepEqual(
      shown(document).map((line) => line.trim()),
      ['1. Purpose', '• a', '• b', '2. Reasons'],
    );
  });
});

describe('Word: contents', () => {
  const paper = (more: string): string => `---
title: A long paper
kind: briefing
${more}---
## One

Text.

<!-- pagebreak -->

## Two

### Two and a half

#### Deeper

Text.
`;

  /** Entries of the contents, with their pages. */
  function entries(document: Word): string[] {
    return document.paragraphs.filter((paragraph) => /^TOC\d$/.test(styleOf(paragraph))).map(says);
  }

  it('have two thousand entries at most, and say so where there are more headings', async () => {
    const document = await word(`---\nword: { contents: true }\n---\n\n${'## A\n\n'.repeat(2_100)}`);
    assert.equal(entries(document).length, 2_000);
    assert.deepEqual(
      document.warnings.map(({ message }) => message),
      ['The table of contents has the first 2000 headings, and no more'],
    );
  }).timeout(60_000);

  it('lists the headings with their pages, with nothing for Word to ask about', async () => {
    const document = await word(paper('word: { contents: true }\n'));
    assert.deepEqual(entries(document), ['One\t1', 'Two\t2', 'Two and a half\t2']);
    assert.equal(
      [...descendants(document.body, 'w:fldChar')].filter((field) => field.attributes['w:dirty']).length,
      0,
    );
    assert.equal([...descendants(document.part('word/settings.xml'), 'w:updateFields')].length, 0);
    assert.ok([...descendants(document.body, 'w:hyperlink')].length >= 3);
  });

  it('puts them where a comment says', async () => {
    const document = await word(paper('').replace('## Two', '<!-- contents -->\n\n## Two'));
    const texts = document.paragraphs.map(says);
    assert.ok(texts.indexOf('Contents') > texts.indexOf('One'));
  });

  it('puts them where the first of two comments says, and nowhere else', async () => {
    const two = paper('').replace('## Two', '<!-- contents -->\n\n## Two\n\n<!-- contents -->');
    assert.deepEqual(entries(await word(two)).length, 3);
  });

  it('gives them to a long paper, and to no short one', async () => {
    const filler = 'Words that fill the page with what a paper may say. '.repeat(600);
    const long = paper('').replace('Text.', filler).replace('#### Deeper', '## Three\n\n## Four');
    assert.ok(entries(await word(long)).length > 0);
    assert.deepEqual(entries(await word(paper(''))), []);
    assert.deepEqual(
      entries(await word(long.replace('kind: briefing', 'word: { contents: false }\nkind: briefing'))),
      [],
    );
    assert.deepEqual(
      entries(await word(long.replace('kind: briefing\n', ''))),
      [],
      'nor to what is no paper',
    );
  });
});

describe('Word: sources and notes', () => {
  const markdown =
    'One[^a], two[^b], one again[^a].\n\n[^a]: First source.\n[^b]: Second source.\n[^c]: Unused.\n';

  it('lists the sources at the end where the front matter asks for it', async () => {
    const document = await word(`---\nword: { sources: true }\n---\n${markdown}`);
    assert.deepEqual(shown(document), ['1. First source.', '2. Second source.']);
    assert.ok(/^Heading\d$/.test(styleOf(paragraphOf(document, 'Sources'))));
  });

  const named = (document: Awaited<ReturnType<typeof word>>) =>
    document.paragraphs
      .filter((paragraph) => /^TOC\d$/.test(styleOf(paragraph)))
      .map((paragraph) =>
        says(paragraph)
          .replace(/\s*\d+$/, '')
          .trim(),
      );
  it('names them in the contents, where they are listed', async () => {
    const paper = (front: string, text: string) =>
      word(`---\nword: { contents: true${front} }\n---\n# Paper\n\n## Why\n\n${text}`);
    assert.deepEqual(named(await paper(', sources: true', markdown)), ['Why', 'Sources']);
    assert.deepEqual(named(await paper('', markdown)), ['Why'], 'not asked for');
    assert.deepEqual(named(await paper(', sources: true', 'No notes.\n')), ['Why'], 'none to list');
    const placed = markdown.replace(
      '\n\n[^a]',
      '\n\n<!-- sources -->\n\n## After\n\n<!-- sources -->\n\n[^a]',
    );
    const document = await paper(', sources: true', placed);
    assert.deepEqual(named(document), ['Why', 'Sources', 'After']);
    const marks = [...descendants(document.body, 'w:bookmarkStart')].map(
      ({ attributes }) => attributes['w:name'],
    );
    assert.equal(new Set(marks).size, marks.length, 'no bookmark twice');
    const before = await paper('', `<!-- sources -->\n\n${markdown}`);
    assert.deepEqual(named(before), ['Why'], 'nothing is cited yet where the list would stand');
  });

  it('gives them no section’s number behind appendices', async () => {
    const paper = (last: string) =>
      word(
        `---\nword: { contents: true, sources: true, numbering: paragraphs }\n---\n# Paper\n\n## Why\n\n## ${last}\n\n${markdown}`,
      );
    const behind = await paper('Appendix A: Costs');
    assert.deepEqual(named(behind), ['1.\tWhy', 'Appendix A: Costs', 'Sources']);
    assert.equal(numbering(behind, paragraphOf(behind, 'Sources')), undefined);
    assert.deepEqual(shown(behind).slice(-2), ['1. First source.', '2. Second source.']);
    assert.deepEqual(named(await paper('Contact')), ['1.\tWhy', 'Contact', 'Sources']);
    assert.deepEqual(named(await paper('Costs')), ['1.\tWhy', '2.\tCosts', '3.\tSources']);
  });

  it('lists them where a comment stands', async () => {
    const document = await word(markdown.replace('\n\n[^a]', '\n\n<!-- sources -->\n\nAfter.\n\n[^a]'));
    const texts = document.paragraphs.map(says);
    assert.ok(texts.indexOf('Second source.') < texts.indexOf('After.'));
  });

  it('puts the notes at the end where the front matter asks for it', async () => {
    const document = await word(`---\nword: { notes: endnotes }\n---\n${markdown}`);
    assert.equal([...descendants(document.body, 'w:footnoteReference')].length, 0);
    assert.equal([...descendants(document.body, 'w:endnoteReference')].length, 2);
    const notes = elementsIn(document.part('word/endnotes.xml'), 'w:endnote').filter(
      (note) => !note.attributes['w:type'],
    );
    assert.deepEqual(
      notes.map((note) => says(note).trim()),
      ['First source.', 'Second source.'],
    );
  });
});

describe('Word: what is still to be filled in', () => {
  it('is marked in the title, in whose paper it is, and at the edges of the page', async () => {
    const document = await word(
      '---\ntitle: "Visits in [insert year]"\norganisation: "[insert council]"\nstatus: "[insert status]"\n---\n\nText.\n',
    );
    const marked = (part: XmlElement): string[] =>
      [...descendants(part, 'w:r')]
        .filter((run) => elementIn(run, 'w:rPr', 'w:highlight') !== undefined)
        .map(says);
    assert.deepEqual(marked(document.body), ['[insert year]', '[insert council]', '[insert status]']);
    assert.deepEqual(marked(document.part('word/header1.xml')), ['[insert council]', '[insert status]']);
    assert.deepEqual(marked(document.part('word/footer1.xml')), ['[insert year]']);
  });
});

describe('Word: the edges of the page', () => {
  it('says on every page but the first whose paper it is, and that it is a draft', async () => {
    const document = await word('---\ntitle: T\norganisation: Eastshire\nstatus: Draft\n---\nText\n');
    const headers = document.parts
      .filter((part) => /header\d\.xml$/.test(part))
      .map((part) => says(document.part(part)));
    assert.deepEqual(headers.sort(), ['', 'Eastshire\tDraft']);
    assert.equal([...descendants(document.body, 'w:titlePg')].length, 1);
    const footers = document.parts
      .filter((part) => /footer\d\.xml$/.test(part))
      .map((part) => says(document.part(part)));
    for (const footer of footers) assert.match(footer, /^T\tPage/);
  });
});

describe('Word: a paper of very many headings', () => {
  it('has as many sections, be they more than a function takes arguments', () => {
    const draft = parseDraft('### A\n\n'.repeat(150_000));
    assert.equal(readLayout(draft, undefined, {}, false).sectionDepth, 3);
  }).timeout(60_000);
});
