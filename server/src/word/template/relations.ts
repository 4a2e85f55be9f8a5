import { danger, decodedAddress } from '../../addresses';
import { relationsPart, resolve } from '../../docx/part-names';
import { elementsIn, type Splice } from '../../docx/xml-tree';
import { CARRIED } from '../package/origin';
import { words } from '../text';
import type { RelationsOfPart } from './clean';
import { isPlainData, type Kind, partKind, relationKind } from './kinds';
import type { LeftOut } from './left-out';
import { type PartReader, TemplateError } from './part';
import { pictureIn } from './picture';

/** Relations to things that run or hold foreign content. */
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

/** In all lists together. */
const MOST_RELATIONS = 10_000;

/** What people have remarked on the template, and who they are: it says nothing of the papers that are made with it. */
const REMARKS = words('comments commentsExtended commentsExtensible commentsIds people');

/** A part that a template keeps. */
export interface Reached {
  readonly kind: Kind;
  readonly relations: RelationsOfPart;
  /** The parts that it is related to, by the end of the relation's type. */
  readonly leads: readonly { readonly kind: string; readonly part: string }[];
}

/** The parts of an unpacked template, whatever capitals their names are written in. */
interface Package {
  /** The part with the text. */
  readonly main: string;
  readonly parts: Map<string, Uint8Array>;
  readonly reader: PartReader;
  typeOf(name: string): string;
}

/**
 * Follows the relations of a package from its own, and takes those and the parts that ordinary documents have. What is
 * left out goes from the lists of relations.
 *
 * @returns the parts that are kept; the lists of relations; parts to which a relation leads that is left out
 * @throws TemplateError where a relation leads outside, to something that runs, or to a link that is not safe
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
    const removed: Splice[] = [];
    for (const relation of elementsIn(reader.root(list))) {
      if (++count > MOST_RELATIONS)
        throw new TemplateError('it holds more relations than a template can need');
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = relation.attributes;
      // Programs would differ in which of the two counts.
      if (ids.has(id) || missing.has(id))
        throw new TemplateError(`it has two relations called “${id.slice(0, 80)}” in “${list}”`);
      ids.add(id);
      const leads = judge(type, target, mode);
      if (leads === 'to a page') {
        links.add(id);
        continue;
      }
      const place = resolve(owner, decodedAddress(target));
      const part = named(place);
      const leaveOut = (name: string): void => {
        gone.set(id, name);
        removed.push({ start: relation.start, end: relation.end, text: '' });
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
        removed.push({ start: relation.start, end: relation.end, text: '' });
        leftOut.missing(place);
        continue;
      }
      // The text of another document, which no program shows.
      const isOther = leads === 'officeDocument' && (owner !== '' || part !== main);
      const found = isOther ? undefined : kept(part, leads, { main, parts, reader, typeOf });
      if (found === undefined) {
        leaveOut(part);
        leftOut.add(part);
        continue;
      }
      led.push({ kind: leads, part });
      if (!known.has(part)) {
        known.add(part);
        queue.push({ owner: part, kind: found });
      }
    }
    reader.splice(list, removed);
  }
  return { reached, lists, behind };
}

/**
 * Where a relation leads: to another template, to a page by a link, to nothing that documents need, or, by the end of
 * its type, to a part.
 */
function judge(type: string, written: string, mode: string | undefined): string {
  // Programs pass over these: they must not hide a scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const target = written.replace(/[\u0000-\u0020\u007f]/g, '');
  const isExternal = mode !== undefined && mode !== 'Internal';
  const name = lastStep(type);
  const refused = Object.hasOwn(REFUSED, name) ? REFUSED[name] : undefined;
  if (refused !== undefined) throw new TemplateError(`it contains ${refused}`);
  const kind = relationKind(type);
  if (isExternal && kind === 'attachedTemplate') return 'away';
  if (kind === 'hyperlink') {
    const reason = danger(written);
    if (reason !== undefined)
      throw new TemplateError(`it contains a link to “${target.slice(0, 80)}”: ${reason}`);
    return 'to a page';
  }
  if (isExternal || /^[A-Za-z][A-Za-z0-9+.-]*:|^[\\/]{2}/.test(target))
    throw new TemplateError(`it takes its ${name} from outside itself (${target.slice(0, 80)})`);
  return kind === undefined || partKind(kind) === undefined ? 'nowhere' : kind;
}

function lastStep(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1).slice(0, 80);
}

/** How a part is to be checked; undefined where it is none that such a relation may lead to. */
function kept(name: string, relation: string, { parts, reader, typeOf }: Package): Kind | undefined {
  const allowed = partKind(relation);
  const type = typeOf(name);
  if (allowed === undefined || !allowed.types.includes(type) || !allowed.extensions.test(name))
    return undefined;
  if (allowed.kind === 'picture') {
    const bytes = parts.get(name)!;
    if (type === 'image/svg+xml') reader.take(name, bytes.length);
    const picture = pictureIn(bytes, type, reader.drawings);
    if (picture === undefined) return undefined;
    parts.set(name, picture);
  }
  if (relation === 'customXml') {
    const { name: root, attributes } = reader.root(name);
    const prefix = root.includes(':') ? `xmlns:${root.split(':')[0]}` : 'xmlns';
    const namespace = attributes[prefix] ?? '';
    // A document that was exported before is a template, too: its draft is nobody else's to read.
    if (!isPlainData(namespace) || namespace.trim() === CARRIED) return undefined;
  }
  return allowed.kind;
}
