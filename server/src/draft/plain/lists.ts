/**
 * Reads lists whose items have one line each, nested or with blank lines between them, without the parser (see
 * `plain/index.ts`).
 */
import type { List, ListItem, Paragraph } from 'mdast';
import type { Point } from 'unist';
import { SPACE, TAB } from '../codes';
import type { Labels } from '../labels';
import { afterBlankLines, afterLineEnd, isBlankAfter } from '../lines';
import { type Line, LONGEST, lineAt, type Plain, paragraphIn, positionIn } from './lines';

/** The deepest nesting of lists, and the most columns before a marker, both below the limits of `parser/limits.ts`. */
const DEEPEST = 20;
const WIDEST = 100;
/** The most items: as many as a block may have (see `marksEnd` in `slices.ts`). */
const MOST_ITEMS = 1_001;
/** Text that is indented by this many columns more than the text of its item is code. */
const CODE = 4;

interface Mark {
  /** The marker, with the space after it. */
  readonly text: string;
  /** The delimiter (`-`, `.` or the like), which is the same for all items of a list. */
  readonly sign: string;
  /** Columns before it. */
  readonly indent: number;
}

/** A list that is being read. */
interface Open {
  readonly node: List;
  readonly sign: string;
  readonly indent: number;
  /** Column at which the text of its last item begins. */
  content: number;
}

/** The marker of an item in the line at `start`, or undefined. */
function markAt(text: string, start: number): Mark | undefined {
  let at = start;
  while (at - start <= WIDEST && text.charCodeAt(at) === SPACE) at++;
  let end = at;
  while (end - at < 10 && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  const sign = text[end]!;
  if (at - start > WIDEST || end - at > 9 || !(end === at ? '-*+' : '.)').includes(sign)) return undefined;
  if (text.charCodeAt(end + 1) !== SPACE) return undefined;
  return { text: text.slice(at, end + 2), sign, indent: at - start };
}

/** Reads a list whose items have one line each, with nested lists; undefined if the parser must read it. */
export function listAt(text: string, start: number, labels: Labels | undefined): Plain | undefined {
  const open: Open[] = [];
  let last: Line | undefined;
  /** Whether a blank line is before this one. */
  let isAfterBlank = false;
  let number = 1;
  for (let at = start, items = 1; ; number++, items++) {
    const mark = markAt(text, at);
    const line = lineAt(text, start, number, at);
    const list = mark && line && listFor(open, mark, isAfterBlank, last && endOf(last));
    const item = list && itemIn(text, line, mark, labels);
    if (!item || line.end - start > LONGEST || items > MOST_ITEMS) return undefined;
    list.node.children.push(item);
    list.content = mark.indent + mark.text.length;
    last = line;
    const next = afterLineEnd(text, line.end);
    isAfterBlank = isBlankAfter(text, line.end);
    at = next;
    if (!isAfterBlank) continue;
    at = afterBlankLines(text, next);
    if (endsAt(text, at, open[0]!.sign)) break;
    for (let blank = next; blank < at; blank++, number++) {
      // Blank lines with spaces are left to the parser, because the spaces may belong to an item.
      if (text.charCodeAt(blank) === 13 && text.charCodeAt(blank + 1) === 10) blank++;
      else if (text.charCodeAt(blank) !== 10) return undefined;
    }
  }
  const { node } = open[0]!;
  close(open, 0, endOf(last));
  return { node, end: last.end, lines: last.line };
}

/** Whether a list ends before the line at `start`, which follows a blank line. */
function endsAt(text: string, start: number, sign: string): boolean {
  if (start >= text.length) return true;
  const code = text.charCodeAt(start);
  if (code === SPACE || code === TAB) return false;
  // Another item of the same kind continues the list.
  let end = start;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return text[end] !== sign;
}

/**
 * The list that a marker belongs to or begins; undefined if unclear.
 *
 * @param open the lists that it may belong to, from the outside in; those that it ends are closed
 * @param before the end of the line before; undefined for the first line
 */
function listFor(
  open: Open[],
  mark: Mark,
  isAfterBlank: boolean,
  before: Point | undefined,
): Open | undefined {
  const { text, sign, indent } = mark;
  let inner = open.length - 1;
  while (inner >= 0 && open[inner]!.indent > indent) inner--;
  const list = open[inner];
  if (list?.indent === indent) {
    if (list.sign !== sign) return undefined;
    if (inner < open.length - 1) {
      close(open, inner + 1, before!);
      list.node.children.at(-1)!.position!.end = { ...before! };
    }
    if (isAfterBlank) list.node.spread = true;
    return list;
  }
  // A nested list begins only in the innermost item: further out, the line would continue that item's text.
  if (inner !== open.length - 1 || open.length === DEEPEST) return undefined;
  const ordered = text.length > 2;
  const item = list?.node.children.at(-1);
  if (list && item) {
    if (indent < list.content || indent >= list.content + CODE) return undefined;
    // A list that does not begin with 1 does not interrupt a paragraph.
    if (ordered && !isAfterBlank && text.slice(0, -2) !== '1') return undefined;
    if (isAfterBlank) item.spread = true;
  } else if (indent > 0) return undefined;
  const node: List = {
    type: 'list',
    ordered,
    start: ordered ? Number.parseInt(text, 10) : null,
    spread: false,
    children: [],
  };
  const begun = { node, sign, indent, content: 0 };
  item?.children.push(node);
  open.push(begun);
  return begun;
}

/** Closes the lists from `first` on, each of which ends with its last item. */
function close(open: Open[], first: number, end: Point): void {
  for (const { node } of open.splice(first)) {
    node.children.at(-1)!.position!.end = { ...end };
    node.position = { start: { ...node.children[0]!.position!.start }, end: { ...end } };
  }
}

function endOf(line: Line): Point {
  return positionIn(line, line.start, line.end).end;
}

function itemIn(text: string, line: Line, mark: Mark, labels: Labels | undefined): ListItem | undefined {
  const start = line.start + mark.indent;
  let content = start + mark.text.length;
  let checked: boolean | null = null;
  const box = text.slice(content, content + 4);
  if (/^\[[ xX\t]\]/.test(box)) {
    if (!/^\[[ xX]\] $/.test(box)) return undefined;
    checked = box[1] !== ' ';
    content += box.length;
  }
  const paragraph = paragraphIn(text, line, content, labels);
  // A checkbox needs text after it.
  if (!paragraph || (checked !== null && !beginsWithText(paragraph))) return undefined;
  return {
    type: 'listItem',
    spread: false,
    checked,
    children: [paragraph],
    position: positionIn(line, start, line.end),
  };
}

const beginsWithText = ({ children }: Paragraph): boolean => children[0]?.type === 'text';
