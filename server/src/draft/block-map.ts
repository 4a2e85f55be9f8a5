import type { RootContent } from 'mdast';
import type { Block, Reviewed } from './types';

/** The number of maps. Each has a slot in every block. */
let maps = 0;

/** A block with room for cached results. */
export class ReadBlock implements Block {
  #kept: unknown[] | undefined;

  constructor(
    readonly text: string,
    readonly node: RootContent,
    readonly review?: Reviewed,
  ) {}

  /**
   * The cached results of a block, by the number of their map; undefined for blocks that were not made here.
   */
  static keptIn(block: Block): unknown[] | undefined {
    if (!(#kept in block)) return undefined;
    block.#kept ??= new Array(maps);
    return block.#kept;
  }
}

/**
 * A cache by block, as a WeakMap would be, but with a tenth of its time and a quarter of its memory: a long draft has
 * thousands of blocks with some dozens of cached results each. A map exists for the life of the process, so make one
 * for each kind of result, at the top level of a module.
 */
export class BlockMap<T> {
  readonly #place = maps++;
  /** For blocks of another copy of this module, as `dist/word.js` has one of its own, and of tests. */
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

/** Stored for `undefined`, which stands for a result that is not cached. */
const NOTHING = Symbol();
/** Stored for every empty list, which most results are. */
const EMPTY: readonly never[] = [];

export function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The value to store: one shared object for all empty lists. */
function shared<T>(value: T): T {
  return isEmpty(value) ? (EMPTY as T) : value;
}

/** Memoizes a function of a block. The result is cached with the block. */
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

/**
 * Memoizes a function of a block and a second argument that seldom changes, such as the project. Only the result for
 * the last second argument is cached.
 */
export function perBlockFor<K, T>(read: (block: Block, key: K) => T): (block: Block, key: K) => T {
  const known = new BlockMap<{ readonly key: K; readonly value: T }>();
  /** Shared by all blocks whose result is empty, which most are. */
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
