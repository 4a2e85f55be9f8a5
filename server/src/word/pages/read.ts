import { isOn } from '../../docx/format';
import { elementIn, elementsIn, valueIn, type XmlElement } from '../../docx/xml-tree';
import { addAll } from '../../util/lists';
import type { Format, Formats } from './formats';
import { breakLines, type Line } from './lines';
import { numberIn, scan } from './scan';

/** Something that pages are filled with: a paragraph, or a row of a table. Lengths in twips. */
export interface Box {
  readonly lines: readonly Line[];
  readonly marks: readonly (readonly [name: string, line: number])[];
  readonly format: Pick<
    Format,
    'style' | 'before' | 'after' | 'keepNext' | 'keepLines' | 'breakBefore' | 'contextual'
  >;
  /** Height of the header rows that stand above a row again on each further page. */
  readonly repeated?: number;
}

/** The paper of a section. Lengths in twips. */
interface Paper {
  readonly width: number;
  readonly height: number;
  /** Whether it begins a page. */
  readonly apart: boolean;
  /** The number of its first page, where the count begins anew. */
  readonly start: number | undefined;
}

export interface ReadSection {
  readonly boxes: readonly Box[];
  readonly paper: Paper;
}

const HOLD_BLOCKS: ReadonlySet<string | undefined> = new Set(['w:body', 'w:sdt', 'w:sdtContent', 'w:ins']);

/** Reads a document's body as sections of boxes, block by block: there may be hundreds of thousands. */
export function readSections(
  document: string,
  formats: Formats,
  headerHeight: (section: XmlElement) => number,
): ReadSection[] {
  const papers = sectionsIn(document).map((section) => paperOf(section, headerHeight(section)));
  const sections: ReadSection[] = [];
  let boxes: Box[] = [];
  const paper = (): Paper => papers[sections.length] ?? paperOf(undefined, 0);
  const end = (): void => {
    sections.push({ paper: paper(), boxes });
    boxes = [];
  };
  scan(document, (block, around) => {
    if (!HOLD_BLOCKS.has(around.at(-1)?.name)) return false;
    if (around[2]?.name !== 'w:body' || around.some(({ name }, at) => at > 2 && !HOLD_BLOCKS.has(name)))
      return false;
    if (block.name === 'w:p' || block.name === 'w:tbl')
      addAll(boxes, readBoxes([block], paper().width, formats));
    if (block.name === 'w:sectPr' || elementIn(block, 'w:pPr', 'w:sectPr') !== undefined) end();
    return true;
  });
  if (boxes.length > 0) end();
  return sections;
}

/** The properties of the sections of a document, which stand at their ends. */
function sectionsIn(document: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (let at = document.indexOf('<w:sectPr'); at !== -1; ) {
    const tag = document.indexOf('>', at) + 1;
    const end = document[tag - 2] === '/' ? tag : document.indexOf('</w:sectPr>', tag);
    if (end === -1) break;
    found.push(elementIn(scan(document.slice(at, end)), 'w:sectPr')!);
    at = document.indexOf('<w:sectPr', end);
  }
  return found;
}

/** Paragraphs and tables, those in content controls among them. */
function* blocksIn(element: XmlElement): Generator<XmlElement> {
  for (const block of elementsIn(element)) {
    if (block.name === 'w:sdt' || block.name === 'w:sdtContent' || block.name === 'w:ins')
      yield* blocksIn(block);
    else if (block.name === 'w:p' || block.name === 'w:tbl' || block.name === 'w:sectPr') yield block;
  }
}

function paperOf(section: XmlElement | undefined, header: number): Paper {
  const size = elementIn(section, 'w:pgSz');
  const margins = elementIn(section, 'w:pgMar');
  const side = (name: string): number => Math.abs(numberIn(margins, name) ?? 1440);
  const top = Math.max(side('w:top'), header);
  const columns = numberIn(elementIn(section, 'w:cols'), 'w:num') ?? 1;
  const width =
    (numberIn(size, 'w:w') ?? 11906) -
    side('w:left') -
    side('w:right') -
    (numberIn(margins, 'w:gutter') ?? 0);
  const height = (numberIn(size, 'w:h') ?? 16838) - top - side('w:bottom');
  return {
    // Columns are filled one after the other: together they are one long one.
    width: Math.max(1000, columns > 1 ? (width - (columns - 1) * 720) / columns : width),
    height: Math.max(1000, height) * Math.max(1, columns),
    apart: valueIn(section, 'w:type') !== 'continuous',
    start: numberIn(elementIn(section, 'w:pgNumType'), 'w:start'),
  };
}

