import { descendants, type Splice, textIn, valueIn, type XmlElement } from '../../docx/xml-tree';
import { words } from '../../util/lists';
import { spelt } from '../lists/labels';
import type { Parts } from '../package/parts';

type Kind = 'footnote' | 'endnote';

/**
 * Gives later references to a note the number that the note has in the template, which may have notes of its own before it
 * and another number format.
 *
 * @param section the properties of the section with the draft's text
 * @param byVersion whether two versions are compared, each with its own numbers
 */
export function numberCitedNotes(parts: Parts, section: XmlElement | undefined, byVersion: boolean): void {
  if (!parts.text(parts.main)?.includes(' NOTEREF _Note')) return;
  const places = [section, parts.relatedRoot('settings')];
  const counts = { now: { footnote: 0, endnote: 0 }, before: { footnote: 0, endnote: 0 } };
  const numbers = { now: new Map<string, string>(), before: new Map<string, string>() };
  const splices: Splice[] = [];
  /** The offset of the end of the last change, by its kind. */
  const ends = { ins: 0, del: 0 };
  let bookmark: string | undefined;
  let cited: string | undefined;
  for (const one of descendants(parts.root(parts.main)!, ...TOKENS)) {
    const isIn = (kind: 'ins' | 'del'): boolean => byVersion && one.start < ends[kind];
    switch (one.name) {
      case 'w:ins':
        ends.ins = Math.max(ends.ins, one.end);
        break;
      case 'w:del':
        ends.del = Math.max(ends.del, one.end);
        break;
      case 'w:bookmarkStart':
        if (/^_Note\d+$/.test(one.attributes['w:name'] ?? '')) bookmark = one.attributes['w:name'];
        break;
      case 'w:instrText':
      case 'w:delInstrText':
        cited = /^ NOTEREF (_Note\d+) /.exec(textIn(one))?.[1];
        break;
      case 'w:fldChar':
        if (one.attributes['w:fldCharType'] === 'end') cited = undefined;
        break;
      case 'w:t':
      case 'w:delText': {
        const number = numbers[isIn('del') ? 'before' : 'now'].get(cited ?? '');
        if (number !== undefined) splices.push({ start: one.open, end: one.close, text: number });
        break;
      }
      default: {
        const kind: Kind = one.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        for (const version of ['now', 'before'] as const) {
          if (isIn(version === 'now' ? 'del' : 'ins')) continue;
          const count = startOf(kind, places) + counts[version][kind]++;
          if (bookmark !== undefined) numbers[version].set(bookmark, spelt(formatOf(kind, places), count));
        }
        bookmark = undefined;
      }
    }
  }
  parts.splice(parts.main, splices);
}

/** Elements that matter for the numbers: changes, bookmarks and references of notes, and fields with their numbers. */
const TOKENS = words(
  'w:ins w:del w:bookmarkStart w:footnoteReference w:endnoteReference w:fldChar w:instrText w:delInstrText w:t w:delText',
);

type Places = readonly (XmlElement | undefined)[];

/** The number format of notes in the section or the settings, or else Word's default. */
function formatOf(kind: Kind, places: Places): string {
  return settingIn('numFmt', kind, places) ?? (kind === 'endnote' ? 'lowerRoman' : 'decimal');
}

function startOf(kind: Kind, places: Places): number {
  return Number(settingIn('numStart', kind, places) ?? 1);
}

/** The value of a property of notes in the section, or else in the settings. */
function settingIn(property: string, kind: Kind, places: Places): string | undefined {
  return places
    .map((place) => valueIn(place, `w:${kind}Pr`, `w:${property}`))
    .find((value) => value !== undefined);
}
