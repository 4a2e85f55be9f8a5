import type { Nodes } from 'mdast';
import { likeness } from '../align';
import { alignAlike, eachPaired } from '../align/pair-similar';
import { deleted, inserted } from '../criticmarkup/serialize';
import type { By } from '../criticmarkup/types';
import { type Draft, lineEndOf, parseDraft } from '../draft';
import { firstWhere } from '../draft/binary-search';
import type { Version } from '../files/history';
import { resolveText } from '../reviews';
import { addTo } from '../util/lists';
import type { BlockChange, ChangesSince } from '../word/changes-since';
import { showsAnything } from '../word/html/tokens';
import { type Leaf, leavesOf } from './leaves';
import { BESIDE } from './paragraphs';
import { RedlineInside } from './redline-inside';
import { type Splice, spliced } from './splices';

/** The changes from one version of a draft to another. */
export interface Redline {
  /** The old version with CriticMarkup: with changes accepted it says what the new one says. */
  readonly draft: Draft;
  /**
   * Changes that CriticMarkup cannot mark, for the document to show: of code, HTML and front matter. In the draft,
   * these (and definitions and comments) are as in the new version.
   */
  readonly since: ChangesSince;
}

/** The changes from an earlier version of a text. CriticMarkup in either counts as accepted. */
export function redlineSince({ text, by }: Version, now: string): Redline {
  const accepted = (one: string): Draft => parseDraft(resolveText(one, 'accept', { comments: 'drop' }));
  return redline(accepted(text), accepted(now), by ?? { author: 'Author' });
}

export function redline(old: Draft, now: Draft, by: By): Redline {
  return new Redliner(old, now, by).run();
}

/** A part of the draft with the changes. */
interface Part {
  /** Its offset in the text of its splice. */
  readonly at: number;
  readonly before?: number;
  readonly now?: number;
  readonly change?: BlockChange | undefined;
}

class Redliner {
  readonly #oldLeaves: readonly (readonly Leaf[])[];
  readonly #newLeaves: readonly (readonly Leaf[])[];
  readonly #inside: RedlineInside;
  readonly #parts = new Map<Splice, Part>();

  constructor(
    private readonly old: Draft,
    private readonly now: Draft,
    private readonly by: By,
  ) {
    this.#oldLeaves = byBlock(old);
    this.#newLeaves = byBlock(now);
    this.#inside = new RedlineInside(old, now, by);
  }

  run(): Redline {
    const pairs = this.#blocks();
    const notes = this.#notesElsewhere(pairs);
    const moved = new Set(notes.values());
    eachPaired(pairs, this.now.blocks.length, {
      stayed: (at, pair) => this.#changeBlock(at, pair),
      gone: (at) => {
        if (notes.has(at)) this.#changeBlock(at, notes.get(at)!);
        else this.#deleteBlock(at);
      },
      added: (at, last) => {
        if (!moved.has(at)) this.#addBlock(at, last);
      },
    });
    this.#frontMatter();
    return this.#result();
  }

