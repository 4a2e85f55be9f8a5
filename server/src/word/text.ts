import type { Nodes, RootContent } from 'mdast';

/**
 * Text that XML can hold: control characters other than tab and line feed are left out, and half a surrogate pair
 * becomes the replacement character.
 */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** A paragraph's text on one line: line ends and the spaces around them become one space. */
export function oneLine(text: string): string {
  return text.replace(/(?:(?<![ \t])[ \t]+)?[\r\n]+[ \t]*/g, ' ').replace(/\t/g, ' ');
}

/** Code on one line: CommonMark has a space for a line end in it, and keeps all others. */
export function codeLine(code: string): string {
  return code.replace(/(?:\r\n?|\n)[ \t]*/g, ' ');
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

/** A list of words with spaces between them. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Text for between two tags or for an attribute in double quotes. */
export function escapeXml(text: string): string {
  return clean(text).replace(/[&<>"]/g, (character) => ESCAPED[character] ?? character);
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What stands in a line of its own, such as an office behind “From:”: “the Head of Libraries” is “The Head of Libraries” there. */
export const asLine = (text: string): string => text.replace(/^the(?= )/, 'The');
