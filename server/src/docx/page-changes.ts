import type { Block, PageChange } from './model';
import { elementIn, elementsIn, textIn, type XmlElement } from './xml-tree';

type Orientation = 'portrait' | 'landscape';

/** How the pages of a section lie, by the properties that end it; undefined without any. */
export function orientationIn(properties: XmlElement | undefined): Orientation | undefined {
  const section = elementIn(properties, 'w:sectPr');
  if (section === undefined) return undefined;
  return elementIn(section, 'w:pgSz')?.attributes['w:orient'] === 'landscape' ? 'landscape' : 'portrait';
}

/**
 * Notes at the first block of each section whether its pages are turned.
 *
 * @param sections the sections that end before the last, with the index behind each
 * @param last how the pages of the last section lie
 */
export function withTurns(
  blocks: readonly Block[],
  sections: readonly { readonly end: number; readonly orientation: Orientation }[],
  last: Orientation,
): Block[] {
  const out = [...blocks];
  let now: Orientation = 'portrait';
  let start = 0;
  for (const { end, orientation } of [...sections, { end: out.length, orientation: last }]) {
    const first = out[start];
    if (orientation !== now && start < end && first !== undefined) {
      // A turned page is a new one.
      out[start] = { ...first, before: orientation satisfies PageChange };
      now = orientation;
    }
    start = end;
  }
  return out;
}

/** What is tracked, or stands beside the text. */
const ASIDE = /^(?:w:(?:pPr|rPr|ins|del|moveFrom|moveTo|txbxContent)|mc:Fallback)$/;
const SAYS = /^(?:w:(?:t|tab|sym|drawing|pict|object|footnoteReference|endnoteReference)|m:oMath)$/;

/** Whether a new page begins in front of all that a paragraph says, and behind it: there, if it says nothing. */
export function pageBreaksOf(paragraph: XmlElement): {
  readonly isBefore: boolean;
  readonly isBehind: boolean;
} {
  let [isBefore, isBehind, isSaid] = [false, false, false];
  const read = (element: XmlElement): void => {
    for (const child of elementsIn(element)) {
      if (child.name === 'w:br' && child.attributes['w:type'] === 'page') {
        if (isSaid) isBehind = true;
        else isBefore = true;
      } else if (SAYS.test(child.name) && (child.name !== 'w:t' || textIn(child).trim() !== ''))
        [isSaid, isBehind] = [true, false];
      else if (!ASIDE.test(child.name)) read(child);
      else if (/^w:(?:ins|moveTo)$/.test(child.name)) [isSaid, isBehind] = [true, false];
    }
  };
  read(paragraph);
  return isSaid ? { isBefore, isBehind } : { isBefore: false, isBehind: isBefore };
}
