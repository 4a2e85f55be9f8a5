import { type ShippedTemplate, shippedName } from '../../project/shipped';
import { NAME } from '../../util/version';
import { type ParagraphLook, TextParagraph } from '../markup/blocks';
import { run, TAB, textXml } from '../markup/runs';
import { rootXml } from '../package/parts';
import { type HeadersAndFooters, headerFooterLine, type Margins, pageNumber, sectionXml } from '../page';
import { wordsIn } from '../printed-strings';
import { appXml, coreXml } from '../properties';
import { STYLE, stylesXml } from '../styles';
import { packed } from './finish';
import { addHeadersAndFooters, addSetUp, emptyPackage } from './without-template';

/**
 * Makes a built-in template: a .dotx with styles, page set-up, headers, footers and placeholders. Undefined for an unknown
 * name.
 */
export function shippedTemplate(name: ShippedTemplate): Uint8Array;
export function shippedTemplate(name: string): Uint8Array | undefined;
export function shippedTemplate(name: string): Uint8Array | undefined {
  const known = shippedName(name);
  if (known === undefined) return undefined;
  const { title, paragraphs, edges, margins, styles } =
    known === 'committee-paper' ? committeePaper() : briefing();
  const properties = { language: 'en-GB', author: NAME };
  const parts = emptyPackage('template', coreXml(properties, title), appXml({}));
  const section = sectionXml(
    'portrait',
    addHeadersAndFooters(parts, edges),
    edges.first !== undefined,
    margins,
  );
  parts.set(parts.main, rootXml('document', `<w:body>${paragraphs.join('')}${section}</w:body>`));
  addSetUp(parts, styles);
  // Not compressed, as it is unpacked again at once.
  return packed(parts, (bytes) => bytes);
}

const INK = '1F3864';

const PAPER_WIDTH = 11906;

interface Made {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly edges: HeadersAndFooters;
  readonly margins: Margins;
  readonly styles: string;
}

function text(value: string, look: ParagraphLook = {}): string {
  return new TextParagraph(look, run(value)).xml;
}

/** A label with its placeholder behind a tab. */
function detail(label: string, placeholder: string, look: ParagraphLook = {}): string {
  const content = run(`${label}:`, { bold: true }) + TAB + run(`{{${placeholder}}}`);
  return new TextParagraph({ style: STYLE.author, ...look }, content).xml;
}

function edge(style: string, left: string, right: string, { sides }: Margins): string {
  return headerFooterLine(style, run(left), right, PAPER_WIDTH - 2 * sides);
}

const PAGE_NUMBER = pageNumber(wordsIn('en-GB'));

/** Black on white, as agenda packs are printed. */
function committeePaper(): Made {
  const margins = { top: 1701, bottom: 1418, sides: 1418, edges: 709 };
  const border = { bottom: { size: 8, space: 8, color: '000000' } };
  const footer = edge(STYLE.footer, '{{organisation}}', PAGE_NUMBER, margins);
  return {
    title: 'Committee paper',
    margins,
    edges: {
      header: edge(STYLE.header, '{{title}}', run('{{status}}'), margins),
      footer,
      first: { header: text('{{organisation}}', { style: STYLE.header, border }), footer },
    },
    paragraphs: [
      text('{{title}}', { style: STYLE.title, outlineLevel: 0 }),
      detail('Report to', 'audience'),
      detail('Date', 'date'),
      // Not the last of them: a paper without a status does not have this line.
      detail('Status', 'status'),
      detail('Report of', 'author', { spacing: { after: 280 }, border }),
      text('{{body}}'),
    ],
    styles: stylesXml('en-GB').replaceAll(INK, '000000').replaceAll('E4EAF3', 'E7E7E7'),
  };
}

/** Smaller font sizes in half points, by the usual ones. */
const SMALLER: Readonly<Record<string, string>> = {
  '24': '21',
  '22': '20',
  '36': '28',
  '30': '24',
  '26': '22',
  '48': '38',
};

/** Smaller type and narrower margins, so that a briefing fits on one page. */
function briefing(): Made {
  const margins = { top: 1134, bottom: 1021, sides: 1134, edges: 567 };
  // Extends the coloured band beyond its letters.
  const side = { size: 4, space: 4, color: INK };
  const look = {
    style: STYLE.header,
    border: { top: side, bottom: side },
    fill: INK,
    spacing: { before: 60, after: 200 },
  };
  const white = '<w:b/><w:bCs/><w:color w:val="FFFFFF"/><w:sz w:val="22"/><w:szCs w:val="22"/>';
  const band = `<w:r><w:rPr>${white}</w:rPr>${textXml(' Briefing: {{organisation}}')}</w:r>`;
  const styles = stylesXml('en-GB')
    .replace(
      /<w:(sz|szCs) w:val="(\d+)"\/>/g,
      (_, name: string, size: string) => `<w:${name} w:val="${SMALLER[size] ?? size}"/>`,
    )
    .replace(
      '<w:spacing w:after="160" w:line="271" w:lineRule="auto"/>',
      '<w:spacing w:after="110" w:line="252" w:lineRule="auto"/>',
    )
    .replace(/w:before="(360|320|280|240)"/g, 'w:before="180"');
  return {
    title: 'One-page briefing',
    margins,
    edges: {
      header: new TextParagraph(look, band).xml,
      footer: edge(STYLE.footer, '{{author}}, {{date}}', PAGE_NUMBER, margins),
    },
    paragraphs: [text('{{title}}', { style: STYLE.title, outlineLevel: 0 }), text('{{body}}')],
    styles,
  };
}
