import { hashedId } from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import type { PackageParts } from './pack';

/**
 * The pictures of one document. docx looks through all of a picture each time that it is shown, to store it once; so
 * docx gets a short sign for each, and the picture takes the sign's place in the finished parts.
 */
export class Media {
  readonly #signs = new Map<Uint8Array, Uint8Array>();
  readonly #pictures = new Map<string, Uint8Array>();

  /** What stands for a picture: the same for the same bytes. */
  sign(picture: Uint8Array): Uint8Array {
    const known = this.#signs.get(picture);
    if (known !== undefined) return known;
    const name = hashedId(picture);
    const sign = strToU8(name);
    this.#signs.set(picture, sign);
    this.#pictures.set(name, picture);
    return sign;
  }

  /** The parts of the document, with the pictures in the place of their signs. */
  placed(parts: PackageParts): PackageParts {
    const out: PackageParts = {};
    for (const [name, part] of Object.entries(parts)) {
      const isSign = name.startsWith('word/media/') && part.length === 40;
      out[name] = (isSign ? this.#pictures.get(strFromU8(part)) : undefined) ?? part;
    }
    return out;
  }
}
