import { commentMark, inserted } from '../criticmarkup/serialize';
import type { By, Comment, Thread } from '../criticmarkup/types';
import type { Picture, WordDocument } from '../docx/model';
import type { Draft, Span } from '../draft';
import { headingAnchors } from '../import/anchors';
import { ImportContext } from '../import/context';
import { imageOf } from '../import/pictures';
import { shortened } from '../text/shorten';
import { addTo } from '../util/lists';
import { NAME } from '../util/version';
import type { EmbeddedDraft } from '../word/embedded-draft/read';
import { checkSum } from '../word/package/origin';
import { hasInserted, isSettled } from './already-there';
import type { DetailChange } from './details';
import { acceptedContent, same, textOf } from './edits';
import { acceptedFragments, type FragmentContext, markdownOf, PLAIN } from './fragments';
import { type Leaf, leavesOf } from './leaves';
import { isSameComment } from './marks';
import { type AddNote, LAST, NewNotes } from './new-notes';
import { type Gap, NewBlocks } from './paragraphs';
import { kindOf, rebased, samePlaces } from './rebase';
import type { Edit, Fragment, Part } from './types';
import type { Writing } from './write';

export interface Review {
  /** The draft as it was when the document was exported. */
  readonly base: Draft;
  /** The draft as it is now. */
  readonly ours: Draft;
  readonly document: Pick<WordDocument, 'blocks' | 'notes' | 'comments' | 'part'>;
  readonly embedded: Pick<EmbeddedDraft, 'hash' | 'paragraphs' | 'notes'>;
  /** Whether the document embeds no draft. The draft's open changes stay open: the document may not have shown them. */
  readonly isCompared?: boolean;
}

export interface MergeOptions {
  /** Whether to add changes as marks, to accept them, or to leave them out. */
  readonly changes: 'show' | 'accept' | 'reject';
  readonly comments: boolean;
  /** Address of the folder for pictures, relative to the draft: `report-images`. */
  readonly pictures: string;
}

/** A change of text that the export generates: a sentence on it, and the front matter changes behind it. */
export interface GeneratedTextChange {
  readonly text: string;
  readonly details: readonly DetailChange[];
}

/** Collects the edits of a merge, until they are written into the draft. */
export class Merging {
  readonly base: readonly Leaf[];
  readonly threads: ReadonlyMap<string, Thread>;
  readonly edits = new Map<Leaf, Edit[]>();
  readonly blocks: NewBlocks;
  /** Spans to remove, because changes in them were accepted or rejected in Word. */
  removed: readonly Span[] = [];
  /** State that a merge shares with imports: pictures, links and losses. */
  readonly imports: ImportContext;
  /** Addresses of pictures that the draft already shows, by their parts in the document. */
  readonly ownPictures = new Map<string, string>();
  /** Changes of text that the export generates. */
  readonly generatedTextChanges: GeneratedTextChange[] = [];
  changes = 0;
  comments = 0;
  /** How many of the changes no mark in the draft tells of. */
  unmarked = 0;
  readonly #ours: readonly Leaf[];
  /** By leaf of the base: the position of the leaf in the draft now, or -1. */
  readonly #now: Int32Array;
  /** The positions of the draft's leaves that are in `#now`, once they are asked for. */
  #paired: ReadonlySet<number> | undefined;
  /** Leaves that `settled` has found. */
  readonly #settled = new Set<Leaf>();
  readonly #newNotes: NewNotes;

  constructor(
    readonly review: Review,
    readonly options: MergeOptions,
  ) {
    // Pictures are named after their content, so that merging a review again gives them the same names.
    const nameOf = (bytes: Uint8Array): string => `picture-${checkSum(bytes)}`;
    const { document } = review;
    const anchors = headingAnchors(document.blocks);
    this.imports = new ImportContext(document, anchors, options.pictures, 0, nameOf);
    this.blocks = new NewBlocks(review.ours);
    this.base = leavesOf(review.base);
    this.#ours = review.base === review.ours ? this.base : leavesOf(review.ours);
    this.#now = samePlaces(this.base, this.#ours);
    const added: AddNote = (parts, by) => this.added(parts, by, false);
    this.#newNotes = new NewNotes(review, this.#ours, this.blocks.splices, added);
    const own = this.base.flatMap((leaf) => leaf.threads.flatMap(({ comments }) => comments));
    // Comments that the export wrote itself are ignored, unless the draft has them.
    const isKept = (comment: Comment): boolean =>
      comment.author !== NAME || own.some((one) => isSameComment(one, comment));
    this.threads = new Map([...review.document.comments].map(([id, thread]) => [id, thread.filter(isKept)]));
  }

