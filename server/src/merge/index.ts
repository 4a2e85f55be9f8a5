/**
 * Three-way merge: brings the review of an exported document back into its draft, given the draft as it was exported,
 * the reviewed document, and the draft as it is now.
 */
import { parseDraft } from '../draft';
import type { Loss, PictureFile } from '../import';
import { reviewMarks } from '../reviews';
import { addAll } from '../util/lists';
import { definitionOf } from '../word/definitions';
import { Additions, loseDrawn } from './additions';
import { Comments } from './comments';
import { same as isSame } from './edits';
import { before, groupsOf } from './groups';
import { htmlOf } from './html';
import { withJoined } from './joins';
import type { KnownInsertion } from './known-insertions';
import { editsOf } from './leaf-edits';
import type { Leaf } from './leaves';
import { match, type Placed, printOf } from './match';
import { placeCells } from './match-cells';
import { type GeneratedTextChange, type MergeOptions, Merging, type Review } from './merging';
import { outOfEmphasis } from './out-of-emphasis';
import { written } from './result';
import type { Edit, Group, Item, Part } from './types';
import { withLinesAsExported } from './widen';

interface Merged {
  /** The draft with the review as CriticMarkup. */
  readonly text: string;
  /** The number of changes in the review: those marked in the draft, or else those accepted. */
  readonly changes: number;
  /** The number of threads that are new or have something new. */
  readonly comments: number;
  /** Changes of text that the export generates. */
  readonly generatedTextChanges: readonly GeneratedTextChange[];
  /** Files for the folder of pictures. */
  readonly pictures: readonly PictureFile[];
  /** What Markdown cannot hold. */
  readonly losses: readonly Loss[];
}

/** Merges a review into the draft as it is now. What the review did not touch stays byte for byte. */
export function mergeReview(review: Review, options: MergeOptions): Merged {
  const merging = new Merging(review, options);
  const { document, embedded } = review;
  const groups = withJoined(groupsOf(document.blocks, embedded.hash, merging.base.flatMap(knownIn)));
  const {
    placed: matched,
    gone,
    lost,
    breaks,
  } = match(merging.base, htmlOf(review.base), embedded.paragraphs, groups);
  const { placed, merged } = placeCells(matched, merging.base, gone);
  if (merging.hasChanges) for (let left = merged; left > 0; left--) merging.imports.lose('merged in Word');
  const comments = new Comments(merging);
  const additions = new Additions(merging, comments, placed);
  /** Labels of the footnotes that were read: the text may refer to one more than once. */
  const notes = new Set<string>();
  const add = (at: number, found: readonly Edit[]): void => {
    const edits = outOfEmphasis(merging.base[at]!, found);
    merging.add(at, review.isCompared ? edits.filter(({ kind }) => kind !== 'settle') : edits);
  };
  const read = (at: number, parts: readonly Part[], same: boolean): void => {
    const found = editsOf(withLinesAsExported(merging.base[at]!, breaks.get(at) ?? 0), parts, same);
    add(at, found.edits);
    comments.read(at, found);
    for (const [part, address] of found.pictures) merging.ownPictures.set(part, address);
    for (const { parts: own, by, paragraph } of found.added) additions.paragraph(at, own, by, paragraph);
    for (const [label, key] of found.notes) {
      if (notes.has(label)) continue;
      notes.add(label);
      for (const [leaf, group] of paragraphsOfNote(merging, label, key))
        read(leaf, group.parts, embedded.notes.has(printOf(before(group.parts))));
    }
  };
  for (const [leaf, { parts, same }] of byLeaf(placed, merging.base)) read(leaf, parts, same);
  // A leaf that is gone was deleted without tracking, or its deletion was accepted.
  for (const at of gone) add(at, editsOf(merging.base[at]!, [], false).edits);
  additions.run();
  additions.lost(lost);
  comments.finish();
  loseDrawn(groups, merging);
  const text = written(merging);
  const { changes, comments: threads, generatedTextChanges, imports } = merging;
  const { pictures, losses } = imports;
  return {
    text,
    ...(options.changes === 'show' ? markedCounts(merging, text) : { changes, comments: threads }),
    generatedTextChanges,
    pictures: pictures.files,
    losses: losses.list(),
  };
}

