import { relationsPart, resolve } from '../../docx/part-names';
import { elementsIn, removal, type Splice, type XmlBudget, type XmlElement } from '../../docx/xml-tree';
import { danger, decodedAddress } from '../../text/addresses';
import { addAll, words } from '../../util/lists';
import { CARRIED } from '../package/origin';
import { PROPERTIES } from '../package/parts';
import { takePicture } from '../pictures/read';
import type { LeftOut } from './left-out';
import { type PartReader, TemplateError } from './part';
import { isPlainData, type Kind, partKind, relationKind } from './part-kinds';
import { keeping, type RelationsOfPart, withoutSpaces } from './sanitize';

/** Relations to what runs something or holds foreign content, with the reason to refuse them. */
const REFUSED: Readonly<Record<string, string>> = {
  vbaProject: 'macros',
  wordVbaData: 'macros',
  oleObject: 'an embedded object',
  package: 'an embedded object',
  control: 'an ActiveX control',
  activeXControlBinary: 'an ActiveX control',
  aFChunk: 'another document inside',
  subDocument: 'a sub-document',
  attachedToolbars: 'toolbars with macros',
  keyMapCustomizations: 'keys that start commands',
  mailMergeSource: 'a mail merge',
  mailMergeHeaderSource: 'a mail merge',
  recipientData: 'a mail merge',
};

/** The attributes of a relation; the list itself has none. */
const RELATION_ATTRIBUTES = words('Id Type Target TargetMode');
const NO_WORDS: ReadonlySet<string> = new Set();

/** The parts that a package has once, under the name that all programs give them. */
const ONLY = new Map([
  ['core-properties', PROPERTIES.core.name],
  ['extended-properties', PROPERTIES.extended.name],
]);

const MOST_RELATIONS = 10_000;

/** Comments on the template and their authors, which do not belong in documents. */
const REMARKS = words('comments commentsExtended commentsExtensible commentsIds people');

/** A part that a template keeps. */
export interface Reached {
  readonly kind: Kind;
  readonly relations: RelationsOfPart;
  /** The parts that it is related to, with the end of the relation's type. */
  readonly leads: readonly { readonly kind: string; readonly part: string }[];
}

/** The parts of an unpacked template. Names ignore case. */
interface Package {
  /** The part with the text. */
  readonly main: string;
  readonly parts: Map<string, Uint8Array>;
  readonly reader: PartReader;
  typeOf(name: string): string;
}

/**
 * Follows the relations of a package, and keeps those that ordinary documents have, with their parts. The others are
 * removed from the lists of relations.
 *
 * @returns the parts that are kept, the lists of relations, and the parts of removed relations
 * @throws TemplateError if a relation leads outside of the package, to something that runs, or is an unsafe link
 */
export function reachedParts(
  { main, parts, reader, typeOf }: Package,
  leftOut: LeftOut,
): Readonly<{
  reached: ReadonlyMap<string, Reached>;
  lists: ReadonlySet<string>;
  behind: ReadonlySet<string>;
}> {
  const names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  const named = (name: string): string | undefined => names.get(name.toLowerCase());
  const reached = new Map<string, Reached>();
  const lists = new Set<string>();
  const behind = new Set<string>();
  const queue: { readonly owner: string; readonly kind: Kind }[] = [{ owner: '', kind: 'data' }];
  const known = new Set<string>(['']);
  let count = 0;
  for (const { owner, kind } of queue) {
    const list = named(owner === '' ? '_rels/.rels' : relationsPart(owner));
    const gone = new Map<string, string>();
    const links = new Set<string>();
    const ids = new Set<string>();
    const missing = new Map<string, string>();
    const led: { kind: string; part: string }[] = [];
    if (owner !== '') reached.set(owner, { kind, relations: { gone, links, ids, missing }, leads: led });
    if (list === undefined) continue;
    lists.add(list);
    const root = reader.root(list);
    const removed: Splice[] = [...plainTag(root, NO_WORDS, leftOut)];
    for (const relation of elementsIn(root)) {
      if (++count > MOST_RELATIONS)
        throw new TemplateError('it holds more relations than a template can need', 'smaller');
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = relation.attributes;
      // Programs differ in which of two relations with one id they take.
      if (ids.has(id) || missing.has(id))
        throw new TemplateError(`it has two relations called “${id.slice(0, 80)}” in “${list}”`, 'anew');
      ids.add(id);
      const leads = judge(type, target, mode);
      const plain = plainTag(relation, RELATION_ATTRIBUTES, leftOut);
      if (leads === 'to a page') {
        links.add(id);
        addAll(removed, plain);
        continue;
      }
      const place = resolve(owner, decodedAddress(target));
      const part = named(place);
      const leaveOut = (name: string): void => {
        gone.set(id, name);
        removed.push(removal(relation));
        if (part !== undefined) behind.add(part);
      };
      if (leads === 'away') {
        leaveOut('attachedTemplate');
        leftOut.say('The template is attached to another template; that link is left out');
        continue;
      }
      if (leads === 'nowhere') {
        leaveOut(lastStep(type));
        if (REMARKS.has(lastStep(type))) leftOut.remarks();
        else leftOut.add(lastStep(type));
        continue;
      }
      if (part === undefined) {
        ids.delete(id);
        missing.set(id, place);
        removed.push(removal(relation));
        leftOut.missing(place);
        continue;
      }
      // A second main part, which no program shows.
      const isOther = leads === 'officeDocument' && (owner !== '' || part !== main);
      const found = isOther ? undefined : kept(part, leads, { main, parts, reader, typeOf });
      if (found === undefined) {
        leaveOut(part);
        leftOut.add(part);
        continue;
      }
      led.push({ kind: leads, part });
      addAll(removed, plain);
      if (!known.has(part)) {
        known.add(part);
        queue.push({ owner: part, kind: found });
      }
    }
    reader.splice(list, removed);
  }
  return { reached, lists, behind };
}

