import assert from 'node:assert/strict';
import { LevelFormat } from 'docx';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { unfilledWords } from '../../src/rules/unfilled-words';
import { exportWord, shippedTemplate } from '../../src/word';
import { escapeXml } from '../../src/word/xml-text';
import { paragraph, template } from '../word/templates';
import { BY, home, Reviewer, who } from './reviewer';

const DRAFT = `---
title: Library service plan
kind: report
---

# Library service plan

## Purpose

We ask for the plan to be agreed.

They lend to all who live here.

## What we will do

We will open longer.

1. The first step is staff.
2. The second step is laptops.

   More on laptops.

| Year | Visits |
| --- | --- |
| 2026 | 19,000 |

## Costs

People say what it is worth.

> It gave me my life back.
>
> I came every day.

It costs little.
`;

const UNDATED = '{>>Word, undated<<}';
const INS = `<w:ins w:id="9001" ${who('Dana Petrie', '31')}`;

/** Texts to write at a place of a document, in the style of the paragraph there unless another is named. */
interface Writing {
  readonly beside: string;
  readonly texts: readonly string[];
  readonly style?: string | undefined;
}

/** Ways in which programs write what is typed below a paragraph, or above one. */
const WAYS: Readonly<Record<string, (reviewer: Reviewer, writing: Writing) => void>> = {
  'without tracking': (reviewer, writing) =>
    below(reviewer, writing, (own, text) => `<w:p><w:pPr>${own}</w:pPr>${run(text)}</w:p>`),
  'without tracking, inside the bookmark of the paragraph above': (reviewer, writing) => {
    const above = reviewer.paragraph(writing.beside);
    const [end = ''] = /<w:bookmarkEnd [^>]*\/>/.exec(above) ?? [];
    below(reviewer, writing, (own, text) => `<w:p><w:pPr>${own}</w:pPr>${run(text)}${end}</w:p>`);
    reviewer.change(`${end}</w:p>`, '</w:p>');
  },
  'with the marks of the new paragraphs tracked, as a paste at the start of the next one is': (
    reviewer,
    writing,
  ) => below(reviewer, writing, (own, text) => added(own, text, true)),
  'with the mark of the paragraph above tracked, as Enter at its end is': (reviewer, writing) => {
    const above = reviewer.paragraph(writing.beside);
    below(reviewer, writing, (own, text, isLast) => {
      const was = writing.style === undefined ? '' : formerly(lookOf(above));
      return added(own, text, !isLast, was);
    });
    reviewer.change(above, withMark(above));
  },
  'as LibreOffice does, which repeats the number of the style': (reviewer, writing) =>
    below(reviewer, writing, (own, text) => {
      const level = /"(?:NumberedParagraph|Heading1)"/.test(own) ? 1 : 0;
      const number = own.includes('numPr')
        ? ''
        : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
      return added(own + number, text, true);
    }),
};

function run(text: string): string {
  return `<w:r><w:t>${escapeXml(text)}</w:t></w:r>`;
}

function added(own: string, text: string, isMarked: boolean, was = ''): string {
  const mark = isMarked ? `<w:rPr>${INS}/></w:rPr>` : '';
  return `<w:p><w:pPr>${own}${mark}${was}</w:pPr>${INS}>${run(text)}</w:ins></w:p>`;
}

function formerly(look: string): string {
  return `<w:pPrChange w:id="9002" ${who('Dana Petrie', '31')}><w:pPr>${look}</w:pPr></w:pPrChange>`;
}

function lookOf(paragraph: string): string {
  return /<w:pPr>(.*?)<\/w:pPr>/s.exec(paragraph)?.[1] ?? '';
}

function withMark(paragraph: string): string {
  return paragraph.replace('</w:pPr>', `<w:rPr>${INS}/></w:rPr></w:pPr>`);
}

