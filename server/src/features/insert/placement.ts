import {
  blockIndexAt,
  type Change,
  type Draft,
  lineEndOf,
  type Passage,
  passagesOf,
  type Span,
} from '../../draft';
import { sentences } from '../../draft/sentences';
import { appendNotes } from '../../rules/lib/footnotes/append';
import { plainText, snippets, withNotesApart } from '../../snippets';

/** Inserts text like `insertAt`, with its footnotes at the end of the draft, unless the text itself goes there. */
export function insertTextAt(draft: Draft, offset: number, markdown: string): readonly Change[] {
  const { text, notes } = withNotesApart(markdown);
  const change = insertAt(draft, offset, text);
  const last = draft.blocks.at(-1);
  const isLast = !last || change.span.start >= last.start + last.block.text.length;
  if (notes.length === 0 || text === '' || isLast) return [insertAt(draft, offset, markdown)];
  return [change, appendNotes(draft, notes)];
}

/**
 * Inserts a sentence into the paragraph of prose at an offset, so that it supports the case of the paragraph: at the
 * offset if that is between two sentences, otherwise at the end. Its footnotes go to the end of the draft.
 *
 * @param markdown a sentence, with its footnotes below it
 * @returns undefined if there is no such paragraph: in a heading, a list, a table, a quotation, code or front matter,
 * on a blank line, and in words that introduce a list below them
 */
export function insertSentenceAt(
  draft: Draft,
  offset: number,
  markdown: string,
): readonly Change[] | undefined {
  const placed = draft.blocks[blockIndexAt(draft, offset)];
  if (placed?.block.node.type !== 'paragraph') return undefined;
  const { start, block } = placed;
  const [passage] = passagesOf(block);
  const words = passage?.prose.text.trim() ?? '';
  if (!passage || words === '' || words.endsWith(':')) return undefined;
  const { text, notes } = withNotesApart(markdown);
  const between = betweenSentences(passage, block.text, offset - start);
  const at = start + (between ?? block.text.trimEnd().length);
  // White space at the end of the paragraph is replaced: the author has typed it for the next sentence.
  const end = between === undefined ? start + block.text.length : at;
  const sentence = { span: { start: at, end }, text: ` ${text}` };
  if (notes.length === 0) return [sentence];
  const note = appendNotes(draft, notes);
  if (note.span.start !== end) return [sentence, note];
  return [{ span: { start: at, end: note.span.end }, text: sentence.text + note.text }];
}

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
