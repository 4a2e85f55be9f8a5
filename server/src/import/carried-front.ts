import type { WordDocument } from '../docx/model';
import { findFrontMatter } from '../draft/front-matter-extent';
import { readCarried } from '../word/carried/read';
import { CARRIED } from '../word/package/origin';

/**
 * The front matter of the draft that a document of ours carries, with its fences and a line end.
 *
 * @returns undefined where the document carries none
 */
export function carriedFrontMatter({ customXml }: Pick<WordDocument, 'customXml'>): string | undefined {
  for (const part of customXml(CARRIED)) {
    const front = frontIn(part);
    if (front !== undefined) return front;
  }
  return undefined;
}

function frontIn(part: string): string | undefined {
  try {
    const { source } = readCarried(part);
    const { span } = findFrontMatter(source);
    return span && `${source.slice(span.start, span.end).replace(/\r\n?/g, '\n')}\n`;
  } catch {
    // A part that somebody damaged carries nothing.
    return undefined;
  }
}
