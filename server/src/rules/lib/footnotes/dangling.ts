/** References to footnotes that are not in the draft. The parser reads them as text. */
import { allIn, type Block, BlockFinder, type Draft, perBlock, type Span } from '../../../draft';
import { lineStart } from '../../../draft/lines';
import { firstExcess } from '../../../draft/parser/long-lines';
import { nodesOf, spanOf } from '../blocks/nodes';

interface Dangling {
  readonly label: string;
  /** In the block. */
  readonly span: Span;
}

/** `[^label]`, except behind a backslash, and where it is a class of characters in a pattern or part of a formula. */
const REFERENCE = /\[\^(?<=(?:^|[^\\])(?:\\\\)*\[\^)(?<!\$[^\s$]{0,200}\[\^)([^\][\s^]+)\](?![$+*{])/g;

function read(block: Block): readonly Dangling[] {
  const found: Dangling[] = [];
  for (const node of nodesOf(block)) {
    if (node.type !== 'text') continue;
    const { start, end: last } = spanOf(node);
    // Beyond the reading limit of a long line, all references are text.
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

const finder = new BlockFinder(perBlock((block: Block) => (block.text.includes('[^') ? read(block) : [])));

/** The dangling references of a draft, in order; spans count in the draft. */
export function danglingReferences(draft: Draft): readonly Dangling[] {
  return allIn(finder, draft, undefined);
}
