/** What can be done about a heading with nothing below it. */
import { type Change, type Draft, type Heading, lineEndOf } from '../../../draft';
import type { DocumentKind } from '../../../framework/types';
import { withoutHeading } from '../../../snippets';
import type { About } from '../../../snippets/about';
import type { Fix } from '../../types';
import { insertBlocks } from '../footnotes/append';
import { partsNamed } from './names';
import { partToFillIn } from './placement';

/**
 * Inserts what belongs under the heading, with placeholders, or takes the heading out.
 *
 * @param about what the draft’s service says of itself: the law is that of its nation
 */
export function emptySectionFixes(
  draft: Draft,
  heading: Heading,
  kind: DocumentKind,
  about: About,
): readonly Fix[] {
  const [part] = partsNamed(heading.text, kind.parts);
  const text = withoutHeading(partToFillIn(draft, part, about));
  return [
    {
      title: 'Insert text to fill in',
      edits: insertBlocks(draft, heading.index + 1, text),
      preferred: true,
    },
    { title: 'Take the heading out', edits: [withoutBlock(draft, heading.index)] },
  ];
}

/** The edit that takes out a block with the blank lines that part it from the next one, or from the one before the end. */
function withoutBlock(draft: Draft, index: number): Change {
  const [before, own, next] = [draft.blocks[index - 1], draft.blocks[index]!, draft.blocks[index + 1]];
  if (next) return { span: { start: own.start, end: next.start }, text: '' };
  if (!before) return { span: { start: own.start, end: draft.source.length }, text: '' };
  const start = before.start + before.block.text.length;
  return { span: { start, end: draft.source.length }, text: lineEndOf(draft) };
}
