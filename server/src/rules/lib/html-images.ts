import type { Span } from '../../draft';

/** What an image's tag begins with. */
export const IMAGE = '<img';
const BEGINS = new RegExp(`${IMAGE}(?=[\\s/>])`, 'gi');

/** The whole `<img …>` tags of some HTML, in order; in linear time, also where none of them is closed. */
export function* imagesIn(html: string): Generator<Span> {
  const unclosed = new Set<string>();
  for (let at = 0; ; ) {
    BEGINS.lastIndex = at;
    const match = BEGINS.exec(html);
    if (!match) return;
    at = match.index + IMAGE.length;
    for (; at < html.length && html[at] !== '<' && html[at] !== '>'; at++) {
      const mark = html[at]!;
      if (mark !== '"' && mark !== "'") continue;
      // What was once looked for in vain is not there further on either.
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
 * From offsets in the HTML of a node, which are asked for in order, to its source, whose lines may begin with the
 * marks of quotes and lists.
 */
export function inSource(html: string, source: string): (at: number) => number {
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
