import type { Files } from '../files';
import { isInside, normalise } from '../project/paths';
import type { Pictures } from '../rules/types';
import { fileAddress } from '../word/address';

/** So many addresses are kept. */
const ADDRESSES_KEPT = 2000;

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
  /** Whether a file is missing, by its URI. */
  readonly #missing = new Map<string, boolean>();
  /** What is being looked for; what changes meanwhile is taken out, as nobody knows which of both was seen. */
  readonly #looking = new Map<string, symbol>();
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
        const known = this.#missing.get(found.uri);
        if (known === undefined) void this.#look(found, uri, () => this.learned(uri));
        return known ?? false;
      },
    };
  }

  /** For a document that can wait until its pictures were looked for. */
  async lookedFor(uri: string, addresses: readonly string[]): Promise<Pictures> {
    for (const address of addresses) {
      const found = this.#find(uri, address);
      if (found && !this.#missing.has(found.uri)) await this.#look(found, uri, () => undefined);
    }
    return this.of(uri);
  }

  /** Says that files were made, changed or deleted. Returns whether an answer may be another one. */
  changed(uris: readonly string[]): boolean {
    const touched = uris.map(normalise).filter((uri) => this.#missing.has(uri) || this.#looking.has(uri));
    if (touched.length === 0) return false;
    for (const uri of touched) {
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

  async #look({ uri, folder }: Address, document: string, missed: () => void): Promise<void> {
    if (this.#looking.has(uri)) return;
    const mine = Symbol();
    this.#looking.set(uri, mine);
    let missing = false;
    try {
      // Where the draft itself is not to be seen, as it was never saved or the client shows no files, nothing is.
      missing =
        (await this.files.stat(uri)) === undefined &&
        (await isInside(this.files, folder, uri)) &&
        (await this.files.stat(document)) !== undefined;
    } catch {
      // There is something, though it cannot be looked at.
    }
    if (this.#looking.get(uri) !== mine) return;
    this.#looking.delete(uri);
    // What grew without end would be a leak, too.
    if (this.#missing.size >= 10_000) this.#missing.clear();
    this.#missing.set(uri, missing);
    if (!missing) return;
    this.#version++;
    missed();
  }
}
