import { decode } from '../../files';
import {
  descendants,
  elementIn,
  elementsIn,
  parseXml,
  type Splice,
  spliced,
  textIn,
  type XmlElement,
} from '../xml-tree';
import { unzipSafely, ZipError } from './zip';

/** A template that is not used, with the reason in plain words: a sentence that follows "The template … cannot be used: ". */
export class TemplateError extends Error {}

/** A template, checked: every part is well-formed, and nothing in it runs, fetches or leads outside. */
export interface Template {
  /** Every part, by its name in the package. What was not safe but could be left out is left out. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Name of the part with the text: `word/document.xml`. */
  readonly main: string;
  /** What was left out. */
  readonly warnings: readonly string[];
}

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN_TYPE =
  /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)\.main\+xml$/;
const MOST_BYTES = 40_000_000;

/** Relations to things that run or hold foreign content, by the end of their type. */
const REFUSED_RELATIONS: Readonly<Record<string, string>> = {
  vbaProject: 'macros',
  wordVbaData: 'macros',
  oleObject: 'an embedded object',
  control: 'an ActiveX control',
  activeXControlBinary: 'an ActiveX control',
  aFChunk: 'another document inside',
  subDocument: 'a sub-document',
  attachedToolbars: 'toolbars with macros',
  keyMapCustomizations: 'keys that start commands',
  mailMergeSource: 'a mail merge',
  mailMergeHeaderSource: 'a mail merge',
};

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
  const warnings: string[] = [];
  for (const name of [...parts.keys()]) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const root = readPart(parts, name);
    if (name.endsWith('.rels')) checkRelations(parts, name, root, warnings);
    else checkFields(root);
  }
  const root = readPart(parts, main);
  if (root.name !== 'w:document' || root.attributes['xmlns:w'] !== W) {
    const strict = Object.values(root.attributes).some((value) =>
      value.startsWith('http://purl.oclc.org/ooxml'),
    );
    throw new TemplateError(
      strict
        ? 'it is a Strict Open XML document; save it as an ordinary Word document or template'
        : 'its main part is not what Word or LibreOffice write',
    );
  }
  if (elementIn(root, 'w:body') === undefined) throw new TemplateError('it has no body');
  const types2 = typeOf(types, main);
  if (!MAIN_TYPE.test(types2)) throw new TemplateError('it is not a Word document or template');
  return { parts, main, warnings };
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

/** Reads one of a package's parts. */
export function readPart(parts: ReadonlyMap<string, Uint8Array>, name: string): XmlElement {
  const part = parts.get(name);
  if (part === undefined) throw new TemplateError(`it is no Word document: “${name}” is missing`);
  try {
    return parseXml(decode(part));
  } catch (error) {
    throw new TemplateError(
      `“${name}” in it is damaged (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** The content type of a part, from the package's list. */
export function typeOf(types: XmlElement, name: string): string {
  const override = elementsIn(types, 'Override').find(
    (one) => one.attributes.PartName?.toLowerCase() === `/${name}`.toLowerCase(),
  );
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const byExtension = elementsIn(types, 'Default').find(
    (one) => one.attributes.Extension?.toLowerCase() === extension,
  );
  return (override ?? byExtension)?.attributes.ContentType ?? '';
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

function checkRelations(
  parts: Map<string, Uint8Array>,
  name: string,
  root: XmlElement,
  warnings: string[],
): void {
  const removed: Splice[] = [];
  const ids: string[] = [];
  for (const relation of elementsIn(root)) {
    const type = (relation.attributes.Type ?? '').replace(/^.*\//, '');
    const { Id: id = '', Target: target = '', TargetMode: mode } = relation.attributes;
    const refused = REFUSED_RELATIONS[type];
    if (refused !== undefined) throw new TemplateError(`it contains ${refused}`);
    if (mode === 'External') {
      if (type === 'hyperlink') continue;
      if (type !== 'attachedTemplate') {
        throw new TemplateError(`it takes its ${type} from outside itself (${target.slice(0, 80)})`);
      }
      removed.push({ start: relation.start, end: relation.end, text: '' });
      ids.push(id);
      warnings.push('The template is attached to another template; that link is left out');
    } else if (/^[A-Za-z][A-Za-z0-9+.-]*:|^[\\/]{2}/.test(target)) {
      throw new TemplateError(`it takes its ${type} from outside itself (${target.slice(0, 80)})`);
    }
  }
  if (removed.length === 0) return;
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  parts.set(name, encode(spliced(decode(parts.get(name)!), removed)));
  const owner = name.replace(/_rels\/([^/]+)\.rels$/, '$1');
  const part = parts.get(owner);
  if (part === undefined) return;
  const text = decode(part);
  const uses = [...descendants(readPart(parts, owner), 'w:attachedTemplate')].filter((use) =>
    ids.includes(use.attributes['r:id'] ?? ''),
  );
  parts.set(
    owner,
    encode(
      spliced(
        text,
        uses.map(({ start, end }) => ({ start, end, text: '' })),
      ),
    ),
  );
}

/** Fields that start programs or fetch something when the document is opened or printed. */
const FETCHING =
  /^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|EMBED|DATABASE|MACROBUTTON|RD)\b/i;

function checkFields(root: XmlElement): void {
  let instruction = '';
  for (const element of descendants(root, 'w:fldChar', 'w:instrText', 'w:fldSimple')) {
    if (element.name === 'w:fldChar') instruction = '';
    else
      instruction += element.name === 'w:instrText' ? textIn(element) : (element.attributes['w:instr'] ?? '');
    const field = FETCHING.exec(instruction)?.[1];
    if (field !== undefined)
      throw new TemplateError(`it contains a field that fetches or runs something (${field.toUpperCase()})`);
  }
}
