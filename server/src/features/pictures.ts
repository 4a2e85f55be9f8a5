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

/** Whether a document misses a picture: beside one that was never saved nothing is missing. */
interface Answer {
  /** URI of the picture. */
  readonly picture: string;
  /** Undefined while it is looked for. */
  missing?: boolean;
  /** Ends when it is known. */
  search?: Promise<void>;
}

/**
 * What is known of the pictures that open drafts show. A draft is judged at once, with what is known; files are
 * looked for meanwhile, and where one is missing the draft is judged again.
 */
export class PictureFiles {
  /** By the URIs of the picture and of the document. */
  readonly #answers = new Map<string, Answer>();
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
        return this.#answer(found, uri).missing ?? false;
      },
    };
  }

  /** For a document that can wait until its pictures were looked for. */
  async lookedFor(uri: string, addresses: readonly string[]): Promise<Pictures> {
    for (const address of addresses) {
      const found = this.#find(uri, address);
      if (found) await this.#answer(found, uri).search;
    }
    return this.of(uri);
  }

  /** Says that files were made, changed or deleted. Returns whether an answer may be another one. */
  changed(uris: readonly string[]): boolean {
    const touched = new Set(uris.map(normalise));
    let any = false;
    for (const [key, { picture }] of this.#answers) {
      if (touched.has(picture)) any = this.#answers.delete(key);
    }
    if (any) this.#version++;
    return any;
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

  /** The answer for a picture of a document, which is looked for once however often it is asked meanwhile. */
  #answer(picture: Address, document: string): Answer {
    const key = `${picture.uri} ${document}`;
    const known = this.#answers.get(key);
    if (known) return known;
    // What grew without end would be a leak, too.
    if (this.#answers.size >= ANSWERS_KEPT) this.#answers.clear();
    const answer: Answer = { picture: picture.uri };
    this.#answers.set(key, answer);
    answer.search = this.#isMissing(picture, document).then((missing) => {
      // What changed meanwhile is taken out, as nobody knows which of both was seen.
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
