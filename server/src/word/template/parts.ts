import { relationsPart } from '../../docx/part-names';
import { elementsIn, parseXml, type Splice, spliced, type XmlElement } from '../../docx/xml-tree';
import { decode } from '../../files';
import { escapeXml } from '../xml';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A type by its last word, where it is one of the usual ones. */
function typeOf(type: string): string {
  return type.includes('/') ? type : `${OFFICE}/${type}`;
}
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A package that is being changed: its parts as text, its relations and its content types. */
export class Parts {
  readonly #parts: Map<string, Uint8Array>;
  /** What was read of parts and holds still. */
  readonly #texts = new Map<string, string>();
  readonly #roots: Map<string, XmlElement>;
  readonly main: string;

  /** @param roots what was read of the parts already */
  constructor(
    parts: ReadonlyMap<string, Uint8Array>,
    main: string,
    roots: ReadonlyMap<string, XmlElement> = new Map(),
  ) {
    this.#parts = new Map(parts);
    this.#roots = new Map(roots);
    this.main = main;
  }

  get all(): ReadonlyMap<string, Uint8Array> {
    return this.#parts;
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  text(name: string): string | undefined {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const part = this.#parts.get(name);
    if (part === undefined) return undefined;
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
    this.#parts.set(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  splice(name: string, splices: readonly Splice[]): void {
    const text = this.text(name);
    if (text !== undefined && splices.length > 0) this.set(name, spliced(text, splices));
  }

  /** The part that the main part is related to by a type, such as `styles`. */
  related(type: string): string | undefined {
    const relation = elementsIn(this.root(relationsPart(this.main))).find(
      (one) => one.attributes.Type === typeOf(type),
    );
    const target = relation?.attributes.Target;
    return target === undefined ? undefined : resolve(this.main, target);
  }

  /** The name of the part that a relation's target leads to from the main part. */
  resolved(target: string): string {
    return resolve(this.main, target);
  }

  /** Parts of all kinds that hold text of the document's: the main part, headers, footers, notes. */
  get textParts(): string[] {
    const relations = elementsIn(this.root(relationsPart(this.main)));
    const others = relations
      .filter((one) => /\/(?:header|footer|footnotes|endnotes)$/.test(one.attributes.Type ?? ''))
      .map((one) => resolve(this.main, one.attributes.Target ?? ''));
    return [this.main, ...others].filter((name) => this.#parts.has(name));
  }

  /**
   * Relates a part to something, and returns the relation's id.
   *
   * @param type the end of the relation's type: `image`
   */
  relate(owner: string, type: string, target: string): string {
    return this.relateAll(owner, [{ type, target, external: false }])[0]!;
  }

  /** Relates a part to several things at once, for documents with many links. */
  relateAll(
    owner: string,
    wanted: readonly { readonly type: string; readonly target: string; readonly external: boolean }[],
  ): string[] {
    if (wanted.length === 0) return [];
    const name = relationsPart(owner);
    const text = this.text(name) ?? `${HEADER}<Relationships xmlns="${PACKAGE}"></Relationships>`;
    const root = parseXml(text);
    const taken = new Set(elementsIn(root).map((one) => one.attributes.Id));
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
    this.set(name, inserted(text, root, added));
    return ids;
  }

  /** Says what kind of content a part has. */
  declare(name: string, type: string): void {
    const list = '[Content_Types].xml';
    const text = this.text(list)!;
    const root = parseXml(text);
    const old = elementsIn(root, 'Override').find((one) => one.attributes.PartName === `/${name}`);
    const override = `<Override PartName="/${name}" ContentType="${type}"/>`;
    if (old === undefined) this.set(list, inserted(text, root, override));
    else this.splice(list, [{ start: old.start, end: old.end, text: override }]);
  }

  /** Says what kind of content files with an extension have, where the package does not say it yet. */
  declareExtension(extension: string, type: string): void {
    const list = '[Content_Types].xml';
    const text = this.text(list)!;
    const root = parseXml(text);
    const known = elementsIn(root, 'Default').some(
      (one) => one.attributes.Extension?.toLowerCase() === extension,
    );
    if (known) return;
    const added = `<Default Extension="${extension}" ContentType="${type}"/>`;
    this.splice(list, [{ start: root.open, end: root.open, text: added }]);
  }
}

/** Adds XML at the end of a root element, whether it has content or not. */
export function inserted(text: string, root: XmlElement, xml: string): string {
  if (root.close === root.end && root.open === root.end) {
    const tag = text.slice(root.start, root.end).replace(/\/>$/, '>');
    return `${text.slice(0, root.start)}${tag}${xml}</${root.name}>${text.slice(root.end)}`;
  }
  return text.slice(0, root.close) + xml + text.slice(root.close);
}

/** The name of the part that a relation's target leads to. */
export function resolve(owner: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = owner.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** A target for a relation, counted from the package's root: it holds wherever the part lies. */
export function fromRoot(name: string): string {
  return `/${name}`;
}

/** Makes the prefixes that our XML uses known to a part of the template's. */
export function withNamespaces(text: string, root: XmlElement, ours: XmlElement): string {
  let added = '';
  for (const [name, value] of Object.entries(ours.attributes)) {
    if (name.startsWith('xmlns:') && root.attributes[name] === undefined)
      added += ` ${name}="${escapeXml(value)}"`;
  }
  const start = root.start + 1 + root.name.length;
  const tag = text.slice(start, root.open);
  // Prefixes that older versions of Word do not know must be marked as such, or they take the file for damaged.
  const theirs = (root.attributes['mc:Ignorable'] ?? '').split(/\s+/).filter(Boolean);
  const missing = (ours.attributes['mc:Ignorable'] ?? '')
    .split(/\s+/)
    .filter((one) => one !== '' && !theirs.includes(one));
  let changed = tag;
  if (missing.length > 0) {
    changed = tag.replace(/\smc:Ignorable\s*=\s*(?:"[^"]*"|'[^']*')/, '');
    added += ` mc:Ignorable="${[...theirs, ...missing].join(' ')}"`;
  }
  return text.slice(0, start) + added + changed + text.slice(root.open);
}
