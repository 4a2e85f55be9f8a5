import type { Files } from '../files';
import { isInside, normalise } from '../project/paths';
import type { Pictures } from '../rules/types';
import { fileAddress } from '../word/pictures/address';

/** So many addresses are kept. */
const ADDRESSES_KEPT = 2000;

/** So many answers are kept. */
const ANSWERS_KEPT = 10_000;

interface Address {
  readonly uri: string;
  /** URI of the folder that it must lie in. */
  readonly folder: string;
}

/**
 * What is known of the pictures that open drafts show. A draft is judged at once, with what is known; files are
 * looked for meanwhile, and where one is missing the draft is judged again.
 */
export class PictureFiles {
  /**
   * Whether a file is missing: by its URI, and then by that of each document that shows it, as beside one that was
   * never saved nothing is missing.
   */
  readonly #missing = new Map<string, Map<string, boolean>>();
  /** How many answers these are. */
  #answers = 0;
  /** What is being looked for, likewise; what changes meanwhile is taken out, as nobody knows which of both was seen. */
  readonly #looking = new Map<string, Map<string, Promise<void>>>();
  /** Where addresses lead: a draft with many pictures asks for each after every key. */
  readonly #addresses = new Map<string, ReturnType<typeof fileAddress>>();
  #version = 0;

  /**
   * @param folderOf The folder that nothing may be looked for outside of, for a document.
   * @param learned Called with the URI of a document of which something else is known now.
   */
  constructor(
    private readonly files: Files,
    private readonly folderOf: (uri: string) => string | undefined,
    private readonly learned: (uri: string) => void,
  ) {}

  /** Another number whenever an answer is another one. */
  get version(): number {
    return this.#version;
  }

  /** For a document that is judged at once. */
  of(uri: string): Pictures {
    return {
      isMissing: (address) => {
        const found = this.#find(uri, address);
        if (!found) return false;
        const known = this.#missing.get(found.uri)?.get(uri);
        if (known === undefined) void this.#look(found, uri);
        return known ?? false;
      },
    };
  }

  /** For a document that can wait until its pictures were looked for. */
  async lookedFor(uri: string, addresses: readonly string[]): Promise<Pictures> {
    for (const address of addresses) {
      const found = this.#find(uri, address);
      if (found && !this.#missing.get(found.uri)?.has(uri)) await this.#look(found, uri);
    }
    return this.of(uri);
  }

  /** Says that files were made, changed or deleted. Returns whether an answer may be another one. */
  changed(uris: readonly string[]): boolean {
    const touched = uris.map(normalise).filter((uri) => this.#missing.has(uri) || this.#looking.has(uri));
    if (touched.length === 0) return false;
    for (const uri of touched) {
      this.#answers -= this.#missing.get(uri)?.size ?? 0;
      this.#missing.delete(uri);
      this.#looking.delete(uri);
    }
    this.#version++;
    return true;
  }

  #find(uri: string, address: string): Address | undefined {
    if (/^data:/i.test(address) || uri.startsWith('untitled:')) return undefined;
    const folder = this.folderOf(uri);
    const key = `${folder} ${uri} ${address}`;
    let found = this.#addresses.get(key);
    if (!found) {
      if (this.#addresses.size >= ADDRESSES_KEPT) this.#addresses.clear();
      found = fileAddress(address, uri, folder);
      this.#addresses.set(key, found);
    }
    return 'unusable' in found ? undefined : found;
  }

  /** Looks for the picture of a document, once however often it is asked meanwhile. */
  #look(picture: Address, document: string): Promise<void> {
    const searches = entryOf(this.#looking, picture.uri);
    let search = searches.get(document);
    if (!search) {
      search = this.#isMissing(picture, document).then((missing) => {
        // A change has taken it out.
        if (this.#looking.get(picture.uri)?.get(document) !== search) return;
        searches.delete(document);
        if (searches.size === 0) this.#looking.delete(picture.uri);
        this.#keep(picture.uri, document, missing);
      });
      searches.set(document, search);
    }
    return search;
  }

  #keep(picture: string, document: string, missing: boolean): void {
    // What grew without end would be a leak, too.
    if (this.#answers >= ANSWERS_KEPT) {
      this.#missing.clear();
      this.#answers = 0;
    }
    entryOf(this.#missing, picture).set(document, missing);
    this.#answers++;
    if (!missing) return;
    this.#version++;
    this.learned(document);
  }

  async #isMissing({ uri, folder }: Address, document: string): Promise<boolean> {
    try {
      // Where the draft itself is not to be seen, as it was never saved or the client shows no files, nothing is.
      return (
        (await this.files.stat(uri)) === undefined &&
        (await isInside(this.files, folder, uri)) &&
        (await this.files.stat(document)) !== undefined
      );
    } catch {
      // There is something, though it cannot be looked at.
      return false;
    }
  }
}

function entryOf<T>(map: Map<string, Map<string, T>>, key: string): Map<string, T> {
  let entry = map.get(key);
  if (!entry) {
    entry = new Map();
    map.set(key, entry);
  }
  return entry;
}
