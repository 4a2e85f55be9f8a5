import {
  descendants,
  elementIn,
  elementsIn,
  parseXml,
  type Splice,
  spliced,
  textIn,
  type XmlElement,
} from '../../docx/xml-tree';
import type { Parts } from '../package/parts';
import { placed } from '../package/schema-order';
import { findContents, type TemplateContents } from './contents';
import { TemplateError } from './part';
import { MOST_PLACEHOLDERS, placeholdersIn, tooManyPlaceholders, wordsOf } from './placeholders';

/** The place in the template for the draft's text. */
export interface Slot {
  /** Offsets in the main part's text between which the draft's text replaces everything. */
  readonly start: number;
  readonly end: number;
  /** The properties of its section; undefined if the template has none. */
  readonly section: XmlElement | undefined;
  /** Whether that section ends with the slot's own paragraph. */
  readonly ends: boolean;
  /** Whether text of the template follows. */
  readonly followed: boolean;
  /** The template's own table of contents, if it is kept. */
  readonly contents: TemplateContents | undefined;
  /** Names of the placeholders in the template's own text. */
  readonly placeholders: ReadonlySet<string>;
}

/**
 * Finds the place for the draft's text: `{{body}}`, or else below a text with other placeholders, or else all.
 *
 * @param filled the placeholders that the template had before they were filled in
 */
export function findSlot(root: XmlElement, filled?: ReadonlySet<string>): Slot {
  const body = elementIn(root, 'w:body')!;
  const children = elementsIn(body);
  const last = children.at(-1)?.name === 'w:sectPr' ? children.at(-1) : undefined;
  const content = last === undefined ? children : children.slice(0, -1);
  const placeholders = new Set<string>(filled);
  let slot: XmlElement | undefined;
  let count = 0;
  let at = -1;
  for (const [index, child] of content.entries()) {
    for (const paragraph of child.name === 'w:p'
      ? [child, ...descendants(child, 'w:p')]
      : descendants(child, 'w:p')) {
      for (const name of placeholdersIn(paragraph)) {
        placeholders.add(name);
        if (++count > MOST_PLACEHOLDERS) throw tooManyPlaceholders();
        if (name !== 'body') continue;
        if (slot !== undefined) throw new TemplateError('it says {{body}} twice; take one of them out');
        // A content control with nothing else in it is replaced, too.
        const words = child.name === 'w:sdt' ? textIn(child) : wordsOf(paragraph);
        if (
          (paragraph !== child && !isInControl(child, paragraph)) ||
          words.replace(/\s/g, '').toLowerCase() !== '{{body}}'
        ) {
          throw new TemplateError(
            '{{body}} must stand in a paragraph or a content control of its own, outside of tables and text boxes; put it there in Word',
          );
        }
        slot = child;
        at = index;
      }
    }
  }
  const sectionAfter = (from: number): XmlElement | undefined => {
    for (const child of content.slice(from)) {
      const section = elementIn(child, 'w:pPr', 'w:sectPr');
      if (section !== undefined) return section;
    }
    return last;
  };
  if (slot !== undefined) {
    return {
      start: slot.start,
      end: slot.end,
      section: sectionAfter(at),
      ends: elementIn(slot, 'w:pPr', 'w:sectPr') !== undefined,
      followed: at < content.length - 1,
      contents: findContents(body),
      placeholders,
    };
  }
  const end = last?.start ?? body.close;
  const start = placeholders.size > 0 ? end : body.open;
  const contents = start === end ? findContents(body) : undefined;
  return { start, end, section: last, ends: false, followed: false, contents, placeholders };
}

/** Whether a paragraph is in a content control, or in one nested in it. */
function isInControl(control: XmlElement, paragraph: XmlElement): boolean {
  if (control.name !== 'w:sdt') return false;
  return elementsIn(elementIn(control, 'w:sdtContent')).some(
    (child) => child === paragraph || isInControl(child, paragraph),
  );
}

