/**
 * Reads Word documents (.docx, .docm, .dotx; ECMA-376 transitional and strict) that anybody may have written, into
 * plain data. Nothing in them is run, fetched or followed.
 */
import { readComments } from './comments';
import type { Block, WordDocument } from './model';
import { Numbering } from './numbering';
import { DocxError, DocxPackage } from './package';
import { plainText } from './plain-text';
import { readProperties } from './properties';
import { type Shared, Story } from './story';
import { noteKey } from './story-reader';
import { Styles } from './styles';
import { elementIn, elementsIn } from './xml-tree';

export type * from './model';
export { DocxError } from './package';
export { plainText } from './plain-text';

/**
 * Reads a Word document.
 *
 * @throws DocxError with the reason in plain words, to follow the file's name, where it is none, or is encrypted,
 * damaged or more than a document can need
 */
export function readDocument(bytes: Uint8Array): WordDocument {
  const pack = new DocxPackage(bytes);
  const { main } = pack;
  const root = pack.xml(main);
  const body = elementIn(root, 'w:body');
  if (root?.name !== 'w:document' || body === undefined)
    throw new DocxError('it is no Word document: its text is missing');
  const styles = new Styles(pack.ofMain('styles')?.root);
  const shared: Shared = {
    pack,
    styles,
    numbering: new Numbering(pack.optionalXml(pack.related(main, 'numbering')[0]), () =>
      styles.headingLists(),
    ),
  };
  return {
    blocks: new Story(main, root, shared).read(body),
    notes: readNotes(shared),
    comments: readComments(pack, shared),
    properties: readProperties(pack, styles.language),
    edges: readEdges(shared),
    part: (name) => pack.bytes(name),
    customXml: (namespace) => customXml(pack, namespace),
  };
}

/** Separators are notes too, of a type of their own. */
function readNotes(shared: Shared): ReadonlyMap<string, readonly Block[]> {
  const { pack } = shared;
  const notes = new Map<string, readonly Block[]>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const notesOf = pack.ofMain(`${kind}s`);
    if (notesOf === undefined) continue;
    const story = new Story(notesOf.part, notesOf.root, shared);
    for (const note of elementsIn(notesOf.root, `w:${kind}`)) {
      const type = note.attributes['w:type'];
      if (type === undefined || type === 'normal')
        notes.set(noteKey(kind, note.attributes['w:id'] ?? ''), story.read(note));
    }
  }
  return notes;
}

function readEdges(shared: Shared): readonly (readonly string[])[] {
  const { pack } = shared;
  const found = ['header', 'footer'].flatMap((kind) => pack.related(pack.main, kind));
  return found.map((part) => {
    const root = pack.optionalXml(part);
    return root === undefined ? [] : plainText(new Story(part, root, shared).read(root)).split('\n');
  });
}

function customXml(pack: DocxPackage, namespace: string): readonly string[] {
  return pack.related(pack.main, 'customXml').flatMap((part) => {
    const bytes = pack.bytes(part);
    const text = bytes === undefined ? '' : new TextDecoder().decode(bytes);
    // The root's namespace stands near the start.
    return text.slice(0, 4000).includes(namespace) ? [text] : [];
  });
}
