import type { Blockquote, Nodes, Paragraph } from 'mdast';
import { afterLineEnd, lineEnd } from '../../draft/lines';
import type { Block, Change } from '../../draft/types';
import { nodesOf, spanOf } from './nodes';
import { isSpeaker, type Line } from './separate-lines';

/** A paragraph with the lines that it is written in. */
export interface LinedParagraph {
  readonly lines: readonly Line[];
  /** Whether an empty line may be put between its lines: in a list, a line may belong to an item without an indent. */
  readonly mayBeParted: boolean;
}

/** Longer paragraphs are nobody's. */
const LONGEST = 20_000;
const PREFIX = /^(?: {0,3}> ?)* */;

/**
 * The paragraphs of a block. One of which a line ends within emphasis, a link or code is left out: its lines are not
 * meant to be apart.
 */
export function linedParagraphs(block: Block): readonly LinedParagraph[] {
  const { text, node } = block;
  const mayBeParted = node.type === 'paragraph' || node.type === 'blockquote';
  const nodes = nodesOf(block);
  const quoted = new Set<Nodes>(nodes.flatMap((one) => (one.type === 'blockquote' ? quotation(one) : [])));
  return nodes.flatMap((one) => {
    const lines = one.type === 'paragraph' ? linesOf(text, one) : undefined;
    // Who said it, below a quotation, is set apart by the export.
    const isApart = lines && lines.length > 1 && quoted.has(one) && isSpeaker(lines.at(-1)!.text);
    return lines ? [{ lines: isApart ? lines.slice(0, -1) : lines, mayBeParted }] : [];
  });
}

/** What stands in a quotation; nothing for an alert, which is exported as it is. */
function quotation({ children }: Blockquote): Blockquote['children'] {
  const first = children[0]?.type === 'paragraph' ? children[0].children[0] : undefined;
  return first?.type === 'text' && first.value.startsWith('[!') ? [] : children;
}

function linesOf(text: string, paragraph: Paragraph): readonly Line[] | undefined {
  const { start, end } = spanOf(paragraph);
  if (end - start > LONGEST) return undefined;
  const lines: Line[] = [];
  const ends = new LineEnds(text, paragraph.children);
  for (let from = start; from <= end; ) {
    const to = Math.min(lineEnd(text, from), end);
    const how = to < end ? ends.at(to) : 'hard';
    if (how === 'inside') return undefined;
    const prefix = from === start ? '' : PREFIX.exec(text.slice(from, to))![0];
    const at = from + prefix.length;
    const words = text.slice(at, to).trimEnd();
    lines.push({
      start: at,
      end: at + words.length,
      text: words,
      prefix,
      lineEnd: to,
      single: how === 'single',
    });
    const next = afterLineEnd(text, to);
    if (next === to) break;
    from = next;
  }
  return lines;
}

/** How the lines of a paragraph end, asked for in order. */
class LineEnds {
  #child = 0;

  constructor(
    private readonly text: string,
    private readonly children: readonly Nodes[],
  ) {}

  at(offset: number): 'single' | 'hard' | 'inside' {
    while (this.#child < this.children.length && spanOf(this.children[this.#child]!).end <= offset)
      this.#child++;
    const node = this.children[this.#child];
    if (node?.type === 'break' || BROKEN.test(this.text.slice(Math.max(0, offset - 12), offset)))
      return 'hard';
    return node === undefined || node.type === 'text' || spanOf(node).start > offset ? 'single' : 'inside';
  }
}

const BROKEN = /<br {0,3}\/?> {0,3}$/i;

/** What keeps the lines of a paragraph on lines of their own. */
export function keptApart({ lines }: LinedParagraph): readonly Change[] {
  return lines
    .slice(0, -1)
    .filter(({ single }) => single)
    .map(({ end, lineEnd }) => ({ span: { start: end, end: lineEnd }, text: '\\' }));
}

/** What makes a paragraph of each line. */
export function parted(block: Block, { lines }: LinedParagraph): readonly Change[] {
  return lines
    .slice(1)
    .flatMap((line, at) => (lines[at]!.single ? [emptyLine(block, lines[at]!, line)] : []));
}

/** What puts an empty line between a line and the next. */
export function emptyLine({ text }: Block, above: Line, below: Line): Change {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { span: { start: above.lineEnd, end: above.lineEnd }, text: eol + below.prefix.trimEnd() };
}