/** The width of lines in a section, in twips, with the paper as it is and turned by 90 degrees. */
export function lineWidths(
  section: XmlElement | undefined,
): { readonly upright: number; readonly turned: number } | undefined {
  const size = elementIn(section, 'w:pgSz')?.attributes;
  const margins = elementIn(section, 'w:pgMar')?.attributes;
  if (size === undefined) return undefined;
  const side = (name: string, usual: number): number => {
    const value = Number(margins?.[name] ?? usual);
    return Number.isFinite(value) ? Math.max(0, value) : usual;
  };
  const edges = side('w:left', 1440) + side('w:right', 1440) + side('w:gutter', 0);
  const [width, height] = [Number(size['w:w']), Number(size['w:h'])];
  const upright = width - edges;
  const turned = height - edges;
  return upright > 2000 && turned > 2000 ? { upright, turned } : undefined;
}

/** What a section has that says nothing else: it begins a page, of A4. */
const USUAL = [
  ['w:type', '<w:type w:val="nextPage"/>'],
  ['w:pgSz', '<w:pgSz w:w="11906" w:h="16838"/>'],
] as const;

/**
 * The properties of a section for a further section: the paper turned or not, without a special first page and without
 * restarting page numbers.
 *
 * @param edges its references to headers and footers, if they are not the template's
 */
export function sectionXml(
  text: string,
  section: XmlElement,
  options: { readonly turned: boolean; readonly first: boolean; readonly edges?: string | undefined },
): string {
  let xml = text.slice(section.start, section.end);
  for (const [name, own] of USUAL)
    if (elementIn(section, name) === undefined) xml = spliced(xml, [placed(parseXml(xml), name, own)]);
  if (!options.first) {
    xml = xml.replace(/<w:titlePg\b[^<>]*\/>/g, '').replace(/(<w:pgNumType\b[^<>]*?)\sw:start="[^"]*"/, '$1');
    if (options.edges !== undefined)
      xml = xml
        .replace(/<w:(?:header|footer)Reference\b[^<>]*\/>/g, '')
        .replace(/^<w:sectPr\b[^>]*>/, (tag) => tag + options.edges);
  }
  if (!options.turned) return xml;
  return xml.replace(/<w:pgSz\b[^<>]*\/>/, (tag) => {
    const values = new Map([...tag.matchAll(/\s(w:\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    const landscape = values.get('w:orient') !== 'landscape';
    return `<w:pgSz w:w="${values.get('w:h') ?? ''}" w:h="${values.get('w:w') ?? ''}" w:orient="${landscape ? 'landscape' : 'portrait'}"/>`;
  });
}

const END = '_EndOfPaper';

/**
 * Makes “Page 1 of 12” in headers and footers count all pages, where a section of the template has become several: the
 * number of pages of a section would say “Page 3 of 1”. As page numbers go on, the total is the number of the last page.
 */
export function countToTheEnd(parts: Parts): void {
  let counts = false;
  for (const name of parts.textParts) {
    const splices = name === parts.main ? [] : toTheEnd(parts, name);
    parts.splice(name, splices);
    counts ||= splices.length > 0;
  }
  if (!counts) return;
  const starts = descendants(parts.root(parts.main)!, 'w:bookmarkStart');
  const id = Array.from(starts, ({ attributes }) => Number(attributes['w:id'])).reduce(
    (next, own) => (own >= next ? own + 1 : next),
    0,
  );
  const bookmark = `<w:bookmarkStart w:id="${id}" w:name="${END}"/><w:bookmarkEnd w:id="${id}"/>`;
  const at = parts.text(parts.main)!.lastIndexOf('</w:p>');
  parts.splice(parts.main, [{ start: at, end: at, text: bookmark }]);
}

function toTheEnd(parts: Parts, name: string): Splice[] {
  const text = parts.text(name)!;
  if (!text.includes('SECTIONPAGES')) return [];
  return Array.from(descendants(parts.root(name)!, 'w:instrText', 'w:fldSimple')).flatMap((piece) => {
    const [from, to] = piece.name === 'w:instrText' ? [piece.open, piece.close] : [piece.start, piece.open];
    const at = text.slice(from, to).indexOf('SECTIONPAGES');
    if (at < 0) return [];
    return [{ start: from + at, end: from + at + 'SECTIONPAGES'.length, text: `PAGEREF ${END}` }];
  });
}
