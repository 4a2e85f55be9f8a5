import { getOrInsert } from '../util/memoize';
import type { Format, Inline } from './model';
import { elementIn, elementsIn, type XmlElement } from './xml-tree';

/** What properties of runs say of a format; what they do not say is left as it is. */
export type FormatChange = Partial<Format>;

export const PLAIN: Format = Object.freeze({
  bold: false,
  italic: false,
  strike: false,
  code: false,
  raised: '',
  underlined: false,
  highlighted: false,
});

const known = new Map<string, Format>();

/** The one object for a format. */
export function formatOf(format: Format): Format {
  const { bold, italic, strike, code, raised, underlined, highlighted } = format;
  const key = `${+bold}${+italic}${+strike}${+code}${+underlined}${+highlighted}${raised}`;
  return getOrInsert(known, key, () =>
    Object.freeze({ bold, italic, strike, code, raised, underlined, highlighted }),
  );
}

export function withoutBold<Some extends Inline>(inline: Some): Some {
  return inline.type === 'text' && inline.format.bold
    ? { ...inline, format: formatOf({ ...inline.format, bold: false }) }
    : inline;
}

/** Whether an element that turns something on is there and does not say otherwise (`w:ST_OnOff`). */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  if (element === undefined) return undefined;
  return !/^(?:0|false|off|none)$/i.test(element.attributes['w:val'] ?? '');
}

/** What elements of `w:rPr` say. */
const SAYS = new Map<string, (element: XmlElement, value: string | undefined) => FormatChange>([
  ['w:b', (element) => ({ bold: isOn(element)! })],
  ['w:i', (element) => ({ italic: isOn(element)! })],
  ['w:strike', (element) => ({ strike: isOn(element)! })],
  ['w:dstrike', (element) => ({ strike: isOn(element)! })],
  ['w:vertAlign', (_, value) => ({ raised: value === 'superscript' || value === 'subscript' ? value : '' })],
  ['w:u', (_, value) => ({ underlined: value !== undefined && value !== 'none' })],
  ['w:highlight', (_, value) => ({ highlighted: value !== 'none' })],
]);

/** Reads `w:rPr`. */
export function formatChange(properties: XmlElement | undefined): FormatChange {
  const change: FormatChange = {};
  for (const one of elementsIn(properties))
    Object.assign(change, SAYS.get(one.name)?.(one, one.attributes['w:val']));
  return change;
}

/** Whether text is not to be seen (`w:vanish`). */
export function isHidden(properties: XmlElement | undefined): boolean {
  return isOn(elementIn(properties, 'w:vanish')) === true;
}
