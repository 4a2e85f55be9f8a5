import { resolve } from '../../docx/part-names';
import { elementIn, elementsIn, type XmlElement } from '../../docx/xml-tree';
import { getOrInsert } from '../../util/memoize';
import type { Parts } from '../package/parts';
import { Formats, themeFonts } from './formats';
import { paginate } from './paginate';
import { heightOf, readBoxes, readSections } from './read';
import { numberIn, scan } from './scan';

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
  const root = (type: string): XmlElement | undefined => elementsIn(scan(related(type)))[0];
  const formats = new Formats(root('styles'), root('numbering'), themeFonts(root('theme')));
  const notes = new Map(elementsIn(root('footnotes')).map((note) => [note.attributes['w:id'], note]));
  const heights = new Map<string, number>();
  const noteHeight = (id: string, width: number): number =>
    getOrInsert(heights, `${id} ${width}`, () =>
      heightOf(readBoxes(elementsIn(notes.get(id)), width, formats)),
    );
  const headers = new Map(
    parts.relations(main).map(({ attributes: { Id, Target = '' } }) => [Id, resolve(main, Target)]),
  );
  const headerHeights = new Map<string, number>();
  const headerHeight = (section: XmlElement): number => {
    const id = elementsIn(section, 'w:headerReference').find(
      ({ attributes }) => attributes['w:type'] === 'default',
    )?.attributes['r:id'];
    const header = id === undefined ? undefined : headers.get(id);
    if (id === undefined || header === undefined) return 0;
    const size = elementIn(section, 'w:pgSz');
    const margins = elementIn(section, 'w:pgMar');
    const side = (name: string): number => numberIn(margins, name) ?? 1440;
    const width = (numberIn(size, 'w:w') ?? 11906) - side('w:left') - side('w:right');
    const key = `${header} ${width}`;
    const measured = (): number => {
      const content = elementsIn(elementIn(scan(parts.text(header) ?? ''), 'w:hdr'));
      return headerHeights.size < MOST_HEADERS ? heightOf(readBoxes(content, width, formats)) : 0;
    };
    return (numberIn(margins, 'w:header') ?? 720) + getOrInsert(headerHeights, key, measured);
  };
  const added = related('settings').includes('<w:doNotUseHTMLParagraphAutoSpacing');
  return paginate(readSections(parts.text(main) ?? '', formats, headerHeight), noteHeight, added);
}
