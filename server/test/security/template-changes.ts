/** What a person may put into a Word template, and into its package. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipped } from '../docx/zipped';
import { blankPng } from '../word/pictures/png';
import { mark, RELS } from '../word/template/tampered';
import { changed } from '../word/templates';
import type { Word } from '../word/word';

export type Change = (bytes: Uint8Array) => Uint8Array;

export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const TYPES = '[Content_Types].xml';

/** The council's template with something in its body, its first header, or its settings. */
export const within =
  (part: string, mark: RegExp, xml: string) =>
  (bytes: Uint8Array): Uint8Array =>
    changed(bytes, part, (text) => text.replace(mark, (whole) => whole + xml));
export const inBody = (xml: string) => within('word/document.xml', /<w:body>/, xml);
export const inSettings = (xml: string) => within('word/settings.xml', /<w:settings[^>]*>/, xml);
/** A part, related to the main part. */
export const related =
  (name: string, type: string, content: string | Uint8Array, relation: string, id = 'rId99') =>
  (bytes: Uint8Array): Uint8Array => {
    const parts = unzipSync(bytes);
    parts[name] = typeof content === 'string' ? strToU8(content) : new Uint8Array(content);
    const add = (part: string, end: string, xml: string): void => {
      parts[part] = strToU8(strFromU8(parts[part]!).replace(end, xml + end));
    };
    add(TYPES, '</Types>', `<Override PartName="/${name}" ContentType="${type}"/>`);
    const uri = relation.includes(':') ? relation : `${OFFICE}/${relation}`;
    add(RELS, '</Relationships>', `<Relationship Id="${id}" Type="${uri}" Target="/${name}"/>`);
    return zipped(parts);
  };
export const all =
  (...changes: readonly Change[]): Change =>
  (bytes) =>
    changes.reduce((made, change) => change(made), bytes);

export const hdr = (text: string): string =>
  `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:hdr>`;
export const field = (instruction: string, shown: string): string =>
  `<w:p>${mark('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${mark('separate')}<w:r><w:t>${shown}</w:t></w:r>${mark('end')}</w:p>`;
export const drawing = (blip: string): string =>
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="9525" cy="9525"/><wp:docPr id="7" name="P" descr="A logo"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name="P"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>${blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
export const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`;
export const withSvg = (content: string, type = 'image/svg+xml', name = 'word/media/drawn.svg'): Change =>
  all(
    related('word/media/drawn.png', 'image/png', blankPng({ width: 9, height: 9 }), 'image', 'rId98'),
    related(name, type, content, 'image'),
    inBody(
      drawing(
        `<a:blip xmlns:r="${OFFICE}" r:embed="rId98"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rId99"/></a:ext></a:extLst></a:blip>`,
      ),
    ),
  );

/** What is said of a document and its template. */
export function messages({ warnings }: Word): string[] {
  return warnings.map(({ message }) => message);
}
