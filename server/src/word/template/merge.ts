import { parseXml, type Splice, type XmlElement } from '../../docx/xml-tree';
import { addAll } from '../../util/lists';
import { linksOf, withLinks, withoutNumbers } from '../lists/linked-styles';
import { TextParagraph } from '../markup/blocks';
import { noteList, notesXml } from '../markup/notes';
import { commentsXml } from '../package/margin-comments';
import { type Parts, rootXml, withNamespaces } from '../package/parts';
import type { Relations } from '../package/relations';
import { STYLE } from '../styles';
import type { DocumentXml } from '../writing/document-xml';
import { filledContents } from './contents';
import { headersAndFootersOf, landscapeHeadersAndFooters, referencesTo } from './landscape-sections';
import { addNumbering, type NewNumbers } from './lists';
import { highest, orderNotes } from './notes';
import { countToTheEnd, lineWidths, type Slot, sectionXml } from './page';
import type { Roles } from './roles';

/** Puts the draft's text with its styles, lists, notes and pictures into the template's package. */
export function merge(parts: Parts, ours: DocumentXml, slot: Slot, roles: Roles): void {
  const numbers = addNumbering(parts, ours, roles);
  const numbered = addStyles(parts, ours, roles, numbers);
  const { kind, contents } = ours.notes;
  const offset = highest(parts, kind) + 1;
  const change = (owner: string, own: Relations): ((xml: string) => string) => {
    const relations = parts.relateAll(owner, own.all);
    return (xml) => referring(xml, { relations, numbers, notes: offset, roles });
  };
  if (contents.length > 0) {
    const name = parts.ensure(kind, rootXml(kind, notesXml({ kind, contents: [] })));
    const notes = contents.map(change(name, ours.relations.notes));
    parts.append(name, noteList({ kind, contents: notes }, offset + 1));
    parts.set(name, withNamespaces(parts.text(name)!));
  }
  // A template's own comments were left out.
  if (ours.remarks.length > 0) parts.put('comments', rootXml('comments', commentsXml(ours.remarks)));
  const changed = change(parts.main, ours.relations.text);
  const body = changed(ours.body);
  const apart = isFollowed(parts, slot) && body.endsWith('</w:tbl>') ? tableGap(roles) : '';
  addBody(
    parts,
    { body: body + apart, contents: changed(ours.contents), section: ours.section },
    slot,
    numbered,
  );
  for (const kind of ['footnotes', 'endnotes'] as const) orderNotes(parts, kind);
}

/** Adds the draft's styles. Returns the ids of the template's styles that are numbered from now on. */
function addStyles(parts: Parts, ours: DocumentXml, roles: Roles, numbers: NewNumbers): ReadonlySet<string> {
  const name = parts.related('styles')!;
  const links = linksOf(parseXml(ours.numbering));
  parts.append(name, roles.added);
  const named = (style: string): string => roles.ids.get(style) ?? style;
  const renumbered = links.map((link) => ({ ...link, num: numbers.get(link.num)!.id }));
  parts.set(name, withLinks(parts.text(name)!, renumbered, named));
  return new Set(links.map(({ style }) => named(style)));
}

/** Whether text of the template follows the draft's. */
function isFollowed(parts: Parts, { end }: Slot): boolean {
  return !/^(?:<\/w:sdtContent><\/w:sdt>)*<(?:w:sectPr\b|\/w:body>)/.test(parts.text(parts.main)!.slice(end));
}

/** A paragraph that keeps a table and the text below it apart. */
function tableGap({ ids }: Roles): string {
  return new TextParagraph({ style: ids.get(STYLE.tableGap)! }).xml;
}

