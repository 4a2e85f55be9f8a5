/*
 * The contents of ordinary templates of Word, LibreOffice and pandoc, which are allowed. A list of what is dangerous would
 * never be complete, as each version of Office has new parts, settings and fields.
 */
import { words } from '../../util/lists';
import data from './part-kinds.json';

/** Kinds of parts, by how they are checked. */
export type Kind = 'text' | 'data' | 'picture' | 'binary';

interface PartKind {
  readonly kind: Kind;
  /** Content types, in small letters. */
  readonly types: readonly string[];
  readonly extensions: RegExp;
}

const EXTENSIONS: Readonly<Record<Kind, RegExp>> = {
  text: /\.xml$/i,
  data: /\.xml$/i,
  // Word sometimes keeps the name of a temporary file.
  picture: /\.(?:png|jpe?g|jpe|jfif|gif|bmp|dib|tiff?|emf|wmf|svg|wdp|tmp)$/i,
  binary: /\.(?:bin|odttf|ttf|otf|fntdata)$/i,
};

/** The parts that relations may lead to, by the end of the relation's type. */
const PARTS = new Map(
  Object.entries(data.parts).map(([relation, { kind, types }]): [string, PartKind] => [
    relation,
    { kind: kind as Kind, types, extensions: EXTENSIONS[kind as Kind] },
  ]),
);

const RELATION =
  /^http:\/\/schemas\.(?:openxmlformats\.org\/(?:officeDocument|package)\/2006\/relationships(?:\/metadata)?|microsoft\.com\/office\/20\d\d(?:\/\d\d)?\/relationships)\/([A-Za-z-]+)$/i;

/** The end of a relation's type; undefined for types of other publishers than those of Office. */
export function relationKind(type: string): string | undefined {
  return RELATION.exec(type)?.[1];
}

export function partKind(relation: string): PartKind | undefined {
  return PARTS.get(relation);
}

/** Content types that may be declared for an extension. */
export const CONTENT_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-package.relationships+xml',
  ...[...PARTS.values()].flatMap(({ types }) => types),
]);

/** Namespaces of elements that draw, format or describe. */
export const NAMESPACES: ReadonlySet<string> = new Set(data.namespaces);

/** Allowed elements of the settings, besides those of later versions of Word in other namespaces. */
export const SETTINGS = words(data.settings);

/** Allowed elements of form fields, without macros. */
export const FORM_FIELD = words(data.formField);

/** Attributes in which an address is only a name or text. */
export const TEXTS = words(data.texts);

/** Allowed fields, which only use the document itself. Others are replaced by their last result. */
export const FIELDS = words(data.fields);

/** Kinds of values of custom properties that are texts, numbers, dates, or yes or no. */
export const PROPERTY_VALUES = words(data.propertyValues);

/** The custom properties of sensitivity labels and their markings, by the beginnings of their names. */
export const LABELS = new RegExp(`^(?:${data.labels.split(' ').join('|')})`);

/** Custom properties in which SharePoint notes something about the file itself; they are left out without a word. */
export const BOOKKEEPING = words(data.bookkeeping);

/** Namespaces of Microsoft's data that are only shown; others open forms and call servers. */
const MICROSOFT_DATA: ReadonlySet<string> = new Set(data.microsoftData);

/** Whether custom XML data are kept in a document, by the namespace of their root element. */
export function isPlainData(namespace: string): boolean {
  const name = namespace.trim();
  return !name.toLowerCase().startsWith('http://schemas.microsoft.com/') || MICROSOFT_DATA.has(name);
}
