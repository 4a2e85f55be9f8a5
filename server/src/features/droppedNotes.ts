/** Footnotes that go with the last reference to them. */
import type { Change, Draft, Span } from '../draft';
import { withChanges } from '../draft/with-changes';

const REFERENCE = /\[\^([^\][\s]{1,100})\]/g;

/**
 * The edits that settle changes of a review, and those that take out the footnotes to which nothing refers after them:
 * the document would have notes that nothing leads to. A footnote with changes or comments of its own stays.
 *
 * @param edits in order, without overlaps
 */
export function withDroppedNotes(draft: Draft, edits: readonly Change[]): readonly Change[] {
  const cut = edits.flatMap(({ span }) => [...labelsIn(draft.source.slice(span.start, span.end))]);
  if (cut.length === 0) return edits;
  const kept = labelsIn(withChanges(draft.text, edits));
  const dropped = new Set(cut.filter((label) => !kept.has(label)));
  const more = spansOf(draft, dropped).filter(
    ({ start, end }) => !edits.some(({ span }) => span.start < end && start < span.end),
  );
  const all = [...edits, ...more.map((span) => ({ span, text: '' }))];
  return all.sort((a, b) => a.span.start - b.span.start);
}

/** The labels that a text refers to. */
function labelsIn(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const {
    0: { length },
    1: label,
    index,
  } of text.matchAll(REFERENCE)) {
    const isDefinition =
      text[index + length] === ':' && text.slice(text.lastIndexOf('\n', index) + 1, index).trim() === '';
    if (!isDefinition) labels.add(label!.toLowerCase());
  }
  return labels;
}

/** The footnotes of some labels, each run of them with the line ends that go with it. */
function spansOf({ blocks, source }: Draft, labels: ReadonlySet<string>): readonly Span[] {
  const spans: Span[] = [];
  const isDropped = ({ block: { node, review } }: Draft['blocks'][number]): boolean =>
    review === undefined && node.type === 'footnoteDefinition' && labels.has(node.identifier.toLowerCase());
  for (let at = 0; at < blocks.length; at++) {
    if (!isDropped(blocks[at]!)) continue;
    const first = at;
    while (at + 1 < blocks.length && isDropped(blocks[at + 1]!)) at++;
    const next = blocks[at + 1];
    const before = blocks[first - 1];
    const { start, block } = blocks[at]!;
    // At the end of the draft, the empty line before it goes, and the line end behind it stays.
    if (next === undefined && before !== undefined)
      spans.push({ start: before.start + before.block.text.length, end: start + block.text.length });
    else spans.push({ start: blocks[first]!.start, end: next?.start ?? source.length });
  }
  return spans;
}
