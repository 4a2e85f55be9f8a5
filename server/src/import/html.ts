import type { Block, Cell, Format, Paragraph, Row } from '../docx/model';
import { hasContent } from '../docx/review';
import { escapeXml } from '../word/xml-text';
import type { ImportContext } from './context';
import { type Formatted, formatted, isPiece, type Piece } from './emphasis';
import { isNumbered } from './lists';

/** A table as HTML, without blank lines, at which Markdown would end it. */
export function htmlTable(rows: readonly Row[], context: ImportContext): string {
  const lines = ['<table>'];
  const heads = headRows(rows);
  const depths = rowDepths(rows);
  for (const [at, { cells }] of rows.entries()) {
    lines.push('<tr>');
    const name = at < heads ? 'th' : 'td';
    for (const cell of cells) {
      if (cell.merged === 'next') continue;
      const depth = depths.get(cell) ?? 1;
      const across = cell.columns > 1 ? ` colspan="${cell.columns}"` : '';
      const down = depth > 1 ? ` rowspan="${depth}"` : '';
      lines.push(`<${name}${across}${down}>${htmlBlocks(cell.blocks, context)}</${name}>`);
    }
    lines.push('</tr>');
  }
  return [...lines, '</table>'].join('\n');
}

/** How many rows at the top are heads, which Word repeats on each page; at least one. */
function headRows(rows: readonly Row[]): number {
  const marked = rows.findIndex(({ header }) => !header);
  return marked === -1 ? 1 : Math.max(1, marked);
}

/** The number of rows of each cell that is merged downwards. */
function rowDepths(rows: readonly Row[]): ReadonlyMap<Cell, number> {
  const depths = new Map<Cell, number>();
  let above = new Map<number, Cell>();
  for (const { cells } of rows) {
    const here = new Map<number, Cell>();
    let column = 0;
    for (const cell of cells) {
      const begun = cell.merged === 'next' ? above.get(column) : undefined;
      if (begun !== undefined) {
        depths.set(begun, (depths.get(begun) ?? 1) + 1);
        here.set(column, begun);
      } else if (cell.merged !== undefined) here.set(column, cell);
      column += cell.columns;
    }
    above = here;
  }
  return depths;
}

function htmlBlocks(blocks: readonly Block[], context: ImportContext): string {
  const shown = blocks.filter((block) => block.type === 'table' || block.inlines.some(hasContent));
  const [only] = shown;
  if (shown.length === 1 && only?.type === 'paragraph' && only.list === undefined)
    return htmlLine(only, context);
  const out: string[] = [];
  let list: string | undefined;
  const end = (): void => {
    if (list !== undefined) out.push(`</${list}>`);
    list = undefined;
  };
  for (const block of shown) {
    if (block.type === 'table') {
      end();
      out.push(htmlTable(block.rows, context));
      continue;
    }
    const isItem = block.list !== undefined && block.heading === undefined;
    const name = !isItem ? undefined : isNumbered(block.list!) ? 'ol' : 'ul';
    if (name !== list) {
      end();
      const start = name === 'ol' && block.list!.value !== 1 ? ` start="${block.list!.value}"` : '';
      if (name !== undefined) out.push(`<${name}${start}>`);
      list = name;
    }
    const tag = name === undefined ? 'p' : 'li';
    const text = htmlLine(block, context);
    out.push(`<${tag}>${block.heading === undefined ? text : `<strong>${text}</strong>`}</${tag}>`);
  }
  end();
  return out.length === 0 ? '' : `\n${out.join('\n')}\n`;
}

function htmlLine({ inlines }: Paragraph, context: ImportContext): string {
  let out = '';
  const boxes: string[] = [];
  let pieces: Piece[] = [];
  let target: string | undefined;
  const end = (): void => {
    const text = formatted(pieces)
      .map((one) => htmlPiece(one, context))
      .join('');
    out += target === undefined || text.trim() === '' ? text : `<a href="${escapeXml(target)}">${text}</a>`;
    pieces = [];
  };
  for (const inline of inlines) {
    if (inline.type === 'box') boxes.push(`<br>${htmlBlocks(inline.blocks, context)}`);
    if (inline.type === 'other') context.lose(inline.what);
    if (!isPiece(inline)) continue;
    const own = context.target(inline.link);
    if (own !== target) end();
    target = own;
    pieces.push(inline);
  }
  end();
  return [out.replace(/^(?:\s|<br>)+/, ''), ...boxes].join('').trimEnd();
}

function htmlPiece({ piece, format }: Formatted, context: ImportContext): string {
  switch (piece.type) {
    case 'break':
      return '<br>';
    case 'picture':
      return context.pictures.html(piece);
    case 'note':
      return '';
    default:
      return htmlText(piece.text, format);
  }
}

const ELEMENTS = [
  ['code', 'code'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['strike', 'del'],
] as const;

function htmlText(text: string, format: Format): string {
  let out = escapeXml(text.replace(/[\t\n\r]+/g, ' '));
  if (text.trim() === '') return out;
  for (const [name, element] of ELEMENTS) if (format[name]) out = `<${element}>${out}</${element}>`;
  if (format.raised !== '') {
    const element = format.raised === 'superscript' ? 'sup' : 'sub';
    out = `<${element}>${out}</${element}>`;
  }
  return out;
}
