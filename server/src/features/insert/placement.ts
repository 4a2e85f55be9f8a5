import {
  type Block,
  blockIndexAt,
  type Change,
  type Draft,
  lineEndOf,
  type Passage,
  type PassageKind,
  passagesOf,
  type Span,
} from '../../draft';
import { lineEnd, lineStart } from '../../draft/lines';
import { sentences } from '../../draft/sentences';
import { isSalutation } from '../../framework/letter-ends';
import { endOfText } from '../../rules/lib/blocks/insert-block';
import { appendNotes, insertBlocks } from '../../rules/lib/footnotes/append';
import { afterTitle } from '../../rules/lib/parts/place-of-part';
import { plainText, snippets, withNotesApart } from '../../snippets';

/**
 * Inserts text like `insertAt`, with its footnotes at the end of the draft, unless the text itself goes there. Where no
 * text can stand, it goes to the nearest place where it can.
 */
export function insertTextAt(draft: Draft, offset: number, markdown: string): readonly Change[] {
  const nearest = nearestPlace(draft, offset);
  if (nearest !== undefined) return insertBlocks(draft, nearest, markdown);
  const { text, notes } = withNotesApart(markdown);
  const change = insertAt(draft, offset, text);
  const last = draft.blocks.at(-1);
  const isLast = !last || change.span.start >= last.start + last.block.text.length;
  if (notes.length === 0 || text === '' || isLast) return [insertAt(draft, offset, markdown)];
  return [change, appendNotes(draft, notes)];
}

/**
 * The position in `draft.blocks` that is nearest to an offset in the details at the top, above the title or among the
 * footnotes at the end: below title and salutation, or above the footnotes. Undefined for an offset in the text.
 */
function nearestPlace(draft: Draft, offset: number): number | undefined {
  const { blocks } = draft;
  const notes = endOfText(draft);
  const salutation = blocks.slice(0, notes).findIndex(({ block }) => isSalutation(block.node)) + 1;
  if (isAboveText(draft, offset)) return salutation || afterTitle(draft);
  return notes < blocks.length && offset >= blocks[notes]!.start ? notes : undefined;
}

/** Whether an offset is in the details at the top, or above the title. */
export function isAboveText(draft: Draft, offset: number): boolean {
  const top = afterTitle(draft) > 0 ? draft.blocks[0]!.start : (draft.frontMatter.span?.end ?? -1) + 1;
  return offset < top;
}

/** A line on which an item of a list is still empty. */
const EMPTY_ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]*$/;

/**
 * Inserts a sentence into the paragraph of prose or the item of a list at an offset, so that it supports the case that
 * is made there: at the offset if that is between two sentences, otherwise at the end. Its footnotes go to the end of
 * the draft.
 *
 * @param markdown a sentence, with its footnotes below it
 * @returns undefined if there is no such paragraph or item: in a heading, a table, a quotation, code or front matter,
 * on a blank line, and in words that introduce a list below them
 */
export function insertSentenceAt(
  draft: Draft,
  offset: number,
  markdown: string,
): readonly Change[] | undefined {
  const from = lineStart(draft.text, offset);
  const line = draft.text.slice(from, lineEnd(draft.text, offset));
  const placed = draft.blocks[blockIndexAt(draft, from + line.search(/\S|$/))];
  if (placed?.block.node.type !== 'paragraph' && placed?.block.node.type !== 'list') return undefined;
  const { start, block } = placed;
  const isEmpty = block.node.type === 'list' && EMPTY_ITEM.test(line);
  const place = isEmpty ? { at: from + line.trimEnd().length - start } : inProse(block, offset - start);
  if (place === undefined) return undefined;
  const { text, notes } = withNotesApart(markdown);
  const at = start + place.at;
  // White space at the end is replaced: the author has typed it for the next sentence.
  const end = place.isBetween ? at : at + draft.text.slice(at).search(/[^ \t]|$/);
  const sentence = { span: { start: at, end }, text: `${place.stop ?? ''} ${text}` };
  if (notes.length === 0) return [sentence];
  const note = appendNotes(draft, notes);
  if (note.span.start > end) return [sentence, note];
  return [{ span: { start: at, end: Math.max(end, note.span.end) }, text: sentence.text + note.text }];
}

