import { removal, type Splice, type XmlElement } from '../../docx/xml-tree';
import { addAll, words } from '../../util/lists';
import { getOrInsert } from '../../util/memoize';
import { RELATIONS, W } from '../namespaces';
import { escapeXml } from '../xml-text';
import type { LeftOut } from './left-out';
import { TemplateError } from './part';
import { FORM_FIELD, NAMESPACES, SETTINGS, TEXTS } from './part-kinds';

const CHOICE = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const OFFICE = 'urn:schemas-microsoft-com:office:office';
const VML = 'urn:schemas-microsoft-com:vml';
const SVG_EXTENSION = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main';

/** The beginning of an address: a scheme, a share, a drive. */
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]*:[\\/]|[\\/]{2}|(?:https?|ftps?|file|mhtml|javascript|vbscript|data|mailto|ms-[a-z-]*):)/i;

/** Elements that are kept when their relation is removed; others are removed with it. */
const STAYING = new Set(['blip', 'imagedata', 'fill', 'stroke', 'hyperlink']);

/** Elements that hold a drawing. */
const DRAWINGS = new Set(['drawing', 'pict', 'object']);

/** Event handlers of old drawings for web pages; no attribute of Word has such a name. */
const HANDLER = /^(?:o:)?on[a-z]{4,}$/i;

/** Attributes by which programs refuse a document with unknown content, or read content that they would ignore. */
const DEMANDS = words('MustUnderstand ProcessContent PreserveElements PreserveAttributes');

/** Characters in the style of an old drawing that may fetch or run something. */
const CALLING = /[(@\\<]/;

/** Elements of links. Programs ignore the type of a relation, so another element with its id would fetch the page. */
const LINKS = new Set(['hyperlink', 'hlinkClick', 'hlinkHover', 'hlinkMouseOver']);

/** Elements that run something or embed foreign content, by namespace; these namespaces do not grow any more. */
const FOREIGN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [W, words('altChunk subDoc control objectEmbed objectLink movie binData contentPart fldData')],
  [OFFICE, new Set(['script'])],
]);

export interface RelationsOfPart {
  /** Names of what is left out, by the id of its relation. */
  readonly gone: ReadonlyMap<string, string>;
  /** Ids of the relations of links. */
  readonly links: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** Names of missing parts, by the id of the relation. */
  readonly missing: ReadonlyMap<string, string>;
}

/** An element that is being read. */
interface Open {
  readonly element: XmlElement;
  readonly name: string;
  readonly namespace: string;
  /** Itself, or for one of several alternatives the element around the choice, as programs choose one first. */
  readonly holder: { readonly name: string; readonly namespace: string };
  /** The drawing that it is part of. */
  readonly drawing: XmlElement | undefined;
  /** Ids of relations that it refers to, by attribute. */
  readonly refers: ReadonlyMap<string, string>;
  at: number;
}

/**
 * The changes that remove from a part what documents do not need: elements of unknown namespaces, settings and form fields
 * that run or fetch something, unexpected addresses in attributes, and references to removed relations.
 *
 * @throws TemplateError if something cannot be removed alone
 */
export function cleaning(root: XmlElement, relations: RelationsOfPart, leftOut: LeftOut): Splice[] {
  const { links } = relations;
  const splices: Splice[] = [];
  const scopes = new Scopes(relations);
  const first = scopes.open(root);
  checkLinks(first, links);
  const open: Open[] = [first];
  addAll(splices, tagOf(first, links, leftOut));
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.element.children[top.at++];
    if (child === undefined) {
      scopes.close(top.element);
      open.pop();
      continue;
    }
    if (typeof child === 'string') continue;
    const next = scopes.open(child, top);
    checkLinks(next, links);
    const going = goes(next, relations, leftOut);
    const isLeftOut = going !== undefined || !isKnown(next, top.holder, leftOut);
    if (isLeftOut) splices.push(removal(going ?? child));
    else addAll(splices, tagOf(next, links, leftOut));
    if (isLeftOut || child.children.length === 0) scopes.close(child);
    else open.push(next);
  }
  return splices;
}

const NO_REFERENCES: ReadonlyMap<string, string> = new Map();

/** The namespaces of prefixes in the open elements: a list for each prefix, the innermost last. */
class Scopes {
  readonly #namespaces = new Map<string, string[]>();

  constructor(private readonly relations: RelationsOfPart) {}