  #result(): Redline {
    const found: Part[] = [];
    const text = spliced(this.old.text, this.#inside.blocks.splices, (splice, start) => {
      const part = this.#parts.get(splice);
      if (part) found.push({ ...part, at: start + part.at });
    });
    const draft = parseDraft(text);
    const blocks = new Map<number, BlockChange>();
    const places = { before: new Map<number, number>(), now: new Map<number, number>() };
    for (const { at, before, now, change } of found) {
      const index = Math.max(0, firstWhere(draft.blocks, ({ start }) => start > at) - 1);
      if (before !== undefined) places.before.set(before, index);
      if (now !== undefined) places.now.set(now, index);
      if (change !== undefined) blocks.set(index, change);
    }
    const [before, now, by] = [this.old, this.now, this.by];
    return { draft, since: { before, now, by, blocks, places } };
  }

  /** Pairs the blocks of both versions: equal, or similar and of the same type. */
  #blocks(): Int32Array {
    const [a, b] = [this.old.blocks, this.now.blocks];
    const titles = [a, b].map((blocks) => blocks.findIndex(({ block: { node } }) => isTop(node)));
    const texts = (blocks: typeof a): string[] => blocks.map(({ block }) => block.text);
    return alignAlike(texts(a), texts(b), (i, j) => {
      const [one, two] = [a[i]!.block, b[j]!.block];
      if (!isOneKind(one.node, two.node)) return 0;
      if (one.node.type === 'footnoteDefinition' || one.node.type === 'definition') return 1;
      // Titles are paired, whatever they say.
      return i === titles[0] && j === titles[1] ? 1 : likeness(one.text, two.text);
    });
  }

  /** Pairs footnotes that have moved: their place means nothing, and labels are unique. */
  #notesElsewhere(pairs: Int32Array): ReadonlyMap<number, number> {
    const taken = new Set(pairs);
    const label = (node: Nodes): string | undefined =>
      node.type === 'footnoteDefinition' || node.type === 'definition'
        ? `${node.type} ${node.identifier}`
        : undefined;
    const added = new Map<string, number>();
    for (const [at, { block }] of this.now.blocks.entries()) {
      const own = label(block.node);
      if (own !== undefined && !taken.has(at)) added.set(own, at);
    }
    const found = new Map<number, number>();
    for (const [at, { block }] of this.old.blocks.entries()) {
      const own = pairs[at] === -1 ? label(block.node) : undefined;
      const to = own === undefined ? undefined : added.get(own);
      if (to !== undefined && added.delete(own!)) found.set(at, to);
    }
    return found;
  }

  #frontMatter(): void {
    const own = this.old.frontMatter.span;
    const theirs = this.now.frontMatter.span;
    const text = theirs === undefined ? '' : this.now.text.slice(theirs.start, theirs.end);
    const { splices } = this.#inside.blocks;
    if (own !== undefined) splices.push({ ...own, text, order: -BESIDE * 2 });
    else if (theirs !== undefined)
      splices.push({ start: 0, end: 0, text: `${text}\n\n`, order: -BESIDE * 2 });
  }

  #put(splice: Splice, part: Part): void {
    this.#inside.blocks.splices.push(splice);
    this.#parts.set(splice, part);
  }

  /** Records where a block of the old version stands that is still there. */
  #stays(at: number, part: Omit<Part, 'at'>): void {
    const { start } = this.old.blocks[at]!;
    this.#put({ start, end: start, text: '', order: -BESIDE / 2 }, { ...part, at: 0, before: at });
  }

  #replace(at: number, text: string, part: Part): void {
    const { block, start } = this.old.blocks[at]!;
    this.#put({ start, end: start + block.text.length, text, order: 0 }, { ...part, before: at });
  }

  #deleteBlock(at: number): void {
    const { block } = this.old.blocks[at]!;
    const marked = this.#marked(this.old, at, this.#oldLeaves[at]!, deleted);
    if (marked !== undefined) this.#replace(at, marked, { at: 0 });
    else if (isWhole(block.node)) {
      const text = this.#apart(block.text, block.node);
      this.#replace(at, text, { at: text.indexOf(block.text), change: 'del' });
    } else if (block.node.type === 'html') this.#replace(at, '', { at: 0 });
    else this.#stays(at, {});
  }

  #addBlock(at: number, last: number): void {
    const { text, node } = this.now.blocks[at]!.block;
    const marked = this.#marked(this.now, at, this.#newLeaves[at]!, inserted);
    const change = marked === undefined && isWhole(node) ? 'ins' : undefined;
    const content = marked ?? (change === undefined ? text : this.#apart(text, node));
    const gap = last === -1 ? { before: { block: 0 } } : { after: { block: last } };
    const splice = this.#inside.blocks.block(gap, content);
    this.#parts.set(splice, { at: splice.text.indexOf(marked ?? text), now: at, change });
  }

  /** Separates a block from a neighbour of the same type, with which it would be read as one. */
  #apart(text: string, { type }: Nodes): string {
    if (type !== 'list' && type !== 'code') return text;
    const eol = lineEndOf(this.old);
    return `<!-- -->${eol}${eol}${text}${eol}${eol}<!-- -->`;
  }

  /** A block with all its text marked; undefined where it would no longer be read as the same block. */
  #marked(draft: Draft, at: number, leaves: readonly Leaf[], mark: typeof inserted): string | undefined {
    const { block, start } = draft.blocks[at]!;
    const splices: Splice[] = [];
    if (labelsIn(leaves) !== '') return undefined;
    for (const leaf of leaves) {
      if (!leaf.takesMarks) return undefined;
      this.#inside.wrap(leaf, draft, mark, splices);
    }
    if (splices.length === 0) return undefined;
    const moved = splices.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    const text = spliced(block.text, moved);
    const [read, ...more] = parseDraft(text).blocks;
    const type = read && (read.block.review ?? read.block).node.type;
    if (more.length > 0 || type !== block.node.type) return undefined;
    // What has no text, such as a row of empty cells, cannot be marked.
    const left = resolveText(text, mark === inserted ? 'reject' : 'accept', { comments: 'drop' });
    return left.trim() === '' ? text : undefined;
  }

  #changeBlock(at: number, pair: number): void {
    const [one, two] = [this.old.blocks[at]!.block, this.now.blocks[pair]!.block];
    const [old, now] = [this.#oldLeaves[at]!, this.#newLeaves[pair]!];
    const takeMarks =
      [...old, ...now].every(({ takesMarks }) => takesMarks) && labelsIn(old) === labelsIn(now);
    if (one.text === two.text) this.#stays(at, { now: pair });
    else if (one.node.type === 'code' && two.node.type === 'code') {
      const was = one.node.value === two.node.value ? undefined : { was: one.node.value };
      this.#replace(at, two.text, { at: 0, now: pair, change: was });
    } else if (one.node.type === 'table') {
      if (this.#inside.rows(old, now)) this.#stays(at, { now: pair });
      else this.#exchange(at, pair);
    } else if (takeMarks && old.length > 0 && now.length > 0) {
      this.#stays(at, { now: pair });
      this.#inside.leaves(old, now);
    } else if (isWhole(one.node) && one.node.type !== 'thematicBreak') this.#exchange(at, pair);
    else this.#replace(at, two.text, { at: 0, now: pair });
  }

  /** Deletes a block and inserts another in its place. */
  #exchange(at: number, pair: number): void {
    this.#deleteBlock(at);
    this.#addBlock(pair, at);
  }
}

function byBlock(draft: Draft): readonly (readonly Leaf[])[] {
  const found = new Map<number, Leaf[]>();
  for (const leaf of leavesOf(draft)) addTo(found, leaf.block, leaf);
  return draft.blocks.map((_, at) => found.get(at) ?? []);
}

function isTop(node: Nodes): boolean {
  return node.type === 'heading' && node.depth === 1;
}

function isOneKind(a: Nodes, b: Nodes): boolean {
  if (a.type !== b.type) return false;
  if (a.type === 'heading') return a.depth === (b as typeof a).depth;
  if (a.type === 'footnoteDefinition' || a.type === 'definition')
    return a.identifier === (b as typeof a).identifier;
  if (a.type === 'list') return a.ordered === (b as typeof a).ordered;
  return true;
}

/** What makes alerts of quotations in a block. Nothing in it can be marked. */
function labelsIn(leaves: readonly Leaf[]): string {
  return leaves.map(({ label = '' }) => label.trim()).join('');
}

/** Whether a block is shown where it is written. */
function isWhole(node: Nodes): boolean {
  if (node.type === 'html') return showsAnything(node.value);
  return node.type !== 'definition' && node.type !== 'footnoteDefinition';
}
