import { decode } from '../../files';
import { danger } from '../links';
import { descendants, elementsIn, type Splice, spliced, type XmlElement } from '../xml-tree';
import { readPart, TemplateError } from './part';
import { resolve } from './parts';

/**
 * Relations to what ordinary templates of Word and LibreOffice bring along, by the end of their type. A list of the
 * dangerous ones would never be whole: Office gets new ones with each version.
 */
const KNOWN = new Set([
  'officeDocument',
  // What a document says about itself.
  'core-properties',
  'extended-properties',
  'custom-properties',
  'thumbnail',
  'classificationlabels',
  'customXml',
  'customXmlProps',
  // Its parts.
  'comments',
  'commentsExtended',
  'commentsExtensible',
  'commentsIds',
  'endnotes',
  'font',
  'fontTable',
  'footer',
  'footnotes',
  'glossaryDocument',
  'header',
  'hyperlink',
  'intelligence',
  'numbering',
  'people',
  'printerSettings',
  'settings',
  'styles',
  'stylesWithEffects',
  'theme',
  'webSettings',
  // Pictures, charts and SmartArt.
  'chart',
  'chartColorStyle',
  'chartStyle',
  'chartUserShapes',
  'diagramColors',
  'diagramData',
  'diagramDrawing',
  'diagramLayout',
  'diagramQuickStyle',
  'hdphoto',
  'image',
  'themeOverride',
]);

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

/**
 * Checks one list of relations. What is not needed is left out: the link to another template, and what is of no known
 * kind where nothing in the part refers to it.
 *
 * @param parts changed where something is left out
 * @param name of the list: `word/_rels/document.xml.rels`
 * @returns a warning for each thing that was left out
 * @throws TemplateError where a relation leads outside, to something that runs, or to a link that is not safe
 */
export function checkRelations(parts: Map<string, Uint8Array>, name: string, root: XmlElement): string[] {
  const removed: Splice[] = [];
  const attached = new Set<string>();
  const warnings: string[] = [];
  const owner = name.replace(/_rels\/([^/]*)\.rels$/i, '$1');
  const leaveOut = ({ start, end }: XmlElement, warning: string): void => {
    removed.push({ start, end, text: '' });
    warnings.push(warning);
  };
  for (const relation of elementsIn(root)) {
    const type = (relation.attributes.Type ?? '').replace(/^.*\//, '');
    const { Id: id = '', Target: target = '', TargetMode: mode } = relation.attributes;
    const refused = Object.hasOwn(REFUSED, type) ? REFUSED[type] : undefined;
    if (refused !== undefined) throw new TemplateError(`it contains ${refused}`);
    if (mode === 'External' && type === 'attachedTemplate') {
      attached.add(id);
      leaveOut(relation, 'The template is attached to another template; that link is left out');
    } else if (mode === 'External' && type === 'hyperlink') {
      const reason = danger(target);
      if (reason !== undefined)
        throw new TemplateError(`it contains a link to “${target.slice(0, 80)}”: ${reason}`);
    } else if (mode === 'External' || /^[A-Za-z][A-Za-z0-9+.-]*:|^[\\/]{2}/.test(target)) {
      throw new TemplateError(`it takes its ${type} from outside itself (${target.slice(0, 80)})`);
    } else if (!KNOWN.has(type)) {
      if (refersTo(parts, owner, id))
        throw new TemplateError(`it contains something that documents do not need (${type.slice(0, 80)})`);
      leaveOut(
        relation,
        `The template brings something that documents do not need (${type.slice(0, 80)}); it is left out`,
      );
    }
  }
  if (removed.length === 0) return [];
  parts.set(name, encode(spliced(decode(parts.get(name)!), removed)));
  if (attached.size > 0) detach(parts, owner, attached);
  return warnings;
}

/** Takes out the parts that no relation leads to any more. */
export function dropUnreached(parts: Map<string, Uint8Array>): void {
  const names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  const reached = new Set<string>(['[content_types].xml', '_rels/.rels']);
  const visit = (list: string, owner: string): void => {
    reached.add(list.toLowerCase());
    const name = names.get(list.toLowerCase());
    if (name === undefined) return;
    for (const { attributes } of elementsIn(readPart(parts, name))) {
      if (attributes.TargetMode === 'External') continue;
      const part = resolve(owner, unescaped(attributes.Target ?? '').replace(/[?#].*$/s, ''));
      if (reached.has(part.toLowerCase())) continue;
      reached.add(part.toLowerCase());
      visit(part.replace(/([^/]+)$/, '_rels/$1.rels'), part);
    }
  };
  visit('_rels/.rels', '');
  const dropped = [...parts.keys()].filter((name) => !reached.has(name.toLowerCase()));
  for (const name of dropped) parts.delete(name);
  const gone = new Set(dropped.map((name) => `/${name}`.toLowerCase()));
  const types = '[Content_Types].xml';
  const stale = elementsIn(readPart(parts, types), 'Override')
    .filter((one) => gone.has((one.attributes.PartName ?? '').toLowerCase()))
    .map(({ start, end }) => ({ start, end, text: '' }));
  parts.set(types, encode(spliced(decode(parts.get(types)!), stale)));
}

/** Whether something in a part names a relation by its id: without it, Word would take the part for damaged. */
function refersTo(parts: ReadonlyMap<string, Uint8Array>, owner: string, id: string): boolean {
  if (!parts.has(owner)) return false;
  for (const { attributes } of descendants(readPart(parts, owner))) {
    for (const [name, value] of Object.entries(attributes))
      if (value === id && name.includes(':') && !name.startsWith('w:')) return true;
  }
  return false;
}

function detach(parts: Map<string, Uint8Array>, owner: string, ids: ReadonlySet<string>): void {
  const part = parts.get(owner);
  if (part === undefined) return;
  const uses = [...descendants(readPart(parts, owner), 'w:attachedTemplate')]
    .filter((use) => ids.has(use.attributes['r:id'] ?? ''))
    .map(({ start, end }) => ({ start, end, text: '' }));
  parts.set(owner, encode(spliced(decode(part), uses)));
}

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
