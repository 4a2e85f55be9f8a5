import type { Marker } from '../lists/numbering';
import { type ParagraphLook, TextParagraph } from '../markup/blocks';
import {
  ALERTS,
  type AlertKind,
  alertStyle,
  listContinueStyle,
  QUOTE_BAR,
  QUOTE_STEP,
  STYLE,
} from '../styles';
import { type Context, type Place, setIn } from './context';
import { checkbox } from './lists';

/** The place inside a quotation at a place. */
export function quoted(place: Place): Place {
  return {
    ...setIn(place, QUOTE_STEP),
    quotes: place.quotes + 1,
    list: undefined,
    numbered: 0,
    listInQuote: false,
  };
}

/** Writes a paragraph of running text in the style for its place. */
export function paragraph(
  content: string,
  look: ParagraphLook,
  place: Place,
  marker?: Marker,
): TextParagraph {
  const style = textStyle(place, marker, place.context);
  const gap = place.part === 'body' ? place.context.gapBelow(style) : 0;
  const spaced = gap > 0 ? { ...look, spacing: { after: gap } } : look;
  return placedParagraph(content, style === undefined ? spaced : { style, ...spaced }, place, marker);
}

function textStyle(place: Place, marker: Marker | undefined, context: Context): string | undefined {
  if (marker?.style !== undefined) return marker.style;
  if (place.part === 'note') return STYLE[context.notes.kind];
  if (place.quotes > 0) {
    if (marker !== undefined) return STYLE.quoteList;
    if (place.listInQuote) return STYLE.quoteContinue;
    return place.alert === undefined ? STYLE.quote : alertStyle(place.alert);
  }
  if (marker !== undefined) return STYLE.listItem;
  if (place.level >= 0) return listContinueStyle(place.level);
  return place.part === 'cell' ? STYLE.tableText : undefined;
}

/** The indent of a style itself, in twips. */
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

/** Styles of quotations, which have a bar at the left. */
const BARRED_STYLES: ReadonlySet<string> = new Set([
  STYLE.quote,
  STYLE.quoteList,
  STYLE.quoteGap,
  STYLE.quoteContinue,
]);

/** Whether a style is of text in a quotation. */
export function isQuoted(style: string | undefined): boolean {
  return style !== STYLE.quoteGap && style !== undefined && (BARRED_STYLES.has(style) || isAlert(style));
}

/**
 * The line of a thematic break, repeated where borders are given: for some readers these replace all borders of the
 * style.
 */
const RULE_LINE = { bottom: { size: 6, space: 1, color: '7F7F7F' } } as const;

/**
 * Formats a paragraph for its place: indents, list number, bar of a quotation, and what the block above requires of the
 * next.
 */
export function placedParagraph(
  content: string,
  look: ParagraphLook,
  place: Place,
  marker?: Marker,
): TextParagraph {
  const { context } = place;
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
      ...(place.lang?.rtl ? { rtl: true } : {}),
      ...(barred ? { border: bar } : {}),
      ...(next.pageBreak ? { pageBreakBefore: true } : {}),
      ...(next.spaceBefore > 0 ? { spacing: { before: next.spaceBefore, ...look.spacing } } : {}),
    },
    marker?.checked == null ? content : checkbox(marker.checked) + content,
  );
}

function indents(style: string | undefined, place: Place, marker: Marker | undefined): ParagraphLook {
  if (marker !== undefined) {
    const { number, step } = marker.shape;
    // The style has the number, and with it the indent.
    if (number === undefined) return {};
    const left = marker.left ?? place.left;
    const indent = { left, hanging: step };
    return left === marker.shape.left ? { numbering: number } : { numbering: number, indent };
  }
  if (place.level >= 0) {
    // A further paragraph of an item gets “no number”, so that programs know that it belongs to the item. LibreOffice
    // then ignores the style's indent, hence the direct one.
    return { numbering: false, indent: { left: place.left } };
  }
  return place.left === ownLeft(style) ? {} : { indent: { left: place.left } };
}