function below(
  reviewer: Reviewer,
  { beside, texts, style }: Writing,
  write: (own: string, text: string, isLast: boolean) => string,
): void {
  const above = reviewer.paragraph(beside);
  const own = style === undefined ? lookOf(above) : `<w:pStyle w:val="${style}"/>`;
  const all = texts.map((text, at) => write(own, text, at === texts.length - 1));
  reviewer.change(above, above + all.join(''));
}

/** Where somebody writes, and what the draft has at its place: each text with who added it. */
const PLACES: Readonly<Record<string, readonly [Writing, (...added: string[]) => string]>> = {
  'a numbered paragraph': [
    { beside: 'We ask', texts: ['New.'] },
    (one) => DRAFT.replace('agreed.\n', `agreed.\n\n${one}\n`),
  ],
  'several numbered paragraphs': [
    { beside: 'We ask', texts: ['New.', 'Newer.'] },
    (one, two) => DRAFT.replace('agreed.\n', `agreed.\n\n${one}\n\n${two}\n`),
  ],
  'a numbered paragraph at the end of a section': [
    { beside: 'They lend', texts: ['New.'] },
    (one) => DRAFT.replace('here.\n', `here.\n\n${one}\n`),
  ],
  'a numbered paragraph below a heading': [
    { beside: 'Purpose', texts: ['New.'], style: 'NumberedParagraph' },
    (one) => DRAFT.replace('## Purpose\n', `## Purpose\n\n${one}\n`),
  ],
  'a numbered paragraph before a list': [
    { beside: 'We will open', texts: ['New.'] },
    (one) => DRAFT.replace('longer.\n', `longer.\n\n${one}\n`),
  ],
  'a numbered paragraph behind a list': [
    { beside: 'More on laptops', texts: ['New.'], style: 'NumberedParagraph' },
    (one) => DRAFT.replace('on laptops.\n', `on laptops.\n\n${one}\n`),
  ],
  'a numbered paragraph at the end of the paper': [
    { beside: 'It costs', texts: ['New.'] },
    (one) => DRAFT.replace('little.\n', `little.\n\n${one}\n`),
  ],
  'a heading': [
    { beside: 'They lend', texts: ['New'], style: 'Heading2' },
    (one) => DRAFT.replace('here.\n', `here.\n\n## ${one}\n`),
  ],
  'an item': [
    { beside: 'The first step', texts: ['New.'] },
    (one) => DRAFT.replace('staff.\n', `staff.\n2. ${one}\n`),
  ],
  'another paragraph of the last item': [
    { beside: 'More on', texts: ['New.'] },
    (one) => DRAFT.replace('on laptops.\n', `on laptops.\n\n   ${one}\n`),
  ],
  'a paragraph at the end of a quotation': [
    { beside: 'I came', texts: ['New.'] },
    (one) => DRAFT.replace('day.\n', `day.\n>\n> ${one}\n`),
  ],
};

