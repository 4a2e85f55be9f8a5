import { descendants, type Splice, textIn, valueIn, type XmlElement } from '../../docx/xml-tree';
import { spelt } from '../lists/labels';
import type { Parts } from './parts';

type Kind = 'footnote' | 'endnote';

/**
 * Gives the later references to a note the number that the first one has in the template: it may have notes of its own
 * before ours, and count in another way.
 *
 * @param section the properties of the section in which our text stands
 */
export function numberCitedNotes(parts: Parts, section: XmlElement | undefined): void {
  if (!parts.text(parts.main)?.includes(' NOTEREF _Note')) return;
  const settings = parts.related('settings');
  const places = [section, settings === undefined ? undefined : parts.root(settings)];
  const counts = { footnote: 0, endnote: 0 };
  const numbers = new Map<string, string>();
  const splices: Splice[] = [];
  let bookmark: string | undefined;
  let cited: string | undefined;
  for (const one of descendants(parts.root(parts.main)!, ...TOKENS)) {
    if (one.name === 'w:bookmarkStart') {
      if (/^_Note\d+$/.test(one.attributes['w:name'] ?? '')) bookmark = one.attributes['w:name'];
    } else if (one.name === 'w:instrText') {
      cited = /^ NOTEREF (_Note\d+) /.exec(textIn(one))?.[1];
    } else if (one.name === 'w:t') {
      const number = numbers.get(cited ?? '');
      if (number !== undefined) splices.push({ start: one.open, end: one.close, text: number });
      cited = undefined;
    } else {
      const kind: Kind = one.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
      const count = startOf(kind, places) + counts[kind]++;
      if (bookmark !== undefined) numbers.set(bookmark, spelt(formatOf(kind, places), count));
      bookmark = undefined;
    }
  }
  parts.splice(parts.main, splices);
}

/** Notes of ours, references of anybody's, and fields that show a note's number again. */
const TOKENS = [
  'w:bookmarkStart',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:instrText',
  'w:t',
] as const;

type Places = readonly (XmlElement | undefined)[];

/** How notes are counted: as the section or the settings say, else as Word does by itself. */
function formatOf(kind: Kind, places: Places): string {
  return settingIn('numFmt', kind, places) ?? (kind === 'endnote' ? 'lowerRoman' : 'decimal');
}

function startOf(kind: Kind, places: Places): number {
  return Number(settingIn('numStart', kind, places) ?? 1);
}

/** What the section, or else the settings, give for a property of notes. */
function settingIn(property: string, kind: Kind, places: Places): string | undefined {
  return places
    .map((place) => valueIn(place, `w:${kind}Pr`, `w:${property}`))
    .find((value) => value !== undefined);
}
