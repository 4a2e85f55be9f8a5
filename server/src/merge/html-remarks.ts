import { commentMark } from '../criticmarkup/serialize';
import type { Thread } from '../criticmarkup/types';
import { type HtmlPlace, htmlBehind, htmlOf, isClosed } from './html';
import type { Leaf } from './leaves';
import type { Merging } from './merging';

/** Comments on what stands in HTML, which are written below it. */
export class HtmlRemarks {
  readonly #base: readonly HtmlPlace[];
  /** The same as they are in the draft now. */
  readonly #now = new Map<HtmlPlace, HtmlPlace | undefined>();

  constructor(private readonly merging: Merging) {
    const { base, ours } = merging.review;
    this.#base = htmlOf(base);
    const left = base === ours ? [...this.#base] : [...htmlOf(ours)];
    for (const place of this.#base) {
      const at = left.findIndex(({ node }) => node.value === place.node.value);
      this.#now.set(place, at === -1 ? undefined : left.splice(at, 1)[0]);
    }
  }

  /**
   * The HTML that a paragraph is from, in the draft as it is now.
   *
   * @param block of the draft as it was exported that the paragraph is from
   * @param last the leaf before it
   */
  place(block: number | undefined, last: Leaf | undefined): HtmlPlace | undefined {
    const found = block === undefined ? undefined : htmlBehind(this.#base, block, last);
    const now = found && this.#now.get(found);
    // Below what goes on in another block, it would stand in the middle.
    return now !== undefined && isClosed(now.node.value) ? now : undefined;
  }

  /** Adds a comment below HTML, unless the draft has it already. */
  add(place: HtmlPlace, thread: Thread): void {
    if (thread.length > 0 && !this.merging.hasComment(thread))
      this.merging.blocks.below(place, thread.map(commentMark).join(''));
  }
}
