import { relationsPart } from '../../docx/part-names';
import { Formats } from './formats';
import { paginate } from './paginate';
import { heightOf, readBoxes, readSections } from './read';
import { attribute, child, numberIn, type Scanned, scan } from './scan';
import { themeFonts } from './theme';

/** Headers, each in the widths of its pages, that are measured; no paper has more. */
const MOST_HEADERS = 100;

/**
 * Works out on which page each bookmark of a finished document stands, for its table of contents. It sets the text in
 * lines and fills pages with them, by the widths of the usual fonts; other programs may break a line elsewhere, so that
 * it is an estimate, right to the page as a rule.
 *
 * @param part the text of a part of the package, by its name; undefined where there is none
 * @returns the number that the page shows, by the bookmark's name
 */
export function pagesOf(part: (name: string) => string | undefined, main: string): Map<string, number> {
  const relations = relationsOf(part, main);
  const related = (type: string): string => {
    const target = relations.find((one) => one.type === type)?.target;
    return target === undefined ? '' : (part(target) ?? '');
  };
  const formats = new Formats(related('styles'), related('numbering'), themeFonts(related('theme')));
  const body = child(scan(part(main) ?? ''), 'w:document', 'w:body');
  if (body === undefined) return new Map();
  const notes = new Map<string, Scanned>();
  for (const note of child(scan(related('footnotes')), 'w:footnotes')?.children ?? []) {
    notes.set(attribute(note, 'w:id') ?? '', note);
  }
  const heights = new Map<string, number>();
  const noteHeight = (id: string, width: number): number => {
    const key = `${id} ${width}`;
    const known = heights.get(key);
    if (known !== undefined) return known;
    const height = heightOf(readBoxes(notes.get(id)?.children ?? [], width, formats));
    heights.set(key, height);
    return height;
  };
  const headers = new Map(relations.map(({ id, target }) => [id, target]));
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
    let height = headerHeights.get(key);
    if (height === undefined && headerHeights.size < MOST_HEADERS) {
      const content = child(scan(part(header) ?? ''), 'w:hdr')?.children ?? [];
      height = heightOf(readBoxes(content, width, formats));
      headerHeights.set(key, height);
    }
    return (numberIn(margins, 'w:header') ?? 720) + (height ?? 0);
  };
  const added = related('settings').includes('<w:doNotUseHTMLParagraphAutoSpacing');
  return paginate(readSections(body, formats, headerHeight), noteHeight, added);
}

interface Relation {
  readonly id: string;
  /** The end of its type: `styles`. */
  readonly type: string;
  readonly target: string;
}

function relationsOf(part: (name: string) => string | undefined, main: string): Relation[] {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const list = part(relationsPart(main)) ?? '';
  return (child(scan(list), 'Relationships')?.children ?? []).map((one) => {
    const target = attribute(one, 'Target') ?? '';
    return {
      id: attribute(one, 'Id') ?? '',
      type: attribute(one, 'Type')?.replace(/^.*\//, '') ?? '',
      target: target.startsWith('/') ? target.slice(1) : folder + target,
    };
  });
}