function addBody(
  parts: Parts,
  ours: Pick<DocumentXml, 'body' | 'contents' | 'section'>,
  slot: Slot,
  numbered: ReadonlySet<string>,
): void {
  let xml = ours.body;
  const splices: Splice[] = slot.contents === undefined ? [] : [filledContents(slot.contents, ours.contents)];
  const turned = isTurned(ours.section);
  const divided = xml.includes(SECTION_END);
  if (slot.section !== undefined) {
    const { section } = slot;
    const edges = turned || divided ? edgesFor(parts, section) : undefined;
    const main = parts.text(parts.main)!;
    let count = 0;
    const sectionOf = (isTurned: boolean, first: boolean): string =>
      sectionXml(main, section, { turned: isTurned, first, edges: edges?.[isTurned ? 'turned' : 'upright'] });
    xml = withSections(xml, (own) => sectionOf(isTurned(own), count++ === 0));
    const last = sectionOf(turned, !divided);
    const replace = (by: string): void => {
      splices.push({ start: section.start, end: section.end, text: by });
    };
    if (slot.ends) xml += sectionEnd(last);
    else if (turned && slot.followed) {
      xml += sectionEnd(last);
      replace(sectionOf(false, false));
    } else if (turned || divided) replace(last);
  }
  splices.push({ start: slot.start, end: slot.end, text: xml });
  const kept = withoutNumbers(parts.root(parts.main)!, numbered).filter((one) =>
    splices.every(({ start, end }) => one.end <= start || one.start >= end),
  );
  addAll(splices, kept);
  parts.splice(parts.main, splices);
  parts.set(parts.main, withNamespaces(parts.text(parts.main)!));
  if (turned || divided) countToTheEnd(parts);
}

/** References to the headers and footers of further sections, for portrait and landscape pages. */
function edgesFor(
  parts: Parts,
  section: XmlElement,
): { readonly upright: string; readonly turned: string } | undefined {
  const lines = lineWidths(section);
  const edges = headersAndFootersOf(parts.root(parts.main)!, section);
  if (lines === undefined || edges.size === 0) return undefined;
  return {
    upright: referencesTo(edges),
    turned: referencesTo(landscapeHeadersAndFooters(parts, edges, lines.turned / lines.upright)),
  };
}

const SECTION_END = '</w:sectPr>';

/** The draft's text with the properties of each section changed. */
function withSections(xml: string, change: (properties: string) => string): string {
  const pieces = xml.split(SECTION_END);
  const behind = pieces.pop()!;
  const changed = pieces.map((piece) => {
    const at = piece.search(/<w:sectPr\b/);
    return at === -1 ? piece + SECTION_END : piece.slice(0, at) + change(piece.slice(at) + SECTION_END);
  });
  return changed.join('') + behind;
}

/** A paragraph that ends a section, and takes no room. */
function sectionEnd(section: string): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`;
}

/** @param section its properties, as the export writes them */
function isTurned(section: string): boolean {
  return section.includes('w:orient="landscape"');
}

/** New ids for what the draft's text refers to. */
interface References {
  /** The ids of relations, for `rId1` and so on. */
  readonly relations: readonly string[];
  readonly numbers: NewNumbers;
  /** The number to add to the ids of notes. */
  readonly notes: number;
  readonly roles: Roles;
}

const REFERENCES =
  /<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"\/>|(\sr:(?:id|embed|link))="([^"]*)"|<w:numId w:val="(\d+)"\/>|(<w:(?:footnote|endnote)Reference w:id=)"(\d+)"/g;

/** The draft's text with the ids of the template's package. */
function referring(xml: string, { relations, numbers, notes, roles }: References): string {
  return withTemplateLists(xml, numbers, roles).replace(
    REFERENCES,
    (_, kind, style, relation, id, num, note, noteId) => {
      if (kind !== undefined) return `<w:${kind} w:val="${roles.ids.get(style) ?? style}"/>`;
      if (relation !== undefined) return `${relation}="${relations[Number(id.slice(3)) - 1] ?? id}"`;
      if (num !== undefined) return `<w:numId w:val="${numbers.get(num)?.id ?? num}"/>`;
      return `${note}"${Number(noteId) + notes}"`;
    },
  );
}

/**
 * Gives list items the template's own list style, if it has one for their level. Its ids are written with a space before
 * the slash, so that later replacements skip them.
 */
function withTemplateLists(xml: string, numbers: NewNumbers, roles: Roles): string {
  if (roles.bullets.length === 0 && roles.numbers.length === 0) return xml;
  return xml.replace(
    /<w:pStyle w:val="ListParagraph"\/>((?:<w:(?:keepNext|keepLines|pageBreakBefore)[^<>]*\/>)*)<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/><\/w:numPr>((?:<w:spacing\b[^<>]*\/>)?)(?=(<w:ind\b)?)/g,
    (whole, between, level, num, spacing, ownIndent) => {
      const item = numbers.get(num)?.items.get(level);
      if (item === undefined) return whole;
      const number = `<w:numPr><w:ilvl w:val="${item.level}"/><w:numId w:val="${item.num}" /></w:numPr>`;
      const indent = ownIndent === undefined ? item.indent : '';
      return `<w:pStyle w:val="${item.style}" />${between}${number}${spacing}${indent}`;
    },
  );
}
