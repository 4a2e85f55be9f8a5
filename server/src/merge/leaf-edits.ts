import { alignText } from '../align';
import type { By } from '../criticmarkup/types';
import { UNTRACKED } from '../criticmarkup/untracked';
import type { Paragraph, Text } from '../docx/model';
import type { Span } from '../draft/types';
import { typedQuotes } from '../text/printed-quotes';
import { withoutUnseen } from '../text/unseen';
import { addAll } from '../util/lists';
import { getOrInsert } from '../util/memoize';
import { same } from './edits';
import { isNew } from './groups';
import { type Leaf, NOTE, PICTURE } from './leaves';
import { type SeenLook, untrackedLooks } from './looks';
import type { Change } from './marks';
import { printOf } from './match';
import { taskOf, withoutBox } from './task-boxes';
import type { Edit, Fragment, Item, Part } from './types';
import { pairLineEnds, skipBlanks, widen, withLinesAsShown } from './widen';

/** Where a comment begins or ends. */
export interface CommentEdge {
  readonly at: number;
  readonly seq: number;
}

export type LeafEdits = Pick<Walker, 'edits' | 'starts' | 'ends' | 'notes' | 'pictures'> & {
  /** Text that the reviewer moved or added into new paragraphs after this one. */
  readonly added: readonly Divided[];
};

/** Text after an inserted paragraph mark. */
interface Divided {
  readonly parts: readonly Part[];
  readonly by: By;
  readonly paragraph: Paragraph;
}

/**
 * The reviewer's edits to a leaf, from the paragraphs that show it in the document.
 *
 * @param same whether they are unchanged since the export but for tracked changes: other differences are the export's
 */
export function editsOf(leaf: Leaf, shown: readonly Part[], same: boolean): LeafEdits {
  const parts = taskOf(leaf) === undefined ? shown : withoutBox(shown);
  const divided = behindSplits(parts);
  const isOld = (part: Part): boolean => part.type === 'item' && !isNew(part);
  const walker = new Walker(leaf, parts, divided.find((one) => one.parts.some(isOld))?.by, same);
  walker.run();
  const { edits, starts, ends, notes, pictures } = walker;
  const isSaid = (part: Part): boolean =>
    part.type === 'item' && part.deleted === undefined && part.text.trim() !== '';
  return { edits, starts, ends, notes, pictures, added: divided.filter((one) => one.parts.some(isSaid)) };
}

/** The parts after the first inserted paragraph mark, which become separate paragraphs. */
function behindSplits(parts: readonly Part[]): readonly Divided[] {
  const found: (Divided & { readonly parts: Part[] })[] = [];
  for (const part of parts) {
    if (part.type === 'split') found.push({ parts: [], by: part.by, paragraph: part.paragraph });
    else found.at(-1)?.parts.push(part);
  }
  return found;
}

class Walker {
  readonly edits: Edit[] = [];
  /** Comments whose range begins or ends here, by id. */
  readonly starts = new Map<string, CommentEdge>();
  readonly ends = new Map<string, CommentEdge>();
  /** The leaf's notes: label in the draft to key in the document. */
  readonly notes = new Map<string, string>();
  /** The draft's own pictures: part in the document to address in the draft. */
  readonly pictures = new Map<string, string>();
  /** Offset in the leaf's text up to which it has been compared. */
  #at = 0;
  #seq = 0;
  /** How many notes from there on have been met as numbers, since they are cited again. */
  #numbers = 0;
  /** For each change already open in the draft: how many of its characters the document shows marked, plain, or not. */
  readonly #kept = new Map<Change, { marked: number; plain: number; missing: number }>();

  readonly #seen: SeenLook[] = [];
  /** Whether the document shows each note of the draft as a note. */
  readonly #hasNotes: boolean;

  /** @param divided who divided the paragraph, if old text follows the division */
  constructor(
    private readonly leaf: Leaf,
    private readonly parts: readonly Part[],
    private readonly divided: By | undefined,
    private readonly same: boolean,
  ) {
    const shown = parts.map((part) => (part.type === 'item' && !isNew(part) ? part.text : '')).join('');
    // Notes on notes are given in brackets; where the first reference is gone, Word has a number for the others.
    this.#hasNotes = leaf.note === undefined && (!same || printOf(shown) === printOf(leaf.text));
  }

