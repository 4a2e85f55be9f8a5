import type { Heading, RootContent } from 'mdast';
import type { Place } from './context';
import { styleOfHeading } from './headings';
import { inlines } from './inlines';
import type { LetterRole } from './letter';
import type { Marker } from './lists/numbering';
import { bookmarkXml, type TextParagraph } from './markup';
import { placedParagraph } from './placed-paragraphs';
import { run } from './runs';
import { STYLE } from './styles';
import { plainText } from './text';

/** A signature is no larger, in twips: 6 by 2 cm. */
const SIGNATURE = { width: 3402, height: 1134 } as const;

/**
 * A paragraph of a letter that is no running text, or one that is the title.
 *
 * @param isTop whether it is the first heading of the outline
 */
export function roleParagraph(
  node: RootContent,
  role: LetterRole | 'title',
  around: Place,
  isTop = false,
): TextParagraph {
  const isSigned = role === 'signature' || role === 'figure';
  const place = isSigned ? { ...around, pictures: SIGNATURE } : around;
  // Close, signature and name stand on one page.
  const look = {
    style: STYLE[role],
    ...(role === 'figure' ? { keepNext: true } : {}),
    ...(isTop ? { outlineLevel: 0 } : {}),
  };
  const content =
    node.type === 'heading'
      ? headingText(node, place)
      : node.type === 'paragraph'
        ? inlines(node.children, {}, place)
        : run(plainText(node));
  return placedParagraph(content, look, place);
}

/** Writes a heading; nothing where it says nothing. */
export function heading(node: Heading, place: Place, marker: Marker | undefined): TextParagraph[] {
  const { context } = place;
  const content = headingText(node, place);
  // An empty heading would be an empty line in the navigation pane.
  if (content === '' && marker === undefined) return [];
  const style = styleOfHeading(node, context);
  // A heading has white space of its own above it: what the block above asks for counts where that is less.
  if (context.spaceAbove(style) >= context.next.spaceBefore) context.next.spaceBefore = 0;
  if (marker === undefined && !isNumbered(node, place)) {
    const plain = { style, numbering: false as const, indent: { left: place.left, firstLine: 0 } };
    return [placedParagraph(content, plain, place, marker)];
  }
  return [placedParagraph(content, { style }, place, marker)];
}

/** Whether a heading may have the number that its style would give it, or its style gives none. */
function isNumbered(node: Heading, place: Place): boolean {
  const { layout, title, numberedLevels, appended } = place.context;
  if (node === title || !numberedLevels.has(Math.max(1, node.depth - layout.raised))) return true;
  // A section that we number has come with its marker.
  if (layout.numbering !== 'none' || layout.byHand || appended.has(node)) return false;
  return place.part === 'body' && place.quotes === 0 && place.level < 0;
}

/** A heading's words, with the bookmark that links and the table of contents lead to. */
function headingText(node: Heading, place: Place): string {
  const { context } = place;
  const content = inlines(node.children, {}, place);
  const bookmark = context.source.headingBookmarks.get(node) ?? context.contents.get(node);
  if (bookmark === undefined || content === '') return content;
  return bookmarkXml(bookmark, content, context.counts);
}
