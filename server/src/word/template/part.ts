import { decode } from '../../files';
import { parseXml, type XmlElement } from '../xml-tree';

/** A template that is not used, with the reason in plain words: a sentence that follows "The template … cannot be used: ". */
export class TemplateError extends Error {}

/** Word would read another encoding than UTF-8 as it says, and find there what a reader of UTF-8 does not. */
const OTHER_ENCODING = /^<\?xml\b[^>]*?\bencoding\s*=\s*["'](?!(?:utf-?8|us-ascii)["'])/i;

/**
 * Reads one of a package's parts.
 *
 * @throws TemplateError where it is missing, damaged, or written in another encoding than UTF-8
 */
export function readPart(parts: ReadonlyMap<string, Uint8Array>, name: string): XmlElement {
  const part = parts.get(name);
  if (part === undefined) throw new TemplateError(`it is no Word document: “${name}” is missing`);
  const text = decode(part);
  if (OTHER_ENCODING.test(text)) throw new TemplateError(`“${name}” in it is not written in UTF-8`);
  try {
    return parseXml(text);
  } catch (error) {
    throw new TemplateError(
      `“${name}” in it is damaged (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
