import { clean } from './text';

/** Text for between two tags or for an attribute in double quotes. */
export function escapeXml(text: string): string {
  return clean(text).replace(/[&<>"]/g, (character) => ESCAPED[character] ?? character);
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
