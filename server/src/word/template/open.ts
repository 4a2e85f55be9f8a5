import { OPEN_DOCUMENT, otherKind } from '../../docx/other-kinds';
import { unzipSafely, ZipError } from '../../docx/unzip';
import { descendants, elementIn, elementsIn, isOnValue, removal, type XmlElement } from '../../docx/xml-tree';
import { decode } from '../../files';
import { danger } from '../../text/addresses';
import { words } from '../../util/lists';
import { RELATIONS, W } from '../namespaces';
import { type Parts, TYPES } from '../package/parts';
import { CUSTOM_PROPERTIES, safeProperties } from './custom-properties';
import { dropDangling } from './dangling-references';
import { fieldsOf } from './fields';
import { LeftOut } from './left-out';
import { PartReader, TemplateError } from './part';
import { CONTENT_TYPES } from './part-kinds';
import { type Reached, reachedParts } from './relations';
import { cleaning } from './sanitize';

const STRICT = 'http://purl.oclc.org/ooxml';
const MAIN_TYPE =
  /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)\.main\+xml$/;
const MOST_BYTES = 40_000_000;
/** The most entries in the list of content types: archives cannot have more files. */
const MOST_TYPES = 4000;

/**
 * Opens a .docx or .dotx as a template: all its parts are of known kinds and well-formed, and nothing in it runs code,
 * fetches anything or leads outside.
 *
 * @param warn called with what was left out
 * @throws TemplateError where it is damaged, contains macros or foreign content, leads outside, or is too large
 */
export function openTemplate(bytes: Uint8Array, warn: (message: string) => void): Parts {
  const parts = unpack(bytes);
  const type = parts.get('mimetype');
  if (type !== undefined && /^application\/vnd\.oasis\.opendocument/.test(decode(type.subarray(0, 100))))
    throw new TemplateError(OPEN_DOCUMENT);
  const reader = new PartReader(parts);
  const types = reader.root(TYPES);
  if (elementsIn(types).length > MOST_TYPES)
    throw new TemplateError('it lists more parts than a template can need', 'anew');
  for (const type of elementsIn(types)) {
    const value = type.attributes.ContentType ?? '';
    if (/macroEnabled|vbaProject/i.test(value)) throw macros();
  }
  for (const name of parts.keys()) if (/vba(?:Project|Data)/i.test(name)) throw macros();
  const main = mainPart(parts, reader);
  const typeOf = contentTypes(types);
  if (/spreadsheetml|presentationml/.test(typeOf(main)))
    throw new TemplateError('it is a workbook or a presentation; make the template in Word');
  const leftOut = new LeftOut();
  const { reached, lists, behind } = reachedParts({ main, parts, reader, typeOf }, leftOut);
  const shown = new Set<string>();
  for (const [name, part] of reached)
    if (part.kind !== 'picture' && part.kind !== 'binary') checkPart(name, part, reader, leftOut, shown);
  for (const name of reached.keys()) {
    if (typeOf(name) !== CUSTOM_PROPERTIES) continue;
    const { start, end } = reader.root(name);
    reader.splice(name, [{ start, end, text: safeProperties(reader.root(name), shown, leftOut) }]);
  }
  const root = reader.root(main);
  if (root.name !== 'w:document' || root.attributes['xmlns:w'] !== W)
    throw new TemplateError('its main part is not what Word or LibreOffice write', 'anew');
  if (elementIn(root, 'w:body') === undefined) throw new TemplateError('it has no body', 'anew');
  if (!reached.has(main) || !MAIN_TYPE.test(typeOf(main)))
    throw new TemplateError('it is not a Word document or template', 'anew');
  dropDangling(main, reached, reader, leftOut);
  for (const { kind, part } of reached.get(main)?.leads ?? [])
    if (kind === 'glossaryDocument') dropDangling(part, reached, reader, leftOut);
  for (const name of dropOthers(parts, reached, lists)) if (!behind.has(name)) leftOut.add(name);
  dropTypes(reader, parts);
  for (const message of [...leftOut.warnings, ...protection(parts, reader)]) warn(message);
  return reader.finish(main);
}

function strict(): TemplateError {
  return new TemplateError(
    'it is a Strict Open XML document; open it in Word and save it as “Word Document (*.docx)” or “Word Template (*.dotx)”, without “Strict”',
  );
}

function macros(): TemplateError {
  return new TemplateError('it contains macros; save it as a .docx or .dotx without them');
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes.length > MOST_BYTES) throw new TemplateError('it is larger than 40 MB', 'smaller');
  const problem = otherKind(bytes);
  if (problem !== undefined) throw new TemplateError(problem);
  try {
    return unzipSafely(bytes);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new TemplateError(error.message, /more/.test(error.message) ? 'smaller' : 'anew');
  }
}

/** Returns the content type of a part, in lower case, from the package's list. */
function contentTypes(types: XmlElement): (name: string) => string {
  const listed = (name: string, key: string): ReadonlyMap<string, string> => {
    const found = new Map<string, string>();
    for (const { attributes } of elementsIn(types, name)) {
      const named = (attributes[key] ?? '').toLowerCase();
      const type = (attributes.ContentType ?? '').toLowerCase();
      // Programs would disagree on which of the two counts.
      if ((found.get(named) ?? type) !== type)
        throw new TemplateError(`it gives “${named.slice(0, 80)}” two types of content`, 'anew');
      found.set(named, type);
    }
    return found;
  };
  const overrides = listed('Override', 'PartName');
  const defaults = listed('Default', 'Extension');
  return (name) =>
    overrides.get(`/${name}`.toLowerCase()) ??
    defaults.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ??
    '';
}

