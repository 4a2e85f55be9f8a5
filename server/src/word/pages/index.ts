import { resolve } from '../../docx/part-names';
import { getOrInsert } from '../../memoize';
import type { Parts } from '../template/parts';
import { Formats, themeFonts } from './formats';
import { paginate } from './paginate';
import { heightOf, readBoxes, readSections } from './read';
import { attribute, child, numberIn, type Scanned, scan } from './scan';

/** The most headers that are measured, each in the widths of its pages. */
const MOST_HEADERS = 100;

/**
 * Estimates on which page each bookmark of a finished document is, for its table of contents. It breaks the text into
 * lines and fills pages with them, with the metrics of common fonts. Other programs may break some lines differently,
 * but the page is usually right.
 *
 * @returns the page number as shown, by name of the bookmark
 */
export function pagesOf(parts: Parts): Map<string, number> {
  const { main } = parts;
  const related = (type: string): string => parts.text(parts.related(type) ?? '') ?? '';
  const formats = new Formats(related('styles'), related('numbering'), themeFonts(related('theme')));
  const notes = new Map<string, Scanned>();
  for (const note of child(scan(related('footnotes')), 'w:footnotes')?.children ?? []) {
    notes.set(attribute(note, 'w:id') ?? '', note);
  }
  const heights = new Map<string, number>();
  const noteHeight = (id: string, width: number): number =>
    getOrInsert(heights, `${id} ${width}`, () =>
      heightOf(readBoxes(notes.get(id)?.children ?? [], width, formats)),
    );
  const headers = new Map(
    parts.relations(main).map(({ attributes: { Id, Target = '' } }) => [Id, resolve(main, Target)]),
  );
  const headerHeights = new Map<string, number>();
  const headerHeight = (section: Scanned): number => {
    const reference = section.children.find(
      (one) => one.name === 'w:headerReference' && attribute(one, 'w:type') === 'default',
    );
    const id = attribute(reference, 'r:id');
    const header = id === undefined ? undefined : headers.get(id);
    if (id === undefined || header === undefined) return 0;
    const size = child(section, 'w:pgSz');
    const margins = child(section, 'w:pgMar');
    const side = (name: string): number => numberIn(margins, name) ?? 1440;
    const width = (numberIn(size, 'w:w') ?? 11906) - side('w:left') - side('w:right');
    const key = `${header} ${width}`;
    const measured = (): number => {
      const content = child(scan(parts.text(header) ?? ''), 'w:hdr')?.children ?? [];
      return headerHeights.size < MOST_HEADERS ? heightOf(readBoxes(content, width, formats)) : 0;
    };
    return (numberIn(margins, 'w:header') ?? 720) + getOrInsert(headerHeights, key, measured);
  };
  const added = related('settings').includes('<w:doNotUseHTMLParagraphAutoSpacing');
  return paginate(readSections(parts.text(main) ?? '', formats, headerHeight), noteHeight, added);
}