/** Where a sentence goes, as an offset in its block, and the full stop that is missing before it. */
interface SentencePlace {
  readonly at: number;
  readonly isBetween?: boolean;
  readonly stop?: string;
}

/** The place for a sentence in the prose on the line of an offset in a block. */
function inProse(block: Block, offset: number): SentencePlace | undefined {
  const passage = passagesOf(block).find(
    ({ span }) => lineStart(block.text, span.start) <= offset && offset <= lineEnd(block.text, span.end),
  );
  const words = passage?.prose.text.trim() ?? '';
  if (!passage || !PROSE.has(passage.kind) || words === '' || words.endsWith(':')) return undefined;
  const between = betweenSentences(passage, block.text, offset);
  if (between !== undefined) return { at: between, isBetween: true };
  return {
    at: block.text.slice(0, passage.span.end).trimEnd().length,
    stop: /[\p{L}\p{N}]$/u.test(words) ? '.' : '',
  };
}

const PROSE: ReadonlySet<PassageKind> = new Set(['paragraph', 'list-item']);

/** A placeholder of a skeleton that a fact of the evidence libraries can fill. */
export const FOR_A_FACT =
  /\[insert (?:[^\][]{1,60} )?figure(?: and what it (?:counts|shows)|, what it counts and its year)?\]/;

/** A name, with which other placeholders of a sentence may be filled in without making it the author's own. */
const NAME = /^(?:the )?\p{Lu}[^\d.,;:!?()[\]{}*<>]{0,60}$/u;

/** Whether a sentence is that of a snippet, with nothing but names filled in. */
function isOfSnippet(words: string): boolean {
  return snippets.some(({ body }) =>
    plainText(body)
      .split('\n')
      .some((line) => {
        if (!FOR_A_FACT.test(line)) return false;
        const sentence = line.replace(/^- (?:\*\*[^*]*\*\* )?/, '').split('[^')[0]!;
        return isFilledFrom(sentence.split(/(\[insert [^\][]*\])/), words);
      }),
  );
}

/** @param pieces of the snippet’s sentence: words at even positions, placeholders at odd ones */
function isFilledFrom(pieces: readonly string[], words: string): boolean {
  let rest = words;
  for (const [index, piece] of pieces.entries()) {
    if (rest.startsWith(piece)) rest = rest.slice(piece.length);
    else {
      const stop = index % 2 === 1 && !FOR_A_FACT.test(piece) ? rest.indexOf(pieces[index + 1]!) : -1;
      if (stop === -1 || !NAME.test(rest.slice(0, stop))) return false;
      rest = rest.slice(stop);
    }
  }
  return rest === '';
}

/**
 * Replaces the sentence of a skeleton around the figure placeholder at an offset, and its footnote that is still to be
 * filled in.
 *
 * @param markdown a sentence, with its footnote below it
 * @returns undefined if there is no such sentence: text of the author or a reviewer is never overwritten
 */
export function fillSentenceAt(
  draft: Draft,
  offset: number,
  markdown: string,
): readonly Change[] | undefined {
  const placed = draft.blocks[blockIndexAt(draft, offset)];
  if (placed === undefined || !['paragraph', 'list'].includes(placed.block.node.type)) return undefined;
  const { start, block } = placed;
  if (block.review) return undefined;
  const at = offset - start;
  const found = passagesOf(block)
    .flatMap(({ prose }) => sentences(prose.text).map((one) => prose.toSource(one.start, one.end)))
    .find((one) => one.start <= at && at <= one.end);
  const words = found && block.text.slice(found.start, found.end);
  const place = words === undefined ? null : FOR_A_FACT.exec(words);
  if (found === undefined || words === undefined || place === null) return undefined;
  const [from, to] = [found.start + place.index, found.start + place.index + place[0].length];
  if (at < from || at > to || !isOfSnippet(words.replace(/\s+/g, ' '))) return undefined;
  const [marks] = /^(?:\[\^[^\][\s]+\])*/.exec(block.text.slice(found.end))!;
  const { text, notes } = withNotesApart(markdown);
  const span = { start: start + found.start, end: start + found.end + marks.length };
  const old = `${words}${marks}`.match(/\[\^[^\][\s]+\]/g)?.flatMap((mark) => noteToFill(draft, mark)) ?? [];
  const [first, ...others] = old;
  const without = (gone: readonly Span[]): readonly Change[] =>
    together(draft, gone).map((one) => ({ span: lineOf(draft, one), text: '' }));
  if (notes.length === 0) return [{ span, text }, ...without(old)];
  if (first === undefined) return [{ span, text }, appendNotes(draft, notes)];
  return [{ span, text }, { span: first, text: notes.join(lineEndOf(draft)) }, ...without(others)];
}

