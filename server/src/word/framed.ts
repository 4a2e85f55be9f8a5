import { BorderStyle, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { Context, Place } from './context';
import { checkbox, type Marker } from './lists';
import { TextParagraph } from './markup';
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

/** Those of quotations, which bring their bar. */
const BARRED_STYLES: ReadonlySet<string> = new Set([
  STYLE.quote,
  STYLE.quoteList,
  STYLE.quoteGap,
  STYLE.quoteContinue,
]);

/** A rule's own line, where borders are given: for some readers they take the place of all of the style's. */
const RULE_LINE = { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '7F7F7F' } } as const;

/** Puts a paragraph where it belongs: indents, the item's number, the bar of a quotation, what the last block left to do. */
export function framed(
  children: readonly ParagraphChild[],
  options: IParagraphOptions,
  place: Place,
  context: Context,
  marker: Marker | undefined,
): TextParagraph {
  const { next } = context;
  context.next = { pageBreak: false, spaceBefore: 0 };
  const styled = options.style !== undefined && BARRED_STYLES.has(options.style);
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
