import type { Nodes, TableRow } from 'mdast';
import { deleted, inserted } from '../criticmarkup/serialize';
import type { By } from '../criticmarkup/types';
import { parseDraft } from '../draft';
import type { Draft } from '../draft/types';
import { addTo } from '../lists';
import { align, likeness } from './align';
import { fillGaps, pairAlike } from './gaps';
import { type Leaf, leavesOf } from './leaves';
import { BESIDE, newBlock, newParagraph, newRow } from './paragraphs';
import { redlineWords, sourceOf } from './redline-words';
import { type Splice, spliced } from './splices';

/** Two blocks with less in common are two: one is deleted, the other is new. */
const ALIKE = 0.3;

/**
 * What changed from one version of a draft to another, as CriticMarkup in the old one: accepted it says what the new
 * one says, rejected what the old one says. What cannot be marked (the front matter, code, HTML, addresses of links) is
 * that of the new one.
 */
export function redline(old: Draft, now: Draft, by: By): string {
  return new Redline(old, now, by).run();
}

class Redline {
  readonly #old: Draft;
  readonly #now: Draft;
  readonly #by: By;
  readonly #oldLeaves: readonly (readonly Leaf[])[];
  readonly #newLeaves: readonly (readonly Leaf[])[];
  readonly #splices: Splice[] = [];
  #order = 1;

  constructor(old: Draft, now: Draft, by: By) {
    this.#old = old;
    this.#now = now;
    this.#by = by;
    this.#oldLeaves = byBlock(old);
    this.#newLeaves = byBlock(now);
  }

  run(): string {
    const pairs = this.#blocks();
    const taken = new Set(pairs);
    const notes = this.#notesElsewhere(pairs, taken);
    for (const note of notes.values()) taken.add(note);
    let last = -1;
    let next = 0;
    const addUntil = (end: number): void => {
      for (; next < end; next++) if (!taken.has(next)) this.#addBlock(next, last);
    };
    for (const [at, pair] of pairs.entries()) {
      if (pair !== -1) {
        addUntil(pair);
        next = pair + 1;
        this.#changeBlock(at, pair);
      } else if (notes.has(at)) this.#changeBlock(at, notes.get(at)!);
      else this.#deleteBlock(at);
      last = at;
    }
    addUntil(this.#now.blocks.length);
    this.#frontMatter();
    return spliced(this.#old.text, this.#splices);
  }

  /** Which block is which: the same, or alike and of one kind. */
  #blocks(): Int32Array {
    const [a, b] = [this.#old.blocks, this.#now.blocks];
    const pairs = align(
      a.map(({ block }) => block.text),
      b.map(({ block }) => block.text),
    );
    fillGaps(pairs, b.length, (from, to, other, end) =>
      pairAlike(to - from, end - other, (i, j) => {
        const [one, two] = [a[from + i]!.block, b[other + j]!.block];
        if (!isOneKind(one.node, two.node)) return 0;
        if (one.node.type === 'footnoteDefinition') return 1;
        const alike = likeness(one.text, two.text);
        return alike < ALIKE ? 0 : alike;
      }),
    );
    return pairs;
  }

  /** Notes that stand elsewhere now: where a note stands in a draft says nothing, and there is one of each label. */
  #notesElsewhere(pairs: Int32Array, taken: ReadonlySet<number>): ReadonlyMap<number, number> {
    const added = new Map<string, number>();
    for (const [at, { block }] of this.#now.blocks.entries())
      if (block.node.type === 'footnoteDefinition' && !taken.has(at)) added.set(block.node.identifier, at);
    const found = new Map<number, number>();
    for (const [at, { block }] of this.#old.blocks.entries()) {
      if (pairs[at] !== -1 || block.node.type !== 'footnoteDefinition') continue;
      const to = added.get(block.node.identifier);
      if (to !== undefined && added.delete(block.node.identifier)) found.set(at, to);
    }
    return found;
  }

  #frontMatter(): void {
    const own = this.#old.frontMatter.span;
    const theirs = this.#now.frontMatter.span;
    const text = theirs === undefined ? '' : this.#now.text.slice(theirs.start, theirs.end);
    if (own !== undefined && theirs !== undefined) this.#splices.push({ ...own, text, order: -BESIDE * 2 });
    else if (theirs !== undefined)
      this.#splices.push({ start: 0, end: 0, text: `${text}\n\n`, order: -BESIDE * 2 });
  }

  #deleteBlock(at: number): void {
    const { block, start } = this.#old.blocks[at]!;
    const text = this.#marked(this.#old, at, this.#oldLeaves[at]!, deleted);
    // What cannot be marked as deleted is gone, unless nobody sees it.
    if (text === undefined && !isShown(block.node)) return;
    this.#splices.push({ start, end: start + block.text.length, text: text ?? '', order: 0 });
  }

