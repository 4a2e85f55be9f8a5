import type { Files } from '../../files';
import { isInside, normalise } from '../../project/paths';
import type { Pictures } from '../../rules/types';
import { fileAddress } from '../../word/pictures/address';

/** The most addresses that are cached. */
const ADDRESSES_KEPT = 2000;

/** The most answers that are cached. */
const ANSWERS_KEPT = 10_000;

interface Address {
  readonly uri: string;
  /** URI of the folder that it must lie in. */
  readonly folder: string;
}

/** Whether a picture of a document is missing. Nothing is missing beside a document that was never saved. */
interface Answer {
  /** URI of the picture. */
  readonly picture: string;
  /** Undefined while it is being looked for. */
  missing?: boolean;
  /** Resolves when it is known. */
  search?: Promise<void>;
}

/**
 * Tracks whether the pictures of open drafts exist. A draft is judged at once with what is known; files are looked for
 * meanwhile, and where one is missing, the draft is judged again.
 */
export class PictureFiles {
  /** By the URIs of the picture and the document. */
  readonly #answers = new Map<string, Answer>();
  /** Caches the URIs of addresses: a draft with many pictures asks for each after every key. */
  readonly #addresses = new Map<string, ReturnType<typeof fileAddress>>();
  #version = 0;

  /**
   * @param folderOf returns the folder that nothing is looked for outside of, for a document
   * @param learned called with the URI of a document when a picture of it turns out to be missing
   */
  constructor(
    private readonly files: Files,
    private readonly folderOf: (uri: string) => string | undefined,
    private readonly learned: (uri: string) => void,
  ) {}

  /** Changes whenever an answer does. */
  get version(): number {
    return this.#version;
  }

  /** The answers for a document that is judged at once. */
  of(uri: string): Pictures {
    return {
      isMissing: (address) => {
        const found = this.#find(uri, address);
        if (!found) return false;
        return this.#answer(found, uri).missing ?? false;
      },
    };
  }

  /** The answers for a document, once its pictures were looked for. */
  async lookedFor(uri: string, addresses: readonly string[]): Promise<Pictures> {
    for (const address of addresses) {
      const found = this.#find(uri, address);
      if (found) await this.#answer(found, uri).search;
    }
    return this.of(uri);
  }

  /** To be called when files were made, changed or deleted. Returns whether an answer may have changed. */
  changed(uris: readonly string[]): boolean {
    const touched = new Set(uris.map(normalise));
    let any = false;
    for (const [key, { picture }] of this.#answers) {
      if (touched.has(picture)) any = this.#answers.delete(key);
    }
    if (any) this.#version++;
    return any;
  }

  /** Forgets which pictures there are. */
  clear(): void {
    this.#answers.clear();
    this.#version++;
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

  /** The answer for a picture of a document. The file is looked for once, however often this is called meanwhile. */
  #answer(picture: Address, document: string): Answer {
    const key = `${picture.uri} ${document}`;
    const known = this.#answers.get(key);
    if (known) return known;
    // Limits the memory.
    if (this.#answers.size >= ANSWERS_KEPT) this.#answers.clear();
    const answer: Answer = { picture: picture.uri };
    this.#answers.set(key, answer);
    answer.search = this.#isMissing(picture, document).then((missing) => {
      // The file changed meanwhile, so the result may be outdated.
      if (this.#answers.get(key) !== answer) return;
      answer.missing = missing;
      if (!missing) return;
      this.#version++;
      this.learned(document);
    });
    return answer;
  }

  async #isMissing({ uri, folder }: Address, document: string): Promise<boolean> {
    try {
      // Where the draft itself cannot be seen (it was never saved, or the client serves no files), nothing is missing.
      return (
        (await this.files.stat(uri)) === undefined &&
        (await isInside(this.files, folder, uri)) &&
        (await this.files.stat(document)) !== undefined
      );
    } catch {
      // Something is there that cannot be read.
      return false;
    }
  }
}
