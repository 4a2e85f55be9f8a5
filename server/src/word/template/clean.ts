import type { Splice, XmlElement } from '../../docx/xml-tree';
import { addAll } from '../../lists';
import { escapeXml } from '../xml';
import { FORM_FIELD, NAMESPACES, SETTINGS, TEXTS, W } from './kinds';
import type { LeftOut } from './left-out';
import { TemplateError } from './part';

const CHOICE = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const OFFICE = 'urn:schemas-microsoft-com:office:office';
const VML = 'urn:schemas-microsoft-com:vml';
const SVG_EXTENSION = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main';

/** Where an address begins: a scheme with a path, a share, a drive. */
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]*:[\\/]|[\\/]{2}|(?:https?|ftps?|file|mhtml|javascript|vbscript|data|mailto|ms-[a-z-]*):)/i;

/** Pictures stay without what they show, where that is left out; the others are of no use. */
const PICTURES = new Set(['blip', 'imagedata', 'fill', 'stroke']);

const NONE: readonly Splice[] = [];

/** An element that is being looked at. */
interface Open {
  readonly element: XmlElement;
  readonly name: string;
  readonly namespace: string;
  /** What it stands in as programs see it, who choose between alternatives first: itself, or what holds the choice. */
  readonly holder: { readonly name: string; readonly namespace: string };
  at: number;
}

/**
 * What takes away from a part what documents do not need: elements of unknown namespaces, settings and form fields
 * that run or fetch something, addresses in attributes where none belongs, and what refers to a relation that is gone.
 *
 * @throws TemplateError where something that is gone cannot be taken away by itself
 */
export function cleaning(root: XmlElement, gone: ReadonlyMap<string, string>, leftOut: LeftOut): Splice[] {
  const splices: Splice[] = [];
  const scopes = new Scopes();
  const first = scopes.open(root);
  const open: Open[] = [first];
  addAll(splices, tagOf(first, gone, leftOut));
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.element.children[top.at++];
    if (child === undefined) {
      scopes.close(top.element);
      open.pop();
      continue;
    }
    if (typeof child === 'string') continue;
    const next = scopes.open(child, top);
    const isLeftOut = isGone(next, gone) || !isKnown(next, top.holder, leftOut);
    if (isLeftOut) splices.push({ start: child.start, end: child.end, text: '' });
    else addAll(splices, tagOf(next, gone, leftOut));
    if (isLeftOut || child.children.length === 0) scopes.close(child);
    else open.push(next);
  }
  return splices;
}

/** What the prefixes stand for in the open elements: one list for each prefix, the innermost last. */
class Scopes {
  readonly #namespaces = new Map<string, string[]>();

  open(element: XmlElement, parent?: Open): Open {
    for (const attribute in element.attributes) {
      if (!isDeclaration(attribute)) continue;
      const prefix = attribute.slice('xmlns:'.length);
      const own = this.#namespaces.get(prefix) ?? [];
      this.#namespaces.set(prefix, own);
      own.push(element.attributes[attribute]!.trim());
    }
    const { prefix, local } = split(element.name);
    const own = { name: local, namespace: this.#namespaces.get(prefix)?.at(-1) ?? '' };
    const holder = own.namespace === CHOICE && parent !== undefined ? parent.holder : own;
    return { ...own, element, holder, at: 0 };
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

/** Whether an attribute refers to a relation that is left out. */
function refersTo(attribute: string, value: string, gone: ReadonlyMap<string, string>): boolean {
  return gone.has(value) && attribute.includes(':') && !/^(?:w|xmlns):/.test(attribute);
}

/** Whether an element goes with the relation that it refers to. */
function isGone({ element, name, namespace }: Open, gone: ReadonlyMap<string, string>): boolean {
  if (gone.size === 0) return false;
  for (const attribute in element.attributes) {
    const value = element.attributes[attribute]!;
    if (!refersTo(attribute, value, gone)) continue;
    if (namespace === W || namespace === SVG_EXTENSION || name === 'imgLayer') return true;
    if (!PICTURES.has(name))
      throw new TemplateError(`it contains something that documents do not need (${gone.get(value)})`);
  }
  return false;
}

function isKnown({ element, name, namespace }: Open, parent: Open['holder'], leftOut: LeftOut): boolean {
  if (namespace === OFFICE && name === 'OLEObject') throw new TemplateError('it contains an embedded object');
  const known =
    namespace === W
      ? parent.namespace !== W ||
        (parent.name === 'settings' ? SETTINGS.has(name) : parent.name !== 'ffData' || FORM_FIELD.has(name))
      : NAMESPACES.has(namespace);
  if (!known) leftOut.add(element.name);
  return known;
}

/** The start tag of an element without the attributes that documents do not need. */
function tagOf(
  { element, namespace }: Open,
  gone: ReadonlyMap<string, string>,
  leftOut: LeftOut,
): readonly Splice[] {
  let removed = false;
  for (const attribute in element.attributes)
    removed ||= !isKept(attribute, element.attributes[attribute]!, namespace, gone);
  if (!removed) return NONE;
  let tag = `<${element.name}`;
  for (const [attribute, value] of Object.entries(element.attributes)) {
    if (isKept(attribute, value, namespace, gone, leftOut)) tag += ` ${attribute}="${attributeText(value)}"`;
  }
  const { start, open, end, children } = element;
  return [{ start, end: open, text: tag + (open === end && children.length === 0 ? '/>' : '>') }];
}

function isKept(
  attribute: string,
  value: string,
  namespace: string,
  gone: ReadonlyMap<string, string>,
  leftOut?: LeftOut,
): boolean {
  const { prefix, local } = split(attribute);
  if (prefix === 'xmlns' || attribute === 'xmlns') return true;
  if (gone.size > 0 && refersTo(attribute, value, gone)) return false;
  // A copy of the drawing in another form, packed.
  if (local === 'gfxdata') return false;
  // The link of a drawing of the old kind, which was looked at.
  if (attribute === 'href' && namespace === VML) return true;
  const isAddress =
    /^(?:href|src|althref)$/i.test(local) || (!TEXTS.has(local) && ADDRESS.test(withoutControls(value)));
  if (isAddress) leftOut?.add(attribute);
  return !isAddress;
}

/** Programs pass over these in an address. */
function withoutControls(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return value.replace(/[\u0000-\u0020\u007f]/g, '');
}

/** White space but the space is written as a reference, or reading would make spaces of it. */
function attributeText(value: string): string {
  return escapeXml(value).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
