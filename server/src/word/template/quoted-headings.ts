import { descendants, textIn, type XmlElement } from '../../docx/xml-tree';
import { headingStyle } from '../styles';
import type { Parts } from './parts';

const QUOTED = /\bSTYLEREF[ \t]+(?:"([^"]*)"|(\S+))/gi;

/**
 * Whether a template's headers, footers or text show the words of a heading by its level: Heading 1 must be a section
 * then, or they would show an error.
 *
 * @param names our style id → the name of the template's
 */
export function quotesHeadings(parts: Parts, names: ReadonlyMap<string, string>): boolean {
  const known = new Set<string>();
  for (let depth = 1; depth <= 6; depth++) {
    for (const name of [String(depth), `heading ${depth}`, names.get(headingStyle(depth)) ?? ''])
      known.add(name.toLowerCase());
  }
  return parts.textParts.some((name) =>
    [...instructionsIn(parts.root(name)!).matchAll(QUOTED)].some(([, quoted, bare]) =>
      known.has((quoted ?? bare ?? '').toLowerCase()),
    ),
  );
}

/** What the fields of a part say, one on a line: a field that Word has cut in pieces is put together. */
function instructionsIn(root: XmlElement): string {
  let out = '';
  for (const piece of descendants(root, 'w:instrText', 'w:fldSimple', 'w:fldChar')) {
    if (piece.name === 'w:instrText') out += textIn(piece);
    else out += `\n${piece.attributes['w:instr'] ?? ''}\n`;
  }
  return out;
}
