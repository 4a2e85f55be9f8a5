import { relationsPart, resolve } from '../../docx/part-names';
import { appended, elementsIn, parseXml, type Splice, spliced, type XmlElement } from '../../docx/xml-tree';
import { decode } from '../../files';
import { RELATIONS, W } from '../namespaces';
import { escapeXml, XML } from '../xml-text';
import type { Relation } from './relations';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The full type of a relation, from its last word for the usual ones. */
function typeOf(type: string): string {
  return type.includes('/') ? type : `${RELATIONS}/${type}`;
}

/** The name of the part with the content types. */
export const TYPES = '[Content_Types].xml';

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The namespaces of the XML that the export writes. */
const NAMESPACES = {
  w: W,
  r: RELATIONS,
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
} as const;

/** The prefix that older versions of Word do not know. It must be marked as ignorable, or they take the file for damaged. */
const IGNORABLE = 'w14';

/** The XML of a part with the content of its root element. */
export function rootXml(name: string, content: string): string {
  const short = { header: 'hdr', footer: 'ftr' }[name] ?? name;
  const declared = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `${XML}<w:${short}${declared.join('')} mc:Ignorable="${IGNORABLE}">${content}</w:${short}>`;
}

/** A package that is being changed: its parts as text, its relations and its content types. */
export class Parts {
  /** Parts that were set as text stay text until the package is written. */
  readonly #parts: Map<string, string | Uint8Array>;
  /** The decoded texts of the other parts. */
  readonly #texts = new Map<string, string>();
  readonly #roots: Map<string, XmlElement>;
  readonly main: string;

  /** @param roots the parts that are parsed already */
  constructor(
    parts: ReadonlyMap<string, string | Uint8Array>,
    main: string,
    roots: ReadonlyMap<string, XmlElement> = new Map(),
  ) {
    this.#parts = new Map(parts);
    this.#roots = new Map(roots);
    this.main = main;
  }

