import { isCleanAt, readBlocks } from './blocks';
import { findFrontMatter, readFrontMatter } from './front-matter';
import { labelsOf } from './labels';
import { countLineEnds } from './lines';
import { parseDraft, type ReadDraft } from './parse';
import { referAgain } from './references';
import { inheritRuns } from './runs';
import { isSame } from './same';
import type { Change, Draft, PlacedBlock } from './types';

/** How much is parsed at least, in UTF-16 code units: little enough not to be felt. */
const WINDOW = 200;

/**
 * The draft after a change: the same as `parseDraft` of the new text, but only the blocks around the change
 * are parsed, and every block that is as it was is the same object as before. The cost does not grow with the
 * length of the draft, apart from copying its text and its list of blocks.
 *
 * Reading starts two blocks before the change and goes on until a block begins where one began before: at the
 * start of a block nothing of what came before matters (see `readBlocks`), so from there on nothing has
 * changed. Where the change adds or takes away the last definition of a label, the blocks that may refer to
 * it are read again as well.
 *
 * @param change its span counts in the draft before it; what lies outside the text is moved to its end.
 */
export function editDraft(draft: Draft, change: Change): Draft {
  const edited = edit(draft, change);
  inheritRuns(draft, edited);
  return edited;
}

function edit(draft: Draft, change: Change): Draft {
  const before = draft as ReadDraft;
  const start = clamp(change.span.start, 0, draft.text.length);
  const end = clamp(change.span.end, start, draft.text.length);
  const text = draft.text.slice(0, start) + change.text + draft.text.slice(end);
  const delta = change.text.length - (end - start);
  const extent = findFrontMatter(text);
  const { body, unclosed } = before.extent;
  if (start >= body && extent.body === body && (extent.unclosed === undefined) === (unclosed === undefined)) {
    return editBody(before, text, { start, end, delta });
  }
  if (
    end < body &&
    extent.span !== undefined &&
    before.extent.span !== undefined &&
    extent.body === body + delta
  ) {
    const lines = countLineEnds(text, 0, extent.body) - countLineEnds(draft.text, 0, body);
    const edited: ReadDraft = {
      ...before,
      text,
      extent,
      frontMatter: readFrontMatter(text, extent),
      blocks: draft.blocks.map((placed) => shifted(placed, delta, lines)),
      lineCount: draft.lineCount + lines,
    };
    return edited;
  }
  return parseDraft(text);
}

interface Edit {
  /** In the text before it. */
  readonly start: number;
  readonly end: number;
  /** What it adds to the length of the text. */
  readonly delta: number;
}

function editBody(draft: ReadDraft, text: string, edit: Edit): ReadDraft {
  const old = draft.blocks;
  const first = firstToRead(old, edit.start);
  const from = first === 0 ? draft.extent.body : old[first]!.start;
  const line = first === 0 ? countLineEnds(text, 0, from) : old[first]!.line;

  let last = old.length;
  const blocks = readBlocks(text, from, line, {
    labels: draft.labels,
    apart: true,
    slice: Math.max(WINDOW, endOfWindow(old, edit) + edit.delta - from),
    stopAt: (start) => {
      const index = start - edit.delta < edit.end ? -1 : indexOf(old, start - edit.delta);
      if (index === -1 || !isCleanAt(old, index)) return false;
      last = index;
      return true;
    },
  });

  const rest = old[last];
  const known = rest === undefined ? text.length : rest.start + edit.delta;
  const lines =
    line + countLineEnds(text, from, known) - (rest === undefined ? draft.lineCount - 1 : rest.line);
  keepSame(blocks, old, first, last, edit);
  const after = old.slice(last);
  const edited: ReadDraft = {
    ...draft,
    text,
    blocks: old
      .slice(0, first)
      .concat(
        blocks,
        edit.delta === 0 && lines === 0 ? after : after.map((placed) => shifted(placed, edit.delta, lines)),
      ),
    lineCount: draft.lineCount + lines,
  };
  return relabelled(edited, old.slice(first, last), blocks);
}

/** The block to start reading at: two before the first that the change touches, or the next before that is clean. */
function firstToRead(blocks: readonly PlacedBlock[], start: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (endOf(blocks[middle]!) < start) low = middle + 1;
    else high = middle;
  }
  let first = Math.max(0, low - 2);
  while (first > 0 && !isCleanAt(blocks, first)) first--;
  return first;
}

/** The end of the second block after the change, before it. */
function endOfWindow(blocks: readonly PlacedBlock[], edit: Edit): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blocks[middle]!.start < edit.end) low = middle + 1;
    else high = middle;
  }
  const placed = blocks[Math.min(low + 1, blocks.length - 1)];
  return placed === undefined ? edit.end : Math.max(edit.end, endOf(placed));
}

function endOf({ block, start }: PlacedBlock): number {
  return start + block.text.length;
}

/** Position of the block that starts at `start`, or -1. */
function indexOf(blocks: readonly PlacedBlock[], start: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blocks[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return blocks[low]?.start === start ? low : -1;
}

function shifted({ block, start, line }: PlacedBlock, delta: number, lines: number): PlacedBlock {
  return { block, start: start + delta, line: line + lines };
}

/** Puts the old blocks back for those of `blocks` that are read as they were. */
function keepSame(
  blocks: PlacedBlock[],
  old: readonly PlacedBlock[],
  first: number,
  last: number,
  edit: Edit,
): void {
  for (let index = 0; index < blocks.length; index++) {
    const placed = blocks[index]!;
    const at = indexOf(old, endOf(placed) <= edit.start ? placed.start : placed.start - edit.delta);
    if (at < first || at >= last) continue;
    const kept = old[at]!.block;
    if (isSame(kept, placed.block)) blocks[index] = { ...placed, block: kept };
  }
}

/** The draft with its labels after `removed` gave way to `added`, and with what refers to other labels than before. */
function relabelled(
  draft: ReadDraft,
  removed: readonly PlacedBlock[],
  added: readonly PlacedBlock[],
): ReadDraft {
  const differences = new Map<string, number>();
  const add = (placed: readonly PlacedBlock[], one: number) => {
    for (const { block } of placed) {
      for (const label of labelsOf(block)) differences.set(label, (differences.get(label) ?? 0) + one);
    }
  };
  add(removed, -1);
  add(added, 1);
  const changes = [...differences].filter(([, difference]) => difference !== 0);
  if (changes.length === 0) return draft;
  const labels = new Map(draft.labels);
  const changed: string[] = [];
  for (const [label, difference] of changes) {
    const now = (labels.get(label) ?? 0) + difference;
    if (labels.has(label) !== now > 0) changed.push(label);
    if (now > 0) labels.set(label, now);
    else labels.delete(label);
  }
  const blocks = referAgain(draft.text, draft.blocks, labels, changed);
  return blocks === undefined ? (parseDraft(draft.text) as ReadDraft) : { ...draft, labels, blocks };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
