/** What stands in the headers and footers of a document, which Markdown cannot hold. */
import type { WordDocument } from '../docx/model';
import { inlineText } from '../docx/plain-text';
import { type EmbeddedDraft, edgePrint } from '../word/embedded-draft/read';

/**
 * The texts of headers and footers that an import leaves out, each once: all but what the text says too, such as its
 * title, and the lines of a document that was exported from a draft, which its next export writes again.
 */
export function lostEdges(
  { edges, blocks }: Pick<WordDocument, 'edges' | 'blocks'>,
  drafts: readonly Pick<EmbeddedDraft, 'edges'>[],
): Iterable<string> {
  const known = new Set(drafts.flatMap((draft) => [...draft.edges]));
  for (const block of blocks) if (block.type === 'paragraph') known.add(edgePrint(inlineText(block.inlines)));
  const texts = new Map<string, string>();
  for (const lines of edges) {
    const text = lines.filter((line) => /\p{L}/u.test(line) && !known.has(edgePrint(line))).join(' · ');
    if (text !== '') texts.set(text.replace(/\d+/g, '#'), text);
  }
  return texts.values();
}
