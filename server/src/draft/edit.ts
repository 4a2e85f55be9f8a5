import { readBlocks } from './blocks';
import { isCleanAt } from './context-free';
import { type Edit, endOf, endOfWindow, farEnough, firstToRead, indexOf, isInside } from './edit-window';
import { isSame } from './equal-blocks';
import { readFrontMatter } from './front-matter';
import { type FrontMatterExtent, findFrontMatter } from './front-matter/extent';
import { countLabels } from './labels';
import { countLineEnds } from './lines';
import { parseDraft, type ReadDraft } from './parse';
import { referAgain } from './references';
import { inheritRuns } from './runs';
import { isHeaviest, isWholeWith, mostOf, unreadAfter, unreadIn, weightOfAll } from './size-limit';
import type { Source } from './source';
import type { Change, Draft, PlacedBlock } from './types';

/** The least number of UTF-16 code units that are parsed after an edit: few enough to take no noticeable time. */
const WINDOW = 200;

/**
 * The draft after a change. The same as `parseDraft` of the new text, but only the blocks around the change are parsed,
 * and all unchanged blocks stay the same objects. The time does not depend on the length of the draft, except for
 * copying its list of blocks.
 *
 * Reading starts two blocks before the change, and ends where a block begins at which one began before: from there on
 * nothing has changed (see `readBlocks`). Where the change adds the first definition of a label or removes the last
 * one, the blocks that may refer to it are read again, too.
 *
 * @param change its span counts in the draft before the change; what lies outside the text is moved to its end
 */
export function editDraft(draft: Draft, change: Change): Draft {
  const edited = edit(draft, change);
  inheritRuns(draft, edited);
  return edited;
}

function edit(draft: Draft, change: Change): Draft {
  const before = draft as ReadDraft;
  const { start, end } = before.source.within(change.span);
  const source = before.source.edited(change);
  const delta = change.text.length - (end - start);
  const { body, known } = before.extent;
  const extent = start >= known ? before.extent : findFrontMatter(source.text);
  // Where front matter has no closing fence, its extent depends on what the body says.
  const apart = extent === before.extent || !(extent.unclosed || before.extent.unclosed);
  if (start >= body && extent.body === body && apart) {
    return editBody(before, source, extent, { start, end, delta });
  }
  if (end < body && extent.body === body + delta) {
    const { text } = source;
    const lines = countLineEnds(text, 0, extent.body) - countLineEnds(draft.text, 0, body);
    return before.with({
      source,
      extent,
      frontMatter: readFrontMatter(text, extent),
      blocks: draft.blocks.map((placed) => shifted(placed, delta, lines)),
      lineCount: draft.lineCount + lines,
    });
  }
  return parseDraft(source.text);
}

function editBody(draft: ReadDraft, source: Source, extent: FrontMatterExtent, edit: Edit): Draft {
  const old = draft.blocks;
  const unread = unreadIn(old);
  if (unread && isInside(unread, edit.start) && old.at(-2)?.block.node.type !== 'definition')
    return withRest(draft, source, extent);
  const first = firstToRead(old, edit.start);
  const from = first === 0 ? extent.body : old[first]!.start;
  const line = first === 0 ? countLineEnds(source.slice(0, from), 0, from) : old[first]!.line;
  // A change seldom affects more than a few blocks, so only the text around them is looked at first.
  const near = farEnough(old, edit);
  const again =
    near < old.length && readAgain(draft, source, edit, from, line, old[near]!.start + edit.delta);
  // What is beyond the reading limit stays beyond it.
  const before = old.slice(0, first);
  if (unread && !again) return readOn(draft, source, extent, before, from, line);
  const { blocks, last, lines } = again || readAgain(draft, source, edit, from, line, source.length)!;
  keepSame(blocks, old, first, last, edit);
  const after = old.slice(last);
  const all = before.concat(
    blocks,
    edit.delta === 0 && lines === 0 ? after : after.map((placed) => shifted(placed, edit.delta, lines)),
  );
  const weight = draft.weight - weightOfAll(old.slice(first, last)) + weightOfAll(blocks);
  const whole = unread ? all.slice(0, -1) : all;
  if (!isWholeWith(whole.at(-1), weight) || (unread && !isHeaviest(weight))) {
    let end = Math.max(0, mostOf(whole) - 2);
    while (end > 0 && !isCleanAt(whole, end)) end--;
    if (end === 0) return parseDraft(source.text);
    return readOn(draft, source, extent, whole.slice(0, end), whole[end]!.start, whole[end]!.line);
  }
  const edited = draft.with({ source, extent, blocks: all, lineCount: draft.lineCount + lines, weight });
  return relabelled(edited, old.slice(first, last), blocks);
}

