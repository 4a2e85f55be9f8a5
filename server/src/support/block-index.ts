/** Finds the figures and quotations of a claim, and the sentence before it. */
import type { Claim } from '../claims';
import { type Block, type Passage, passagesOf, type Span, sentences } from '../draft';
import { firstWhere } from '../draft/binary-search';
import { type Figure, quotesIn, type RunFigures } from '../evidence';
import { getOrInsert } from '../util/memoize';

/** The figures of a block, by its passages. */
export type BlockFigures = RunFigures['found'][number]['passages'];

/** The figures and quotations of a block, found for a claim without looking through all of them. */
export class BlockIndex {
  readonly #figures: ReadonlyMap<Passage, readonly Figure[]>;
  readonly #quotes = new Map<Passage, readonly Span[]>();
  readonly #sentences = new Map<Passage, readonly Span[]>();

  constructor(block: Block, figures: BlockFigures) {
    const passages = figures.length > 0 ? passagesOf(block) : [];
    this.#figures = new Map(figures.map(({ passage, figures }) => [passages[passage]!, figures]));
  }

  /** The figures of a claim's sentence. */
  figuresOf({ passage, span }: Claim): readonly Figure[] {
    const all = this.#figures.get(passage) ?? [];
    const here: Figure[] = [];
    for (let k = firstWhere(all, (figure) => figure.span.start >= span.start); k < all.length; k++) {
      if (all[k]!.span.start >= span.end) break;
      here.push(all[k]!);
    }
    return here;
  }

  /** Where the sentence before that of a claim starts in its passage; 0 where there is none. */
  startBefore({ passage, span }: Claim): number {
    const all = getOrInsert(this.#sentences, passage, () => sentences(passage.prose.text));
    return all[firstWhere(all, ({ end }) => end > span.start) - 1]?.start ?? 0;
  }

  /** Whether a claim or its marked words stand in quotation marks or in a block quotation. */
  isSpoken({ passage, span, words }: Claim): boolean {
    if (passage.kind === 'quotation') return true;
    const quotes = getOrInsert(this.#quotes, passage, () => quotesIn(passage.prose.text));
    if (quotes.length === 0) return false;
    const isQuoted = ({ start, end }: Span): boolean => {
      const quote = quotes[firstWhere(quotes, (one) => one.start > start + 1) - 1];
      return quote !== undefined && quote.end >= end - 1;
    };
    return isQuoted(span) || isQuoted(words);
  }
}
