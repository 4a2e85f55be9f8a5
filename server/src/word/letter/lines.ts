import type { Paragraph, PhrasingContent } from 'mdast';
import type { Line } from '../../plain-text';

/** A paragraph of lines that stay apart. */
export function paragraphOf(lines: readonly Line[]): Paragraph {
  return { type: 'paragraph', children: joined(lines, undefined) };
}

export function joined(lines: readonly Line[], between: string | undefined): PhrasingContent[] {
  const gap: PhrasingContent = between === undefined ? { type: 'break' } : { type: 'text', value: between };
  return lines.flatMap((line, at) => (at === 0 ? line : [gap, ...line]));
}
