import { explain, readWhole } from '../disk/node-files';
import { withTitleDetails } from '../import/title-details';
import { type DraftText, LARGEST_DRAFT, tooLarge } from '../project/draft-text';

/** The most bytes of a Word document, nearly all of which are pictures. */
const LARGEST = 200_000_000;

/** Reads a Word document as Markdown, like “advocacy import”. Never throws. */
export async function readWord(path: string): Promise<DraftText> {
  try {
    const bytes = await readWhole(path, LARGEST);
    const { DocxError, importDocument } = await import('../import');
    try {
      const { markdown } = importDocument(bytes, { details: withTitleDetails });
      return markdown.length > LARGEST_DRAFT ? tooLarge(LARGEST_DRAFT) : { text: markdown };
    } catch (error) {
      if (!(error instanceof DocxError)) throw error;
      return { problem: `this cannot be read: ${error.message}` };
    }
  } catch (error) {
    return { problem: explain(error) };
  }
}
