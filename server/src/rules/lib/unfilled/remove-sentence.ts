import { blockAt, type Draft, lineEndOf, type Span } from '../../../draft';
import type { Fix } from '../../types';
import { sentencesOf } from '../blocks/prose';

/** Markup that may begin in one sentence and end in another: removing half of a pair would break it. */
const MARKS = /[*_~`<>]/;

/**
 * The fix that removes the sentence at a place of the draft, or the paragraph if it has no other sentence. None where
 * that would break markup.
 */
export function removeSentence(draft: Draft, { start }: Span): readonly Fix[] {
  const placed = blockAt(draft, start);
  if (placed?.block.node.type !== 'paragraph') return [];
  const { block } = placed;
  const all = sentencesOf(block).map(({ passage, span }) => passage.prose.toSource(span.start, span.end));
  const index = all.findIndex(
    (span) => span.start <= start - placed.start && start - placed.start < span.end,
  );
  if (index < 0) return [];
  const text = draft.source;
  const end = placed.start + block.text.length;
  if (all.length === 1) {
    // Also removes the blank line behind it, or before it at the end of the draft.
    const behind = /^\s+/.exec(text.slice(end, end + 20))?.[0] ?? '';
    const isLast = end + behind.length >= text.length;
    const from = isLast ? text.slice(0, placed.start).trimEnd().length : placed.start;
    const edit = { span: { start: from, end: end + behind.length }, text: isLast ? lineEndOf(draft) : '' };
    return [{ title: 'Take this paragraph out', edits: [edit] }];
  }
  const next = all[index + 1];
  const from = placed.start + all[index]!.start;
  const to = next ? placed.start + next.start : end;
  if (MARKS.test(text.slice(from, to))) return [];
  const edit = { span: { start: next ? from : text.slice(0, from).trimEnd().length, end: to }, text: '' };
  return [{ title: 'Take this sentence out', edits: [edit] }];
}