export function readBoxes(blocks: Iterable<XmlElement>, width: number, formats: Formats): Box[] {
  const boxes: Box[] = [];
  for (const block of blocks) {
    if (block.name === 'w:tbl') for (const row of readTable(block, width, formats)) boxes.push(row);
    else if (block.name === 'w:p') {
      const format = formats.paragraph(elementIn(block, 'w:pPr'));
      const broken = breakLines(block, format, width, formats);
      const { ruled } = format;
      broken.lines[0]!.height += ruled.above;
      broken.lines.at(-1)!.height += ruled.below;
      boxes.push({ ...broken, format });
    }
  }
  return boxes;
}

/** How high some paragraphs and tables are, one below the other. */
export function heightOf(boxes: readonly Box[]): number {
  let sum = 0;
  let below = 0;
  for (const [at, { lines, format }] of boxes.entries()) {
    const joined = (other: Box | undefined): boolean =>
      format.contextual && other?.format.style === format.style;
    sum += joined(boxes[at - 1]) ? 0 : Math.max(0, format.before - below);
    for (const line of lines) sum += line.height;
    below = joined(boxes[at + 1]) ? 0 : format.after;
    sum += below;
  }
  return sum;
}

const ROW = {
  style: '',
  before: 0,
  after: 0,
  keepLines: true,
  breakBefore: false,
  contextual: false,
} as const;

/** White space in a cell at either side and above and below together, where nothing else is said. */
const SIDES = 216;
const ABOVE_AND_BELOW = 56;

/** A line of text in a table. */
const CUT = 265;

/** A row that may go on on the next page, in lines of text. */
function cut(height: number): Line[] {
  const count = Math.max(1, Math.round(height / CUT));
  return Array.from({ length: count }, () => ({ height: height / count, notes: [] }));
}

function readTable(table: XmlElement, width: number, formats: Formats): Box[] {
  const grid = elementsIn(elementIn(table, 'w:tblGrid')).map((column) => numberIn(column, 'w:w') ?? 0);
  const margins = elementIn(table, 'w:tblPr', 'w:tblCellMar');
  const padding = (side: string, usual: number): number => numberIn(elementIn(margins, side), 'w:w') ?? usual;
  const sides = padding('w:left', SIDES / 2) + padding('w:right', SIDES / 2);
  const above = padding('w:top', ABOVE_AND_BELOW / 2) + padding('w:bottom', ABOVE_AND_BELOW / 2);
  const rules = formats.tableRules(elementIn(table, 'w:tblPr'));
  const boxes: Box[] = [];
  let repeated = 0;
  const rows = elementsIn(table, 'w:tr');
  for (const [at, row] of rows.entries()) {
    const properties = elementIn(row, 'w:trPr');
    let height = numberIn(elementIn(properties, 'w:trHeight'), 'w:val') ?? 0;
    let keepNext = false;
    let column = 0;
    const notes: string[] = [];
    const marks: [string, number][] = [];
    for (const cell of elementsIn(row, 'w:tc')) {
      const own = elementIn(cell, 'w:tcPr');
      const span = numberIn(elementIn(own, 'w:gridSpan'), 'w:val') ?? 1;
      const share = grid.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      column += span;
      const room = (share || numberIn(elementIn(own, 'w:tcW'), 'w:w') || width / 2) - sides;
      const content = readBoxes(blocksIn(cell), room, formats);
      for (const box of content) {
        for (const line of box.lines) addAll(notes, line.notes);
        for (const [name] of box.marks) marks.push([name, 0]);
      }
      if (column === span) keepNext = content[0]?.format.keepNext ?? false;
      height = Math.max(height, heightOf(content) + above);
    }
    const isHeader = isOn(elementIn(properties, 'w:tblHeader')) === true && boxes.length === 0;
    const isLast = at === rows.length - 1;
    height += (at === 0 ? rules.above : 0) + (isLast ? rules.below : isHeader ? rules.head : rules.between);
    if (isHeader) repeated = height;
    const isWhole = isOn(elementIn(properties, 'w:cantSplit')) === true || isHeader || notes.length > 0;
    boxes.push({
      lines: isWhole ? [{ height, notes }] : cut(height),
      marks,
      format: { ...ROW, keepNext, keepLines: isWhole },
      ...(isHeader || repeated === 0 ? {} : { repeated }),
    });
  }
  return boxes;
}
