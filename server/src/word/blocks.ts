import { BorderStyle, type IParagraphOptions, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Blockquote, Heading, Paragraph as ParagraphNode, RootContent } from 'mdast';
import { alertOf } from './alerts';
import { withAttributions } from './attribution';
import { captionLabel, isPicture, withoutLabel } from './captions';
import { type Context, DEEPEST, type Place, warn } from './context';
import { type DefinitionGroup, definitionOf } from './definitions';
import { styleOfHeading } from './headings';
import { htmlBlocks } from './html-blocks';
import { inlines } from './inlines';
import type { LetterRole } from './letter';
import { checkbox, listBlocks, type Marker } from './lists';
import { asChild, setLastApart, TextBookmark, TextParagraph, TextTable, type Written } from './markup';
import { noteStyle } from './notes';
import { SECTION_STEP } from './numbering';
import { codeRun, run } from './runs';
import { nodesOf } from './source';
import {
  ALERTS,
  type AlertKind,
  alertStyle,
  listContinueStyle,
  QUOTE_BAR,
  QUOTE_STEP,
  STYLE,
} from './styles';
import { tableBlock } from './tables';
import { isBold, plainText } from './text';
import { type Words, wordsIn } from './words';

export type WordBlock = TextParagraph | TextTable | Written;

/** Characters in a paragraph of a quotation that is short enough to be kept on one page with the next one. */
const SHORT_QUOTATION = 500;

/** Narrower than this (in twips), text is not set in any further. */
const NARROWEST = 2800;

/** Writes blocks one below the other. The marker, where there is one, goes to the first of them. */
export function blocks(
  nodes: readonly RootContent[],
  place: Place,
  context: Context,
  marker?: Marker,
): WordBlock[] {
  if (place.depth > DEEPEST) return flat(nodes, place, context, marker);
  const out: WordBlock[] = [];
  let pending = marker;
  for (const [at, node] of nodes.entries()) {
    if (pending !== undefined && !takesMarker(node)) {
      out.push(paragraph([], {}, place, context, pending));
      pending = undefined;
    }
    if (append(out, node, nodes[at + 1], place, context, pending)) pending = undefined;
  }
  if (pending !== undefined) out.push(paragraph([], {}, place, context, pending));
  return out;
}

/**
 * Writes one block below others.
 *
 * @param next the block that follows it
 * @returns whether it makes anything to be seen
 */
export function append(
  out: WordBlock[],
  node: RootContent,
  next: RootContent | undefined,
  place: Place,
  context: Context,
  marker?: Marker,
): boolean {
  const { speech } = node.data ?? {};
  const spoken = speech === undefined ? place : { ...place, speech: { ...place.speech, ...speech } };
  const written = block(node, next, spoken, context, marker);
  // Word would join two tables without a paragraph in between.
  if (written[0] instanceof TextTable && out.at(-1) instanceof TextTable)
    out.push(new TextParagraph({ style: STYLE.tableGap }));
  // Items have no space between them; two lists do.
  if (node.type === 'list' && next?.type === 'list') setLastApart(written);
  for (const one of written) out.push(one);
  // Word would go on with the list of a quotation in the list below it, and the other way round.
  if (next !== undefined && joinsLists(node, next)) {
    out.push(framed([], { style: STYLE.quoteGap }, quoted(place), context, undefined));
  }
  return written.length > 0;
}

/** Whether a list inside a quotation and one outside of it stand one below the other. */
function joinsLists(above: RootContent, below: RootContent): boolean {
  return above.type === 'blockquote'
    ? below.type === 'list' && above.children.at(-1)?.type === 'list'
    : above.type === 'list' && below.type === 'blockquote' && below.children[0]?.type === 'list';
}

/** Whether a block begins with a paragraph of its own, on which an item's marker can stand. */
function takesMarker(node: RootContent): boolean {
  return (
    node.type === 'paragraph' || node.type === 'heading' || node.type === 'code' || node.type === 'blockquote'
  );
}

function block(
  node: RootContent,
  next: RootContent | undefined,
  place: Place,
  context: Context,
  marker: Marker | undefined,
): WordBlock[] {
  switch (node.type) {
    case 'paragraph': {
      const group = marker === undefined && place.part === 'body' ? definitionOf(node) : undefined;
      if (group !== undefined) return definition(group, place, context);
      return [textParagraph(node, next, place, context, marker)];
    }
    case 'heading':
      return heading(node, place, context, marker);
    case 'list':
      return listBlocks(node, place, context);
    case 'blockquote':
      return quotation(node, place, context, marker);
    case 'code':
      return [code(node.value, place, context, marker)];
    case 'thematicBreak':
      return [framed([], { style: STYLE.rule }, place, context, undefined)];
    case 'table':
      return tableBlock(node, place, context);
    case 'html':
      return blocks(htmlBlocks(node, context), place, context, marker);
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      // Inline nodes never stand at this level; if one did, its words would be kept.
      return [paragraph([run(plainText(node))], {}, place, context, marker)];
  }
}

