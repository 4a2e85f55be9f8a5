import type { Paragraph, PhrasingContent } from 'mdast';
import { plainText } from '../text';

type Line = readonly PhrasingContent[];

/** A paragraph's lines as its author wrote them, whether with hard breaks or without. */
export function linesOf(node: Paragraph): Line[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of node.children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type === 'text') {
      for (const [at, value] of child.value.split(/\r\n|\r|\n/).entries()) {
        if (at > 0) lines.push([]);
        if (value !== '') lines.at(-1)!.push({ ...child, value });
      }
    } else lines.at(-1)!.push(child);
  }
  return lines.filter((line) => line.length > 0);
}

/** A paragraph of lines that stay apart. */
export function paragraphOf(lines: readonly Line[]): Paragraph {
  return { type: 'paragraph', children: joined(lines, undefined) };
}

export function joined(lines: readonly Line[], between: string | undefined): PhrasingContent[] {
  const gap: PhrasingContent = between === undefined ? { type: 'break' } : { type: 'text', value: between };
  return lines.flatMap((line, at) => (at === 0 ? line : [gap, ...line]));
}

export function textIn(line: Line): string {
  return line.map(plainText).join('');
}

export function firstLine(node: Paragraph): string {
  return textIn(linesOf(node)[0] ?? []).trim();
}