function mainPart(parts: ReadonlyMap<string, Uint8Array>, reader: PartReader): string {
  const relation = elementsIn(reader.root('_rels/.rels')).find(
    (one) => one.attributes.Type === `${RELATIONS}/officeDocument`,
  );
  const target = relation?.attributes.Target;
  if (elementsIn(reader.root('_rels/.rels')).some((one) => one.attributes.Type?.startsWith(STRICT)))
    throw strict();
  if (target === undefined) throw new TemplateError('it is no Word document', 'anew');
  const name = target.replace(/^\//, '');
  if (!parts.has(name)) throw new TemplateError(`“${name}” in it is missing`, 'anew');
  return name;
}

/** A warning where the template is protected, as all documents made with it would be. */
function protection(parts: ReadonlyMap<string, Uint8Array>, reader: PartReader): string[] {
  for (const name of parts.keys()) {
    const root = /settings\d*\.xml$/.test(name) ? reader.root(name) : undefined;
    const { 'w:edit': edit, 'w:enforcement': enforced } =
      elementIn(root, 'w:documentProtection')?.attributes ?? {};
    if (isOnValue(enforced) && edit !== 'none')
      return [
        'The template is protected against changes, and so is the document: take the protection off in the template (in Word, Review > Restrict Editing)',
      ];
  }
  return [];
}

/** Removes the parts that nothing refers to, and returns their names. */
function dropOthers(
  parts: Map<string, Uint8Array>,
  reached: ReadonlyMap<string, Reached>,
  lists: ReadonlySet<string>,
): string[] {
  const others = [...parts.keys()].filter((name) => name !== TYPES && !reached.has(name) && !lists.has(name));
  for (const name of others) parts.delete(name);
  return others.filter((name) => !/\.rels$/i.test(name));
}

/** Removes entries from the list of content types whose parts are gone. */
function dropTypes(reader: PartReader, parts: ReadonlyMap<string, Uint8Array>): void {
  const there = new Set([...parts.keys()].map((name) => `/${name}`.toLowerCase()));
  const stale = elementsIn(reader.root(TYPES))
    .filter(({ name, attributes }) =>
      name === 'Override'
        ? !there.has((attributes.PartName ?? '').toLowerCase())
        : !CONTENT_TYPES.has((attributes.ContentType ?? '').toLowerCase()),
    )
    .map(removal);
  reader.splice(TYPES, stale);
}

function* everyElement(root: XmlElement): Generator<XmlElement> {
  yield root;
  yield* descendants(root);
}

/**
 * Checks the content of a part, and removes what is not needed. `reachedParts` does so for its relationships.
 *
 * @param shown takes the names of the custom properties that its fields show
 */
function checkPart(
  name: string,
  { kind, relations }: Reached,
  reader: PartReader,
  leftOut: LeftOut,
  shown: Set<string>,
): void {
  const root = reader.root(name);
  checkNamespaces(name, root);
  for (const { attributes } of everyElement(root)) {
    for (const attribute in attributes) {
      const value = attributes[attribute]!;
      // VML drawings have addresses in attributes, without a relationship.
      const address = /(?:^|:)(href|src|althref)$/.exec(attribute)?.[1];
      if (address === undefined) continue;
      const reason = danger(value);
      if (reason !== undefined || (address !== 'href' && /^\s*[A-Za-z][A-Za-z0-9+.-]*:/.test(value))) {
        const why = reason ?? 'a picture must lie in the template';
        throw new TemplateError(
          `it contains an address in “${name}” (${value.slice(0, 80)}): ${why}`,
          'without',
        );
      }
    }
  }
  if (!descendants(root, 'w:mailMerge').next().done) {
    throw new TemplateError(
      'it contains a mail merge; in Word, choose Mailings, Start Mail Merge, Normal Word Document, and save it',
    );
  }
  if (kind !== 'text') return;
  const fields = fieldsOf(root);
  if (fields.danger !== undefined) throw new TemplateError(`it contains ${fields.danger}`, 'without');
  for (const field of fields.removed) {
    if (field === 'the field MERGEFIELD') leftOut.say(MERGE_FIELDS);
    else leftOut.add(field);
  }
  for (const property of fields.properties) shown.add(property);
  reader.splice(name, fields.splices);
  reader.splice(name, cleaning(reader.root(name), relations, leftOut));
}

const MERGE_FIELDS =
  'The template has fields of a mail merge, which nothing fills in here: what they show, such as «Name», is printed as it is; write placeholders such as {{author}} in their place';

/** The names that `checkPart` and `fieldsOf` look for, with the prefix `w`. */
const CHECKED = words('w:fldChar w:fldCharType w:fldSimple w:instr w:instrText w:delInstrText w:mailMerge');

/**
 * Word uses namespaces, and our checks the prefixes that Word writes. Other prefixes must not hide what the checks look
 * for.
 */
function checkNamespaces(name: string, root: XmlElement): void {
  let other: string | undefined;
  let hidden = false;
  for (const element of everyElement(root)) {
    for (const attribute in element.attributes) {
      const value = element.attributes[attribute]!;
      if (/^xmlns(?::|$)/.test(attribute)) {
        if (value.startsWith(STRICT)) throw strict();
        if (value.trim() === W && attribute !== 'xmlns:w') other = attribute;
      } else hidden ||= isHidden(attribute);
    }
    hidden ||= isHidden(element.name);
  }
  if (other === undefined || !hidden) return;
  throw new TemplateError(
    `“${name}” in it is not what Word or LibreOffice write (${other}); open it in Word, and save it anew`,
  );
}

function isHidden(name: string): boolean {
  return !name.startsWith('w:') && CHECKED.has(`w:${name.replace(/^.*:/, '')}`);
}
