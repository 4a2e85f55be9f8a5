import {
  BorderStyle,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  type ISectionPropertiesOptions,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import { type ShippedTemplate, shippedName } from '../../project/shipped';
import { deterministic } from '../package/deterministic';
import { partsOf } from '../package/from-docx';
import { STYLE, stylesXml } from '../styles';

/**
 * Makes one of our templates: a .dotx to use as it is, or to begin a council's own from. Undefined where there is
 * none of that name.
 *
 * They hold nothing but styles, page set-up, headers, footers and placeholders.
 */
export function shippedTemplate(name: ShippedTemplate): Promise<Uint8Array>;
export function shippedTemplate(name: string): Promise<Uint8Array> | undefined;
export function shippedTemplate(name: string): Promise<Uint8Array> | undefined {
  const known = shippedName(name);
  return known && make(known);
}

async function make(name: ShippedTemplate): Promise<Uint8Array> {
  const { document, styles } = name === 'committee-paper' ? committeePaper() : briefing();
  const parts = await partsOf(document);
  const types = '[Content_Types].xml';
  const template = strFromU8(parts[types]!).replace('document.main+xml', 'template.main+xml');
  const app =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Library Advocacy</Application></Properties>';
  const core = strFromU8(parts['docProps/core.xml']!)
    .replace(/<dcterms:(created|modified)[^<>]*>[^<]*<\/dcterms:\1>/g, '')
    .replace(/<cp:lastModifiedBy>[^<]*<\/cp:lastModifiedBy>/, '');
  const own = {
    ...parts,
    'word/styles.xml': strToU8(styles),
    'docProps/app.xml': strToU8(app),
    'docProps/core.xml': strToU8(core),
    [types]: strToU8(template),
  };
  // It is unpacked at once: packing it tightly would be for nothing.
  return deterministic(own, (bytes) => bytes);
}

const INK = '1F3864';

function text(value: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun(value)] });
}

/** A label, and what stands for it behind a tab. */
function detail(label: string, placeholder: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    style: STYLE.author,
    ...options,
    children: [
      new TextRun({ text: `${label}:`, bold: true }),
      new TextRun({ children: [new Tab()] }),
      new TextRun(`{{${placeholder}}}`),
    ],
  });
}

/** Something on the left and something on the right. */
function edge(style: string, left: string, right: TextRun, width: number): Paragraph {
  return new Paragraph({
    style,
    tabStops: [
      { type: TabStopType.CLEAR, position: 9070 },
      { type: TabStopType.RIGHT, position: width },
    ],
    children: [new TextRun(left), new TextRun({ children: [new Tab()] }), right],
  });
}

function pageOf(): TextRun {
  return new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
}

interface Made {
  readonly document: Document;
  readonly styles: string;
}

/** Black on white, without colour: what an agenda pack is printed with. */
function committeePaper(): Made {
  const margin = 1418;
  const width = 11906 - 2 * margin;
  const properties: ISectionPropertiesOptions = {
    titlePage: true,
    page: {
      size: { width: 11906, height: 16838 },
      margin: { top: 1701, right: margin, bottom: margin, left: margin, header: 709, footer: 709 },
    },
  };
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 8, space: 8, color: '000000' } };
  const document = new Document({
    title: 'Committee paper',
    creator: 'Library Advocacy',
    sections: [
      {
        properties,
        headers: {
          first: new Header({ children: [text('{{organisation}}', { style: STYLE.header, border: rule })] }),
          default: new Header({
            children: [edge(STYLE.header, '{{title}}', new TextRun('{{status}}'), width)],
          }),
        },
        footers: {
          first: new Footer({ children: [edge(STYLE.footer, '{{organisation}}', pageOf(), width)] }),
          default: new Footer({ children: [edge(STYLE.footer, '{{organisation}}', pageOf(), width)] }),
        },
        children: [
          text('{{title}}', { style: STYLE.title, outlineLevel: 0 }),
          detail('Report to', 'audience'),
          detail('Date', 'date'),
          detail('Report of', 'author'),
          detail('Status', 'status', { spacing: { after: 280 }, border: rule }),
          text('{{body}}'),
        ],
      },
    ],
  });
  return { document, styles: stylesXml('en-GB').replaceAll(INK, '000000').replaceAll('E4EAF3', 'E7E7E7') };
}

/** Smaller type and narrower margins, so that the case fits on one page. */
function briefing(): Made {
  const margin = 1134;
  const width = 11906 - 2 * margin;
  const band = { fill: INK, color: 'auto' };
  // So that the band does not end where its letters do.
  const edgeOfBand = { style: BorderStyle.SINGLE, size: 4, space: 4, color: INK };
  const document = new Document({
    title: 'One-page briefing',
    creator: 'Library Advocacy',
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, right: margin, bottom: 1021, left: margin, header: 567, footer: 567 },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                style: STYLE.header,
                shading: band,
                border: { top: edgeOfBand, bottom: edgeOfBand },
                spacing: { before: 60, after: 200 },
                children: [
                  new TextRun({ text: ' Briefing: {{organisation}}', bold: true, color: 'FFFFFF', size: 22 }),
                ],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({ children: [edge(STYLE.footer, '{{author}}, {{date}}', pageOf(), width)] }),
        },
        children: [text('{{title}}', { style: STYLE.title, outlineLevel: 0 }), text('{{body}}')],
      },
    ],
  });
  const smaller: Readonly<Record<string, string>> = {
    '24': '21',
    '22': '20',
    '36': '28',
    '30': '24',
    '26': '22',
    '48': '38',
  };
  const styles = stylesXml('en-GB')
    .replace(
      /<w:(sz|szCs) w:val="(\d+)"\/>/g,
      (_, name: string, size: string) => `<w:${name} w:val="${smaller[size] ?? size}"/>`,
    )
    .replace(
      '<w:spacing w:after="160" w:line="271" w:lineRule="auto"/>',
      '<w:spacing w:after="110" w:line="252" w:lineRule="auto"/>',
    )
    .replace(/w:before="(360|320|280|240)"/g, 'w:before="180"');
  return { document, styles };
}
