import type { Context, Place } from './context';
import { checkbox, type Marker } from './lists';
import { type ParagraphLook, TextParagraph } from './markup';
import { noteStyle } from './notes';
import {
  ALERTS,
  type AlertKind,
  alertStyle,
  listContinueStyle,
  QUOTE_BAR,
  QUOTE_STEP,
  STYLE,
} from './styles';

/** Narrower than this (in twips), text is not set in any further. */
const NARROWEST = 2800;

/** The place inside a quotation. */
export function quoted(place: Place): Place {
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

/** A paragraph of running text in the style of the place where it stands. */
export function paragraph(
  content: string,
  look: ParagraphLook,
  place: Place,
  context: Context,
  marker?: Marker,
): TextParagraph {
  const style = textStyle(place, marker, context);
  return placedParagraph(content, style === undefined ? look : { style, ...look }, place, context, marker);
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

/** Those of quotations, which bring their bar. */
const BARRED_STYLES: ReadonlySet<string> = new Set([
  STYLE.quote,
  STYLE.quoteList,
  STYLE.quoteGap,
  STYLE.quoteContinue,
]);

/** A rule's own line, where borders are given: for some readers they take the place of all of the style's. */
const RULE_LINE = { bottom: { size: 6, space: 1, color: '7F7F7F' } } as const;

/** Puts a paragraph where it belongs: indents, the item's number, the bar of a quotation, what the last block left to do. */
export function placedParagraph(
  content: string,
  look: ParagraphLook,
  place: Place,
  context: Context,
  marker: Marker | undefined,
): TextParagraph {
  const { next } = context;
  context.next = { pageBreak: false, spaceBefore: 0 };
  const styled = look.style !== undefined && BARRED_STYLES.has(look.style);
  const barred = place.quotes > 0 && !isAlert(look.style) && (place.alert !== undefined || !styled);
  const color = place.alert === undefined ? QUOTE_BAR.color : ALERTS[place.alert];
  const bar = { left: { ...QUOTE_BAR, color }, ...(look.style === STYLE.rule ? RULE_LINE : {}) };
  return new TextParagraph(
    {
      ...look,
      ...(look.indent === undefined ? indents(look.style, place, marker) : {}),
      ...(marker?.loose ? { contextualSpacing: false } : {}),
      ...(place.speech?.rtl ? { rtl: true } : {}),
      ...(barred ? { border: bar } : {}),
      ...(next.pageBreak ? { pageBreakBefore: true } : {}),
      ...(next.spaceBefore > 0 && look.spacing === undefined
        ? { spacing: { before: next.spaceBefore } }
        : {}),
    },
    marker?.checked == null ? content : checkbox(marker.checked) + content,
  );
}

function indents(style: string | undefined, place: Place, marker: Marker | undefined): ParagraphLook {
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
