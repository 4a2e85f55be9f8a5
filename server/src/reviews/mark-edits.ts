import type { List, Nodes, TableCell } from 'mdast';
import { afterLineEnd, lineEnd, lineStart } from '../draft/lines';
import type { Change, Draft, Span } from '../draft/types';
import { spanOf } from '../mdast/tree';
import { cleanupEdits, firstFrom } from './cleanup-edits';
import { emptiedColumns } from './emptied-columns';
import { type MarkedChange, type MarkedThread, reviewMarks } from './marks';
import { orphanedNotes } from './orphaned-notes';

/** The changes and comments to resolve. */
export interface ReviewSelection {
  readonly changes?: readonly MarkedChange[];
  /** Comments to remove, together with the marks around what they are on. */
  readonly threads?: readonly MarkedThread[];
}

/**
 * The edits that accept or reject changes and remove comments, in order and without overlaps. A paragraph, heading,
 * item, row, column or footnote that becomes empty is removed with its lines, as is a footnote whose last reference goes.
 */
export function markEdits(draft: Draft, which: ReviewSelection, how: 'accept' | 'reject'): readonly Change[] {
  const cuts: Span[] = [];
  for (const { span, old, now } of which.changes ?? []) {
    const kept = how === 'accept' ? now : old;
    if (kept === undefined) cuts.push(span);
    else cuts.push({ start: span.start, end: kept.start }, { start: kept.end, end: span.end });
  }
  for (const { span, on, isMarked, comments } of which.threads ?? []) {
    if (isMarked) {
      const first = comments[0]!.span.start;
      if (on === undefined) cuts.push({ start: span.start, end: first });
      else cuts.push({ start: span.start, end: on.start }, { start: on.end, end: first });
    }
    for (const comment of comments) cuts.push(comment.span);
  }
  const own = merged([...cuts, ...wordlessAnchors(draft, merged(cuts), which)]);
  const all = merged([...own, ...orphanedNotes(draft, own)]);
  const more = emptied(draft, all);
  const cutAll = merged([...all, ...more.filter(({ text }) => text === '').map(({ span }) => span)]);
  return [...cutAll.map((span) => ({ span, text: '' })), ...more.filter(({ text }) => text !== '')].sort(
    (one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
  );
}

/** A mark to which a comment directly behind it would belong. */
const MARK = /^(?:<<|==|\+\+|--|~~)\}$/;

/**
 * The marks of comments that stay and are left with no words, unless they are needed: where words go, their comment is on
 * the place, but directly behind another mark it would be on that, or a reply.
 */
function wordlessAnchors(draft: Draft, cuts: readonly Span[], { threads = [] }: ReviewSelection): Span[] {
  const { text } = draft;
  const gone = new Set(threads.map(({ span }) => span.start));
  return reviewMarks(draft).threads.flatMap(({ span, on, isMarked, comments }) => {
    const isWordless = on === undefined ? isCutAt(cuts, span.start) : isCut(text, on.start, on.end, cuts);
    if (!isMarked || gone.has(span.start) || !isWordless) return [];
    return MARK.test(keptBefore(text, span.start, cuts))
      ? []
      : [{ start: span.start, end: comments[0]!.span.start }];
  });
}

/** Whether a cut ends at a place. */
function isCutAt(cuts: readonly Span[], place: number): boolean {
  return cuts[firstFrom(cuts, place - 1)]?.end === place;
}

/** The last three characters that stay before a place. */
function keptBefore(text: string, place: number, cuts: readonly Span[]): string {
  let kept = '';
  for (let at = place; at > 0 && kept.length < 3; ) {
    const cut = cuts[firstFrom(cuts, at - 1)];
    if (cut !== undefined && cut.start < at) at = cut.start;
    else kept = text[--at]! + kept;
  }
  return kept;
}

/** Sorts spans, and merges those that touch or overlap. */
function merged(spans: readonly Span[]): Span[] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = out.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) out.push({ start, end });
  }
  return out;
}

/** One of several siblings that may be removed as a whole. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly isEmptied: boolean;
}

/** The edits that must accompany the cuts: lines of what becomes empty, and white space and emphasis at the edges. */
function emptied(draft: Draft, cuts: readonly Span[]): Change[] {
  const spans: Change[] = [];
  const { text } = draft;
  let next = 0;
  const parts: Part[] = draft.blocks.map(({ block, start }) => {
    const end = start + block.text.length;
    while (next < cuts.length && cuts[next]!.end <= start) next++;
    const cut = next < cuts.length && cuts[next]!.start < end;
    const isEmptied = cut && isEmptiedIn((block.review ?? block).node, start, text, cuts, spans);
    return { start, end, isEmptied };
  });
  addLines(parts, (start) => start, spans);
  return spans;
}

