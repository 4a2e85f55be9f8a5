import type { Thread } from '../criticmarkup/types';
import type { Desk } from './desk';
import { isSameComment, type PlacedThread } from './marks';
import type { CommentEdge, LeafEdits } from './walk';

/** Finds for the comments of a document where in the draft they belong. */
export class Comments {
  readonly #desk: Desk;
  readonly #starts = new Map<string, { readonly leaf: number; readonly edge: CommentEdge }>();
  readonly #placed = new Set<string>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Takes note of the comments that begin or end in a leaf of the base. */
  read(leaf: number, { starts, ends }: Pick<LeafEdits, 'starts' | 'ends'>): void {
    for (const [id, edge] of starts) this.#starts.set(id, { leaf, edge });
    for (const [id, edge] of ends) this.#end(id, leaf, edge);
  }

  /** The thread of an id that has no place yet; it has one from now on. */
  take(id: string): Thread | undefined {
    const thread = this.#desk.threads.get(id);
    if (thread === undefined || thread.length === 0 || this.#placed.has(id)) return undefined;
    this.#placed.add(id);
    if (this.#desk.options.comments) this.#desk.comments++;
    return thread;
  }

  /** Places what began and ends nowhere: to the end of the paragraph. */
  finish(): void {
    for (const [id, { leaf, edge }] of this.#starts) {
      this.#end(id, leaf, { at: this.#desk.base[leaf]!.text.length, seq: edge.seq + 1 });
    }
  }

  #end(id: string, at: number, edge: CommentEdge): void {
    const { base } = this.#desk;
    const start = this.#starts.get(id);
    const thread = this.#desk.threads.get(id);
    if (thread === undefined || this.#placed.has(id)) return;
    for (const leaf of [at, start?.leaf ?? at]) {
      const known = this.#known(leaf, thread);
      if (known === undefined) continue;
      this.#placed.add(id);
      this.#replied(leaf, known, thread);
      return;
    }
    if (this.take(id) === undefined) return;
    const add = (leaf: number, begin: CommentEdge, end: CommentEdge): void =>
      this.#desk.add(leaf, [
        { kind: 'comment', from: begin.at, to: end.at, thread, seq: begin.seq, endSeq: end.seq },
      ]);
    if (start === undefined) add(at, edge, edge);
    else if (start.leaf === at) add(at, start.edge, edge);
    else {
      // It stands in one paragraph: the first of those that it is on, where anything of that is meant.
      const whole = base[start.leaf]!.text.length;
      if (whole > start.edge.at) add(start.leaf, start.edge, { at: whole, seq: Number.MAX_SAFE_INTEGER });
      else add(at, { at: 0, seq: -1 }, edge);
    }
  }

  /** The thread that stands in the draft already. */
  #known(at: number, [first]: Thread): PlacedThread | undefined {
    if (first === undefined) return undefined;
    return this.#desk.base[at]!.threads.find(({ comments: [own] }) => isSameComment(own!, first));
  }

  #replied(at: number, placed: PlacedThread, thread: Thread): void {
    const replies = thread
      .slice(1)
      .filter((reply) => !placed.comments.some((own) => isSameComment(own, reply)));
    const resolved = thread[0]!.resolved ?? false;
    if (replies.length === 0 && resolved === (placed.comments[0]!.resolved ?? false)) return;
    if (this.#desk.options.comments) this.#desk.comments += Math.max(1, replies.length);
    this.#desk.add(at, [{ kind: 'thread', placed, replies, resolved }]);
  }
}
