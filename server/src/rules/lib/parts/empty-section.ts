/** What can be done about a heading with nothing below it. */
import type { Draft, Heading } from '../../../draft';
import type { DocumentKind } from '../../../framework/types';
import { withoutHeading } from '../../../snippets';
import type { About } from '../../../snippets/about';
import type { Fix } from '../../types';
import { removeBlock } from '../blocks/remove-block';
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
    { title: 'Take the heading out', edits: [removeBlock(draft, draft.blocks[heading.index]!)] },
  ];
}