/**
 * Whether a node becomes empty; where it does not, adds the edits for what becomes empty inside it.
 *
 * @param follows whether another item stands before it in the same list
 */
function isEmptiedIn(
  node: Nodes,
  offset: number,
  text: string,
  cuts: readonly Span[],
  spans: Change[],
  follows = false,
): boolean {
  if (!('children' in node)) {
    const { start, end } = spanOf(node, offset);
    return isCut(text, start, end, cuts);
  }
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell': {
      const [first, last] = [node.children[0], node.children.at(-1)];
      if (first === undefined || last === undefined) return node.type === 'tableCell';
      const from = spanOf(first, offset).start;
      const to = spanOf(last, offset).end;
      if (isCut(text, from, to, cuts)) return true;
      if (hasCut(from, to, cuts)) for (const one of cleanupEdits(node, offset, text, cuts)) spans.push(one);
      return false;
    }
    default: {
      const inside: Change[] = [];
      const parts = node.children.map((child, at) => ({
        ...spanOf(child, offset),
        isEmptied: isEmptiedIn(child, offset, text, cuts, inside, node.type === 'list' && at > 0),
      }));
      const isEmpty = parts.every(({ isEmptied }) => isEmptied);
      const { start, end } = spanOf(node, offset);
      if (node.type === 'tableRow') {
        for (const one of inside) spans.push(one);
        return isEmpty && hasCut(start, end, cuts);
      }
      if (parts.length > 0 && isEmpty) return true;
      if (node.type === 'table') {
        const isGone = (cell: TableCell): boolean =>
          cell.children.length > 0 && isEmptiedIn(cell, offset, text, cuts, []);
        // The head of a table includes the delimiter row below it.
        const head = parts[0]!;
        const end = lineEnd(text, afterLineEnd(text, head.end));
        const isGoing = head.isEmptied && text.slice(head.start, head.end).trim() !== '';
        if (isGoing) {
          // The first row that is left is the head then.
          const next = parts.find(({ isEmptied }) => !isEmptied)!;
          const line = text.slice(head.end, end);
          inside.push({ span: { start: next.end, end: next.end }, text: line });
        } else for (const span of emptiedColumns(node, offset, text, isGone)) inside.push({ span, text: '' });
        parts[0] = { ...head, end };
      }
      const isLines = node.type === 'table' || node.type === 'list';
      // What follows an item's first block moves up to the marker: on a line of its own, it would belong to the item before.
      const isLine = (at: number): boolean =>
        node.type === 'listItem' ? follows && parts[0]!.isEmptied : isLines && at !== parts[0]?.start;
      addLines(parts, (at) => (isLine(at) ? lineStart(text, at) : at), inside);
      const first = parts.find(({ isEmptied }) => !isEmptied)!;
      if (node.type === 'list' && node.ordered && first !== parts[0])
        inside.push(numbered(first, node, text));
      for (const span of inside) spans.push(span);
      return false;
    }
  }
}

/** Gives the first item that is left of a list the number that the list begins with. */
function numbered({ start }: Part, { start: number }: List, text: string): Change {
  const [own = ''] = /^\d+/.exec(text.slice(start, start + 10)) ?? [];
  return { span: { start, end: start + own.length }, text: Number(own) === number ? own : `${number}` };
}

function hasCut(start: number, end: number, cuts: readonly Span[]): boolean {
  const cut = cuts[firstFrom(cuts, start)];
  return cut !== undefined && cut.start < end;
}

/** Whether the cuts leave nothing but white space between `start` and `end`. */
function isCut(text: string, start: number, end: number, cuts: readonly Span[]): boolean {
  let done = start;
  let any = false;
  for (let at = firstFrom(cuts, start); at < cuts.length && cuts[at]!.start < end; at++) {
    if (text.slice(done, cuts[at]!.start).trim() !== '') return false;
    done = Math.max(done, cuts[at]!.end);
    any = true;
  }
  return any && text.slice(done, Math.max(done, end)).trim() === '';
}

/** Adds the lines of empty parts: up to the next part that stays, or after the last one. */
function addLines(parts: readonly Part[], begin: (start: number) => number, spans: Change[]): void {
  for (let at = 0; at < parts.length; at++) {
    if (!parts[at]!.isEmptied) continue;
    const first = at;
    while (parts[at + 1]?.isEmptied) at++;
    const [before, next] = [parts[first - 1], parts[at + 1]];
    const start = next === undefined && before !== undefined ? before.end : begin(parts[first]!.start);
    // What stands in front of the first one on its line is what the next one gets.
    const isWhole = start !== parts[first]!.start;
    const end = next === undefined ? parts[at]!.end : isWhole ? begin(next.start) : next.start;
    spans.push({ span: { start, end }, text: '' });
  }
}
