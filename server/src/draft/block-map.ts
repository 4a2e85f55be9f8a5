import type { RootContent } from 'mdast';
import type { Block, Reviewed } from './types';

/** How many maps there are; each has a place in every block. */
let maps = 0;

/** A block that keeps what was worked out of it. */
export class ReadBlock implements Block {
  #kept: unknown[] | undefined;

  constructor(
    readonly text: string,
    readonly node: RootContent,
    readonly review?: Reviewed,
  ) {}

  /** What a block keeps, by map; undefined for one that was not made here. */
  static keptIn(block: Block): unknown[] | undefined {
    if (!(#kept in block)) return undefined;
    block.#kept ??= new Array(maps);
    return block.#kept;
  }
}

/**
 * What is worked out of each block and kept for as long as the block: a WeakMap, but of a tenth of its time and a
 * quarter of its room, of which there are some for each block of a long draft.
 *
 * There is a map for each kind of thing, made once: none is ever given back.
 */
export class BlockMap<T> {
  readonly #place = maps++;
  /** For blocks that were made by hand. */
  readonly #others = new WeakMap<Block, T>();

  get(block: Block): T | undefined {
    const kept = ReadBlock.keptIn(block);
    return kept ? (kept[this.#place] as T | undefined) : this.#others.get(block);
  }

  set(block: Block, value: T): void {
    const kept = ReadBlock.keptIn(block);
    if (kept) kept[this.#place] = value;
    else this.#others.set(block, value);
  }
}
