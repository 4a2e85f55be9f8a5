import { descendants, type Splice } from '../../docx/xml-tree';
import type { Parts } from './parts';

const END = '_EndOfPaper';

/**
 * Makes “Page 1 of 12” in headers and footers count all pages, where a section of the template has become several: the
 * number of pages of a section would say “Page 3 of 1”. As page numbers go on, the total is the number of the last page.
 */
export function countToTheEnd(parts: Parts): void {
  let counts = false;
  for (const name of parts.textParts) {
    const splices = name === parts.main ? [] : toTheEnd(parts, name);
    parts.splice(name, splices);
    counts ||= splices.length > 0;
  }
  if (!counts) return;
  const starts = descendants(parts.root(parts.main)!, 'w:bookmarkStart');
  const id = Array.from(starts, ({ attributes }) => Number(attributes['w:id'])).reduce(
    (next, own) => (own >= next ? own + 1 : next),
    0,
  );
  const bookmark = `<w:bookmarkStart w:id="${id}" w:name="${END}"/><w:bookmarkEnd w:id="${id}"/>`;
  const at = parts.text(parts.main)!.lastIndexOf('</w:p>');
  parts.splice(parts.main, [{ start: at, end: at, text: bookmark }]);
}

function toTheEnd(parts: Parts, name: string): Splice[] {
  const text = parts.text(name)!;
  if (!text.includes('SECTIONPAGES')) return [];
  return Array.from(descendants(parts.root(name)!, 'w:instrText', 'w:fldSimple')).flatMap((piece) => {
    const [from, to] = piece.name === 'w:instrText' ? [piece.open, piece.close] : [piece.start, piece.open];
    const at = text.slice(from, to).indexOf('SECTIONPAGES');
    if (at < 0) return [];
    return [{ start: from + at, end: from + at + 'SECTIONPAGES'.length, text: `PAGEREF ${END}` }];
  });
}
