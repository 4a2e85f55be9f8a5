/** What is done to the parts of a document when docx has made them. */
import { strFromU8, strToU8 } from 'fflate';
import type { Draft } from '../../draft/types';
import { hashOf } from '../carried/read';
import { carriedXml, itemXml } from '../carried/write';
import { withPages } from '../contents';
import { pagesOf } from '../pages';
import type { ReadyTemplate } from '../template';
import { fromRoot, type Parts } from '../template/parts';
import type { PackageParts } from './from-docx';
import type { Tracker } from './tracked';

/** Gives the changes of a review the elements that Word has for them. */
export function withTrackedChanges(parts: PackageParts, tracker: Tracker): PackageParts {
  const out = { ...parts };
  for (const [name, part] of Object.entries(parts)) {
    if (!name.endsWith('.xml')) continue;
    const text = strFromU8(part);
    const tracked = tracker.track(text);
    if (tracked !== text) out[name] = strToU8(tracked);
  }
  return out;
}

/** Counts the pages of a finished document for its table of contents. */
export function countPages(parts: Parts): void {
  const document = parts.text(parts.main);
  if (document === undefined) return;
  parts.set(
    parts.main,
    withPages(
      document,
      pagesOf((name) => parts.text(name), parts.main),
    ),
  );
}

/** Puts the draft into a finished document, as a part that programs hand on and nobody sees. */
export function addDraft(parts: Parts, draft: Draft): void {
  const { main } = parts;
  let number = 1;
  while (parts.has(`customXml/item${number}.xml`)) number++;
  const name = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  const notes = ['footnotes', 'endnotes'].flatMap((kind) => parts.text(parts.related(kind) ?? '') ?? []);
  parts.set(name, carriedXml(draft, parts.text(main)!, notes));
  parts.set(properties, itemXml(hashOf(draft.text)));
  parts.declare(properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml');
  parts.declareExtension('xml', 'application/xml');
  parts.relate(main, 'customXml', fromRoot(name));
  parts.relate(name, 'customXmlProps', fromRoot(properties));
}

/** Ids of the template's styles in which our text is set. */
export function stylesUsed(parts: PackageParts, { roles }: ReadyTemplate): ReadonlySet<string> {
  const used = new Set<string>();
  for (const [name, part] of Object.entries(parts)) {
    if (!/^word\/(?:document|footnotes|endnotes)\.xml$/.test(name)) continue;
    for (const [, id] of strFromU8(part).matchAll(/<w:[pr]Style w:val="([^"]*)"/g))
      used.add(roles.ids.get(id!) ?? id!);
  }
  return used;
}