function textParagraph(
  node: ParagraphNode,
  next: RootContent | undefined,
  place: Place,
  context: Context,
  marker: Marker | undefined,
): TextParagraph {
  const caption = context.source.captions.of(node);
  if (caption !== undefined) {
    const children = [captionLabel(caption), ...inlines(withoutLabel(node), {}, place, context)];
    const keep = caption.to === 'below' ? { keepNext: true } : {};
    return framed(children, { style: STYLE.caption, ...keep }, place, context, marker);
  }
  const children = inlines(withoutNumber(node, marker, place), {}, place, context);
  const to = node.data?.captionTo;
  if (to !== undefined)
    return framed(
      children,
      { style: STYLE.caption, ...(to === 'below' ? { keepNext: true } : {}) },
      place,
      context,
      marker,
    );
  if (
    isPicture(node) &&
    marker === undefined &&
    place.level < 0 &&
    place.quotes === 0 &&
    place.part === 'body'
  ) {
    const captioned =
      (next !== undefined && context.source.captions.of(next)?.to === 'above') ||
      (next?.type === 'paragraph' && next.data?.captionTo === 'above');
    return framed(
      children,
      { style: STYLE.figure, ...(captioned ? { keepNext: true } : {}) },
      place,
      context,
      marker,
    );
  }
  // Who said it stays with what was said.
  if (place.quotes > 0 && next?.type === 'paragraph' && plainText(node).length < SHORT_QUOTATION) {
    return paragraph(children, { keepNext: true }, place, context, marker);
  }
  const keep = next !== undefined && announces(node, next) ? { keepNext: true } : {};
  const label = numberByHand(node, marker, place);
  if (label === undefined) return paragraph(children, keep, place, context, marker);
  const hanging = { left: place.left + SECTION_STEP, hanging: SECTION_STEP };
  return paragraph(
    [run(label.trimEnd()), new TextRun({ children: [new Tab()] }), ...children],
    { ...keep, indent: hanging },
    place,
    context,
  );
}

