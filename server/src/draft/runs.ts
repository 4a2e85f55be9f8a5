import { isEmpty } from './block-map';
import { moved } from './span';
import type { Block, Draft, PlacedBlock, Span } from './types';

/**
 * Consecutive blocks of a draft, with results that are cached for them together. Immutable: an edit replaces the run
 * around it, and the other runs stay the same objects.
 */
export interface Run {
  readonly blocks: readonly Block[];
}

/** A run and its current place in the draft. */
export interface PlacedRun {
  readonly run: Run;
  /** Position of its first block in `draft.blocks`. */
  readonly index: number;
}

/** The usual number of blocks in a run: for a draft of a thousand pages, about the square root of its blocks. */
const SIZE = 48;
/** A run with fewer blocks is joined to its neighbour. */
const LEAST = 16;

interface Runs {
  readonly placed: readonly PlacedRun[];
  readonly blocks: readonly PlacedBlock[];
}

const NO_RUNS: Runs = { placed: [], blocks: [] };
/** The runs of a draft, or of the draft that it was edited from. */
const known = new WeakMap<Draft, Runs>();

/** Gives a draft the runs of the draft that it was edited from, to reuse those whose blocks are the same. */
export function inheritRuns(from: Draft, to: Draft): void {
  const runs = known.get(from);
  if (runs) known.set(to, runs);
}

/** The blocks of a draft in runs, in order. */
export function runsOf(draft: Draft): readonly PlacedRun[] {
  let runs = known.get(draft);
  if (runs?.blocks !== draft.blocks) {
    runs = { placed: renewed(runs ?? NO_RUNS, draft.blocks), blocks: draft.blocks };
    known.set(draft, runs);
  }
  return runs.placed;
}

function renewed({ placed: old }: Runs, blocks: readonly PlacedBlock[]): readonly PlacedRun[] {
  let first = 0;
  let from = 0;
  while (first < old.length && standsAt(old[first]!.run, blocks, from))
    from += old[first++]!.run.blocks.length;
  let last = old.length;
  let to = blocks.length;
  while (last > first) {
    const { run } = old[last - 1]!;
    const start = to - run.blocks.length;
    if (start < from || !standsAt(run, blocks, start)) break;
    to = start;
    last--;
  }
  if (first === old.length && from === blocks.length) return old;
  // Too few blocks are left for a run of their own.
  if (to - from < LEAST && to > from) {
    if (first > 0) from -= old[--first]!.run.blocks.length;
    else if (last < old.length) to += old[last++]!.run.blocks.length;
  }
  const placed = old.slice(0, first);
  const parts = Math.max(1, Math.round((to - from) / SIZE));
  for (let part = 0, start = from; start < to; part++) {
    const end = part === parts - 1 ? to : from + Math.round(((to - from) * (part + 1)) / parts);
    placed.push({ run: new KeptRun(blocks.slice(start, end).map(({ block }) => block)), index: start });
    start = end;
  }
  for (let index = last, at = to; index < old.length; index++) {
    const { run, index: before } = old[index]!;
    placed.push(before === at ? old[index]! : { run, index: at });
    at += run.blocks.length;
  }
  return placed;
}

function standsAt(run: Run, blocks: readonly PlacedBlock[], index: number): boolean {
  if (index + run.blocks.length > blocks.length) return false;
  for (let i = 0; i < run.blocks.length; i++) if (blocks[index + i]!.block !== run.blocks[i]) return false;
  return true;
}

/** The number of maps. Each has a slot in every run. */
let maps = 0;

class KeptRun implements Run {
  readonly kept: unknown[] = new Array(maps);

  constructor(readonly blocks: readonly Block[]) {}
}

/** A cache by run and a second argument. After an edit, only the blocks of one run are looked through again. */
export class RunMap<T, K = undefined> {
  readonly #place = maps++;

  /** @param read must have results that together are the same, however the blocks of a draft are divided into runs */
  constructor(private readonly read: (blocks: readonly Block[], key: K) => T) {}

  of(run: Run, key: K): T {
    const { kept } = run as KeptRun;
    let found = kept[this.#place] as { readonly key: K; readonly value: T } | undefined;
    if (found === undefined || found.key !== key) {
      found = { key, value: this.read(run.blocks, key) };
      kept[this.#place] = found;
    }
    return found.value;
  }
}

/** Something found in a block. */
export interface FoundIn<T> {
  readonly found: T;
  readonly placed: PlacedBlock;
  /** Position of the block in `draft.blocks`. */
  readonly index: number;
}

/**
 * Finds what some blocks of a draft have. After an edit it looks only at blocks that changed, and skips whole runs of
 * blocks that have nothing.
 */
export class BlockFinder<T, K = undefined> {
  readonly #runs: RunMap<readonly { readonly at: number; readonly found: T }[], K>;

  /** @param look returns what a block has; undefined or an empty list for nothing */
  constructor(look: (block: Block, key: K) => T | undefined) {
    this.#runs = new RunMap((blocks, key) => {
      const all: { readonly at: number; readonly found: T }[] = [];
      for (let at = 0; at < blocks.length; at++) {
        const found = look(blocks[at]!, key);
        if (found !== undefined && !isEmpty(found)) all.push({ at, found });
      }
      return all.length > 0 ? all : NOTHING;
    });
  }

  /** Looks through a run ahead of the others. */
  readAhead(run: Run, key: K): void {
    this.#runs.of(run, key);
  }

  /** What the blocks of a draft have, in order. */
  in(draft: Draft, key: K): readonly FoundIn<T>[] {
    const all: FoundIn<T>[] = [];
    this.each(draft, key, (found, placed, index) => all.push({ found, placed, index }));
    return all;
  }

  /** Calls back with each result of `in`, without making a list: for rules that need few of many at each key. */
  each(draft: Draft, key: K, visit: (found: T, placed: PlacedBlock, index: number) => void): void {
    for (const { run, index } of runsOf(draft)) {
      for (const { at, found } of this.#runs.of(run, key))
        visit(found, draft.blocks[index + at]!, index + at);
    }
  }
}

const NOTHING: readonly never[] = [];

/** All that a finder of lists finds in a draft, in order, with spans that count from the start of the draft. */
export function allIn<T extends { readonly span: Span }, K>(
  finder: BlockFinder<readonly T[], K>,
  draft: Draft,
  key: K,
): readonly T[] {
  return finder.in(draft, key).flatMap(({ found, placed }) => found.map((one) => moved(one, placed.start)));
}
