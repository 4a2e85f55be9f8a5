/** The package of a document without a template. */
import { parseXml } from '../../docx/xml-tree';
import { getOrInsert } from '../../util/memoize';
import { linksOf, withLinks } from '../lists/linked-styles';
import { notesXml } from '../markup/notes';
import { commentsXml } from '../package/margin-comments';
import { Parts, rootXml, TYPES, WORD } from '../package/parts';
import type { Tracker } from '../package/tracked';
import { type HeadersAndFooters, headersAndFooters, type Section, sectionXml } from '../page';
import type { DocumentPlan } from '../plan';
import { appXml, coreXml } from '../properties';
import { stylesXml } from '../styles';
import { writeDocumentXml } from '../writing/document-xml';

const PACKAGE = 'application/vnd.openxmlformats-package';

export function emptyPackage(kind: 'document' | 'template', core: string, app: string): Parts {
  const types =
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    `<Default Extension="rels" ContentType="${PACKAGE}.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`;
  const parts = new Parts(new Map([[TYPES, types]]), 'word/document.xml');
  parts.declare(parts.main, `${WORD}.${kind}.main+xml`);
  parts.relate('', 'officeDocument', parts.main);
  parts.setProperties('core', core);
  parts.setProperties('extended', app);
  return parts;
}

/** Adds the parts that documents and templates both have. */
export function addSetUp(parts: Parts, styles: string): void {
  const settings =
    '<w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" ' +
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';
  parts.put('styles', styles);
  parts.put('settings', rootXml('settings', settings));
}

/**
 * Adds headers and footers.
 *
 * @param made the relations to those of the sections above, by what they are: a paper may turn its pages many times
 * @returns references to them, for the properties of a section
 */
export function addHeadersAndFooters(
  parts: Parts,
  { header, footer, first }: HeadersAndFooters,
  made = new Map<string, string>(),
): string {
  const reference = (kind: 'header' | 'footer', type: string, xml: string | undefined): string => {
    if (xml === undefined) return '';
    const id = getOrInsert(made, `${kind} ${type} ${xml}`, () => {
      const number = parts.names.filter((name) => name.startsWith(`word/${kind}`)).length + 1;
      return parts.make(kind, `word/${kind}${number}.xml`, rootXml(kind, xml));
    });
    return `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
  };
  return (
    reference('header', 'default', header) +
    reference('header', 'first', first?.header) +
    reference('footer', 'default', footer) +
    reference('footer', 'first', first?.footer)
  );
}

/** Packs a document without a template. */
export function packageWithoutTemplate(
  sections: readonly Section[],
  paper: DocumentPlan,
  tracker: Tracker,
): Parts {
  const { context, properties, title } = paper;
  const parts = emptyPackage('document', coreXml(properties, title), appXml(properties));
  parts.relateAll(parts.main, context.relations.text.all);
  const isLetter = context.letter !== undefined;
  const made = new Map<string, string>();
  const { body, section, notes, remarks, numbering } = writeDocumentXml(sections, tracker, context, (one) => {
    const role = { isFirst: one === sections[0], isLetter };
    const edges = headersAndFooters(
      one,
      { ...properties, title },
      paper.before,
      context.words,
      role,
      tracker,
    );
    return sectionXml(one.orientation, addHeadersAndFooters(parts, edges, made), edges.first !== undefined);
  });
  parts.set(parts.main, rootXml('document', `<w:body>${body}${section}</w:body>`));
  const links = context.layout.numbering === 'none' ? [] : linksOf(parseXml(numbering));
  addSetUp(parts, withLinks(stylesXml(properties.language), links));
  parts.put('numbering', numbering);
  if (notes.contents.length > 0) {
    const name = parts.put(notes.kind, rootXml(notes.kind, notesXml(notes)));
    parts.relateAll(name, context.relations.notes.all);
  }
  if (remarks.length > 0) parts.put('comments', rootXml('comments', commentsXml(remarks)));
  return parts;
}
