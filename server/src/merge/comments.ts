import type { Thread } from '../criticmarkup/types';
import { addTo } from '../util/lists';
import type { CommentEdge, LeafEdits } from './leaf-edits';
import { isSameComment, type PlacedThread, plain } from './marks';
import type { Merging } from './merging';

interface Edge {
  readonly leaf: number;
  readonly edge: CommentEdge;
}

/** A comment that ends in a leaf of the base. */
interface Ended {
  readonly id: string;
  readonly thread: Thread;
  readonly end: CommentEdge;
  /** Where it begins, if that is known: in this leaf, or in one before. */
  readonly start: Edge | undefined;
}

/** Finds the place in the draft of each comment of the document. */
export class Comments {
  readonly #starts = new Map<string, Edge>();
  readonly #ends = new Map<string, Edge>();
  readonly #placed = new Set<string>();

  constructor(private readonly merging: Merging) {}

  /** Records the comments that begin or end in a leaf of the base. */
  read(leaf: number, { starts, ends }: Pick<LeafEdits, 'starts' | 'ends'>): void {
    for (const [id, edge] of starts) this.#starts.set(id, { leaf, edge });
    for (const [id, edge] of ends) this.#ends.set(id, { leaf, edge });
  }

  /** Takes a thread that has no place yet; undefined for one that has. */
  take(id: string): Thread | undefined {
    const thread = this.merging.threads.get(id);
    if (thread === undefined || thread.length === 0 || this.#placed.has(id)) return undefined;
    this.#placed.add(id);
    if (this.merging.options.comments) this.merging.comments++;
    return thread;
  }

  /** Places all remaining comments. One that begins and does not end reaches to the end of its paragraph. */
  finish(): void {
    const byLeaf = new Map<number, Ended[]>();
    for (const id of new Set([...this.#ends.keys(), ...this.#starts.keys()])) {
      const thread = this.merging.threads.get(id);
      if (thread === undefined || this.#placed.has(id)) continue;
      const start = this.#starts.get(id);
      const { leaf, edge } = this.#ends.get(id) ?? {
        leaf: start!.leaf,
        edge: { at: this.merging.base[start!.leaf]!.text.length, seq: start!.edge.seq + 1 },
      };
      addTo(byLeaf, leaf, { id, thread, end: edge, start });
    }
    for (const [leaf, ended] of byLeaf) {
      const known = this.#known(leaf, ended);
      for (const one of ended) {
        const own = known.get(one);
        if (own === undefined) this.#add(leaf, one);
        else this.#replied(own.leaf, own.placed, one.thread);
      }
    }
  }

  /** Matches the comments that already stand in the draft with those of the document: at the same place first. */
  #known(
    at: number,
    ended: readonly Ended[],
  ): ReadonlyMap<Ended, { readonly leaf: number; readonly placed: PlacedThread }> {
    const found = new Map<Ended, { leaf: number; placed: PlacedThread }>();
    const taken = new Set<PlacedThread>();
    const byText = new Map<string, PlacedThread[]>();
    const leaves = new Set(ended.map(({ start }) => start?.leaf ?? at).concat(at));
    for (const leaf of leaves)
      for (const own of this.merging.base[leaf]!.threads)
        addTo(byText, `${leaf} ${plain(own.comments[0]!.text)}`, own);
    for (const isAtPlace of [true, false]) {
      for (const one of ended) {
        const [first] = one.thread;
        if (first === undefined || found.has(one)) continue;
        for (const leaf of new Set([at, one.start?.leaf ?? at])) {
          const placed = byText
            .get(`${leaf} ${plain(first.text)}`)
            ?.find(
              (own) =>
                !taken.has(own) &&
                isSameComment(own.comments[0]!, first) &&
                (!isAtPlace || (leaf === at && own.text.end === one.end.at)),
            );
          if (placed === undefined) continue;
          taken.add(placed);
          found.set(one, { leaf, placed });
          break;
        }
      }
    }
    return found;
  }

  #add(at: number, { id, start, end: edge }: Ended): void {
    const thread = this.take(id);
    if (thread === undefined) return;
    const add = (leaf: number, begin: CommentEdge, end: CommentEdge): void =>
      this.merging.add(leaf, [
        { kind: 'comment', from: begin.at, to: end.at, thread, seq: begin.seq, endSeq: end.seq },
      ]);
    if (start === undefined) add(at, edge, edge);
    else if (start.leaf === at) add(at, start.edge, edge);
    else {
      // A comment can stand in one paragraph only: the first that it covers any text of.
      const whole = this.merging.base[start.leaf]!.text.length;
      if (whole > start.edge.at) add(start.leaf, start.edge, { at: whole, seq: Number.MAX_SAFE_INTEGER });
      else add(at, { at: 0, seq: -1 }, edge);
    }
  }

  #replied(at: number, placed: PlacedThread, thread: Thread): void {
    const replies = thread
      .slice(1)
      .filter((reply) => !placed.comments.some((own) => isSameComment(own, reply)));
    const resolved = thread[0]!.resolved ?? false;
    if (replies.length === 0 && resolved === (placed.comments[0]!.resolved ?? false)) return;
    if (this.merging.options.comments) this.merging.comments += Math.max(1, replies.length);
    this.merging.add(at, [{ kind: 'thread', placed, replies, resolved }]);
  }
}
