import type { Block, PageChange } from './model';
import { elementIn, type XmlElement } from './xml-tree';

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
