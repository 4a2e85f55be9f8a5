/** The last steps on the parts of a document. */
import type { Draft } from '../../draft/types';
import { hashOf } from '../embedded-draft/read';
import { embeddedDraftXml, itemXml } from '../embedded-draft/write';
import { signed } from '../package/origin';
import { fromRoot, type Parts, TYPES } from '../package/parts';
import { type Deflate, zip } from '../package/zip';
import { pagesOf } from '../pages';
import type { ReadyTemplate } from '../template';
import { withPages } from '../writing/contents';
import type { DocumentXml } from '../writing/document-xml';

/** Fills in the page numbers of the table of contents. */
export function countPages(parts: Parts): void {
  parts.set(parts.main, withPages(parts.text(parts.main)!, pagesOf(parts)));
}

/** Embeds the draft in a finished document, as a custom XML part, which Word keeps and does not show. */
export function addDraft(parts: Parts, draft: Draft): void {
  const { main } = parts;
  let number = 1;
  while (parts.has(`customXml/item${number}.xml`)) number++;
  const name = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  const notes = ['footnotes', 'endnotes'].flatMap((kind) => parts.text(parts.related(kind) ?? '') ?? []);
  const edges = parts.textParts
    .map((part) => parts.root(part)!)
    .filter((root) => /^w:(?:hdr|ftr)$/.test(root.name));
  parts.set(name, embeddedDraftXml(draft, parts.text(main)!, notes, edges));
  parts.set(properties, itemXml(hashOf(draft.text)));
  parts.declare(properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml');
  parts.declareExtension('xml', 'application/xml');
  parts.relate(main, 'customXml', fromRoot(name));
  parts.relate(name, 'customXmlProps', fromRoot(properties));
}

/**
 * Packs the parts: the list of content types first, as programs that detect file types expect, and the rest in
 * alphabetical order, with a check sum by which `originOf` recognises the document.
 */
export function packed(parts: Parts, deflate?: Deflate): Uint8Array {
  const weight = (name: string): number => (name === TYPES ? 0 : name === '_rels/.rels' ? 1 : 2);
  const names = [...parts.names].sort((a, b) => weight(a) - weight(b) || (a < b ? -1 : 1));
  return zip(signed(names.map((name) => [name, parts.bytes(name)!] as const)), deflate);
}

/** Ids of the template's styles that the text uses. */
export function stylesUsed({ body, notes }: DocumentXml, { roles }: ReadyTemplate): ReadonlySet<string> {
  const used = new Set<string>();
  for (const xml of [body, ...notes.contents])
    for (const [, id] of xml.matchAll(/<w:[pr]Style w:val="([^"]*)"/g)) used.add(roles.ids.get(id!) ?? id!);
  return used;
}