  open(element: XmlElement, parent?: Open): Open {
    for (const attribute in element.attributes) {
      if (!isDeclaration(attribute)) continue;
      const prefix = attribute.slice('xmlns:'.length);
      getOrInsert(this.#namespaces, prefix, () => []).push(element.attributes[attribute]!.trim());
    }
    const { prefix, local } = split(element.name);
    const own = { name: local, namespace: this.#namespace(prefix) };
    const holder = own.namespace === CHOICE && parent !== undefined ? parent.holder : own;
    const drawing = own.namespace === W && DRAWINGS.has(local) ? element : parent?.drawing;
    return { ...own, element, holder, drawing, refers: this.#references(element), at: 0 };
  }

  #namespace(prefix: string): string {
    return this.#namespaces.get(prefix)?.at(-1) ?? '';
  }

  #references({ attributes }: XmlElement): ReadonlyMap<string, string> {
    let found: Map<string, string> | undefined;
    for (const attribute in attributes) {
      if (isDeclaration(attribute) || !attribute.includes(':')) continue;
      const value = attributes[attribute]!;
      const { prefix, local } = split(attribute);
      const namespace = this.#namespace(prefix);
      const { gone, links, ids } = this.relations;
      // Without a value it refers to nothing.
      const isReference = namespace === RELATIONS || (namespace === OFFICE && local === 'relid');
      const isMissing = isReference && value !== '' && !ids.has(value);
      if (!isMissing && (namespace === W || !(gone.has(value) || links.has(value)))) continue;
      found ??= new Map();
      found.set(attribute, value);
    }
    return found ?? NO_REFERENCES;
  }

  close({ attributes }: XmlElement): void {
    for (const attribute in attributes)
      if (isDeclaration(attribute)) this.#namespaces.get(attribute.slice('xmlns:'.length))?.pop();
  }
}

function isDeclaration(attribute: string): boolean {
  return attribute === 'xmlns' || attribute.startsWith('xmlns:');
}

function split(name: string): { readonly prefix: string; readonly local: string } {
  const colon = name.indexOf(':');
  return { prefix: colon === -1 ? '' : name.slice(0, colon), local: name.slice(colon + 1) };
}

/** @throws TemplateError if an element that is not a link refers to the target of one */
function checkLinks({ element, name, refers }: Open, links: ReadonlySet<string>): void {
  for (const [attribute, id] of refers)
    if (links.has(id) && !(LINKS.has(name) && attribute.endsWith(':id')))
      throw new TemplateError(`it takes something from outside itself (${element.name})`, 'without');
}

/** The element to remove with a relation that is left out or missing: itself, or the drawing that it is part of. */
function goes(
  { element, name, namespace, drawing, refers }: Open,
  { gone, links, missing }: RelationsOfPart,
  leftOut: LeftOut,
): XmlElement | undefined {
  for (const id of refers.values()) {
    if (links.has(id)) continue;
    if (!gone.has(id)) leftOut.missing(missing.get(id) ?? `the relation “${id}”`);
    if (STAYING.has(name)) continue;
    if (namespace === W || namespace === SVG_EXTENSION || name === 'imgLayer' || LINKS.has(name))
      return element;
    if (!gone.has(id)) return drawing ?? element;
    throw new TemplateError(`it contains something that documents do not need (${gone.get(id)})`, 'without');
  }
  return undefined;
}

function isKnown({ element, name, namespace }: Open, parent: Open['holder'], leftOut: LeftOut): boolean {
  if (namespace === OFFICE && name === 'OLEObject')
    throw new TemplateError('it contains an embedded object', 'without');
  const known =
    FOREIGN.get(namespace)?.has(name) !== true &&
    (namespace === W
      ? parent.namespace !== W ||
        (parent.name === 'settings' ? SETTINGS.has(name) : parent.name !== 'ffData' || FORM_FIELD.has(name))
      : NAMESPACES.has(namespace));
  if (!known) leftOut.add(element.name);
  return known;
}

/** The start tag of an element with those of its attributes that are kept; nothing where all are. */
export function keeping(
  { name, attributes, start, open, end }: XmlElement,
  isKept: (attribute: string, value: string) => boolean,
): readonly Splice[] {
  const all = Object.entries(attributes);
  const kept = all.filter(([attribute, value]) => isKept(attribute, value));
  if (kept.length === all.length) return [];
  const tag = kept.map(([attribute, value]) => ` ${attribute}="${attributeText(value)}"`).join('');
  return [{ start, end: open, text: `<${name}${tag}${open === end ? '/>' : '>'}` }];
}

function tagOf(open: Open, links: ReadonlySet<string>, leftOut: LeftOut): readonly Splice[] {
  return keeping(open.element, (attribute, value) => isKept(open, attribute, value, links, leftOut));
}

/** Whether documents may have an attribute. */
function isKept(
  { namespace, refers }: Open,
  attribute: string,
  value: string,
  links: ReadonlySet<string>,
  leftOut: LeftOut,
): boolean {
  if (isDeclaration(attribute)) return true;
  if (refers.has(attribute) && !links.has(value)) return false;
  const { local } = split(attribute);
  // A compressed copy of the drawing.
  if (local === 'gfxdata') return false;
  // The link of an old drawing, which was checked already.
  if (attribute === 'href' && namespace === VML) return true;
  const isOdd =
    /^(?:href|src|althref)$/i.test(local) ||
    (namespace === VML && (HANDLER.test(attribute) || (attribute === 'style' && CALLING.test(value)))) ||
    DEMANDS.has(local) ||
    (!TEXTS.has(local) && ADDRESS.test(withoutSpaces(value)));
  if (isOdd) leftOut.add(attribute);
  return !isOdd;
}

/** An address without control characters and spaces, which programs ignore in it. */
export function withoutSpaces(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return value.replace(/[\u0000-\u0020\u007f]/g, '');
}

/** Escapes a value, with references for tabs and line ends, which would be read as spaces. */
export function attributeText(value: string): string {
  return escapeXml(value).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
