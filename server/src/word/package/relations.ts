import { getOrInsert } from '../../util/memoize';

/** What a part leads to. */
export interface Relation {
  /** The end of the relation's type, or all of it: `image`. */
  readonly type: string;
  /** An address, or the name of a part counted from the package's root: `/word/media/a.png`. */
  readonly target: string;
  readonly external: boolean;
}

/** What a part is related to besides other parts of text: each address and each picture once. */
export class Relations {
  readonly #ids = new Map<string, string>();
  readonly all: Relation[] = [];

  /**
   * The id of the relation to an address, or to a picture by the name of its part: `rId1` for the first in `all`, and so
   * on.
   */
  to(type: 'hyperlink' | 'image', target: string): string {
    return getOrInsert(this.#ids, `${type} ${target}`, () => {
      const external = type === 'hyperlink';
      return `rId${this.all.push({ type, target: external ? target : `/${target}`, external })}`;
    });
  }
}
