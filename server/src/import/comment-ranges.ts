import type { Inline, Thread } from '../docx/model';
import { hasContent } from '../docx/review';
import { addTo } from '../util/lists';

/** An inline, or a comment with the nodes that it is on. */
export type Node = Exclude<Inline, { readonly type: 'comment' }> | Commented;

interface Commented {
  readonly type: 'commented';
  /** Empty for a comment at a point. */
  readonly children: readonly Node[];
  readonly thread: Thread;
}

/** How deep comments are nested at most; deeper ones are put behind what they are on. */
const DEEPEST = 20;

interface Range {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Whether its start was moved to the end of a comment that it overlaps. */
  readonly isMoved?: boolean;
}

/**
 * Finds what each comment of a document is on. In Markdown a comment must lie in one block, so it is put on the first
 * paragraph with text in its range. Where two overlap, the later one begins where the other ends.
 */
export class CommentPlaces {
  /** Ids of comments whose range has begun and that have not been placed yet. */
  readonly #open = new Set<string>();
  readonly #placed = new Set<string>();

  constructor(private readonly threads: ReadonlyMap<string, Thread>) {}

  /** The comments without a place, in order. */
  rest(): Thread[] {
    return Array.from(this.threads, ([id, thread]) => (this.#placed.has(id) ? [] : [thread])).flat();
  }

  /** The nodes of the next paragraph of the document. */
  nodes(inlines: readonly Inline[]): Node[] {
    if (this.#open.size === 0 && !inlines.some(({ type }) => type === 'comment')) return inlines as Node[];
    const rest: Node[] = [];
    const ranges: Range[] = [];
    const begun = new Map<string, number>();
    for (const id of this.#open) begun.set(id, 0);
    const place = (id: string, start: number): void => {
      this.#open.delete(id);
      begun.delete(id);
      this.#placed.add(id);
      ranges.push({ id, start, end: rest.length });
    };
    for (const inline of inlines) {
      if (inline.type !== 'comment') {
        rest.push(inline);
        continue;
      }
      const { id, at } = inline;
      if (!this.threads.has(id) || this.#placed.has(id)) continue;
      const start = begun.get(id);
      if (at === 'start') {
        if (start === undefined) begun.set(id, rest.length);
        this.#open.add(id);
      } else if (start !== undefined) place(id, start);
      // A reference without a range.
      else if (at === 'reference') place(id, rest.length);
    }
    // A range that goes on in the next paragraph is placed here if it has content here.
    const lastContent = rest.findLastIndex((node) => node.type !== 'commented' && hasContent(node));
    for (const [id, start] of begun) if (start <= lastContent) place(id, start);
    return tree(rest, ranges, this.threads);
  }
}

function tree(
  nodes: readonly Node[],
  ranges: readonly Range[],
  threads: ReadonlyMap<string, Thread>,
): Node[] {
  const out: Node[] = [];
  const open: { readonly end: number; readonly id: string; readonly children: Node[] }[] = [];
  const starts = new Map<number, Range[]>();
  /** Comments at a point. */
  const points = new Map<number, string[]>();
  // Of two that begin at the same place, the longer one is outside.
  for (const range of [...ranges].sort((a, b) => b.end - a.end))
    if (range.end > range.start) addTo(starts, range.start, range);
    else addTo(points, range.start, range.id);
  const add = (children: readonly Node[], id: string): void => {
    const thread = threads.get(id);
    if (thread !== undefined) (open.at(-1)?.children ?? out).push({ type: 'commented', children, thread });
  };
  for (let at = 0; at <= nodes.length; at++) {
    for (let top = open.at(-1); top !== undefined && top.end <= at; top = open.at(-1)) {
      open.pop();
      add(top.children, top.id);
    }
    for (const id of points.get(at) ?? []) add([], id);
    for (const range of starts.get(at) ?? []) {
      const { id, end, isMoved } = range;
      const around = open.at(-1);
      const isSame = around?.end === end && around.children.length === 0;
      const fits = around === undefined || (end <= around.end && !isSame);
      if (fits && open.length < DEEPEST) open.push({ id, end, children: [] });
      // Of two on the same words, the second is put behind them.
      else if (fits || isSame || isMoved) addTo(points, end, id);
      else addTo(starts, around.end, { ...range, isMoved: true });
    }
    if (at < nodes.length) (open.at(-1)?.children ?? out).push(nodes[at]!);
  }
  return out;
}
