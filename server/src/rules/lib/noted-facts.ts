/** Which footnotes of a draft name a source of the evidence libraries. */
import { BlockFinder, type Draft, lowerCase } from '../../draft';
import { perBlockFor } from '../../draft/block-map';
import type { Fact } from '../../evidence';
import { memoized } from '../../memoize';
import { RecentTexts } from '../../words/recent-texts';
import { namesAny } from './facts';

/** The facts that a draft is held against, and the footnotes in which it names their sources. */
export interface NotedFacts {
  readonly facts: readonly Fact[];
  /** The text of each in small letters, by its label as micromark has it. */
  readonly notes: ReadonlyMap<string, string>;
}

const namingNotes = new BlockFinder(
  perBlockFor((block, facts: readonly Fact[]): readonly [label: string, text: string] | undefined => {
    const { node, text } = block;
    if (node.type !== 'footnoteDefinition' || !namesAny(block, facts, 'publishers')) return undefined;
    // Addresses have numbers of their own.
    return [lowerCase(node.identifier), lowerCase(text).replace(/<[^<>]*>|https?:\S+/g, ' ')];
  }),
);

const bySignature = memoized((_: readonly Fact[]) => new RecentTexts<NotedFacts>());
const without = memoized((facts: readonly Fact[]): NotedFacts => ({ facts, notes: new Map() }));

/** The same object for the same notes, so that a key elsewhere leaves what is cached with the blocks. */
export function knownIn(draft: Draft, facts: readonly Fact[]): NotedFacts {
  const all = namingNotes.in(draft, facts).map(({ found }) => found);
  if (all.length === 0) return without(facts);
  return bySignature(facts).get(JSON.stringify(all), () => ({ facts, notes: new Map(all) }));
}
