import { type Block, type Span, shifted } from '../../../draft';
import { nodesOf, spanOf } from './nodes';

/** The beginning of an image tag. */
export const IMAGE = '<img';
const BEGINS = new RegExp(`${IMAGE}(?=[\\s/>])`, 'gi');

/** The `<img …>` tags of a block, in order, with their spans in its source. */
export function tagsIn(block: Block): readonly { readonly tag: string; readonly span: Span }[] {
  return nodesOf(block).flatMap((node) => {
    if (node.type !== 'html') return [];
    const { start, end } = spanOf(node);
    const place = inSource(node.value, block.text.slice(start, end));
    return [...imagesIn(node.value)].map((span) => ({
      tag: node.value.slice(span.start, span.end),
      span: shifted({ start: place(span.start), end: place(span.end) }, start),
    }));
  });
}

/** The spans of the `<img …>` tags in HTML, in order; in linear time, also where tags or quotes are not closed. */
function* imagesIn(html: string): Generator<Span> {
  const unclosed = new Set<string>();
  for (let at = 0; ; ) {
    BEGINS.lastIndex = at;
    const match = BEGINS.exec(html);
    if (!match) return;
    at = match.index + IMAGE.length;
    for (; at < html.length && html[at] !== '<' && html[at] !== '>'; at++) {
      const mark = html[at]!;
      if (mark !== '"' && mark !== "'") continue;
      // A quote that was once not found does not occur further on.
      const end = unclosed.has(mark) ? -1 : html.indexOf(mark, at + 1);
      if (end === -1) {
        unclosed.add(mark);
        break;
      }
      at = end;
    }
    if (html[at] === '>') yield { start: match.index, end: at + 1 };
  }
}

/**
 * Returns a function from offsets in the HTML of a node to offsets in its source, whose lines may begin with `> ` or the
 * indent of a list. It must be called with offsets in ascending order.
 */
function inSource(html: string, source: string): (at: number) => number {
  if (html === source) return (at) => at;
  const endOf = (text: string, from: number): number => {
    const end = text.indexOf('\n', from);
    return end === -1 ? text.length : end;
  };
  let end = endOf(html, 0);
  let sourceEnd = endOf(source, 0);
  return (at) => {
    while (end < at) {
      end = endOf(html, end + 1);
      sourceEnd = endOf(source, sourceEnd + 1);
    }
    return sourceEnd - (end - at);
  };
}