/** The start tag of an element of a list without attributes that lists do not have, such as a base for its addresses. */
function plainTag(element: XmlElement, known: ReadonlySet<string>, leftOut: LeftOut): readonly Splice[] {
  return keeping(element, (attribute) => {
    const isPlain = /^xmlns(?::|$)/.test(attribute) || known.has(attribute);
    if (!isPlain) leftOut.add(attribute);
    return isPlain;
  });
}

/** What a relation leads to: another template, the page of a link, nothing that documents need, or a kind of part. */
function judge(type: string, written: string, mode: string | undefined): string {
  const target = withoutSpaces(written);
  const isExternal = mode !== undefined && mode !== 'Internal';
  const name = lastStep(type);
  const refused = Object.hasOwn(REFUSED, name) ? REFUSED[name] : undefined;
  if (refused !== undefined) throw new TemplateError(`it contains ${refused}`, 'without');
  const kind = relationKind(type);
  if (isExternal && kind === 'attachedTemplate') return 'away';
  if (kind === 'hyperlink') {
    const reason = danger(written);
    if (reason !== undefined)
      throw new TemplateError(`it contains a link to “${target.slice(0, 80)}”: ${reason}`, 'without');
    return 'to a page';
  }
  if (isExternal || /^[A-Za-z][A-Za-z0-9+.-]*:|^[\\/]{2}/.test(target))
    throw new TemplateError(`it takes its ${name} from outside itself (${target.slice(0, 80)})`, 'without');
  return kind === undefined || partKind(kind) === undefined ? 'nowhere' : kind;
}

function lastStep(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1).slice(0, 80);
}

/** How to check a part; undefined if such a relation must not lead to it. */
function kept(name: string, relation: string, { parts, reader, typeOf }: Package): Kind | undefined {
  const allowed = partKind(relation);
  const type = typeOf(name);
  if (allowed === undefined || !allowed.types.includes(type) || !allowed.extensions.test(name))
    return undefined;
  // The export sets these anew by their names; a second such part would count instead, with a base for links.
  const only = ONLY.get(relation);
  if (only !== undefined && name !== only) return undefined;
  if (allowed.kind === 'picture') {
    const bytes = parts.get(name)!;
    if (type === 'image/svg+xml') reader.take(name, bytes.length);
    const picture = pictureIn(bytes, type, reader.drawings);
    if (picture === undefined) return undefined;
    parts.set(name, picture);
  }
  if (relation === 'font' && !isFont(parts.get(name)!)) return undefined;
  if (relation === 'customXml') {
    const { name: root, attributes } = reader.root(name);
    const prefix = root.includes(':') ? `xmlns:${root.split(':')[0]}` : 'xmlns';
    const namespace = attributes[prefix] ?? '';
    // A template may be an exported document, whose draft must not be passed on.
    if (!isPlainData(namespace) || namespace.trim() === CARRIED) return undefined;
  }
  return allowed.kind;
}

/**
 * The bytes that are kept of a picture in a template: undefined if Word does not know its format, or for an SVG that is
 * not safe or exceeds the budget.
 */
function pictureIn(bytes: Uint8Array, type: string, drawings: XmlBudget): Uint8Array | undefined {
  if (type === 'image/svg+xml') {
    const picture = takePicture(bytes, drawings);
    return 'type' in picture && picture.type === 'svg' ? picture.bytes : undefined;
  }
  return BEGINNINGS.some((beginning) => beginning.every((byte, at) => byte === null || byte === bytes[at]))
    ? bytes
    : undefined;
}

/** The offset of the third entry of a typeface's list of tables, and the length of each entry, in bytes. */
const [THIRD_TABLE, ENTRY] = [44, 16];

/** Whether a part is a typeface by its list of tables. Word hides what stands before the third by a key. */
function isFont(bytes: Uint8Array): boolean {
  return [0, 1, 2].every((at) => {
    const start = THIRD_TABLE + at * ENTRY;
    return /^[A-Za-z][\w/ ]{3}$/.test(String.fromCharCode(...bytes.subarray(start, start + 4)));
  });
}

/** The first bytes of picture files. */
const BEGINNINGS: readonly (readonly (number | null)[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x42, 0x4d], // BMP
  [0x49, 0x49, 0x2a, 0], // TIFF
  [0x4d, 0x4d, 0, 0x2a],
  [0x49, 0x49, 0xbc, 1], // HD Photo
  [1, 0, 0, 0, null, null, 0, 0], // EMF
  [0xd7, 0xcd, 0xc6, 0x9a], // WMF
  [1, 0, 9, 0, 0, 1],
  [1, 0, 9, 0, 0, 3],
];
