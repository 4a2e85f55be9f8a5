import { explain, readWhole } from '../disk/files';
import { headings, parseDraft } from '../draft';
import { type DraftText, LARGEST_DRAFT, tooLarge } from '../draft-text';

/** What the names of Word documents end in. */
export const WORD_ENDING = /\.(?:docx|docm|dotx|dotm)$/i;

/** The most bytes of a Word document: nearly all are pictures. */
const LARGEST = 200_000_000;

/** Reads a Word document as the Markdown that “advocacy import” makes of it. Never throws. */
export async function readWord(path: string): Promise<DraftText> {
  try {
    const bytes = await readWhole(path, LARGEST);
    const { DocxError, importDocument } = await import('../import');
    try {
      const { markdown } = importDocument(bytes);
      return markdown.length > LARGEST_DRAFT ? tooLarge(LARGEST_DRAFT) : { text: markdown };
    } catch (error) {
      if (!(error instanceof DocxError)) throw error;
      return { problem: `this cannot be read: ${error.message}` };
    }
  } catch (error) {
    return { problem: explain(error) };
  }
}

/** Adds to what stands on lines of a draft the heading above it, by which a person finds the place in Word. */
export function withHeadings<T extends { readonly line: number }>(
  text: string,
  places: readonly T[],
): (T & { readonly heading?: string })[] {
  const all = headings(parseDraft(text));
  return places.map((place) => {
    let above = -1;
    let below = all.length;
    while (above + 1 < below) {
      const middle = (above + below) >> 1;
      if (all[middle]!.line < place.line) above = middle;
      else below = middle;
    }
    return above < 0 ? place : { ...place, heading: all[above]!.text };
  });
}