  /** Another package with the same parts, which can be changed by itself. */
  copy(): Parts {
    return new Parts(this.#parts, this.main, this.#roots);
  }

  get names(): readonly string[] {
    return [...this.#parts.keys()];
  }

  bytes(name: string): Uint8Array | undefined {
    const part = this.#parts.get(name);
    return typeof part === 'string' ? new TextEncoder().encode(part) : part;
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  text(name: string): string | undefined {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const part = this.#parts.get(name);
    if (part === undefined || typeof part === 'string') return part;
    const text = decode(part);
    this.#texts.set(name, text);
    return text;
  }

  root(name: string): XmlElement | undefined {
    const known = this.#roots.get(name);
    if (known !== undefined) return known;
    const text = this.text(name);
    if (text === undefined) return undefined;
    const root = parseXml(text);
    this.#roots.set(name, root);
    return root;
  }

  set(name: string, content: string | Uint8Array): void {
    this.#texts.delete(name);
    this.#roots.delete(name);
    this.#parts.set(name, content);
  }

  splice(name: string, splices: readonly Splice[]): void {
    const text = this.text(name);
    if (text !== undefined && splices.length > 0) this.set(name, spliced(text, splices));
  }

  /** Adds XML at the end of a part's root element. */
  append(name: string, xml: string): void {
    this.splice(name, [appended(this.root(name)!, xml)]);
  }

  relations(name: string): readonly XmlElement[] {
    return elementsIn(this.root(relationsPart(name)));
  }

  /** The name of the part that the main part has a relation of a type to, such as `styles`; undefined for none. */
  related(type: string): string | undefined {
    const relation = this.relations(this.main).find((one) => one.attributes.Type === typeOf(type));
    const target = relation?.attributes.Target;
    return target === undefined ? undefined : resolve(this.main, target);
  }

  /** The root element of that part. */
  relatedRoot(type: string): XmlElement | undefined {
    return this.root(this.related(type) ?? '');
  }

  /** The names of the parts with text: the main part, headers, footers and notes. */
  get textParts(): string[] {
    const others = this.relations(this.main)
      .filter((one) => /\/(?:header|footer|footnotes|endnotes)$/.test(one.attributes.Type ?? ''))
      .map((one) => resolve(this.main, one.attributes.Target ?? ''));
    return [this.main, ...others].filter((name) => this.#parts.has(name));
  }

  /**
   * Adds a relation to a part, or to the package itself for an empty name. Returns its id.
   *
   * @param type the end of the relation's type: `image`
   */
  relate(owner: string, type: string, target: string): string {
    return this.relateAll(owner, [{ type, target, external: false }])[0]!;
  }

  /** Adds several relations at once, for documents with many links. */
  relateAll(owner: string, wanted: readonly Relation[]): string[] {
    if (wanted.length === 0) return [];
    const name = relationsPart(owner);
    if (!this.has(name)) this.set(name, `${XML}<Relationships xmlns="${PACKAGE}"></Relationships>`);
    const taken = new Set(this.relations(owner).map((one) => one.attributes.Id));
    let number = taken.size;
    const ids: string[] = [];
    let added = '';
    for (const { type, target, external } of wanted) {
      do number++;
      while (taken.has(`rId${number}`));
      ids.push(`rId${number}`);
      const mode = external ? ' TargetMode="External"' : '';
      added += `<Relationship Id="rId${number}" Type="${typeOf(type)}" Target="${escapeXml(target)}"${mode}/>`;
    }
    this.append(name, added);
    return ids;
  }

  /** Makes a part of a kind with a relation from the main part. Returns the relation's id. */
  make(kind: string, name: string, content: string): string {
    this.set(name, content);
    this.declare(name, `${WORD}.${kind.replace(/^.*\//, '')}+xml`);
    return this.relate(this.main, kind, fromRoot(name));
  }

  /** Sets the part of a kind that the main part is related to, or makes it. Returns its name. */
  put(kind: string, content: string): string {
    const name = this.related(kind);
    if (name !== undefined) this.set(name, content);
    else this.make(kind, resolve(this.main, `${kind.replace(/^.*\//, '')}.xml`), content);
    return this.related(kind)!;
  }

  /** The name of the part of a kind that the main part is related to, which is made with `content` if missing. */
  ensure(kind: string, content: string): string {
    const name = this.related(kind);
    return name !== undefined && this.has(name) ? name : this.put(kind, content);
  }

  setProperties(kind: 'core' | 'extended', content: string): void {
    const { name, type, relation } = PROPERTIES[kind];
    const isNew = !this.has(name);
    this.set(name, content);
    if (!isNew) return;
    this.declare(name, type);
    this.relate('', relation, name);
  }

  /** Declares the content type of a part. */
  declare(name: string, type: string): void {
    const all = elementsIn(this.root(TYPES), 'Override');
    const old = all.find((one) => one.attributes.PartName === `/${name}`);
    const override = `<Override PartName="/${name}" ContentType="${type}"/>`;
    if (old === undefined) this.append(TYPES, override);
    else this.splice(TYPES, [{ start: old.start, end: old.end, text: override }]);
  }

  /** Declares the content type of an extension, if the package has none for it yet. */
  declareExtension(extension: string, type: string): void {
    const root = this.root(TYPES)!;
    const isSaid = (one: XmlElement): boolean => one.attributes.Extension?.toLowerCase() === extension;
    if (elementsIn(root, 'Default').some(isSaid)) return;
    const added = `<Default Extension="${extension}" ContentType="${type}"/>`;
    this.splice(TYPES, [{ start: root.open, end: root.open, text: added }]);
  }
}

/** The parts with the properties of a package. */
export const PROPERTIES = {
  core: {
    name: 'docProps/core.xml',
    type: 'application/vnd.openxmlformats-package.core-properties+xml',
    relation: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  },
  extended: {
    name: 'docProps/app.xml',
    type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    relation: `${RELATIONS}/extended-properties`,
  },
} as const;

/** Adds XML at the end of a root element. */
export function inserted(text: string, root: XmlElement, xml: string): string {
  return spliced(text, [appended(root, xml)]);
}

/** The target of a relation as an absolute path in the package. */
export function fromRoot(name: string): string {
  return `/${name}`;
}

/** Declares the prefixes of the export's XML in a part of the template. */
export function withNamespaces(text: string): string {
  const root = parseXml(text);
  let added = '';
  for (const [prefix, uri] of Object.entries(NAMESPACES))
    if (root.attributes[`xmlns:${prefix}`] === undefined) added += ` xmlns:${prefix}="${uri}"`;
  const start = root.start + 1 + root.name.length;
  let tag = text.slice(start, root.open);
  const theirs = (root.attributes['mc:Ignorable'] ?? '').split(/\s+/).filter(Boolean);
  if (!theirs.includes(IGNORABLE)) {
    tag = tag.replace(/\smc:Ignorable\s*=\s*(?:"[^"]*"|'[^']*')/, '');
    added += ` mc:Ignorable="${[...theirs, IGNORABLE].join(' ')}"`;
  }
  return text.slice(0, start) + added + tag + text.slice(root.open);
}
