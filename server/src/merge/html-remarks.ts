import { commentMark } from '../criticmarkup/serialize';
import type { Thread } from '../criticmarkup/types';
import { addTo } from '../util/lists';
import { type HtmlPlace, htmlBehind, htmlOf, isClosed } from './html';
import type { Leaf } from './leaves';
import type { Merging } from './merging';

/** Comments on what stands in HTML, which are written below it. */
export class HtmlRemarks {
  /** By block of the draft as it was exported. */
  readonly #base = new Map<number, HtmlPlace[]>();
  /** The same as they are in the draft now. */
  readonly #now = new Map<HtmlPlace, HtmlPlace | undefined>();

  constructor(private readonly merging: Merging) {
    const { base, ours } = merging.review;
    const left = new Map<string, HtmlPlace[]>();
    for (const place of htmlOf(ours).toReversed()) addTo(left, place.node.value, place);
    for (const place of htmlOf(base)) {
      addTo(this.#base, place.block, place);
      this.#now.set(place, left.get(place.node.value)?.pop());
    }
  }

  /**
   * The HTML that a paragraph is from, in the draft as it is now.
   *
   * @param block of the draft as it was exported that the paragraph is from
   * @param last the leaf before it
   */
  place(block: number | undefined, last: Leaf | undefined): HtmlPlace | undefined {
    const found = htmlBehind(this.#base.get(block ?? -1) ?? [], last);
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
