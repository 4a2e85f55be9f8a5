/** Which footnotes of a draft name a source of the evidence libraries. */
import { type Block, BlockFinder, type Draft, lowerCase, passagesOf } from '../../../draft';
import { BlockMap, perBlock, perBlockFor } from '../../../draft/block-map';
import type { Fact } from '../../../evidence';
import { memoized } from '../../../util/memoize';
import { namesAny } from './facts';

type Note = readonly [label: string, text: string];

/** The facts that a draft is held against, and the footnotes in which it names their sources. */
export interface NotedFacts {
  readonly facts: readonly Fact[];
  /** The text of each in small letters, by its label as micromark has it. */
  readonly notes: ReadonlyMap<string, string>;
}

const namingNotes = new BlockFinder(
  perBlockFor((block, facts: readonly Fact[]): Note | undefined => {
    const { node, text } = block;
    if (node.type !== 'footnoteDefinition' || !namesAny(block, facts, 'publishers')) return undefined;
    // Addresses have numbers of their own.
    return [lowerCase(node.identifier), lowerCase(text).replace(/<[^<>]*>|https?:\S+/g, ' ')];
  }),
);

/** Those of the drafts that were last read, the last one first. */
const recent = memoized(
  (_: readonly Fact[]): { readonly all: readonly Note[]; readonly known: NotedFacts }[] => [],
);
const MOST_RECENT = 8;
const without = memoized((facts: readonly Fact[]): NotedFacts => ({ facts, notes: new Map() }));

/** The same object for the same notes, however many, so that a key elsewhere leaves what is cached with the blocks. */
export function knownIn(draft: Draft, facts: readonly Fact[]): NotedFacts {
  const all = namingNotes.in(draft, facts).map(({ found }) => found);
  if (all.length === 0) return without(facts);
  const before = recent(facts);
  const at = before.findIndex((one) => isSame(one.all, all));
  const [found = { all, known: { facts, notes: new Map(all) } }] = at < 0 ? [] : before.splice(at, 1);
  before.unshift(found);
  before.splice(MOST_RECENT);
  return found.known;
}

function isSame(some: readonly Note[], others: readonly Note[]): boolean {
  return (
    some.length === others.length &&
    some.every(([label, text], index) => label === others[index]![0] && text === others[index]![1])
  );
}

/** The labels of the footnotes that a block refers to. */
const labelsIn = perBlock((block) => [...new Set(passagesOf(block).flatMap(({ footnotes }) => footnotes))]);

/** The footnotes of a block, of those that name a source. */
function notesOfBlock(block: Block, notes: NotedFacts['notes']): readonly Note[] {
  if (notes.size === 0) return [];
  return labelsIn(block).flatMap((label): readonly Note[] => {
    const text = notes.get(label);
    return text === undefined ? [] : [[label, text]];
  });
}

/**
 * Memoizes a function of a block, the facts and the block's own footnotes: a key in another's leaves the result as it is.
 */
export function perBlockAndNotes<T>(
  read: (block: Block, facts: readonly Fact[], notes: NotedFacts['notes']) => T,
): (block: Block, known: NotedFacts) => T {
  const judged = new BlockMap<{
    readonly facts: readonly Fact[];
    readonly own: readonly Note[];
    readonly value: T;
  }>();
  return (block, { facts, notes }) => {
    const own = notesOfBlock(block, notes);
    const before = judged.get(block);
    if (before?.facts === facts && isSame(before.own, own)) return before.value;
    const value = read(block, facts, new Map(own));
    judged.set(block, { facts, own, value });
    return value;
  };
}
