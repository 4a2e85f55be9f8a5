import { addAll } from '../../lists';
import { danger } from '../links';
import { descendants, elementIn, elementsIn, type XmlElement } from '../xml-tree';
import { dangerousField } from './fields';
import { readPart, TemplateError } from './part';
import { checkRelations, dropUnreached } from './relations';
import { unzipSafely, ZipError } from './zip';

/** A template, checked: every part is well-formed, and nothing in it runs, fetches or leads outside. */
export interface Template {
  /** Every part, by its name in the package. What was not safe but could be left out is left out. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Name of the part with the text: `word/document.xml`. */
  readonly main: string;
  /** What was left out. */
  readonly warnings: readonly string[];
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN_TYPE =
  /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)\.main\+xml$/;
const MOST_BYTES = 40_000_000;

/**
 * Opens a .docx or .dotx that is to give its look to our documents.
 *
 * @throws TemplateError where it is damaged, holds macros or foreign content, or leads outside of itself
 */
export function openTemplate(bytes: Uint8Array): Template {
  const parts = unpack(bytes);
  const types = readPart(parts, '[Content_Types].xml');
  for (const type of elementsIn(types)) {
    const value = type.attributes.ContentType ?? '';
    if (/macroEnabled|vbaProject/i.test(value)) throw macros();
  }
  for (const name of parts.keys()) if (/vba(?:Project|Data)/i.test(name)) throw macros();
  const main = mainPart(parts);
  const typeOf = contentTypes(types);
  const warnings: string[] = [];
  for (const name of [...parts.keys()]) {
    const type = typeOf(name);
    const isXml = /\.(?:xml|rels)$/i.test(name) || (/[+/]xml$/i.test(type) && !/^image\//i.test(type));
    if (!isXml) continue;
    const root = readPart(parts, name);
    if (/\.rels$/i.test(name)) addAll(warnings, checkRelations(parts, name, root));
    else checkPart(name, root);
  }
  if (warnings.length > 0) dropUnreached(parts);
  const root = readPart(parts, main);
  if (root.name !== 'w:document' || root.attributes['xmlns:w'] !== W)
    throw new TemplateError('its main part is not what Word or LibreOffice write');
  if (elementIn(root, 'w:body') === undefined) throw new TemplateError('it has no body');
  if (!MAIN_TYPE.test(typeOf(main))) throw new TemplateError('it is not a Word document or template');
  return { parts, main, warnings: [...new Set(warnings)] };
}

function macros(): TemplateError {
  return new TemplateError('it contains macros; save it as a .docx or .dotx without them');
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes.length > MOST_BYTES) throw new TemplateError('it is larger than 40 MB');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    throw new TemplateError(
      'it is protected by a password or in the old .doc format; save it as .docx or .dotx',
    );
  }
  try {
    return unzipSafely(bytes);
  } catch (error) {
    throw error instanceof ZipError ? new TemplateError(error.message) : error;
  }
}

/** The content type of a part, from the package's list. */
function contentTypes(types: XmlElement): (name: string) => string {
  const listed = (name: string, key: string): ReadonlyMap<string, string> =>
    new Map(
      elementsIn(types, name).map(({ attributes }) => [
        (attributes[key] ?? '').toLowerCase(),
        attributes.ContentType ?? '',
      ]),
    );
  const overrides = listed('Override', 'PartName');
  const defaults = listed('Default', 'Extension');
  return (name) =>
    overrides.get(`/${name}`.toLowerCase()) ??
    defaults.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ??
    '';
}

function mainPart(parts: ReadonlyMap<string, Uint8Array>): string {
  const relation = elementsIn(readPart(parts, '_rels/.rels')).find(
    (one) => one.attributes.Type === `${RELATIONS}/officeDocument`,
  );
  const target = relation?.attributes.Target;
  if (target === undefined) throw new TemplateError('it is no Word document');
  const name = target.replace(/^\//, '');
  if (!parts.has(name)) throw new TemplateError(`“${name}” in it is missing`);
  return name;
}

/** Checks what a part says itself; `checkRelations` does so for what it is related to. */
function checkPart(name: string, root: XmlElement): void {
  checkNamespaces(name, root);
  for (const { attributes } of [root, ...descendants(root)]) {
    for (const [attribute, value] of Object.entries(attributes)) {
      // Old drawings (VML) name an address themselves, without a relation.
      const kind = /(?:^|:)(href|src|althref)$/.exec(attribute)?.[1];
      if (kind === undefined) continue;
      const reason = danger(value);
      if (reason !== undefined || (kind !== 'href' && /^\s*[A-Za-z][A-Za-z0-9+.-]*:/.test(value))) {
        const why = reason ?? 'a picture must lie in the template';
        throw new TemplateError(`it contains an address in “${name}” (${value.slice(0, 80)}): ${why}`);
      }
    }
  }
  if ([...descendants(root, 'w:mailMerge')].length > 0) {
    throw new TemplateError(
      'it contains a mail merge; in Word, choose Mailings, Start Mail Merge, Normal Word Document, and save it',
    );
  }
  const field = dangerousField(root);
  if (field !== undefined) throw new TemplateError(`it contains ${field}`);
}

/** The names that `checkPart` and `dangerousField` look for, with the prefix `w`. */
const CHECKED = new Set(
  ['fldChar', 'fldCharType', 'fldSimple', 'instr', 'instrText', 'delInstrText', 'mailMerge'].map(
    (name) => `w:${name}`,
  ),
);

/** Word goes by namespaces, and our checks by the prefix that Word writes: another must not hide what they look for. */
function checkNamespaces(name: string, root: XmlElement): void {
  let other: string | undefined;
  let hidden = false;
  for (const element of [root, ...descendants(root)]) {
    for (const [attribute, value] of Object.entries(element.attributes)) {
      if (/^xmlns(?::|$)/.test(attribute)) {
        if (value.startsWith(STRICT)) {
          throw new TemplateError(
            'it is a Strict Open XML document; save it as an ordinary Word document or template',
          );
        }
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
