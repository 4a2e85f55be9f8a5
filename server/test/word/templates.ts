import {
  Document,
  Footer,
  Header,
  ImageRun,
  type IPropertiesOptions,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipped } from '../docx/zipped';
import { blankPng } from './pictures/png';
import { type Word, word } from './word';

/** A draft that has something for most of what a template brings. */
export const DRAFT = `---
title: Our offer
author: A. Smith
organisation: Eastshire
date: 2026-06-04
ref: CAB/34
---
## Purpose

Text[^1] and \`code\`.

- a
  - b

3. c
4. d

   more

> Said.

[^1]: Ours.
`;

/** A text exported with a template that was chosen for it. */
export function inTemplate(markdown: string, bytes: Uint8Array, files = {}): Promise<Word> {
  return word(markdown, files, { template: bytes });
}

/** A paragraph of one run for each text. */
export function paragraph(...texts: readonly string[]): Paragraph {
  return new Paragraph({ children: texts.map((text) => new TextRun(text)) });
}

export async function template(options: IPropertiesOptions): Promise<Uint8Array> {
  return Packer.pack(new Document(options), 'uint8array');
}

/** The simplest one: a body of some texts. */
export function plainTemplate(...texts: readonly string[]): Promise<Uint8Array> {
  return template({ sections: [{ children: texts.map((text) => paragraph(text)) }] });
}

/** What a council has: a logo on the first page, sections, headers with placeholders, lists and quotations of its own. */
export function councilTemplate(): Promise<Uint8Array> {
  return template({
    title: 'Council template',
    subject: 'Committee papers',
    styles: {
      default: {
        document: { run: { font: 'Verdana', size: 22 } },
        heading1: { run: { font: 'Georgia', color: '7A1F5C' } },
      },
      paragraphStyles: [
        { id: 'CouncilQuote', name: 'Quote', basedOn: 'Normal', run: { italics: true } },
        { id: 'Pullout', name: 'Council Pull-out', basedOn: 'Normal' },
        {
          id: 'LB',
          name: 'List Bullet',
          basedOn: 'Normal',
          paragraph: { numbering: { reference: 'council', level: 0 } },
        },
        {
          id: 'LB2',
          name: 'List Bullet 2',
          basedOn: 'Normal',
          paragraph: { numbering: { reference: 'council', level: 1 } },
        },
        {
          id: 'LN',
          name: 'List Number',
          basedOn: 'Normal',
          paragraph: { numbering: { reference: 'numbers', level: 0 } },
        },
        // An id that is one of ours, for something else.
        { id: 'SourceCode', name: 'Postcode', basedOn: 'Normal' },
      ],
    },
    numbering: {
      config: [
        {
          reference: 'council',
          levels: [0, 1].map((level) => ({
            level,
            format: 'bullet' as const,
            text: level === 0 ? '■' : '□',
            style: { paragraph: { indent: { left: 500 * (level + 1), hanging: 300 } } },
          })),
        },
        {
          reference: 'numbers',
          levels: [
            {
              level: 0,
              format: 'decimal',
              text: '%1:',
              style: { paragraph: { indent: { left: 600, hanging: 600 } } },
            },
          ],
        },
      ],
    },
    footnotes: { 1: { children: [paragraph('A note of the template.')] } },
    sections: [
      {
        properties: { titlePage: true, page: { margin: { left: 1800, right: 1800 } } },
        headers: {
          first: new Header({
            children: [
              new Paragraph({
                children: [
                  new ImageRun({
                    type: 'png',
                    data: blankPng({ width: 50, height: 20 }),
                    transformation: { width: 200, height: 80 },
                    altText: { name: 'Logo', description: 'Eastshire County Council' },
                  }),
                ],
              }),
            ],
          }),
          default: new Header({ children: [paragraph('{{ti', 'tle}} — {{', 'Ref}}')] }),
        },
        footers: {
          first: new Footer({ children: [paragraph('Official')] }),
          default: new Footer({
            children: [
              new Paragraph({ children: [new TextRun({ children: ['Page ', PageNumber.CURRENT] })] }),
            ],
          }),
        },
        children: [
          paragraph('Paper of {{organisation}}'),
          paragraph('{{date}} {{author}} {{ unknown }}'),
          paragraph('{{body}}'),
        ],
      },
      {
        properties: { type: SectionType.NEXT_PAGE },
        children: [paragraph('About this paper: {{title}}')],
      },
    ],
  });
}

/** A template with a part changed or added. */
export function changed(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  parts[name] = strToU8(change(parts[name] === undefined ? '' : strFromU8(parts[name]!)));
  return zipped(parts);
}

/** The template with its first level of headings in a list. */
export function withHeadingNumbers(bytes: Uint8Array, list: number): Uint8Array {
  return changed(bytes, 'word/styles.xml', (text) =>
    text.replace(
      /(<w:name w:val="heading 1"\/>(?:(?!<w:rPr>).)*)/is,
      `$1<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`,
    ),
  );
}