/** The counts of the marks that the draft lacked, as everything else counts them. */
function markedCounts({ review, unmarked }: Merging, text: string): Pick<Merged, 'changes' | 'comments'> {
  const [old, now] = [reviewMarks(review.ours), reviewMarks(parseDraft(text))];
  const lacking = (key: 'changes' | 'threads'): number => {
    const left = new Map<string, number>();
    for (const { span } of old[key]) {
      const mark = review.ours.text.slice(span.start, span.end);
      left.set(mark, (left.get(mark) ?? 0) + 1);
    }
    let count = 0;
    for (const { span } of now[key]) {
      const mark = text.slice(span.start, span.end);
      const known = left.get(mark) ?? 0;
      if (known === 0) count++;
      else left.set(mark, known - 1);
    }
    return count;
  };
  return { changes: lacking('changes') + unmarked, comments: lacking('threads') };
}

/**
 * The insertions that the draft already had when it was exported. Where others have inserted text within one, that is
 * theirs. Those beside each other that are of one person and time are one in Word, and so are given as one, too.
 */
function knownIn({ block, changes, text }: Leaf): KnownInsertion[] {
  const insertions = changes.filter(({ kind }) => kind === 'insertion');
  const known = insertions.map((own, index) => {
    let [words, at] = ['', own.text.start];
    // Insertions within it follow it in the list.
    for (let next = index + 1; (insertions[next]?.content.end ?? Infinity) <= own.content.end; next++) {
      const inner = insertions[next]!.text;
      words += text.slice(at, Math.max(at, inner.start));
      at = Math.max(at, inner.end);
    }
    return { ...own.by, block, text: words + text.slice(at, own.text.end) };
  });
  let words = '';
  const joined = insertions.flatMap(({ by, text: { start } }, index) => {
    const before = insertions[index - 1];
    const isBeside = before !== undefined && before.text.end === start && isSame(before.by, by);
    words = (isBeside ? words : '') + known[index]!.text;
    return isBeside ? { ...by, block, text: words } : [];
  });
  return [...known, ...joined];
}

/** The paragraphs of each leaf, joined. */
function byLeaf(
  placed: readonly Placed[],
  leaves: readonly Leaf[],
): ReadonlyMap<number, { readonly parts: readonly Part[]; readonly same: boolean }> {
  const found = new Map<number, { readonly parts: Part[]; same: boolean }>();
  /** Comments on the label of an alert, which are on its text in the draft. */
  let onLabel: Part[] = [];
  for (const { group, leaf, same, isLabel } of placed) {
    if (isLabel) onLabel = group.parts.filter(({ type }) => type === 'comment');
    if (leaf === undefined) continue;
    const known = found.get(leaf);
    if (known === undefined) {
      found.set(leaf, { parts: [...onLabel, ...group.parts], same });
      onLabel = [];
    } else {
      addAll(known.parts, betweenParagraphs(leaves[leaf]!, group.parts));
      addAll(known.parts, group.parts);
      known.same &&= same;
    }
  }
  return found;
}

/** What stands in the draft between two paragraphs that are one of it: a line end, and before what a term means a colon. */
function betweenParagraphs({ node }: Leaf, next: readonly Part[]): readonly Part[] {
  if (node.type !== 'paragraph') return [];
  if (definitionOf(node) === undefined)
    return [{ type: 'item', text: '\n', content: { type: 'break' }, known: false }];
  const first = next.find((part): part is Item => part.type === 'item' && part.content.type === 'text');
  if (first?.content.type !== 'text') return [];
  const { inserted: _, deleted: __, formerly: ___, ...content } = first.content;
  return [{ type: 'item', text: MEANS, content: { ...content, text: MEANS }, known: false }];
}

/** The colon before what a term means, with the line end above it, as a leaf has them. */
const MEANS = ' : ';

/** The leaves of a footnote of the draft, each with its paragraph in the document. */
function paragraphsOfNote({ base, review }: Merging, label: string, key: string): [number, Group][] {
  const own = base.flatMap((leaf, at) => (leaf.note === label ? [at] : []));
  const known = own.flatMap((at) => knownIn(base[at]!));
  const groups = withJoined(groupsOf(review.document.notes.get(key) ?? [], '', known));
  const there = groups.filter(
    (group): group is Group => !('by' in group) && before(group.parts).trim() !== '',
  );
  return own.slice(0, there.length).map((leaf, at) => [leaf, there[at]!]);
}
