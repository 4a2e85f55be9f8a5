/** Footnotes that go with the last reference to them. */
import { type Change, type Draft, parseDraft, type Span, withChanges } from '../../draft';
import { eachNode } from '../../mdast/tree';

/**
 * The edits that settle changes of a review, and those that take out the footnotes to which nothing refers after them:
 * the document would have notes that nothing leads to. A footnote with changes or comments of its own stays.
 *
 * @param edits in order, without overlaps
 */
export function withDroppedNotes(draft: Draft, edits: readonly Change[]): readonly Change[] {
  const referred = labelsIn(draft.blocks.filter(({ block }) => block.review !== undefined));
  if (referred.size === 0) return edits;
  const kept = labelsIn(parseDraft(withChanges(draft.text, edits)).blocks);
  const dropped = new Set([...referred].filter((label) => !kept.has(label)));
  if (dropped.size === 0) return edits;
  const more = spansOf(draft, dropped).filter(
    ({ start, end }) => !edits.some(({ span }) => span.start < end && start < span.end),
  );
  const all = [...edits, ...more.map((span) => ({ span, text: '' }))];
  return all.sort((a, b) => a.span.start - b.span.start);
}

/** The labels that blocks refer to, also in changes of a review; what is shown as code refers to nothing. */
function labelsIn(blocks: Draft['blocks']): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const { block } of blocks)
    eachNode([(block.review ?? block).node], (node) => {
      if (node.type === 'footnoteReference') labels.add(node.identifier.toLowerCase());
    });
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