/** The draft with the blocks `before`, and those that are read from `from` on. */
function readOn(
  draft: ReadDraft,
  source: Source,
  extent: FrontMatterExtent,
  before: PlacedBlock[],
  from: number,
  line: number,
): Draft {
  const { text } = source;
  const spent = weightOfAll(before);
  const again = readBlocks(text, from, line, { labels: draft.labels, spent });
  const weight = spent + weightOfAll(again);
  const read = before.concat(again);
  const all = read.concat(unreadAfter(text, read, weight));
  const lineCount = 1 + countLineEnds(text, 0, text.length);
  return relabelled(draft.with({ source, extent, blocks: all, lineCount, weight }), draft.blocks, all);
}

/** The draft after a change in the part that is beyond the reading limit. */
function withRest(draft: ReadDraft, source: Source, extent: FrontMatterExtent): Draft {
  const read = draft.blocks.slice(0, -1);
  const { text } = source;
  const blocks = [...read, ...unreadAfter(text, read, draft.weight)];
  return draft.with({ source, extent, blocks, lineCount: 1 + countLineEnds(text, 0, text.length) });
}

/** The blocks that were read again, between blocks that stay. */
interface Again {
  readonly blocks: PlacedBlock[];
  /** Position of the first block after them, before the change. */
  readonly last: number;
  /** How many lines the change adds. */
  readonly lines: number;
}

/**
 * Reads the blocks around a change again.
 *
 * @param from where they begin
 * @param line line of `from`, from 0
 * @param to how far to look: the end of the text, or where a clean block begins
 * @returns undefined where no known block begins before `to`, and there is more text to look at
 */
function readAgain(
  draft: ReadDraft,
  source: Source,
  edit: Edit,
  from: number,
  line: number,
  to: number,
): Again | undefined {
  const old = draft.blocks;
  const text = source.slice(from, to);
  let last = old.length;
  const blocks = readBlocks(text, 0, line, {
    labels: draft.labels,
    apart: true,
    slice: Math.max(WINDOW, endOfWindow(old, edit) + edit.delta - from),
    stopAt: (at) => {
      const start = from + at - edit.delta;
      const index = start < edit.end ? -1 : indexOf(old, start);
      if (index === -1 || !isCleanAt(old, index)) return false;
      last = index;
      return true;
    },
  });
  const rest = old[last];
  if (rest === undefined && to < source.length) return undefined;
  const known = rest === undefined ? text.length : rest.start + edit.delta - from;
  const lines = line + countLineEnds(text, 0, known) - (rest === undefined ? draft.lineCount - 1 : rest.line);
  return {
    blocks: blocks.map(({ block, start, line }) => ({ block, start: from + start, line })),
    last,
    lines,
  };
}

function shifted({ block, start, line }: PlacedBlock, delta: number, lines: number): PlacedBlock {
  return { block, start: start + delta, line: line + lines };
}

/** Replaces those of `blocks` that are equal to old blocks by these. */
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

/**
 * The draft with its labels updated, after blocks were replaced; blocks that refer to labels that came or went are read
 * again.
 */
function relabelled(draft: ReadDraft, removed: readonly PlacedBlock[], added: readonly PlacedBlock[]): Draft {
  const differences = new Map<string, number>();
  countLabels(differences, removed, -1);
  countLabels(differences, added);
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
  if (blocks === undefined) return parseDraft(draft.text);
  return draft.with({ blocks, labels });
}
