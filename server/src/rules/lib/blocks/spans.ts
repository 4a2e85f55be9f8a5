/** Lookups in sorted spans that do not overlap; among them titles in italics. */
import { type Block, firstWhere, type Span } from '../../../draft';
import { nodesOf, spanOf } from './nodes';

/** The spans in italics of a block, in order; of nested ones, the outermost. */
export function italicsOf(block: Block): readonly Span[] {
  const spans: Span[] = [];
  let end = -1;
  for (const node of nodesOf(block)) {
    if (node.type !== 'emphasis') continue;
    const span = spanOf(node);
    if (span.start < end) continue;
    spans.push(span);
    end = span.end;
  }
  return spans;
}

/** Whether words are only a part of what is in italics, as in the title of a book. All spans count in the block. */
export function isInTitle(
  source: (start: number, end: number) => string,
  italics: readonly Span[],
  { start, end }: Span,
): boolean {
  const span = italics[lastFrom(italics, start)];
  if (!span || span.start >= start || end >= span.end) return false;
  if (span.end - span.start > end - start + 12) return true;
  return !/^[*_]{1,12}(?:the\s+)?[*_]{1,12}$/i.test(`${source(span.start, start)}${source(end, span.end)}`);
}

/** The position of the last span that starts at or before a place; -1 for none. */
export function lastFrom(spans: readonly Span[], place: number): number {
  return firstWhere(spans, ({ start }) => start > place) - 1;
}

/** Whether `start` to `end` lies within one of the spans. */
export function isIn(spans: readonly Span[], start: number, end: number): boolean {
  const span = spans[lastFrom(spans, start)];
  return span !== undefined && end <= span.end;
}