describe('What somebody writes in Word in a numbered paper', () => {
  for (const [how, write] of Object.entries(WAYS)) {
    for (const [what, [writing, expected]] of Object.entries(PLACES)) {
      // LibreOffice repeats numbers where there are some.
      if (how.startsWith('as Libre') && /quotation|another/.test(what)) continue;
      it(`is ${what} in the draft, and in the next export, ${how}`, async () => {
        const reviewer = await Reviewer.of(DRAFT);
        write(reviewer, writing);
        const by = how.startsWith('without') ? UNDATED : BY;
        const now = await home(reviewer, DRAFT);
        assert.equal(now, expected(...writing.texts.map((text) => `{++${text}++}${by}`)));
        const next = await Reviewer.of(expected(...writing.texts));
        for (const text of writing.texts) {
          const style = writing.style ?? styleIn(reviewer, writing.beside);
          assert.equal(styleIn(next, text), style);
        }
      });
    }
  }

  it('is a numbered paragraph below a table', async () => {
    const reviewer = await Reviewer.of(DRAFT);
    const own = '<w:pStyle w:val="NumberedParagraph"/>';
    reviewer.change('</w:tbl>', `</w:tbl>${added(own, 'New.', true)}`);
    const table = '| 2026 | 19,000 |\n';
    assert.equal(await home(reviewer, DRAFT), DRAFT.replace(table, `${table}\n{++New.++}${BY}\n`));
  });

  it('is the first paragraph of a quotation above it', async () => {
    const reviewer = await Reviewer.of(DRAFT);
    const quoted = reviewer.paragraph('It gave me');
    reviewer.change(quoted, added(lookOf(quoted), 'New.', true) + quoted);
    assert.equal(await home(reviewer, DRAFT), DRAFT.replace('> It', `> {++New.++}${BY}\n>\n> It`));
  });

  it('is a quotation of its own beside none', async () => {
    const reviewer = await Reviewer.of(DRAFT);
    WAYS['without tracking']!(reviewer, { beside: 'They lend', texts: ['New.'], style: 'Quote' });
    assert.equal(await home(reviewer, DRAFT), DRAFT.replace('here.\n', `here.\n\n> {++New.++}${UNDATED}\n`));
  });

  it('is still in the draft byte for byte when the next export comes back', async () => {
    const [writing] = PLACES['several numbered paragraphs']!;
    for (const write of Object.values(WAYS)) {
      const reviewer = await Reviewer.of(DRAFT);
      write(reviewer, writing);
      const now = await home(reviewer, DRAFT);
      assert.equal(await home(await Reviewer.of(now), now), now);
    }
  });

  describe('in a template', () => {
    for (const [what, heading, make] of [
      ['that comes with the product', 'Heading2', () => shippedTemplate('committee-paper')],
      ['whose first level of headings is for sections, and which numbers them', 'Heading1', numberedHeadings],
    ] as const) {
      it(`is the heading that its style is for: one ${what}`, async () => {
        const reviewer = await inTemplate(await make());
        WAYS['without tracking']!(reviewer, { beside: 'They lend', texts: ['New'], style: heading });
        assert.equal(
          await home(reviewer, DRAFT),
          DRAFT.replace('here.\n', `here.\n\n## {++New++}${UNDATED}\n`),
        );
      });
    }

    it('is a paragraph where the template numbers paragraphs by a style and a list of their own', async () => {
      const reviewer = await inTemplate(await numberedParagraphs());
      const style = styleIn(reviewer, 'They lend');
      assert.equal(style, 'NumPara');
      WAYS['without tracking']!(reviewer, { beside: 'They lend', texts: ['New.'] });
      assert.equal(await home(reviewer, DRAFT), DRAFT.replace('here.\n', `here.\n\n{++New.++}${UNDATED}\n`));
    });
  });
});

function styleIn(reviewer: Reviewer, words: string): string | undefined {
  return /<w:pStyle w:val="([^"]*)"/.exec(reviewer.paragraph(words))?.[1];
}

async function inTemplate(bytes: Uint8Array): Promise<Reviewer> {
  const options = { unfilled: unfilledWords, carry: true, template: bytes };
  return new Reviewer((await exportWord(parseDraft(DRAFT), builtInProject, options)).bytes);
}

const LISTS = ['heads', 'paras'].map((reference) => ({
  reference,
  levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }],
}));

function numberedHeadings(): Promise<Uint8Array> {
  const numbering = { reference: 'heads', level: 0 };
  return template({
    numbering: { config: LISTS },
    styles: { default: { heading1: { paragraph: { numbering } } } },
    sections: [{ children: [paragraph('{{body}}')] }],
  });
}

function numberedParagraphs(): Promise<Uint8Array> {
  const numbering = { reference: 'paras', level: 0 };
  return template({
    numbering: { config: LISTS },
    styles: { paragraphStyles: [{ id: 'NumPara', name: 'Numbered Para', paragraph: { numbering } }] },
    sections: [{ children: [paragraph('{{body}}')] }],
  });
}
