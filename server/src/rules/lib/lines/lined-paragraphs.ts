import type { Blockquote, Nodes, Paragraph } from 'mdast';
import { afterLineEnd, lineEnd } from '../../../draft/lines';
import type { Block, Change } from '../../../draft/types';
import { nodesOf, spanOf } from '../blocks/nodes';
import { isSpeaker, type Line } from './separate-lines';

/** A paragraph with its source lines. */
export interface LinedParagraph {
  readonly paragraph: Paragraph;
  readonly lines: readonly Line[];
  /** Whether empty lines may be put between its lines. Not in a list, where a line may lack the indent of its item. */
  readonly mayBeParted: boolean;
}

/** The longest paragraph that is read, in characters. */
const LONGEST = 20_000;
const PREFIX = /^(?: {0,3}> ?)* */;

/** The paragraphs of a block, without those in which a line ends within emphasis, a link or code, as in wrapped text. */
export function linedParagraphs(block: Block): readonly LinedParagraph[] {
  const { text, node } = block;
  const mayBeParted = node.type === 'paragraph' || node.type === 'blockquote';
  const nodes = nodesOf(block);
  const quoted = new Set<Nodes>(nodes.flatMap((one) => (one.type === 'blockquote' ? quotation(one) : [])));
  return nodes.flatMap((one) => {
    const lines = one.type === 'paragraph' ? linesOf(text, one) : undefined;
    if (one.type !== 'paragraph' || lines === undefined) return [];
    // The export sets the speaker below a quotation apart already.
    const isApart = lines.length > 1 && quoted.has(one) && isSpeaker(lines.at(-1)!.text);
    return [{ paragraph: one, lines: isApart ? lines.slice(0, -1) : lines, mayBeParted }];
  });
}

/** The children of a quotation; none for an alert such as `[!NOTE]`, which is exported as it is. */
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

/** How the lines of a paragraph end. `at` must be called with offsets in ascending order. */
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

/** The edits that keep the lines of a paragraph apart, with a backslash at their ends. */
export function keptApart({ lines }: LinedParagraph): readonly Change[] {
  return lines
    .slice(0, -1)
    .filter(({ single }) => single)
    .map(({ end, lineEnd }) => ({ span: { start: end, end: lineEnd }, text: '\\' }));
}

/** The edits that make each line a paragraph. */
export function parted(block: Block, { lines }: LinedParagraph): readonly Change[] {
  return lines
    .slice(1)
    .flatMap((line, at) => (lines[at]!.single ? [emptyLine(block, lines[at]!, line)] : []));
}

/** The edit that puts an empty line between a line and the next. */
export function emptyLine({ text }: Block, above: Line, below: Line): Change {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { span: { start: above.lineEnd, end: above.lineEnd }, text: eol + below.prefix.trimEnd() };
}
