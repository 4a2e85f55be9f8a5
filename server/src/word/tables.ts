import { AlignmentType } from 'docx';
import type { AlignType, TableCell as CellNode, PhrasingContent, Table as TableNode } from 'mdast';
import type { Context, Place } from './context';
import { inlines } from './inlines';
import { type TableShape, TextParagraph, TextTable } from './markup';
import { textWidth } from './measure';
import { QUOTE_BAR, STYLE, TABLE_TEXT_SIZE } from './styles';
import { plainText } from './text';

/** White space beside a cell's text, both sides together, in twips. */
const CELL_PADDING = 216;

/** Programs differ by a hair in how wide a line is: room for it, so that it does not break. */
const SLACK = 60;

/** Columns get no narrower than this (1 cm), whatever their text. */
const NARROWEST_COLUMN = 567;

/** A table whose text needs less than this share of the line is set as wide as its text. */
const WORTH_STRETCHING = 0.55;

/** White space above what follows a table, in twips. */
const SPACE_AFTER = 200;

export function tableBlock(node: TableNode, place: Place, context: Context): (TextTable | TextParagraph)[] {
  const header = node.data?.header !== false;
  const rows = node.children;
  // GFM: the header row says how many columns there are; cells beyond are not shown.
  const columns = Math.min(63, rows[0]?.children.length ?? 0);
  if (columns === 0) return [];
  const widths = columnWidths(
    rows.map((row) => row.children.slice(0, columns)),
    columns,
    place.width,
    header,
    context.typeFactor,
  );
  const out: (TextTable | TextParagraph)[] = [];
  // A break before a table needs a paragraph of its own.
  if (context.next.pageBreak) out.push(new TextParagraph({ style: STYLE.tableGap, pageBreakBefore: true }));
  context.next = { pageBreak: false, spaceBefore: 0 };
  const written = rows.map((row, at) => {
    const head = header && at === 0;
    return widths.map((width, column) => {
      const inside: Place = {
        ...place,
        left: 0,
        width: width - CELL_PADDING,
        quotes: 0,
        listInQuote: false,
        level: -1,
        part: 'cell',
      };
      return cell(row.children[column], node.align?.[column], head, inside, context);
    });
  });
  const shape = { style: STYLE.table, widths, left: place.left, header, ...besideQuotation(place) };
  const table = new TextTable(shape, written);
  context.next = { pageBreak: false, spaceBefore: SPACE_AFTER };
  out.push(table);
  return out;
}

/** The bar of a quotation goes on beside a table in it. */
function besideQuotation({ quotes, bar }: Place): Pick<TableShape, 'bar'> {
  return quotes === 0 ? {} : { bar: { size: QUOTE_BAR.size, color: bar ?? QUOTE_BAR.color } };
}

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;

function cell(
  node: CellNode | undefined,
  align: AlignType | undefined,
  head: boolean,
  place: Place,
  context: Context,
): TextParagraph {
  const children: readonly PhrasingContent[] = node?.children ?? [];
  return new TextParagraph({
    style: head ? STYLE.tableHead : STYLE.tableText,
    ...(align == null ? {} : { alignment: ALIGNMENT[align] }),
    children: inlines(children, {}, place, context),
  });
}

/** Of a longer word (an address, say) so many characters count: it may break. */
const LONGEST_WORD = 40;

/** The pieces of a text that no line breaks: Word breaks after white space, hyphens and dashes, and long addresses. */
function wordsOf(text: string): string[] {
  return text
    .split(/\s+|(?<=[-–—])/)
    .flatMap((word) => (word.length > LONGEST_WORD / 2 ? word.split(/(?<=\/)/) : [word]));
}

/**
 * How wide each column is, in twips, so that lines break as little as they must: every column has room for its
 * longest word, and the rest goes to those that have the most to say.
 *
 * @param available width of the line
 */
export function columnWidths(
  rows: readonly (readonly CellNode[])[],
  columns: number,
  available: number,
  header: boolean,
  typeFactor = 1,
): number[] {
  const least = new Array<number>(columns).fill(NARROWEST_COLUMN);
  const wanted = new Array<number>(columns).fill(NARROWEST_COLUMN);
  for (const [at, row] of rows.entries()) {
    const head = header && at === 0;
    for (const [column, node] of row.entries()) {
      const text = plainText(node);
      const bold = head || node.children.some((child) => child.type === 'strong');
      const width = (part: string): number =>
        textWidth(part, TABLE_TEXT_SIZE * typeFactor, bold) + CELL_PADDING + SLACK;
      for (const word of wordsOf(text)) {
        least[column] = Math.max(least[column]!, width(word.slice(0, LONGEST_WORD)));
      }
      wanted[column] = Math.max(wanted[column]!, least[column]!, width(text.slice(0, 2000)));
    }
  }
  return share(least, wanted, available);
}

function share(least: readonly number[], wanted: readonly number[], available: number): number[] {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const round = (values: readonly number[], total: number): number[] => {
    const whole = values.map((value) => Math.floor(value));
    whole[whole.length - 1]! += total - sum(whole);
    return whole;
  };
  const ideal = sum(wanted);
  if (ideal < available * WORTH_STRETCHING) return wanted.map((width) => Math.ceil(width * 1.05));
  if (ideal <= available)
    return round(
      wanted.map((width) => (width * available) / ideal),
      available,
    );
  const needed = sum(least);
  // Too many columns for the line: those with the longest words give way.
  if (needed >= available) {
    const most = ceiling(least, available);
    return round(
      least.map((width) => Math.min(width, most)),
      available,
    );
  }
  // Columns that ask for no more than an even share get what they ask for; the wide ones divide the rest.
  const widths = new Array<number>(wanted.length).fill(0);
  let open = wanted.map((_, column) => column).sort((a, b) => wanted[a]! - wanted[b]!);
  let rest = available;
  while (open.length > 1) {
    const column = open[0]!;
    const others = sum(open.slice(1).map((other) => least[other]!));
    if (wanted[column]! > rest / open.length || rest - wanted[column]! < others) break;
    widths[column] = wanted[column]!;
    rest -= wanted[column]!;
    open = open.slice(1);
  }
  // Text fills an area, so that a column's need grows slower than its longest line.
  const spare = rest - sum(open.map((column) => least[column]!));
  const appetite = sum(open.map((column) => Math.sqrt(wanted[column]!)));
  for (const column of open) {
    widths[column] = least[column]! + (spare * Math.sqrt(wanted[column]!)) / appetite;
  }
  return round(widths, available);
}

/** The width to which the widest must be cut so that all of them together fill a line that is too short for them. */
function ceiling(widths: readonly number[], available: number): number {
  let rest = available;
  const sorted = [...widths].sort((a, b) => a - b);
  for (const [at, width] of sorted.entries()) {
    const share = rest / (sorted.length - at);
    if (width >= share) return share;
    rest -= width;
  }
  return available;
}
