import { blocksXml, TextParagraph } from '../markup/blocks';
import type { NotesWritten } from '../markup/notes';
import type { MarginComment } from '../package/margin-comments';
import type { Tracker } from '../package/tracked';
import type { Section } from '../page';
import { contentsEntries } from './contents';
import type { Context } from './context';

/** The XML of a document, before it is put into a package, with or without a template. */
export interface DocumentXml extends Pick<Context, 'relations'> {
  /** Its body, with the properties of all sections but the last. */
  readonly body: string;
  /** The entries of the template's own table of contents; empty where it has none, or the draft no headings. */
  readonly contents: string;
  /** Properties of the last section. */
  readonly section: string;
  readonly notes: NotesWritten;
  readonly remarks: readonly MarginComment[];
  /** The whole of `word/numbering.xml`. */
  readonly numbering: string;
}

/**
 * Writes sections as the XML of a document, with their changes as tracked changes.
 *
 * @param properties returns the properties of a section
 */
export function writeDocumentXml(
  sections: readonly Section[],
  tracker: Tracker,
  context: Context,
  properties: (section: Section) => string,
): DocumentXml {
  const { source, since, notes, remarks, numbering, relations } = context;
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
    // Tracking copies the text, which may be a hundred megabytes long.
    body: since || source.isReviewed ? tracker.track(body) : body,
    contents: context.contentsField ? contentsEntries(context) : '',
    section,
    notes: { kind, contents: contents.map((note) => tracker.track(note)) },
    remarks,
    numbering: numbering.xml,
    relations,
  };
}
