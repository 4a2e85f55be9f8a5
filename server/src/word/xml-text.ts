export { isBold, oneLine, plainText } from '../mdast/plain-text';

/**
 * Text that XML can hold: control characters other than tab and line feed are left out, and half a surrogate pair
 * becomes the replacement character.
 */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** Code on one line: CommonMark has a space for a line end in it, and keeps all others. */
export function codeLine(code: string): string {
  return code.replace(/(?:\r\n?|\n)[ \t]*/g, ' ');
}

/** The declaration at the start of an XML part. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Text for between two tags or for an attribute in double quotes. */
export function escapeXml(text: string): string {
  return clean(text).replace(/[&<>"]/g, (character) => ESCAPED[character] ?? character);
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
