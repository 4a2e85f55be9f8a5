/** What nodes of a tree say, without their markup. */
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';

/** A paragraph's text on one line: line ends and the spaces around them become one space. */
export function oneLine(text: string): string {
  return text.replace(/(?:(?<![ \t])[ \t]+)?[\r\n]+[ \t]*/g, ' ').replace(/\t/g, ' ');
}

/** The words of a node without markup, pictures by their alternative text; safe on any depth of nesting. */
export function plainText(root: Nodes): string {
  const open: Nodes[] = [root];
  let out = '';
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') out += node.value;
    else if (node.type === 'image' || node.type === 'imageReference') out += node.alt ?? '';
    else if (node.type === 'break') out += ' ';
    // What was deleted is not said, and a comment is no part of the text.
    if ('children' in node && node.type !== 'criticDeletion')
      for (let at = node.children.length; at-- > 0; ) open.push(node.children[at]!);
  }
  return oneLine(out);
}

/** Whether a block is a paragraph in bold from end to end. */
export function isBold(node: RootContent): boolean {
  return node.type === 'paragraph' && node.children.length === 1 && node.children[0]!.type === 'strong';
}

/** A line of a paragraph. */
export type Line = readonly PhrasingContent[];

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

export function textIn(line: Line): string {
  return line.map(plainText).join('');
}

export function firstLine(node: Paragraph): string {
  return textIn(linesOf(node)[0] ?? []).trim();
}
