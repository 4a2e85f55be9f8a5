import { elementIn, elementsIn, parseXml, type Splice, type XmlElement } from '../../docx/xml-tree';
import { addAll } from '../../lists';
import { linksOf, withLinks, withoutNumbers } from '../lists/linked-styles';
import { numberCitedNotes } from './cited-notes';
import { movedContents } from './contents';
import { addRelations, copyMedia, type ExportedParts, partFor, textOf } from './exported-parts';
import { addNumbering, type NewNumbers } from './lists';
import { addNotes, hasNotes, highest, orderNotes } from './notes';
import { lineWidths, type Slot, sectionXml } from './page';
import { countToTheEnd } from './page-totals';
import { TemplateError } from './part';
import { inserted, type Parts, withNamespaces } from './parts';
import { type References, referring } from './references';
import type { Roles } from './roles';
import { edgesOf, referencesTo, turnedEdges } from './turned';

/** Puts our text, with all that belongs to it, into the template's package. */
export function merge(parts: Parts, ours: ExportedParts, slot: Slot, roles: Roles): void {
  const numbers = addNumbering(parts, ours, roles);
  const numbered = addStyles(parts, ours, roles, numbers);
  copyMedia(parts, ours);
  const offsets = {
    footnotes: highest(parts, 'footnotes', 'w:footnote') + 1,
    endnotes: highest(parts, 'endnotes', 'w:endnote') + 1,
    comments: highest(parts, 'comments', 'w:comment') + 1,
  };
  const references = (owner: string, into: string): References => ({
    relations: addRelations(parts, ours, owner, into),
    numbers,
    notes: offsets[hasNotes(ours, 'endnotes') ? 'endnotes' : 'footnotes'],
    comments: offsets.comments,
    roles,
  });
  for (const kind of ['footnotes', 'endnotes', 'comments'] as const) {
    if (kind === 'comments' ? ours['word/comments.xml'] === undefined : !hasNotes(ours, kind)) continue;
    const name = partFor(parts, kind);
    const own = references(`word/${kind}.xml`, name);
    addNotes(parts, ours, kind, name, (xml) => referring(xml, own), offsets[kind]);
  }
  const own = references('word/document.xml', parts.main);
  addBody(parts, ours, slot, numbered, (xml) => referring(xml, own));
  for (const kind of ['footnotes', 'endnotes'] as const) orderNotes(parts, kind);
  numberCitedNotes(parts, slot.section);
}

/** Returns the ids of the template's styles that are numbered from now on. */
function addStyles(
  parts: Parts,
  ours: ExportedParts,
  roles: Roles,
  numbers: NewNumbers,
): ReadonlySet<string> {
  const name = parts.related('styles');
  const root = name === undefined ? undefined : parts.root(name);
  if (name === undefined || root === undefined) throw new TemplateError('it has no styles');
  const links = linksOf(parseXml(textOf(ours, 'word/numbering.xml')));
  const styles = inserted(parts.text(name)!, root, roles.added);
  const named = (style: string): string => roles.ids.get(style) ?? style;
  const renumbered = links.map((link) => ({ ...link, num: numbers.get(link.num)!.id }));
  parts.set(name, withLinks(styles, renumbered, named));
  return new Set(links.map(({ style }) => named(style)));
}

function addBody(
  parts: Parts,
  ours: ExportedParts,
  slot: Slot,
  numbered: ReadonlySet<string>,
  change: (xml: string) => string,
): void {
  const ownText = textOf(ours, 'word/document.xml');
  const ownRoot = parseXml(ownText);
  const ownBody = elementIn(ownRoot, 'w:body')!;
  const lastSection = elementsIn(ownBody, 'w:sectPr').at(-1);
  let xml = change(ownText.slice(ownBody.open, lastSection?.start ?? ownBody.close));
  const splices: Splice[] = [];
  if (slot.contents !== undefined) {
    const moved = movedContents(xml, slot.contents);
    xml = moved.xml;
    splices.push(moved.splice);
  }
  const turned = isTurned(lastSection);
  const divided = xml.includes(SECTION_END);
  if (slot.section !== undefined) {
    const { section } = slot;
    const edges = turned || divided ? edgesFor(parts, section) : undefined;
    const main = parts.text(parts.main)!;
    let count = 0;
    const sectionOf = (isTurned: boolean, first: boolean): string =>
      sectionXml(main, section, { turned: isTurned, first, edges: edges?.[isTurned ? 'turned' : 'upright'] });
    xml = withSections(xml, (own) => sectionOf(own.includes('w:orient="landscape"'), count++ === 0));
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
  const merged = parts.text(parts.main)!;
  parts.set(parts.main, withNamespaces(merged, parseXml(merged), ownRoot));
  if (turned || divided) countToTheEnd(parts);
}

/** References to the headers and footers of further sections, whose paper is turned or not. */
function edgesFor(
  parts: Parts,
  section: XmlElement,
): { readonly upright: string; readonly turned: string } | undefined {
  const lines = lineWidths(section);
  const edges = edgesOf(parts.root(parts.main)!, section);
  if (lines === undefined || edges.size === 0) return undefined;
  return {
    upright: referencesTo(edges),
    turned: referencesTo(turnedEdges(parts, edges, lines.turned / lines.upright)),
  };
}

const SECTION_END = '</w:sectPr>';

/** Our text with the properties of each section changed. */
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

function isTurned(section: XmlElement | undefined): boolean {
  return elementIn(section, 'w:pgSz')?.attributes['w:orient'] === 'landscape';
}