  run(): void {
    const { text } = this.leaf;
    const own = this.parts.filter((part): part is Item => part.type === 'item' && !isNew(part));
    const shown = own.map((item) => item.text).join('');
    const cuts = this.leaf.changes.flatMap((change) => [change.text.start, change.text.end]);
    // The export turned straight quotation marks into typographic ones.
    const map = alignText(
      typedQuotes(shown),
      typedQuotes(withLinesAsShown(shown, this.leaf)),
      cuts.sort((a, b) => a - b),
    );
    pairLineEnds(shown, this.leaf, map);
    if (!this.same) widen(shown, text, map);
    skipBlanks(shown, text, map);
    let offset = 0;
    let isBehind = false;
    let divided: { at: number; seq: number } | undefined;
    for (const part of this.parts) {
      this.#seq++;
      if (part.type === 'split') {
        if (this.divided !== undefined) divided ??= { at: this.#at, seq: this.#seq };
        isBehind = true;
      } else if (part.type === 'comment') {
        const edges = part.at === 'start' ? this.starts : this.ends;
        if (part.at !== 'reference' || !this.ends.has(part.id))
          edges.set(part.id, { at: this.#at, seq: this.#seq });
      } else if (isNew(part)) {
        if (!isBehind && part.deleted === undefined) this.#insert({ item: part }, part.inserted!);
      } else {
        this.#known(part, map, offset, isBehind);
        offset += part.text.length;
      }
    }
    this.#missing(text.length);
    if (divided !== undefined && divided.at < text.length)
      this.#delete(divided.at, text.length, this.divided!, divided.seq);
    addAll(this.edits, untrackedLooks(this.leaf, this.#seen, ++this.#seq));
    this.#settle();
  }

  #insert(fragment: Fragment, by: By): void {
    const last = this.edits.at(-1);
    if (last?.kind === 'insert' && last.at === this.#at && same(last.by, by)) {
      (last.content as Fragment[]).push(fragment);
      return;
    }
    this.edits.push({ kind: 'insert', at: this.#at, content: [fragment], by, seq: this.#seq });
  }

  #delete(from: number, to: number, by: By, seq = ++this.#seq): void {
    this.edits.push({ kind: 'delete', from, to, by, seq, endSeq: ++this.#seq });
  }

  /** Handles text from the draft, marked or not; `offset` is its start in all such text of the paragraph. */
  #known(item: Item, map: Int32Array, offset: number, isBehind: boolean): void {
    const all = offset + item.text.length;
    for (let from = offset; from < all; ) {
      let to = from + 1;
      const start = map[from]!;
      while (to < all && map[to] === (start < 0 ? start : start + to - from)) to++;
      if (start === -1) {
        let next = to;
        while (map[next]! < 0) next++;
        this.#strange(item, item.text.slice(from - offset, to - offset), map[next] ?? this.leaf.text.length);
      } else if (start >= 0) {
        this.#missing(start);
        this.#at = start + to - from;
        this.#review(item, start, this.#at, isBehind);
      }
      from = to;
    }
  }

  /** Handles text that the leaf does not have: written by the export, or typed without tracking over missing text. */
  #strange(item: Item, text: string, next: number): void {
    if (item.deleted !== undefined || item.known) return;
    if (item.content.type === 'text' && this.#isGenerated(text)) return;
    // Whether a paragraph is the same is seen by its words alone.
    const isSeen = item.content.type === 'note' || item.content.type === 'break';
    if (this.same && !isSeen && !this.leaf.text.slice(this.#at, next).includes('\n')) return;
    this.#missing(next);
    this.#insert({ item: { ...item, text } }, UNTRACKED);
  }

  /** Whether the export wrote a text in place of a missing picture, or as the number of a note that is cited again. */
  #isGenerated(text: string): boolean {
    const next = this.leaf.text[this.#at + this.#numbers];
    if (next !== NOTE || !/^[\divxlc]{1,5}$/i.test(text)) return next === PICTURE;
    this.#numbers++;
    return true;
  }

  /** Handles the leaf's text from the current offset to `to`, which the document does not show. */
  #missing(to: number): void {
    const from = this.#at;
    if (to <= from) return;
    this.#at = to;
    const { text, changes } = this.leaf;
    for (const change of changes) this.#count(change, 'missing', from, to);
    const numbers = this.#numbers;
    this.#numbers = 0;
    for (const [start, end] of outside(from, to, changes)) {
      // The export leaves out what nobody sees.
      const words = withoutUnseen(text.slice(start, end)).replaceAll(NOTE, '');
      if (!this.same && words.trim() !== '') this.#delete(start, end, UNTRACKED);
      else for (const at of this.#seenIn(start, end, numbers)) this.#delete(at, at + 1, UNTRACKED);
    }
  }

  /** Where a range that has no words has line breaks, and references to notes behind the first ones. */
  #seenIn(from: number, to: number, notes: number): number[] {
    const { text } = this.leaf;
    const all = Array.from({ length: to - from }, (_, at) => from + at);
    const found = this.#hasNotes ? all.filter((at) => text[at] === NOTE).slice(notes) : [];
    return [...found, ...all.filter((at) => text[at] === '\n')].sort((a, b) => a - b);
  }

  #review(item: Item, from: number, to: number, isBehind: boolean): void {
    const seq = this.#seq;
    const { content } = item;
    if (content.type === 'note' || content.type === 'picture') {
      const node = this.leaf.pieces.find((piece) => piece.start === from)?.node;
      if (content.type === 'note' && node?.type === 'footnoteReference')
        this.notes.set(node.identifier, content.note);
      if (content.type === 'picture' && content.part !== undefined && node?.type === 'image')
        this.pictures.set(content.part, node.url);
    }
    const own = this.leaf.changes.filter(({ text }) => text.start < to && text.end > from);
    for (const change of own) {
      const isMarked = change.kind === 'insertion' ? item.inserted !== undefined : item.deleted !== undefined;
      this.#count(change, isMarked ? 'marked' : 'plain', from, to);
    }
    if (isBehind) return;
    const by = item.deleted;
    if (by !== undefined) {
      // The draft already marks these as deleted.
      const gone = own.filter(({ kind }) => kind === 'deletion');
      for (const [start, end] of outside(from, to, gone)) {
        const last = this.edits.at(-1);
        if (last?.kind === 'delete' && last.to === start && same(last.by, by))
          [last.to, last.endSeq] = [end, ++this.#seq];
        else this.#delete(start, end, by, seq);
      }
      return;
    }
    // What is marked in the draft looks as its mark says.
    if (content.type === 'text' && own.length === 0) this.#looks(content, from, to);
  }

  /** Records how text looks now, where that was changed: with tracking, or not. */
  #looks(content: Text, from: number, to: number): void {
    const { format: now, formerly } = content;
    if (formerly === undefined) {
      this.#seen.push({ from, to, format: now });
      return;
    }
    const { format: was, by } = formerly;
    if (was.bold === now.bold && was.italic === now.italic && was.strike === now.strike) return;
    const seq = this.#seq;
    this.edits.push({ kind: 'format', from, to, format: now, by, seq, endSeq: ++this.#seq });
  }

  /** Counts the characters of a change in a range; white space only in changes that consist of nothing else. */
  #count(change: Change, what: 'marked' | 'plain' | 'missing', from: number, to: number): void {
    const shared = overlap(change, from, to);
    if (shared === undefined) return;
    const counts = getOrInsert(this.#kept, change, () => ({ marked: 0, plain: 0, missing: 0 }));
    const { text } = this.leaf;
    const isSpace = text.slice(change.text.start, change.text.end).trim() === '';
    counts[what] += isSpace
      ? shared.end - shared.start
      : text.slice(shared.start, shared.end).replace(/\s+/g, '').length;
  }

  /** Changes of which nothing is marked any more were accepted or rejected; partly marked ones stay open. */
  #settle(): void {
    for (const [change, { marked, plain, missing }] of this.#kept) {
      if (marked > 0 || plain > 0 === missing > 0) continue;
      const isInsertion = change.kind === 'insertion';
      this.edits.push({ kind: 'settle', change, accept: plain > 0 ? isInsertion : !isInsertion });
    }
  }
}

/** What a change has of a range; undefined for nothing. */
function overlap({ text }: Change, from: number, to: number): Span | undefined {
  const [start, end] = [Math.max(from, text.start), Math.min(to, text.end)];
  return start < end ? { start, end } : undefined;
}

/** The parts of a range that are in none of the changes. */
function outside(from: number, to: number, changes: readonly Change[]): [number, number][] {
  const out: [number, number][] = [];
  let at = from;
  for (const change of changes) {
    const shared = overlap(change, from, to);
    if (shared === undefined) continue;
    if (shared.start > at) out.push([at, shared.start]);
    at = Math.max(at, shared.end);
  }
  if (at < to) out.push([at, to]);
  return out;
}
