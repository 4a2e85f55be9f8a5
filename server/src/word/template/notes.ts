import { elementsIn, type XmlElement } from '../../docx/xml-tree';
import { greatest } from '../../util/lists';
import type { NotesWritten } from '../markup/notes';
import type { Parts } from '../package/parts';

/** The highest id among the template's own notes. */
export function highest(parts: Parts, kind: NotesWritten['kind']): number {
  return highestId(parts.relatedRoot(kind), `w:${kind.slice(0, -1)}`, 'w:id');
}

/** The highest number in an attribute of the child elements of a name; 0 for none. */
export function highestId(root: XmlElement | undefined, element: string, attribute: string): number {
  return greatest(
    elementsIn(root, element).map(({ attributes }) => Number(attributes[attribute]) || 0),
    0,
  );
}

/**
 * Removes notes of the template without a reference, and puts the others in the order of their references, as LibreOffice
 * assigns notes to references by their order and not by id.
 */
export function orderNotes(parts: Parts, kind: NotesWritten['kind']): void {
  const name = parts.related(kind) ?? '';
  const root = parts.root(name);
  if (root === undefined) return;
  const text = parts.text(name)!;
  const element = `w:${kind.slice(0, -1)}`;
  const notes = new Map<string, string>();
  let special = '';
  for (const note of elementsIn(root, element)) {
    const xml = text.slice(note.start, note.end);
    const type = note.attributes['w:type'];
    if (type !== undefined && type !== 'normal') special += xml;
    else notes.set(note.attributes['w:id'] ?? '', xml);
  }
  const main = parts.text(parts.main)!;
  let ordered = '';
  for (const [, of, id] of main.matchAll(/<(w:(?:foot|end)note)Reference\b[^<>]*?\sw:id="(-?\d+)"/g)) {
    if (of !== element) continue;
    ordered += notes.get(id!) ?? '';
    notes.delete(id!);
  }
  parts.set(name, text.slice(0, root.open) + special + ordered + text.slice(root.close));
}
