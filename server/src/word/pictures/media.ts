import { checkSum } from '../package/origin';
import type { Parts } from '../package/parts';
import { reduced } from './raster';
import type { Size } from './raster/scale';
import { orientationOf, type Stored } from './read';

/** A picture with the largest size at which it is shown. */
interface Shown extends Size {
  /** The name of its part. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly orientation: number;
}

/** The pictures of a document, each once. */
export class Media {
  readonly #pictures = new Map<string, Shown>();

  /**
   * Adds a picture.
   *
   * @param type its extension: `png`
   * @param size in CSS pixels, at which it is shown here
   * @returns the name of its part, which no template has
   */
  add(bytes: Uint8Array, type: string, size: Size, stored?: Stored): string {
    const key = checkSum(bytes);
    const known = this.#pictures.get(key);
    const name = known?.name ?? `word/media/advocacy-${this.#pictures.size + 1}.${type}`;
    const width = Math.max(known?.width ?? 0, size.width);
    const height = Math.max(known?.height ?? 0, size.height);
    this.#pictures.set(key, { name, type, bytes, orientation: orientationOf(stored), width, height });
    return name;
  }

  /**
   * Puts the pictures into a package.
   *
   * @param size `reduced` to scale them down to the resolution of a printer
   */
  async place(parts: Parts, size: 'reduced' | 'full'): Promise<void> {
    for (const { name, type, bytes, orientation, width, height } of this.#pictures.values()) {
      parts.declareExtension(type, `image/${type === 'svg' ? 'svg+xml' : type === 'jpg' ? 'jpeg' : type}`);
      if (size === 'full' || (type !== 'png' && type !== 'jpg')) {
        parts.set(name, bytes);
        continue;
      }
      // Reducing a picture takes long, so other work gets a turn.
      await new Promise((resolve) => setTimeout(resolve));
      parts.set(name, reduced(bytes, type, orientation, { width: width / 96, height: height / 96 }));
    }
  }
}
