import { elementsIn, parseXml } from '../../docx/xml-tree';
import { greatest } from '../../lists';
import { type ExportedParts, textOf } from './exported-parts';
import { inserted, type Parts, withNamespaces } from './parts';

export function hasNotes(ours: ExportedParts, kind: 'footnotes' | 'endnotes'): boolean {
  return textOf(ours, `word/${kind}.xml`).includes(`<w:${kind.slice(0, -1)} w:id=`);
}

/** The highest id among the template's own notes or comments. */
export function highest(parts: Parts, kind: string, element: string): number {
  const name = parts.related(kind);
  const root = name === undefined ? undefined : parts.root(name);
  return greatest(
    elementsIn(root, element).map((one) => Number(one.attributes['w:id']) || 0),
    0,
  );
}

/** Adds our notes or comments to the template's. */
export function addNotes(
  parts: Parts,
  ours: ExportedParts,
  kind: 'footnotes' | 'endnotes' | 'comments',
  name: string,
  change: (xml: string) => string,
  offset: number,
): void {
  const ownText = textOf(ours, `word/${kind}.xml`);
  const own = parseXml(ownText);
  const renumberedNote = (xml: string): string =>
    xml.replace(/(\sw:id=")(\d+)/, (_, start, id) => start + (Number(id) + offset));
  const notes = elementsIn(own)
    .filter((note) => note.attributes['w:type'] === undefined)
    .map((note) => {
      const xml = ownText.slice(note.start, note.end);
      const tag = ownText.slice(note.start, note.open);
      return renumberedNote(tag) + change(xml.slice(tag.length));
    })
    .join('');
  const theirs = parts.text(name);
  if (theirs === undefined) {
    // The separators that Word draws above notes come with ours.
    const separators = elementsIn(own)
      .filter((note) => note.attributes['w:type'] !== undefined)
      .map((note) => change(ownText.slice(note.start, note.end)))
      .join('');
    parts.set(name, ownText.slice(0, own.open) + separators + notes + ownText.slice(own.close));
    return;
  }
  const merged = inserted(theirs, parseXml(theirs), notes);
  parts.set(name, withNamespaces(merged, parseXml(merged), own));
}

/**
 * Leaves out the template's notes that nothing refers to any more, and puts the others in the order of the text:
 * LibreOffice takes the first reference for one to the first note, whatever the ids say.
 */
export function orderNotes(parts: Parts, kind: 'footnotes' | 'endnotes'): void {
  const name = parts.related(kind);
  const text = name === undefined ? undefined : parts.text(name);
  if (name === undefined || text === undefined) return;
  const root = parseXml(text);
  const element = kind === 'footnotes' ? 'w:footnote' : 'w:endnote';
  const all = elementsIn(root, element);
  const notes = new Map<string, string>();
  let special = '';
  for (const note of all) {
    const xml = text.slice(note.start, note.end);
    const type = note.attributes['w:type'];
    if (type !== undefined && type !== 'normal') special += xml;
    else notes.set(note.attributes['w:id'] ?? '', xml);
  }
  const main = parts.text(parts.main) ?? '';
  let ordered = '';
  for (const [, of, id] of main.matchAll(/<(w:(?:foot|end)note)Reference\b[^<>]*?\sw:id="(-?\d+)"/g)) {
    if (of !== element) continue;
    ordered += notes.get(id!) ?? '';
    notes.delete(id!);
  }
  if (root.open === root.end) return;
  parts.set(name, text.slice(0, root.open) + special + ordered + text.slice(root.close));
}
