/** Whether a block is read the same way without what stands before it. */
import type { Nodes, RootContent } from 'mdast';
import type { Point } from 'unist';
import { afterLineEnd, lineEnd, lineStart } from './lines';
import { isContainer } from './plain';
import { isUnread } from './size-limit';
import type { Block, PlacedBlock } from './types';

/** `startsClean` for nodes with positions in the same text. */
export function isClean(nodes: readonly RootContent[], source: string, index: number): boolean {
  const previous = nodes[index - 1];
  const node = nodes[index]!;
  const start = startOf(node);
  const gap = previous === undefined ? 0 : start.line - previous.position!.end.line - 1;
  return startsClean(node, previous, gap, source, () => lineStart(source, start.offset!));
}

/**
 * Whether micromark reads a block the same way without the block before it. Two cases prevent that:
 *
 * - A list, a quotation or a footnote is still open at the line after it, which counts as a lazy line. A block that
 *   begins there, such as indented code, may then end sooner.
 * - Right after a paragraph, a definition or indented code (not fenced code), only a block that can interrupt a
 *   paragraph begins. A quotation that begins with a letter can.
 *
 * Neither affects a line that begins with a letter, without indent, after an empty line: it begins a paragraph, unless
 * the next line makes a table or a heading of it.
 *
 * @param gap number of lines between the two blocks
 * @param source the text in which `previous` has its positions
 * @param begin offset of the block's line in `own`, the text that the block is read from
 */
function startsClean(
  node: RootContent,
  previous: RootContent | undefined,
  gap: number,
  source: string,
  begin: () => number,
  own = source,
): boolean {
  switch (previous?.type) {
    case 'list':
    case 'blockquote':
    case 'footnoteDefinition':
      return isContainer(node) || (gap > 0 && node.type === 'paragraph' && beginsWithWords(own, begin()));
    case 'code':
      return node.type === 'code' || '`~'.includes(source[startOf(previous).offset!]!);
    case 'paragraph':
      return gap > 0 || node.type === 'paragraph' || isPlainQuotation(node) || isPlainList(node);
    case 'table':
      return gap > 0 || node.type === 'paragraph' || isPlainQuotation(node);
    case 'definition':
      // Any other block with such an indent would be code without the block before it.
      return gap > 0 || (node.type === 'definition' && node.position!.start.column === 1);
    default:
      return true;
  }
}

/** Whether a line begins with a letter, without indent, and the next line does not make a table or a heading of it. */
function beginsWithWords(text: string, at: number): boolean {
  if (!/^\p{L}/u.test(text.slice(at, at + 2))) return false;
  const below = afterLineEnd(text, lineEnd(text, at));
  const line = text.slice(below, Math.min(lineEnd(text, below), at + 5000));
  return !/^[ \t]*[-:|=][-:|= \t]*$/.test(line);
}

/** Whether a node is a bullet list without indent and with a letter first, which can begin after any block. */
function isPlainList(node: RootContent): boolean {
  if (node.type !== 'list' || node.ordered === true || node.position!.start.column !== 1) return false;
  const first = node.children[0]?.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' && /^[a-z]/i.test(text.value);
}

/** Whether a block quotation begins with a letter. Others may begin with a block that cannot follow a paragraph. */
function isPlainQuotation(node: RootContent): boolean {
  const first = node.type === 'blockquote' ? node.children[0] : undefined;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' && /^[a-z]/i.test(text.value);
}

/** `startsClean` for a block of a draft. */
export function isCleanAt(blocks: readonly PlacedBlock[], index: number): boolean {
  const placed = blocks[index]!;
  const previous = blocks[index - 1];
  if (previous === undefined || isUnread(placed.block)) return true;
  const lastLine = previous.line + previous.block.node.position!.end.line - 1;
  const { node, text } = written(previous);
  const own = written(placed);
  return startsClean(own.node, node, placed.line - lastLine - 1, text, () => 0, own.text);
}

function written({ block }: PlacedBlock): Pick<Block, 'node' | 'text'> {
  return block.review ?? block;
}

/** The start of a node. micromark includes definitions right before an underlined heading in the heading. */
export function startOf(node: Nodes): Point {
  const start = node.position!.start;
  if (node.type !== 'heading') return start;
  const content = node.children[0]?.position?.start;
  return content !== undefined && content.line > start.line ? content : start;
}
