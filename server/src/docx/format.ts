import type { Format } from './model';
import { elementIn, type XmlElement } from './xml-tree';

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
  let one = known.get(key);
  if (one === undefined) {
    one = Object.freeze({ bold, italic, strike, code, raised, underlined, highlighted });
    known.set(key, one);
  }
  return one;
}

/** Whether an element that turns something on is there and does not say otherwise (`w:ST_OnOff`). */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  if (element === undefined) return undefined;
  return !/^(?:0|false|off|none)$/i.test(element.attributes['w:val'] ?? '');
}

/** Reads `w:rPr`. */
export function formatChange(properties: XmlElement | undefined): FormatChange {
  const change: { -readonly [Key in keyof Format]?: Format[Key] } = {};
  for (const child of properties?.children ?? []) {
    if (typeof child === 'string') continue;
    const value = child.attributes['w:val'];
    switch (child.name) {
      case 'w:b':
        change.bold = isOn(child)!;
        break;
      case 'w:i':
        change.italic = isOn(child)!;
        break;
      case 'w:strike':
      case 'w:dstrike':
        change.strike = isOn(child)!;
        break;
      case 'w:vertAlign':
        change.raised = value === 'superscript' || value === 'subscript' ? value : '';
        break;
      case 'w:u':
        change.underlined = value !== undefined && value !== 'none';
        break;
      case 'w:highlight':
        change.highlighted = value !== 'none';
        break;
      default:
    }
  }
  return change;
}

/** Whether text is not to be seen (`w:vanish`). */
export function isHidden(properties: XmlElement | undefined): boolean {
  return isOn(elementIn(properties, 'w:vanish')) === true;
}
