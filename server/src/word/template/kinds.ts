/*
 * What ordinary templates of Word, LibreOffice and pandoc are made of. A list of what is dangerous would never be
 * whole: Office gets new parts, settings and fields with each version.
 */
import { words } from '../text';
import data from './kinds.json';

/** Kinds of part, by how they are checked. */
export type Kind = 'text' | 'data' | 'picture' | 'binary';

interface PartKind {
  readonly kind: Kind;
  /** Types of content, in small letters. */
  readonly types: readonly string[];
  readonly extensions: RegExp;
}

const EXTENSIONS: Readonly<Record<Kind, RegExp>> = {
  text: /\.xml$/i,
  data: /\.xml$/i,
  // Word itself sometimes leaves the name of a temporary file.
  picture: /\.(?:png|jpe?g|jpe|jfif|gif|bmp|dib|tiff?|emf|wmf|svg|wdp|tmp)$/i,
  binary: /\.(?:bin|odttf|ttf|otf|fntdata)$/i,
};

/** By the end of the type of a relation: what it may lead to. */
const PARTS = new Map(
  Object.entries(data.parts).map(([relation, { kind, types }]): [string, PartKind] => [
    relation,
    { kind: kind as Kind, types, extensions: EXTENSIONS[kind as Kind] },
  ]),
);

const RELATION =
  /^http:\/\/schemas\.(?:openxmlformats\.org\/(?:officeDocument|package)\/2006\/relationships(?:\/metadata)?|microsoft\.com\/office\/20\d\d(?:\/\d\d)?\/relationships)\/([A-Za-z-]+)$/i;

/** The end of a relation's type; undefined where nobody in the field of Office has named it. */
export function relationKind(type: string): string | undefined {
  return RELATION.exec(type)?.[1];
}

export function partKind(relation: string): PartKind | undefined {
  return PARTS.get(relation);
}

/** Content types that stand for an extension; the others are of no use without their parts. */
export const CONTENT_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-package.relationships+xml',
  ...[...PARTS.values()].flatMap(({ types }) => types),
]);

/** Namespaces of elements that draw, format or describe. */
export const NAMESPACES: ReadonlySet<string> = new Set(data.namespaces);

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** What settings may say, beside what later versions of Word add in namespaces of their own. */
export const SETTINGS = words(data.settings);

/** What a form field may say: no macros that are run on entering and leaving it. */
export const FORM_FIELD = words(data.formField);

/** Attributes in which an address is a name or a text that nobody follows. */
export const TEXTS = words(data.texts);

/** Fields that reckon with what the document itself holds, or say what it is. Any other is shown as it last was. */
export const FIELDS = words(data.fields);

/** Data of Microsoft's own of which its programs make no more than what they show; others open forms and call servers. */
const MICROSOFT_DATA: ReadonlySet<string> = new Set(data.microsoftData);

/** Whether data that a document carries along are left in it, by the namespace of their outermost element. */
export function isPlainData(namespace: string): boolean {
  const name = namespace.trim();
  return !name.toLowerCase().startsWith('http://schemas.microsoft.com/') || MICROSOFT_DATA.has(name);
}
