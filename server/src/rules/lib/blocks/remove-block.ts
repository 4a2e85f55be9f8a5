import { type Change, type Draft, lineEndOf, type PlacedBlock } from '../../../draft';

/** The edit that takes out a block with the blank lines behind it, or at the end of the draft with those before it. */
export function removeBlock(draft: Draft, { start, block }: PlacedBlock): Change {
  const text = draft.source;
  const end = start + block.text.length;
  const behind = /^\s+/.exec(text.slice(end, end + 20))?.[0] ?? '';
  const isLast = end + behind.length >= text.length;
  const from = isLast ? text.slice(0, start).trimEnd().length : start;
  return { span: { start: from, end: end + behind.length }, text: isLast ? lineEndOf(draft) : '' };
}
