import { hashedId } from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import type { PackageParts } from '../package/from-docx';
import { reduced } from './raster';
import type { Size } from './raster/scale';
import { orientationOf, type Stored } from './read';

/** A picture, and the largest size that it is shown at. */
interface Shown extends Size {
  readonly bytes: Uint8Array;
  readonly orientation: number;
}

/**
 * The pictures of one document. docx looks through all of a picture each time that it is shown, to store it once; so
 * docx gets a short sign for each, and the picture takes the sign's place in the finished parts.
 */
export class Media {
  readonly #signs = new Map<Uint8Array, Uint8Array>();
  readonly #pictures = new Map<string, Shown>();

  /**
   * What stands for a picture: the same for the same bytes.
   *
   * @param size in CSS pixels, as it is shown here
   */
  sign(bytes: Uint8Array, size: Size, stored?: Stored): Uint8Array {
    const sign = this.#signs.get(bytes) ?? strToU8(hashedId(bytes));
    this.#signs.set(bytes, sign);
    const name = strFromU8(sign);
    const { width, height } = this.#pictures.get(name) ?? size;
    this.#pictures.set(name, {
      bytes,
      orientation: orientationOf(stored),
      width: Math.max(width, size.width),
      height: Math.max(height, size.height),
    });
    return sign;
  }

  /**
   * The parts of the document, with the pictures in the place of their signs.
   *
   * @param size full, or reduced to what a printer shows of them
   */
  async placed(parts: PackageParts, size: 'reduced' | 'full'): Promise<PackageParts> {
    const out: PackageParts = {};
    for (const [name, part] of Object.entries(parts)) {
      const isSign = name.startsWith('word/media/') && part.length === 40;
      const picture = isSign ? this.#pictures.get(strFromU8(part)) : undefined;
      const type = /\.(png|jpg)$/.exec(name)?.[1] as 'png' | 'jpg' | undefined;
      if (picture === undefined || type === undefined || size === 'full') {
        out[name] = picture?.bytes ?? part;
        continue;
      }
      // A picture takes its time: whoever else waits for this thread gets a turn.
      await new Promise((resolve) => setTimeout(resolve));
      const { bytes, orientation, width, height } = picture;
      out[name] = reduced(bytes, type, orientation, { width: width / 96, height: height / 96 });
    }
    return out;
  }
}
