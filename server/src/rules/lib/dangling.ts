/** References to footnotes that are not in the draft: the parser leaves them in the text. */
import { type Block, BlockFinder, type Draft, type Span } from '../../draft';
import { perBlock } from '../../draft/block-map';
import { lineStart } from '../../draft/lines';
import { firstExcess } from '../../draft/parser/long-lines';
import { nodesOf, spanOf } from './nodes';

interface Dangling {
  readonly label: string;
  /** In the block. */
  readonly span: Span;
}

/**
 * What would be a reference, were there a footnote of that label: no mark behind a backslash, no class of letters in a
 * pattern or a formula, and no beginning of a line that was meant for a footnote.
 */
const REFERENCE = /\[\^(?<=(?:^|[^\\])(?:\\\\)*\[\^)(?<!\$[^\s$]{0,200}\[\^)([^\][\s^]+)\](?![$+*{])/g;

/** Those of a block, in order. */
const danglingIn = perBlock((block: Block) => (block.text.includes('[^') ? read(block) : []));

function read(block: Block): readonly Dangling[] {
  const found: Dangling[] = [];
  for (const node of nodesOf(block)) {
    if (node.type !== 'text') continue;
    const { start, end: last } = spanOf(node);
    // Behind what is read of a long line, marks are text, whatever notes there are.
    const end = firstExcess(block.text, lineStart(block.text, start), last) ?? last;
    for (const { 0: mark, 1: label, index } of block.text.slice(start, end).matchAll(REFERENCE)) {
      const at = start + index;
      const opensLine = /(?:^|[\r\n])[ \t]*$/.test(block.text.slice(Math.max(0, at - 20), at));
      if (opensLine && block.text[at + mark.length] === ':') continue;
      found.push({ label: label!, span: { start: at, end: at + mark.length } });
    }
  }
  return found;
}

const finder = new BlockFinder(danglingIn);

/** Those of a draft, each counted from its start. */
export function danglingReferences(draft: Draft): readonly Dangling[] {
  return finder
    .in(draft, undefined)
    .flatMap(({ found, placed: { start } }) =>
      found.map(({ label, span }) => ({ label, span: { start: start + span.start, end: start + span.end } })),
    );
}