/** "1.1 The pilot" and "(a) to close": the number that an author has written before a paragraph, with the space behind it. */
const NUMBER_BY_HAND = /^(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+(?=["'“‘[]?\p{Lu})|\((?:[a-z]|[ivx]{2,4})\)\s+)/u;

function numberByHand(node: ParagraphNode, marker: Marker | undefined, place: Place): string | undefined {
  const [first] = node.children;
  if (
    first?.type !== 'text' ||
    marker !== undefined ||
    place.part !== 'body' ||
    place.quotes > 0 ||
    place.level >= 0
  )
    return undefined;
  return NUMBER_BY_HAND.exec(first.value)?.[0];
}

function withoutNumber(
  node: ParagraphNode,
  marker: Marker | undefined,
  place: Place,
): ParagraphNode['children'] {
  const label = numberByHand(node, marker, place);
  const [first, ...rest] = node.children;
  if (label === undefined || first?.type !== 'text') return node.children;
  return [{ ...first, value: first.value.slice(label.length) }, ...rest];
}

/** Characters in a line that stands for a heading. */
const LONGEST_HEADING = 150;

/** "The options are:" and a question in bold stay on the page of what they announce. */
function announces(node: ParagraphNode, next: RootContent): boolean {
  const text = plainText(node).trimEnd();
  if (isBold(node)) return text.length <= LONGEST_HEADING;
  return (next.type === 'list' || next.type === 'table' || next.type === 'code') && text.endsWith(':');
}

function definition(group: DefinitionGroup, place: Place, context: Context): WordBlock[] {
  const meaning = { ...place, left: place.left + QUOTE_STEP, width: place.width - QUOTE_STEP };
  return [
    framed(inlines(group.term, {}, place, context), { style: STYLE.term }, place, context, undefined),
    ...group.meanings.map((children) =>
      framed(inlines(children, {}, meaning, context), { style: STYLE.meaning }, meaning, context, undefined),
    ),
  ];
}

/** A paragraph of running text in the style of the place where it stands. */
export function paragraph(
  children: readonly ParagraphChild[],
  options: IParagraphOptions,
  place: Place,
  context: Context,
  marker?: Marker,
): TextParagraph {
  const style = textStyle(place, marker, context);
  return framed(children, style === undefined ? options : { style, ...options }, place, context, marker);
}

function textStyle(place: Place, marker: Marker | undefined, context: Context): string | undefined {
  if (marker?.style !== undefined) return marker.style;
  if (place.part === 'note') return noteStyle(context);
  if (place.quotes > 0) {
    if (marker !== undefined) return STYLE.quoteList;
    if (place.listInQuote) return STYLE.quoteContinue;
    return place.alert === undefined ? STYLE.quote : alertStyle(place.alert);
  }
  if (marker !== undefined) return STYLE.listItem;
  if (place.level >= 0) return listContinueStyle(place.level);
  return place.part === 'cell' ? STYLE.tableText : undefined;
}

/** How far a style sets its text in by itself, in twips. */
function ownLeft(style: string | undefined): number {
  return style === STYLE.quote || style === STYLE.quoteGap || style === STYLE.meaning || isAlert(style)
    ? QUOTE_STEP
    : 0;
}

function isAlert(style: string | undefined): boolean {
  return style !== undefined && ALERT_STYLES.has(style);
}

const ALERT_STYLES: ReadonlySet<string> = new Set(
  (Object.keys(ALERTS) as AlertKind[]).flatMap((kind) => [alertStyle(kind), alertStyle(kind, 'Label')]),
);

/** A rule's own line, where borders are given: for some readers they take the place of all of the style's. */
const RULE_LINE = { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '7F7F7F' } } as const;

/** Puts a paragraph where it belongs: indents, the item's number, the bar of a quotation, what the last block left to do. */
function framed(
  children: readonly ParagraphChild[],
  options: IParagraphOptions,
  place: Place,
  context: Context,
  marker: Marker | undefined,
): TextParagraph {
  const { next } = context;
  context.next = { pageBreak: false, spaceBefore: 0 };
  const styled =
    options.style === STYLE.quote ||
    options.style === STYLE.quoteList ||
    options.style === STYLE.quoteGap ||
    options.style === STYLE.quoteContinue;
  const barred = place.quotes > 0 && !isAlert(options.style) && (place.alert !== undefined || !styled);
  const color = place.alert === undefined ? QUOTE_BAR.color : ALERTS[place.alert];
  return new TextParagraph({
    ...options,
    ...indents(options.style, place, marker),
    ...(marker?.loose ? { contextualSpacing: false } : {}),
    ...(place.speech?.rtl ? { bidirectional: true } : {}),
    ...(barred
      ? {
          border: {
            left: { style: BorderStyle.SINGLE, ...QUOTE_BAR, color },
            ...(options.style === STYLE.rule ? RULE_LINE : {}),
          },
        }
      : {}),
    ...(next.pageBreak ? { pageBreakBefore: true } : {}),
    ...(next.spaceBefore > 0 && options.spacing === undefined
      ? { spacing: { before: next.spaceBefore } }
      : {}),
    children: marker?.checked == null ? children : [...checkbox(marker.checked), ...children],
  });
}

function indents(style: string | undefined, place: Place, marker: Marker | undefined): IParagraphOptions {
  if (marker !== undefined) {
    const { number, step } = marker.shape;
    // The style brings the number, and with it the indent.
    if (number === undefined) return {};
    const left = marker.left ?? place.left;
    const indent = { left, hanging: step };
    return left === marker.shape.left ? { numbering: number } : { numbering: number, indent };
  }
  if (place.level >= 0) {
    // "No number" on what continues an item: readers of the file then know that it belongs to the item. LibreOffice
    // then forgets the style's indent, hence the direct one.
    return { numbering: false, indent: { left: place.left } };
  }
  return place.left === ownLeft(style) ? {} : { indent: { left: place.left } };
}

const ROLE_STYLES: Readonly<Record<LetterRole | 'title', string>> = {
  title: STYLE.title,
  address: STYLE.letterAddress,
  date: STYLE.letterDate,
  salutation: STYLE.salutation,
  subject: STYLE.subject,
  closing: STYLE.closing,
  signature: STYLE.signature,
  signaturePicture: STYLE.figure,
};

/** A signature is no larger, in twips: 6 by 2 cm. */
const SIGNATURE = { width: 3402, height: 1134 } as const;

/** A paragraph of a letter that is no running text, or one that is the title. */
export function roleParagraph(
  node: RootContent,
  role: LetterRole | 'title',
  around: Place,
  context: Context,
): TextParagraph {
  const isSigned = role === 'signature' || role === 'signaturePicture';
  const place = isSigned ? { ...around, pictures: SIGNATURE } : around;
  // Close, signature and name stand on one page.
  const options = { style: ROLE_STYLES[role], ...(role === 'signaturePicture' ? { keepNext: true } : {}) };
  if (node.type === 'heading')
    return framed(headingText(node, place, context), options, place, context, undefined);
  const children =
    node.type === 'paragraph' ? inlines(node.children, {}, place, context) : [run(plainText(node))];
  return framed(children, options, place, context, undefined);
}

function heading(node: Heading, place: Place, context: Context, marker: Marker | undefined): WordBlock[] {
  const children = headingText(node, place, context);
  // An empty heading would be an empty line in the navigation pane.
  if (children.length === 0 && marker === undefined) return [];
  const style = styleOfHeading(node, context);
  // A heading has white space of its own above it: what the block above asks for counts where that is less.
  if (context.spaceAbove(style) >= context.next.spaceBefore) context.next.spaceBefore = 0;
  if (marker === undefined && !isNumbered(node, place, context)) {
    const plain = { style, numbering: false as const, indent: { left: place.left, firstLine: 0 } };
    return [framed(children, plain, place, context, marker)];
  }
  return [framed(children, { style }, place, context, marker)];
}

/** Whether a heading may have the number that its style would give it, or its style gives none. */
function isNumbered(
  node: Heading,
  place: Place,
  { layout, title, numberedLevels, appended }: Context,
): boolean {
  if (node === title || !numberedLevels.has(Math.max(1, node.depth - layout.raised))) return true;
  // A section that we number has come with its marker.
  if (layout.numbering !== 'none' || appended.has(node)) return false;
  return place.part === 'body' && place.quotes === 0 && place.level < 0;
}

/** A heading's words, with the bookmark that links and the table of contents lead to. */
function headingText(node: Heading, place: Place, context: Context): ParagraphChild[] {
  const children = inlines(node.children, {}, place, context);
  const bookmark = context.source.headingBookmarks.get(node) ?? context.contents.get(node);
  if (bookmark === undefined || children.length === 0) return children;
  return [asChild(new TextBookmark(bookmark, children))];
}

function code(value: string, place: Place, context: Context, marker: Marker | undefined): TextParagraph {
  return framed([codeRun(value)], { style: STYLE.code }, place, context, marker);
}

function quotation(
  node: Blockquote,
  place: Place,
  context: Context,
  marker: Marker | undefined,
): WordBlock[] {
  const inside = quoted(place);
  const alert =
    marker === undefined && place.quotes === 0 ? alertOf(node, alertWords(place, context)) : undefined;
  if (alert === undefined) {
    // The item's text stays where that of its neighbours begins, whatever follows the quotation in it.
    const own = marker === undefined ? undefined : { ...marker, left: marker.left ?? place.left };
    return blocks(withAttributions(node.children), inside, context, own);
  }
  const barred = { ...inside, alert: alert.kind };
  const label = inlines([{ type: 'text', value: alert.label }], {}, place, context);
  return [
    framed(label, { style: alertStyle(alert.kind, 'Label') }, barred, context, undefined),
    ...blocks(alert.children, barred, context),
  ];
}

function alertWords({ speech }: Place, { words }: Context): Words {
  return speech?.language === undefined ? words : wordsIn(speech.language);
}

/** The place inside a quotation. */
function quoted(place: Place): Place {
  const step = place.width - QUOTE_STEP < NARROWEST ? 0 : QUOTE_STEP;
  return {
    ...place,
    left: place.left + step,
    width: place.width - step,
    quotes: place.quotes + 1,
    list: undefined,
    numbered: 0,
    listInQuote: false,
    depth: place.depth + 1,
  };
}

/** What stands too deep to be shown in its form: the words of each paragraph, one below the other. */
function flat(
  nodes: readonly RootContent[],
  place: Place,
  context: Context,
  marker: Marker | undefined,
): WordBlock[] {
  warn(context, 'Blocks are nested too deeply here: their words are kept, their layout is not', nodes[0]);
  const out: WordBlock[] = [];
  let pending = marker;
  for (const top of nodes) {
    for (const node of nodesOf(top)) {
      if (
        node.type !== 'paragraph' &&
        node.type !== 'heading' &&
        node.type !== 'code' &&
        node.type !== 'tableCell'
      ) {
        continue;
      }
      out.push(paragraph([run(plainText(node))], {}, place, context, pending));
      pending = undefined;
    }
  }
  if (pending !== undefined) out.push(paragraph([], {}, place, context, pending));
  return out;
}
