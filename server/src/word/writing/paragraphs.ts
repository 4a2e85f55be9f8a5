import type { Paragraph, RootContent } from 'mdast';
import { linesOf } from '../../mdast/plain-text';
import { captionLabel, isPicture, withoutLabel } from '../captions';
import type { Marker } from '../lists/numbering';
import { SECTION_STEP } from '../lists/numbering';
import type { TextParagraph } from '../markup/blocks';
import { run, TAB } from '../markup/runs';
import { withBreaks } from '../separate-lines';
import { STYLE } from '../styles';
import { isBold, plainText } from '../xml-text';
import type { Place } from './context';
import { inlines } from './inlines';
import { paragraph, placedParagraph } from './placed-paragraphs';

/** Characters in a paragraph of a quotation that is short enough to be kept on one page with the next one. */
const SHORT_QUOTATION = 500;

/** Whether a paragraph is none of an item, a quotation, a note or a cell. */
function standsAlone(place: Place, marker: Marker | undefined): boolean {
  return marker === undefined && place.part === 'body' && place.quotes === 0 && place.level < 0;
}

/** Writes a paragraph: a caption, a picture, what somebody said, or running text. */
export function textParagraph(
  node: Paragraph,
  next: RootContent | undefined,
  place: Place,
  marker: Marker | undefined,
): TextParagraph {
  const { context } = place;
  const { captions, separated } = context.source;
  const text = separated.get(node) === 'lines' ? { ...node, children: withBreaks(linesOf(node)) } : node;
  const caption = captions.of.get(node);
  const to = caption?.to ?? node.data?.captionTo;
  if (to !== undefined) {
    const content =
      caption === undefined
        ? inlines(text.children, {}, place)
        : captionLabel(node, caption, context.counts) + inlines(withoutLabel(text), {}, place);
    const keep = to === 'below' ? { keepNext: true } : {};
    return placedParagraph(content, { style: STYLE.caption, ...keep }, place, marker);
  }
  const isAlone = standsAlone(place, marker);
  const numbered = isAlone ? numberByHand(text) : undefined;
  const content = inlines(numbered?.rest ?? text.children, {}, place);
  if (isPicture(node) && isAlone) {
    const captioned =
      (next !== undefined && captions.of.get(next)?.to === 'above') ||
      (next?.type === 'paragraph' && next.data?.captionTo === 'above');
    const keep = captioned ? { keepNext: true } : {};
    return placedParagraph(content, { style: STYLE.figure, ...keep }, place, marker);
  }
  // Who said it stays with what was said.
  if (place.quotes > 0 && next?.type === 'paragraph' && plainText(node).length < SHORT_QUOTATION) {
    return paragraph(content, { keepNext: true }, place, marker);
  }
  const keep = next !== undefined && announces(node, next) ? { keepNext: true } : {};
  if (numbered === undefined) return paragraph(content, keep, place, marker);
  const hanging = { left: place.left + SECTION_STEP, hanging: SECTION_STEP };
  const labelled = run(numbered.label) + TAB + content;
  return paragraph(labelled, { ...keep, indent: hanging }, place);
}

/** "1.1 The pilot", "(a) to close", "a) to close" and "ii. to close": the number that an author has written before a paragraph, with the space behind it. */
const NUMBER_BY_HAND =
  /^(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+(?=["'“‘[]?\p{Lu}|£)|\((?:[a-z]|[ivx]{2,4})\)\s+|(?:[a-z]|[ivx]{2,4})[.)]\s+)/u;

/** What an author has written before a paragraph: “1.1”, or “(a)” and “ii.”, which count within that. */
export function labelByHand(node: RootContent): 'number' | 'letter' | undefined {
  const label = node.type === 'paragraph' ? numberByHand(node)?.label : undefined;
  return label === undefined ? undefined : /\d/.test(label) ? 'number' : 'letter';
}

function numberByHand(node: Paragraph) {
  const [first, ...rest] = node.children;
  // What follows the number may be bold: “6.1 **Financial.** …”.
  const label = NUMBER_BY_HAND.exec(plainText(node))?.[0].trimEnd();
  if (label === undefined || first?.type !== 'text' || !first.value.startsWith(label)) return undefined;
  return { label, rest: [{ ...first, value: first.value.slice(label.length).trimStart() }, ...rest] };
}

/** Characters in a line that stands for a heading. */
const LONGEST_HEADING = 150;

/** "The options are:", "Cabinet is asked to" and a question in bold stay on the page of what they announce. */
function announces(node: Paragraph, next: RootContent): boolean {
  const text = plainText(node).trimEnd();
  if (isBold(node)) return text.length <= LONGEST_HEADING;
  if (next.type === 'list') return !/[.!?]["'”’)]*$/.test(text);
  return (next.type === 'table' || next.type === 'code' || next.type === 'blockquote') && text.endsWith(':');
}