  get hasChanges(): boolean {
    return this.options.changes !== 'reject';
  }

  /** The current leaf for the leaf of the base at a position; undefined if the draft no longer has it. */
  now(at: number): Leaf | undefined {
    return this.#ours[this.#now[at] ?? -1];
  }

  /** Whether one of some leaves already has an inserted paragraph, because the same review was merged before. */
  hasAdded(content: readonly Fragment[], by: By, leaves: readonly Leaf[] = this.#ours): boolean {
    if (this.review.base === this.review.ours) return false;
    return leaves.some((leaf) => hasInserted(leaf, content, by, this.#addressOf));
  }

  readonly #addressOf = (picture: Picture): string | undefined =>
    this.ownPictures.get(picture.part ?? '') ?? this.imports.pictures.address(picture);

  /** The text of parts with all changes accepted. */
  content(parts: readonly Part[]): Fragment[] {
    return acceptedFragments(parts).map(this.#readable);
  }

  /** Replaces a picture that cannot be read with its description. */
  readonly #readable = (one: Fragment): Fragment =>
    'item' in one && one.item.content.type === 'picture' && this.#addressOf(one.item.content) === undefined
      ? { text: one.item.content.alt }
      : one;

  leafOf(node: unknown): Leaf | undefined {
    return this.#ours.find((leaf) => leaf.node === node);
  }

  /** The leaves of the draft around a place in the base, given by positions of leaves. */
  gap(last: number | undefined, next?: number): Gap {
    const find = (at: number, step: number): Leaf | undefined => {
      for (let place = at; place >= 0 && place < this.base.length; place += step) {
        const leaf = this.now(place);
        if (leaf !== undefined && leaf.note === undefined) return leaf;
      }
      return undefined;
    };
    return { after: find(last ?? -1, -1), before: find(next ?? (last ?? -1) + 1, 1) };
  }

  /** Adds the edits of the leaf of the base at a position, if the options ask for them. */
  add(at: number, edits: readonly Edit[]): void {
    const wanted = edits
      .filter((edit) =>
        edit.kind === 'comment' || edit.kind === 'thread' ? this.options.comments : this.hasChanges,
      )
      .map((edit) =>
        edit.kind === 'insert' ? { ...edit, content: edit.content.map(this.#readable) } : edit,
      );
    if (wanted.length === 0) return;
    this.changes += wanted.filter((edit) => 'by' in edit).length - replacements(wanted);
    const now = this.now(at);
    if (now === undefined) this.#lost(at, wanted);
    else {
      const source = this.review.ours.text;
      for (const edit of rebased(wanted, this.base[at]!, now, this.#addressOf, source)) this.push(now, edit);
    }
  }

  /** Adds an edit of a leaf of the draft. */
  push(leaf: Leaf, edit: Edit): void {
    addTo(this.edits, leaf, edit);
  }

  /** Adds a comment at the beginning or the end of a leaf of the draft, unless the leaf already has it. */
  point(leaf: Leaf, isBefore: boolean, thread: Thread): void {
    if (thread.length === 0) return;
    if (has(leaf, thread)) return;
    const at = isBefore ? 0 : leaf.text.length;
    const seq = LAST + this.blocks.next();
    this.push(leaf, { kind: 'comment', from: at, to: at, thread, seq, endSeq: seq });
  }

  /** Whether the draft already has a comment. */
  hasComment(thread: Thread): boolean {
    return this.#ours.some((leaf) => has(leaf, thread));
  }

  /** Adds the edits of a leaf that the draft no longer has. */
  #lost(at: number, edits: readonly Edit[]): void {
    const base = this.base[at]!;
    const gap = this.gap(at);
    const changed = edits.filter((edit) => 'by' in edit);
    const [first] = changed;
    const now = acceptedContent(base, edits, this.review.base.text);
    if (first !== undefined && textOf(now).trim() !== '') {
      const content = markdownOf(now, this.fragmentContext(false));
      const text = 'This was deleted in the draft after it was sent for review, and changed in the review.';
      const remark = commentMark({ author: NAME, text });
      this.blocks.block(gap, inserted(content, first.by) + remark);
    } else if (first !== undefined) this.#remarkReplaced(base, first.by, gap);
    const leaf = gap.after ?? gap.before;
    for (const edit of edits) {
      if (edit.kind !== 'comment' || leaf === undefined) continue;
      const text = `This was on “${shortened(base.text.trim(), 200)}”, which was deleted in the draft since.`;
      this.point(leaf, gap.after === undefined, [...edit.thread, { author: NAME, text }]);
    }
  }

  /** The leaves in a gap that came into the draft since it was sent. */
  #newIn({ after, before }: Gap): readonly Leaf[] {
    const from = after === undefined ? 0 : this.#ours.indexOf(after) + 1;
    const to = before === undefined ? this.#ours.length : this.#ours.indexOf(before);
    this.#paired ??= new Set(this.#now);
    return this.#ours.slice(from, to).filter((_, at) => !this.#paired!.has(from + at));
  }

  /**
   * Finds what a document adds among what came into the draft since it was sent and is not marked any more: somebody
   * accepted it from the same review, or wrote the same.
   *
   * @param added what stands in each of some consecutive leaves
   * @returns these leaves, each of which is found only once; undefined where the draft has it not
   */
  settled(gap: Gap, added: readonly (readonly Part[])[]): readonly Leaf[] | undefined {
    if (this.review.base === this.review.ours) return undefined;
    const contents = added.map((parts) => this.content(parts));
    if (contents.every((content) => textOf(content).trim() === '')) return undefined;
    const there = this.#newIn(gap);
    for (let at = 0; at + contents.length <= there.length; at++) {
      const leaves = there.slice(at, at + contents.length);
      const has = (leaf: Leaf, index: number): boolean =>
        !this.#settled.has(leaf) && isSettled(leaf, contents[index]!, this.#addressOf);
      if (!leaves.every(has)) continue;
      for (const leaf of leaves) this.#settled.add(leaf);
      return leaves;
    }
    return undefined;
  }

  /** Adds a remark to a new leaf of the draft that replaces one deleted in the review: the author must decide. */
  #remarkReplaced(base: Leaf, { author }: By, gap: Gap): void {
    const there = this.#newIn(gap).find((leaf) => leaf.takesMarks && kindOf(leaf) === kindOf(base));
    if (there === undefined) return;
    const quoted = `“${shortened(base.text.trim(), 200)}”`;
    const text = `This stands in the place of ${quoted}, which was deleted in the review${author === '' ? '' : ` by ${author}`}.`;
    this.point(there, false, [{ author: NAME, text }]);
  }

  fragmentContext(inTable: boolean): FragmentContext {
    return { look: PLAIN, inTable, ...this.writing };
  }

  get writing(): Writing {
    return {
      draft: this.review.ours,
      threads: this.options.comments ? this.threads : NO_THREADS,
      removed: this.removed,
      note: (key) => this.#newNotes.reference(key),
      target: (link) => this.imports.target(link),
      picture: (picture) => imageOf(picture, this.#addressOf(picture)),
    };
  }

  /** The text of new parts, marked as inserted; empty if they have none, or the draft already has it. */
  added(parts: readonly Part[], by: By, inTable: boolean): string {
    const content = this.content(parts);
    if (textOf(content).trim() === '' || this.hasAdded(content, by)) return '';
    return inserted(markdownOf(content, this.fragmentContext(inTable)).trim(), by);
  }
}

/** Whether a leaf has a comment. */
function has({ threads }: Leaf, thread: Thread): boolean {
  // Our explanations count too, because the leaf may have the same comment without them.
  const required = thread.filter((one, at) => at === 0 || one.author === NAME);
  return threads.some(({ comments }) =>
    required.every((one) => comments.some((own) => isSameComment(own, one))),
  );
}

const NO_THREADS: ReadonlyMap<string, Thread> = new Map();

/** Counts the pairs of a deletion and an insertion that are one change. Word and LibreOffice order them differently. */
function replacements(edits: readonly Edit[]): number {
  let count = 0;
  let taken = -1;
  for (const [index, edit] of edits.entries()) {
    const by = [index + 1, index - 1].find((at) => at > taken && replaces(edits[at], edit));
    if (by === undefined) continue;
    taken = by;
    count++;
  }
  return count;
}

/** Whether an edit inserts text in place of a deletion by the same person. */
function replaces(edit: Edit | undefined, deletion: Edit): boolean {
  return (
    edit?.kind === 'insert' &&
    deletion.kind === 'delete' &&
    (edit.at === deletion.from || edit.at === deletion.to) &&
    same(edit.by, deletion.by)
  );
}
