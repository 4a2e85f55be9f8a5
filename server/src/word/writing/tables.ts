import type { AlignType, TableCell as CellNode, PhrasingContent, Table as TableNode } from 'mdast';
import { MOST_COLUMNS } from '../../docx/model';
import { withNoBreakSpaces } from '../../text/no-break-spaces';
import { shortened } from '../../text/shorten';
import { type TableShape, TextParagraph, TextTable } from '../markup/blocks';
import { ALERTS, QUOTE_BAR, STYLE, TABLE_TEXT_SIZE } from '../styles';
import { cellLines } from '../tables/cell-lines';
import { CELL_PADDING, type CellText } from '../tables/cell-text';
import { brokenWord, columnWidths } from '../tables/column-widths';
import { totalRows } from '../tables/totals';
import { textWidth } from '../text-width';
import { plainText } from '../xml-text';
import { type Place, placeIn, warn } from './context';
import { inlines } from './inlines';

/** White space above what follows a table, in twips. */
const SPACE_AFTER = 200;

export function tableBlock(node: TableNode, place: Place): (TextTable | TextParagraph)[] {
  const { context } = place;
  const header = node.data?.header !== false;
  const rows = node.children.map((row) => ({
    ...row,
    children: row.children.map(
      (own): CellNode => ({
        ...own,
        children: cellLines(own.children).map(({ node }) => node),
      }),
    ),
  }));
  // GFM: the header row says how many columns there are; cells beyond are not shown.
  const columns = Math.min(MOST_COLUMNS, rows[0]?.children.length ?? 0);
  if (columns === 0) return [];
  const first = header ? 1 : 0;
  const plain = rows.map((row, at) =>
    row.children.slice(0, columns).map((node) => cellText(node, at < first)),
  );
  const totals = totalRows(plain, first);
  const texts = plain.map((row, at) => (totals.has(at) ? row.map((one) => ({ ...one, bold: true })) : row));
  const widths = columnWidths(texts, columns, place.width, context.typeFactor, first);
  adviseToTurn(node, texts, widths, place, first);
  const alignment = widths.map((_, column) => node.align?.[column] ?? usualAlignment(texts, column, header));
  const out: (TextTable | TextParagraph)[] = [];
  // A break before a table needs a paragraph of its own.
  if (context.next.pageBreak) out.push(new TextParagraph({ style: STYLE.tableGap, pageBreakBefore: true }));
  context.next = { pageBreak: false, spaceBefore: 0 };
  const page =
    place.left + place.width > context.lines.upright ? context.lines.upright : context.lines.turned;
  const heights = heightsOf(texts, widths, context.typeFactor);
  // Rows that may go on on the next page: were they kept whole, they would leave as much of a page empty.
  const tall = new Set(heights.flatMap((height, at) => (at > 0 && height > page / 3 ? [at] : [])));
  // A style that has a look for the last row gives it that, and the others one of ours.
  const endsInTotal = context.lastRowLook && totals.has(rows.length - 1);
  const isShort = heights.reduce((a, b) => a + b, 0) <= page / 3;
  const written = rows.map((row, at) => {
    const style =
      header && at === 0
        ? STYLE.tableHead
        : totals.has(at) && !(endsInTotal && at === rows.length - 1)
          ? STYLE.tableTotal
          : STYLE.tableText;
    // A short table stays whole; of no other does a row stand alone at the foot of a page, or at the top of the next.
    const isKept = isShort || at === first || (at === rows.length - 2 && !tall.has(at + 1));
    const keepNext = isKept && at >= first && at < rows.length - 1 && !tall.has(at);
    return widths.map((width, column) => {
      const part = place.part === 'note' ? 'note' : 'cell';
      const inside = { ...place, ...placeIn(context, part, width - CELL_PADDING) };
      const own = row.children[column];
      const align = own?.data?.align ?? alignment[column];
      return cell(own, { style, keepNext, align }, inside);
    });
  });
  const shape = {
    style: STYLE.table,
    widths,
    left: place.left,
    header,
    total: endsInTotal,
    tall,
    ...besideQuotation(place),
    ...(place.lang?.rtl ? { rtl: true } : {}),
  };
  const table = new TextTable(shape, written);
  context.next = { pageBreak: false, spaceBefore: SPACE_AFTER };
  out.push(table);
  return out;
}

