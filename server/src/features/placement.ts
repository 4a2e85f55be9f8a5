import {
  blockIndexAt,
  type Change,
  type Draft,
  lineEndOf,
  type Passage,
  passagesOf,
  type Span,
} from '../draft';
import { sentences } from '../draft/sentences';
import { appendNotes } from '../rules/lib/insert';
import { plainText, snippets, withNotesApart } from '../snippets';

/** The same, with its footnotes at the end of the draft, unless the text goes there itself. */
export function insertTextAt(draft: Draft, offset: number, markdown: string): readonly Change[] {
  const { text, notes } = withNotesApart(markdown);
  const change = insertAt(draft, offset, text);
  const last = draft.blocks.at(-1);
  const isLast = !last || change.span.start >= last.start + last.block.text.length;
  if (notes.length === 0 || text === '' || isLast) return [insertAt(draft, offset, markdown)];
  return [change, appendNotes(draft, notes)];
}

/**
 * Inserts a sentence into the paragraph of prose at an offset, so that it counts for the case that the paragraph makes:
 * where the cursor is when that is between two sentences, else at the end. Its footnotes go to the end of the draft.
 *
 * @param markdown A sentence, and its footnotes below it.
 * @returns undefined where there is no such paragraph: in a heading, a list, a table, a quotation, code, front matter,
 * on a blank line, and in words that lead to a list below them.
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
  // White space that the paragraph ends with is taken away: it stood where the next sentence was to go.
  const end = between === undefined ? start + block.text.length : at;
  const sentence = { span: { start: at, end }, text: ` ${text}` };
  if (notes.length === 0) return [sentence];
  const note = appendNotes(draft, notes);
  if (note.span.start !== end) return [sentence, note];
  return [{ span: { start: at, end: note.span.end }, text: sentence.text + note.text }];
}

/** A place of a skeleton that a fact of the libraries can stand in. */
export const FOR_A_FACT =
  /\[insert (?:[^\][]{1,60} )?figure(?: and what it (?:counts|shows)|, what it counts and its year)?\]/;

/** What a place that is not the figure’s may be filled in with in a sentence that is the skeleton’s still: a name. */
const NAME = /^(?:the )?\p{Lu}[^\d.,;:!?()[\]{}*<>]{0,60}$/u;

/** Whether a sentence is one of a snippet, in which nothing but names has been filled in. */
function isOfSnippet(said: string): boolean {
  return snippets.some(({ body }) =>
    plainText(body)
      .split('\n')
      .some((line) => {
        if (!FOR_A_FACT.test(line)) return false;
        const sentence = line.replace(/^- (?:\*\*[^*]*\*\* )?/, '').split('[^')[0]!;
        return isFilledFrom(sentence.split(/(\[insert [^\][]*\])/), said);
      }),
  );
}

/** @param pieces of the snippet’s sentence: words, and at each odd position a place to fill in */
function isFilledFrom(pieces: readonly string[], said: string): boolean {
  let rest = said;
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
 * Puts a sentence in place of the one of a skeleton in whose place for a figure an offset is, and its footnote in place
 * of the one that was to be filled in for it.
 *
 * @param markdown A sentence, and its footnote below it.
 * @returns undefined where there is none: what the author or a reviewer has written is never overwritten.
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
  const said = found && block.text.slice(found.start, found.end);
  const place = said === undefined ? null : FOR_A_FACT.exec(said);
  if (found === undefined || said === undefined || place === null) return undefined;
  const [from, to] = [found.start + place.index, found.start + place.index + place[0].length];
  if (at < from || at > to || !isOfSnippet(said.replace(/\s+/g, ' '))) return undefined;
  const [marks] = /^(?:\[\^[^\][\s]+\])*/.exec(block.text.slice(found.end))!;
  const { text, notes } = withNotesApart(markdown);
  const span = { start: start + found.start, end: start + found.end + marks.length };
  const old = `${said}${marks}`.match(/\[\^[^\][\s]+\]/g)?.flatMap((mark) => noteToFill(draft, mark)) ?? [];
  const [first, ...others] = old;
  const without = (gone: readonly Span[]): readonly Change[] =>
    together(draft, gone).map((one) => ({ span: lineOf(draft, one), text: '' }));
  if (notes.length === 0) return [{ span, text }, ...without(old)];
  if (first === undefined) return [{ span, text }, appendNotes(draft, notes)];
  return [{ span, text }, { span: first, text: notes.join(lineEndOf(draft)) }, ...without(others)];
}

/** Footnotes as they stand together: those between which there is nothing are one. */
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

/** Footnotes with their lines, or, where none follows them, with the space above. */
function lineOf({ text }: Draft, { start, end }: Span): Span {
  const [follows] = /^(?:\r\n|\r|\n)(?=\[\^)/.exec(text.slice(end, end + 4)) ?? [];
  if (follows !== undefined) return { start, end: end + follows.length };
  return { start: text.slice(0, start).trimEnd().length, end };
}

/** Where the footnote of a mark stands, when nothing else refers to it and it is still to be filled in. */
function noteToFill(draft: Draft, mark: string): readonly Span[] {
  const refers = draft.text.split(mark).slice(1);
  if (refers.filter((after) => !after.startsWith(':')).length > 1) return [];
  return draft.blocks
    .filter(({ block }) => block.text.startsWith(`${mark}:`) && block.text.includes('[insert '))
    .map(({ start, block }) => ({ start, end: start + block.text.length }));
}

/** Where a sentence goes, in the block, when the offset lies between two; undefined where it does not. */
function betweenSentences({ prose, links }: Passage, source: string, offset: number): number | undefined {
  const places = sentences(prose.text).map(({ start, end }) => prose.toSource(start, end));
  for (const [index, { end }] of places.entries()) {
    const next = places[index + 1]?.start;
    if (next === undefined || offset < end || offset > next) continue;
    // Marks of the sentence before, such as its footnote, stay with it.
    const gap = source.slice(end, next);
    const white = gap.search(/\s/);
    const at = end + white;
    const inLink = links.some(({ span }) => span.start < at && at < span.end);
    return white < 0 || gap.includes('<') || inLink ? undefined : at;
  }
  return undefined;
}

/** Inserts text as blocks of its own where the cursor is: on a blank line there, else after the block around it. */
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
