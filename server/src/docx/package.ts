import { reasonOf } from '../text/error-message';
import { getOrInsert } from '../util/memoize';
import { knownNames } from './namespaces';
import { OPEN_DOCUMENT, otherKind } from './other-kinds';
import { relationsPart, resolve } from './part-names';
import { listArchive, type Packed, ZipError } from './unzip';
import { elementsIn, parseXml, type XmlBudget, type XmlElement } from './xml-tree';

/**
 * Thrown for a file that cannot be read as a Word document, with the reason in plain words: "it is protected by a
 * password".
 */
export class DocxError extends Error {}

const MOST_BYTES = 200_000_000;
/** The most bytes unpacked: photographs are large, texts are not. */
const LIMITS = { what: 'document', each: 200_000_000, inAll: 400_000_000, passesOver: true };
/** The most bytes of one XML part, and the most elements and attributes of all that are read. */
const MOST_XML = 60_000_000;
const MOST_NODES = 4_000_000;

/** A relationship of a part: to another part, or to an address outside. */
export interface Relation {
  /** The last segment of its type: `image`, `hyperlink`. */
  readonly type: string;
  /** The name of the part in the package, or the address as written. */
  readonly target: string;
  readonly external: boolean;
}

/** A Word document as a package of parts (ECMA-376 part 2). Only the parts that are asked for are unpacked. */
export class DocxPackage {
  readonly #parts: ReadonlyMap<string, Packed>;
  /** By name in lower case: names in packages are case-insensitive. */
  readonly #names = new Map<string, string>();
  readonly #relations = new Map<string, ReadonlyMap<string, Relation>>();
  readonly #budget: XmlBudget = { nodes: MOST_NODES };
  /** Name of the main part. */
  readonly main: string;

  /** @throws DocxError where it is not a Word document, or is encrypted, damaged or malicious */
  constructor(bytes: Uint8Array) {
    this.#parts = open(bytes);
    for (const name of this.#parts.keys()) this.#names.set(name.toLowerCase(), name);
    const [main] = this.related('', 'officeDocument');
    if (main === undefined) throw new DocxError(this.#otherKind());
    this.main = main;
  }

  /** The bytes of a part; undefined where there is none. */
  bytes(name: string): Uint8Array | undefined {
    const part = this.#part(name);
    return part === undefined ? undefined : readable(name, () => part.bytes());
  }

  /**
   * The root element of an XML part; undefined where there is none.
   *
   * @throws DocxError where it is damaged or too large
   */
  xml(name: string): XmlElement | undefined {
    const part = this.#part(name);
    if (part === undefined) return undefined;
    if (part.size > MOST_XML) throw new DocxError(`“${name}” in it is larger than a document can need`);
    return readable(name, () => parseXml(decoded(part.bytes()), this.#budget, knownNames()));
  }

  /** The same for a part that is optional: a damaged one counts as none. */
  optionalXml(name: string | undefined): XmlElement | undefined {
    try {
      return name === undefined ? undefined : this.xml(name);
    } catch (error) {
      if (error instanceof DocxError) return undefined;
      throw error;
    }
  }

  /** The relationships of a part, by id. */
  relations(part: string): ReadonlyMap<string, Relation> {
    return getOrInsert(this.#relations, part, () => this.#readRelations(part));
  }

  #readRelations(part: string): ReadonlyMap<string, Relation> {
    const found = new Map<string, Relation>();
    const name = relationsPart(part);
    const list = part === '' ? this.xml(name) : this.optionalXml(name);
    for (const { attributes } of elementsIn(list, 'Relationship')) {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes;
      const external = TargetMode === 'External';
      const target = external ? Target : resolve(part, Target);
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, external });
    }
    return found;
  }

  /** Names of the parts that a part has a relationship of a type to. */
  related(part: string, type: string): readonly string[] {
    return [...this.relations(part).values()]
      .filter((one) => one.type === type && !one.external && this.#part(one.target))
      .map(({ target }) => target);
  }

  /**
   * The first part that the main part has a relationship of a type to, with its root element.
   *
   * @throws DocxError as `xml` does
   */
  ofMain(type: string): { readonly part: string; readonly root: XmlElement } | undefined {
    const [part] = this.related(this.main, type);
    const root = part === undefined ? undefined : this.xml(part);
    return part === undefined || root === undefined ? undefined : { part, root };
  }

  /**
   * The elements with a name in the parts that the main part has a relationship of a type to. Damaged parts have none.
   */
  elementsOfMain(type: string, name: string): XmlElement[] {
    return this.related(this.main, type).flatMap((part) => elementsIn(this.optionalXml(part), name));
  }

  #part(name: string): Packed | undefined {
    return this.#parts.get(name) ?? this.#parts.get(this.#names.get(name.toLowerCase()) ?? '');
  }

  /** What kind of file a package is that is not a Word document. */
  #otherKind(): string {
    if (this.#part('mimetype') !== undefined || this.#part('META-INF/manifest.xml') !== undefined)
      return OPEN_DOCUMENT;
    return 'it is no Word document: its text is missing';
  }
}

function open(bytes: Uint8Array): ReadonlyMap<string, Packed> {
  if (bytes.length > MOST_BYTES) throw new DocxError('it is larger than 200 MB');
  const problem = otherKind(bytes);
  if (problem !== undefined) throw new DocxError(problem);
  return readable('', () => listArchive(bytes, LIMITS));
}

/** Runs a function that reads a part, and converts its errors. */
function readable<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ZipError) throw new DocxError(error.message);
    const reason = reasonOf(error);
    throw new DocxError(
      `“${name}” in it is damaged (${reason.replace(/^(?:\S{0,200}?:)?\d{1,9}:\d{1,9}: /, '')})`,
    );
  }
}

/** Decodes XML, which is in UTF-8 or UTF-16, by its first bytes. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}
