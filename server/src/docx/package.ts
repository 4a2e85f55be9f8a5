import { getOrInsert } from '../memoize';
import { reasonOf } from '../text/reason';
import { knownNames } from './namespaces';
import { relationsPart, resolve } from './part-names';
import { listArchive, type Packed, ZipError } from './unzip';
import { elementsIn, parseXml, type XmlBudget, type XmlElement } from './xml-tree';

/** A file that cannot be read as a Word document, with the reason in plain words: "it is protected by a password". */
export class DocxError extends Error {}

/** Bytes of the file itself. */
const MOST_BYTES = 200_000_000;
/** Unpacked: photographs are large, texts are not. */
const LIMITS = { what: 'document', each: 200_000_000, inAll: 400_000_000, passesOver: true };
/** Bytes of one part that is XML, and elements and attributes of all that are read. */
const MOST_XML = 60_000_000;
const MOST_NODES = 4_000_000;

/** What a part refers to: another part, or an address outside. */
export interface Relation {
  /** The last step of its type: `image`, `hyperlink`. */
  readonly type: string;
  /** The part's name in the package, or the address as written. */
  readonly target: string;
  readonly external: boolean;
}

/**
 * A Word document as a package of parts (ECMA-376 part 2): reads the parts that are asked for, and nothing else; names
 * in it are only looked up.
 */
export class DocxPackage {
  readonly #parts: ReadonlyMap<string, Packed>;
  /** Names in small letters: packages tell no capitals from small letters. */
  readonly #names = new Map<string, string>();
  readonly #relations = new Map<string, ReadonlyMap<string, Relation>>();
  readonly #budget: XmlBudget = { nodes: MOST_NODES };
  /** Name of the part with the text. */
  readonly main: string;

  /** @throws DocxError where it is no Word document, is encrypted, damaged or a trap */
  constructor(bytes: Uint8Array) {
    this.#parts = open(bytes);
    for (const name of this.#parts.keys()) this.#names.set(name.toLowerCase(), name);
    const [main] = this.related('', 'officeDocument');
    if (main === undefined) throw new DocxError(this.#otherKind());
    this.main = main;
  }

  /** A part as it is, or undefined where there is none. */
  bytes(name: string): Uint8Array | undefined {
    const part = this.#part(name);
    return part === undefined ? undefined : readable(name, () => part.bytes());
  }

  /** @throws DocxError where it is damaged, or more than a document can need */
  xml(name: string): XmlElement | undefined {
    const part = this.#part(name);
    if (part === undefined) return undefined;
    if (part.size > MOST_XML) throw new DocxError(`“${name}” in it is larger than a document can need`);
    return readable(name, () => parseXml(decoded(part.bytes()), this.#budget, knownNames()));
  }

  /** The same for a part that the text does without: one that is damaged counts as none. */
  optionalXml(name: string | undefined): XmlElement | undefined {
    try {
      return name === undefined ? undefined : this.xml(name);
    } catch (error) {
      if (error instanceof DocxError) return undefined;
      throw error;
    }
  }

  /** What a part refers to, by id. */
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

  /** Names of the parts that a part refers to by a type of relation. */
  related(part: string, type: string): readonly string[] {
    return [...this.relations(part).values()]
      .filter((one) => one.type === type && !one.external && this.#part(one.target))
      .map(({ target }) => target);
  }

  /**
   * The first part that the main one refers to by a type of relation, and what is in it.
   *
   * @throws DocxError as `xml` does
   */
  ofMain(type: string): { readonly part: string; readonly root: XmlElement } | undefined {
    const [part] = this.related(this.main, type);
    const root = part === undefined ? undefined : this.xml(part);
    return part === undefined || root === undefined ? undefined : { part, root };
  }

  /** The elements of a name in the parts that the main one refers to by a type of relation; those damaged have none. */
  elementsOfMain(type: string, name: string): XmlElement[] {
    return this.related(this.main, type).flatMap((part) => elementsIn(this.optionalXml(part), name));
  }

  #part(name: string): Packed | undefined {
    return this.#parts.get(name) ?? this.#parts.get(this.#names.get(name.toLowerCase()) ?? '');
  }

  /** What a package is that has no text of Word's. */
  #otherKind(): string {
    if (this.#part('mimetype') !== undefined || this.#part('META-INF/manifest.xml') !== undefined)
      return 'it is an OpenDocument file; open it in LibreOffice or Word, and save it as .docx';
    return 'it is no Word document: its text is missing';
  }
}

/** The first bytes of what a file may be, in spite of its name. */
const OTHERS: readonly (readonly [start: readonly number[], problem: string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'it is protected by a password or in the old .doc format; open it in Word, and save it as .docx without a password',
  ],
  [[0x7b, 0x5c, 0x72, 0x74], 'it is a Rich Text file (.rtf); open it in Word, and save it as .docx'],
  [[0x25, 0x50, 0x44, 0x46], 'it is a PDF; ask for the Word document that it was made from'],
];

function open(bytes: Uint8Array): ReadonlyMap<string, Packed> {
  if (bytes.length === 0) throw new DocxError('it is empty');
  if (bytes.length > MOST_BYTES) throw new DocxError('it is larger than 200 MB');
  for (const [start, problem] of OTHERS)
    if (start.every((byte, at) => bytes[at] === byte)) throw new DocxError(problem);
  return readable('', () => listArchive(bytes, LIMITS));
}

/** Runs what reads a part; what is wrong with it gets a message of one kind. */
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

/** XML is in UTF-8 or UTF-16, which its first bytes tell. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}
