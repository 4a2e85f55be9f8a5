import type { Context } from './context';
import type { MarginComment } from './margin-comments';
import { blocksXml, TextParagraph } from './markup';
import type { NotesWritten } from './notes';
import type { Tracker } from './package/tracked';
import type { Section } from './page';

/** A paper as it is written, on its way into a package: our own, or a template's. */
export interface DocumentXml extends Pick<Context, 'relations'> {
  /** The blocks of its body, with the properties of all sections but the last. */
  readonly body: string;
  /** Properties of the last section. */
  readonly section: string;
  readonly notes: NotesWritten;
  readonly remarks: readonly MarginComment[];
  /** The whole of `word/numbering.xml`. */
  readonly numbering: string;
}

/**
 * Writes the sections of a paper one behind the other, with the changes in them as Word has them.
 *
 * @param properties of a section
 */
export function writeDocumentXml(
  sections: readonly Section[],
  tracker: Tracker,
  { source, since, notes, remarks, numbering, relations }: Context,
  properties: (section: Section) => string,
): DocumentXml {
  let body = '';
  let section = '';
  for (const one of sections) {
    section = properties(one);
    const last = one.children.at(-1);
    const end = last instanceof TextParagraph ? last : new TextParagraph({});
    if (one !== sections.at(-1)) end.section = section;
    body += blocksXml(one.children);
    if (end !== last && end.section !== '') body += end.xml;
  }
  const { kind, contents } = notes.written;
  return {
    // Looking through it makes another copy of a text that may be as long as a hundred megabytes.
    body: since || source.isReviewed ? tracker.track(body) : body,
    section,
    notes: { kind, contents: contents.map((note) => tracker.track(note)) },
    remarks,
    numbering: numbering.xml,
    relations,
  };
}
