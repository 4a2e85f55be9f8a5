import { LevelFormat } from 'docx';
import { spelt } from '../list-labels';
import type { Parts } from './parts';

/** Notes of ours, references of anybody's, and fields that show a note's number again. */
const TOKENS =
  /<w:bookmarkStart\b[^<>]*?\sw:name="(_Note\d+)"|<w:(footnote|endnote)Reference\b|(\sNOTEREF (_Note\d+)\s[^<]{0,200}<\/w:instrText><\/w:r>(?:<w:r>(?:<w:rPr>(?:<w:[^<>]*>)*?<\/w:rPr>)?<w:fldChar [^<>]*><\/w:r>)<w:r>(?:<w:rPr>(?:<w:[^<>]*>)*?<\/w:rPr>)?<w:t\b[^<>]*>)\d+/g;

type Kind = 'footnote' | 'endnote';

/**
 * Gives the later references to a note the number that the first one has in the template: it may have notes of its own
 * before ours, and count in another way.
 *
 * @param section the properties of the section in which our text stands
 */
export function numberCitedNotes(parts: Parts, section: string): void {
  const text = parts.text(parts.main) ?? '';
  if (!text.includes(' NOTEREF _Note')) return;
  const settings = parts.related('settings');
  const places = [section, settings === undefined ? '' : (parts.text(settings) ?? '')];
  const counts = { footnote: 0, endnote: 0 };
  const numbers = new Map<string, string>();
  let bookmark: string | undefined;
  const numbered = text.replace(
    TOKENS,
    (whole, mark?: string, kind?: Kind, field?: string, cited?: string) => {
      if (mark !== undefined) bookmark = mark;
      else if (kind !== undefined) {
        const count = startOf(kind, places) + counts[kind]++;
        if (bookmark !== undefined) numbers.set(bookmark, spelt(formatOf(kind, places), count));
        bookmark = undefined;
      } else if (field !== undefined) return field + (numbers.get(cited ?? '') ?? whole.slice(field.length));
      return whole;
    },
  );
  parts.set(parts.main, numbered);
}

/** How notes are counted: as the section or the settings say, else as Word does by itself. */
function formatOf(kind: Kind, places: readonly string[]): string {
  return (
    settingIn('numFmt', kind, places) ?? (kind === 'endnote' ? LevelFormat.LOWER_ROMAN : LevelFormat.DECIMAL)
  );
}

function startOf(kind: Kind, places: readonly string[]): number {
  return Number(settingIn('numStart', kind, places) ?? 1);
}

/** What the section, or else the settings, give for a property of notes. */
function settingIn(property: string, kind: Kind, places: readonly string[]): string | undefined {
  for (const place of places) {
    const start = place.indexOf(`<w:${kind}Pr>`);
    const properties = start === -1 ? '' : place.slice(start, place.indexOf(`</w:${kind}Pr>`, start));
    for (const [, name, value] of properties.matchAll(/<w:(\w+)\b[^<>]*?\sw:val="(\w+)"/g))
      if (name === property) return value;
  }
  return undefined;
}