/** Says how the page is turned for a table that breaks words on it, and would not on a turned one. */
function adviseToTurn(
  node: TableNode,
  texts: readonly (readonly CellText[])[],
  widths: readonly number[],
  { context, part, left, width, level, quotes }: Place,
  first: number,
): void {
  const { upright, turned } = context.lines;
  if (part !== 'body' || level >= 0 || quotes > 0 || left + width !== upright || upright >= turned) return;
  const broken = brokenWord(texts, widths, context.typeFactor);
  if (broken === undefined) return;
  const wide = columnWidths(texts, widths.length, turned, context.typeFactor, first);
  if (brokenWord(texts, wide, context.typeFactor) !== undefined) return;
  const message = `This table has too many columns for the page, so that words such as “${shortened(broken, 40)}” are broken: to turn the page, write <!-- landscape --> above it and <!-- portrait --> below it`;
  warn(context, message, node);
}

/** Height of a line in a table, in twips, and of the space above and below a row's text. */
const LINE = 265;
const ROW_SPACE = 156;

/** About how high each row is, in twips. */
function heightsOf(
  texts: readonly (readonly CellText[])[],
  widths: readonly number[],
  typeFactor: number,
): readonly number[] {
  return texts.map((row) => {
    const most = row.reduce((most, { text, bold }, column) => {
      const room = Math.max(1, widths[column]! - CELL_PADDING);
      return Math.max(most, (textWidth(text, TABLE_TEXT_SIZE, bold) * typeFactor) / room);
    }, 0);
    return Math.ceil(most) * LINE + ROW_SPACE;
  });
}

function cellText(node: CellNode, head: boolean): CellText {
  const has = (type: PhrasingContent['type']): number =>
    node.children.filter((child) => child.type === type).length;
  return {
    text: withNoBreakSpaces(plainText(node)),
    bold: head || has('strong') > 0,
    notes: has('footnoteReference'),
  };
}

/** Where the author says nothing: numbers stand at the right, so that their digits do below each other. */
function usualAlignment(
  texts: readonly (readonly CellText[])[],
  column: number,
  header: boolean,
): AlignType | undefined {
  // The first column names what its row is about.
  if (column === 0) return undefined;
  const cells = (header ? texts.slice(1) : texts).map((row) => row[column]?.text ?? '');
  return isNumbers(cells) ? 'right' : undefined;
}

/** The bar of a quotation goes on beside a table in it. */
function besideQuotation({ quotes, alert }: Place): Pick<TableShape, 'bar'> {
  return quotes === 0
    ? {}
    : { bar: { size: QUOTE_BAR.size, color: alert === undefined ? QUOTE_BAR.color : ALERTS[alert] } };
}

interface CellShape {
  readonly style: string;
  /** Whether its row stays on the page of the next one. */
  readonly keepNext: boolean;
  readonly align: AlignType | undefined;
}

function cell(
  node: CellNode | undefined,
  { style, keepNext, align }: CellShape,
  place: Place,
): TextParagraph {
  const children: readonly PhrasingContent[] = node?.children ?? [];
  const look = { style, keepNext, rtl: place.lang?.rtl ?? false, align: align ?? undefined };
  return new TextParagraph(look, inlines(children, {}, place));
}

const SIGN = '[~±+−–-]?';
const DIGITS = '(?:0|[1-9]\\d{0,2}(?:[, \\u00a0\\u202f]\\d{3})+|[1-9]\\d*)?(?:\\.\\d+)?(?<=\\d)';
const UNIT = '(?:%|per cent|percent|million|billion|bn|m|k|p)?';

/** A number, an amount of money or a percentage: "1,200", "(£31,000)", "-1.1%", "£1.2 million". */
const NUMBER = new RegExp(`^${SIGN}\\(?${SIGN}[£€$]?${SIGN}${DIGITS}\\s?${UNIT}\\)?[+*]?$`, 'i');

/** A cell without a number. */
const NONE = /^(?:|[-–—.]{1,3}|…|n\/a|nil|none|tbc)$/i;

const YEAR = /^(?:19|20)\d\d$/;

/**
 * Whether a column of a table has only numbers, and so is aligned to the right. A column of years has not, nor has one
 * with a single number.
 *
 * @param cells the texts of its cells, without the header
 */
function isNumbers(cells: readonly string[]): boolean {
  const full = cells.map((cell) => cell.trim()).filter((cell) => !NONE.test(cell));
  return full.length > 1 && full.every((cell) => NUMBER.test(cell)) && !full.every((cell) => YEAR.test(cell));
}