  #addBlock(at: number, last: number): void {
    const content = this.#marked(this.#now, at, this.#newLeaves[at]!, inserted);
    const gap =
      last === -1
        ? { after: undefined, before: { block: 0 } }
        : { after: { block: last }, before: undefined };
    const { text } = this.#now.blocks[at]!.block;
    this.#splices.push(newBlock(this.#old, gap, content ?? text, this.#order++));
  }

  /** A block with all that it says marked; undefined where it would not be read as the same block then. */
  #marked(draft: Draft, at: number, leaves: readonly Leaf[], mark: typeof inserted): string | undefined {
    const { block, start } = draft.blocks[at]!;
    const splices: Splice[] = [];
    for (const leaf of leaves) if (leaf.takesMarks) this.#wrap(leaf, draft, mark, splices);
    if (splices.length === 0) return undefined;
    const moved = splices.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    const text = spliced(block.text, moved);
    const [read, ...more] = parseDraft(text).blocks;
    const type = read && (read.block.review ?? read.block).node.type;
    return more.length === 0 && type === block.node.type ? text : undefined;
  }

  #wrap(leaf: Leaf, draft: Draft, mark: typeof inserted, splices: Splice[]): void {
    const { start, end } = leaf.content;
    const text = draft.text.slice(start, end);
    if (text.trim() !== '') splices.push({ start, end, text: mark(text, this.#by), order: 0 });
  }

  #changeBlock(at: number, pair: number): void {
    const [one, two] = [this.#old.blocks[at]!, this.#now.blocks[pair]!];
    if (one.block.text === two.block.text) return;
    const [old, now] = [this.#oldLeaves[at]!, this.#newLeaves[pair]!];
    if (one.block.node.type === 'table') {
      if (this.#rows(old, now)) return;
      this.#deleteBlock(at);
      this.#addBlock(pair, at);
    } else if (
      old.length === 0 ||
      old.some(({ takesMarks }) => !takesMarks) ||
      now.some(({ takesMarks }) => !takesMarks)
    ) {
      this.#splices.push({
        start: one.start,
        end: one.start + one.block.text.length,
        text: two.block.text,
        order: 0,
      });
    } else this.#leaves(old, now);
  }

  /** Items, paragraphs of quotations and notes. */
  #leaves(old: readonly Leaf[], now: readonly Leaf[]): void {
    const keyIn =
      (draft: Draft) =>
      (leaf: Leaf): string =>
        `${leaf.node.type} ${depthOf(leaf)} ${sourceOf(leaf, draft)}`;
    const pairs = align(old.map(keyIn(this.#old)), now.map(keyIn(this.#now)));
    fillGaps(pairs, now.length, (from, to, other, end) =>
      pairAlike(to - from, end - other, (i, j) => {
        const [one, two] = [old[from + i]!, now[other + j]!];
        if (one.node.type !== two.node.type) return 0;
        const alike = likeness(one.text, two.text);
        return old.length === 1 && now.length === 1 ? 1 : alike < ALIKE ? 0 : alike;
      }),
    );
    const taken = new Set(pairs);
    let last = -1;
    let next = 0;
    const addUntil = (end: number): void => {
      for (; next < end; next++)
        if (!taken.has(next)) this.#addLeaf(now[next]!, old[last], old[last + 1] ?? old[last]);
    };
    for (const [at, pair] of pairs.entries()) {
      const leaf = old[at]!;
      if (pair === -1) this.#wrap(leaf, this.#old, deleted, this.#splices);
      else {
        addUntil(pair);
        next = pair + 1;
        this.#words(leaf, now[pair]!);
      }
      last = at;
    }
    addUntil(now.length);
  }

  #addLeaf(leaf: Leaf, after: Leaf | undefined, before: Leaf | undefined): void {
    const lists = leaf.parents.filter((node) => node.type === 'list');
    const item = leaf.parents.findLast((node) => node.type === 'listItem');
    const list = lists.at(-1);
    const isFirst = item?.children[0] === leaf.node;
    const place =
      list === undefined || !isFirst
        ? {}
        : {
            list: {
              id: '',
              level: lists.length - 1,
              format: list.ordered === true ? 'decimal' : 'bullet',
              value: list.start ?? 1,
            },
          };
    const heading = leaf.node.type === 'heading' ? { heading: leaf.node.depth } : {};
    const content = inserted(sourceOf(leaf, this.#now), this.#by);
    // A paragraph of an item or a quotation stays in it, also behind its last one.
    const gap = { after, before };
    this.#splices.push(newParagraph(this.#old, gap, { ...place, ...heading }, content, this.#order++));
  }

  #words(old: Leaf, now: Leaf): void {
    const before = { leaf: old, draft: this.#old };
    const after = { leaf: now, draft: this.#now };
    for (const splice of redlineWords(before, after, this.#by)) this.#splices.push(splice);
  }

  /** The rows of a table; false where it has other columns now. */
  #rows(old: readonly Leaf[], now: readonly Leaf[]): boolean {
    const [one, two] = [rowsOf(old), rowsOf(now)];
    const width = one[0]?.length;
    if (width === undefined || [...one, ...two].some((row) => row.length !== width)) return false;
    const text = (row: readonly Leaf[], draft: Draft): string =>
      row.map((leaf) => sourceOf(leaf, draft)).join(' | ');
    const pairs = align(
      one.map((row) => text(row, this.#old)),
      two.map((row) => text(row, this.#now)),
    );
    fillGaps(pairs, two.length, (from, to, other, end) =>
      pairAlike(to - from, end - other, (i, j) => {
        const alike = likeness(text(one[from + i]!, this.#old), text(two[other + j]!, this.#now));
        const isHead = from + i === 0 && other + j === 0;
        return isHead ? 1 : alike < ALIKE ? 0 : alike;
      }),
    );
    if (pairs[0] !== 0) return false;
    const taken = new Set(pairs);
    let last = 0;
    let next = 0;
    const addUntil = (end: number): void => {
      for (; next < end; next++) {
        if (taken.has(next)) continue;
        const cells = two[next]!.map((leaf) => inserted(sourceOf(leaf, this.#now), this.#by));
        this.#splices.push(newRow(this.#old, one[last]![0]!, cells, this.#order++));
      }
    };
    for (const [at, pair] of pairs.entries()) {
      if (pair === -1) for (const leaf of one[at]!) this.#wrap(leaf, this.#old, deleted, this.#splices);
      else {
        addUntil(pair);
        next = pair + 1;
        for (const [column, leaf] of one[at]!.entries()) this.#words(leaf, two[pair]![column]!);
      }
      last = at;
    }
    addUntil(two.length);
    return true;
  }
}

function byBlock(draft: Draft): readonly (readonly Leaf[])[] {
  const found: Leaf[][] = draft.blocks.map(() => []);
  for (const leaf of leavesOf(draft)) found[leaf.block]!.push(leaf);
  return found;
}

function isOneKind(a: Nodes, b: Nodes): boolean {
  if (a.type !== b.type) return false;
  if (a.type === 'heading') return a.depth === (b as typeof a).depth;
  if (a.type === 'footnoteDefinition') return a.identifier === (b as typeof a).identifier;
  if (a.type === 'list') return a.ordered === (b as typeof a).ordered;
  return true;
}

/** Whether a block that holds no paragraph shows anything, so that it must not stand where it was deleted. */
function isShown({ type }: Nodes): boolean {
  return type === 'code' || type === 'html' || type === 'thematicBreak';
}

function depthOf({ parents }: Leaf): number {
  return parents.filter(({ type }) => type === 'list' || type === 'blockquote').length;
}

function rowsOf(leaves: readonly Leaf[]): Leaf[][] {
  const rows = new Map<TableRow, Leaf[]>();
  for (const leaf of leaves) {
    const row = leaf.parents.find((node): node is TableRow => node.type === 'tableRow');
    if (row !== undefined) addTo(rows, row, leaf);
  }
  return [...rows.values()];
}
