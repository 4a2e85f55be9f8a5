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

/** Kept in place of `undefined`, which stands for what is not known. */
const NOTHING = Symbol();
/** Kept in place of each list without items, which most blocks come to. */
const EMPTY: readonly never[] = [];

/** Whether something is a list without items. */
export function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A value as it is kept: one list without items for all. */
function shared<T>(value: T): T {
  return isEmpty(value) ? (EMPTY as T) : value;
}

/** A function of a block whose results are kept with the blocks. */
export function perBlock<T>(read: (block: Block) => T): (block: Block) => T {
  const known = new BlockMap<T | typeof NOTHING>();
  return (block) => {
    const found = known.get(block);
    if (found !== undefined) return found === NOTHING ? (undefined as T) : (found as T);
    const value = shared(read(block));
    known.set(block, value === undefined ? NOTHING : value);
    return value;
  };
}

/** The same for a function of a block and something that seldom changes: the result for the last one is kept. */
export function perBlockFor<K, T>(read: (block: Block, key: K) => T): (block: Block, key: K) => T {
  const known = new BlockMap<{ readonly key: K; readonly value: T }>();
  /** One for all blocks with nothing, which most are. */
  let nothing: { readonly key: K; readonly value: T } | undefined;
  return (block, key) => {
    const before = known.get(block);
    if (before && before.key === key) return before.value;
    const value = shared(read(block, key));
    const isNothing = value === undefined || value === EMPTY;
    if (isNothing && !(nothing && nothing.key === key)) nothing = { key, value };
    known.set(block, isNothing ? nothing! : { key, value });
    return value;
  };
}