/** Joins the spans of footnotes that have only white space between them. */
function together({ text }: Draft, notes: readonly Span[]): readonly Span[] {
  const groups: Span[] = [];
  for (const note of [...notes].sort((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    if (last && text.slice(last.end, note.start).trim() === '')
      groups.splice(-1, 1, { start: last.start, end: note.end });
    else groups.push(note);
  }
  return groups;
}

/** The span of footnotes with their line ends, or with the space above if no footnote follows. */
function lineOf({ text }: Draft, { start, end }: Span): Span {
  const [follows] = /^(?:\r\n|\r|\n)(?=\[\^)/.exec(text.slice(end, end + 4)) ?? [];
  if (follows !== undefined) return { start, end: end + follows.length };
  return { start: text.slice(0, start).trimEnd().length, end };
}

/** The span of the footnote of a mark, if it is still to be filled in and has no other reference; else none. */
function noteToFill(draft: Draft, mark: string): readonly Span[] {
  const refers = draft.text.split(mark).slice(1);
  if (refers.filter((after) => !after.startsWith(':')).length > 1) return [];
  return draft.blocks
    .filter(({ block }) => block.text.startsWith(`${mark}:`) && block.text.includes('[insert '))
    .map(({ start, block }) => ({ start, end: start + block.text.length }));
}

/** The offset in the block for a new sentence, if `offset` lies between two sentences; otherwise undefined. */
function betweenSentences({ prose, links }: Passage, source: string, offset: number): number | undefined {
  const places = sentences(prose.text).map(({ start, end }) => prose.toSource(start, end));
  for (const [index, { end }] of places.entries()) {
    const next = places[index + 1]?.start;
    if (next === undefined || offset < end || offset > next) continue;
    // Marks of the sentence before, such as its footnote, remain with it.
    const gap = source.slice(end, next);
    const white = gap.search(/\s/);
    const at = end + white;
    const inLink = links.some(({ span }) => span.start < at && at < span.end);
    return white < 0 || gap.includes('<') || inLink ? undefined : at;
  }
  return undefined;
}

/** Inserts text as separate blocks: at an offset on a blank line, otherwise after the block at the offset. */
export function insertAt(draft: Draft, offset: number, text: string): Change {
  const { blocks, frontMatter } = draft;
  const start = frontMatter.span?.end ?? 0;
  const placed = blocks[blockIndexAt(draft, offset)];
  const at = placed ? placed.start + placed.block.text.length : Math.max(offset, start);
  const end = lineEndOf(draft);
  const before = draft.text.slice(0, at);
  const after = draft.text.slice(at);
  const above = lineEnds(before.slice(before.trimEnd().length));
  const below = lineEnds(after.slice(0, after.length - after.trimStart().length));
  const lead = before.trim() === '' ? '' : end.repeat(Math.max(0, 2 - above));
  const tail = after.trim() === '' ? (below > 0 ? '' : end) : end.repeat(Math.max(0, 2 - below));
  return { span: { start: at, end: at }, text: lead + text.replace(/\r\n|\r|\n/g, end) + tail };
}

function lineEnds(white: string): number {
  return white.match(/\r\n|\r|\n/g)?.length ?? 0;
}
