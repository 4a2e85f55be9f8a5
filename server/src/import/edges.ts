/** What stands in the headers and footers of a document, which Markdown cannot hold. */
import type { WordDocument } from '../docx/model';
import { headings, parseDraft } from '../draft';
import { typedQuotes } from '../text/printed-quotes';
import { shortened } from '../text/shorten';
import type { EmbeddedDraft } from '../word/embedded-draft/read';
import words from '../word/words.json';

/** The most characters of a detail in a footer. */
const LONGEST = 70;
const PAGE = Object.values(words).map(({ page }) => `${page.before.trim()}|${page.between.trim()}`);
/** What is left of “Page 2 of 9” without its numbers. */
const ONLY_PAGE = new RegExp(`^(?:[^\\p{L}]|(?<!\\p{L})(?:${PAGE.join('|')})(?!\\p{L}))*$`, 'iu');

/**
 * The texts of headers and footers that an import leaves out, each once: all but page numbers, and the details of a
 * draft that the document was exported from, which its next export writes again.
 */
export function lostEdges(
  { edges }: Pick<WordDocument, 'edges'>,
  drafts: readonly Pick<EmbeddedDraft, 'source'>[],
): Iterable<string> {
  const details = drafts.flatMap(({ source }) => detailsOf(source));
  const texts = new Map<string, string>();
  for (const text of edges) {
    if (!/\p{L}/u.test(text)) continue;
    const others = details.reduce((left, detail) => left.replaceAll(detail, ' '), comparable(text));
    if (drafts.length === 0 || !ONLY_PAGE.test(others)) texts.set(text.replace(/\d+/g, '#'), text);
  }
  return texts.values();
}

/** What the draft says at its top and in its title, the longest first, as one may stand in another. */
function detailsOf(source: string): readonly string[] {
  const draft = parseDraft(source);
  const said = [...Object.values(draft.frontMatter.data), headings(draft)[0]?.text];
  return said
    .flatMap((one) =>
      typeof one === 'string' && /\p{L}/u.test(one) ? [comparable(shortened(one, LONGEST))] : [],
    )
    .sort((one, other) => other.length - one.length);
}

const comparable = (text: string): string => typedQuotes(text).replace(/\s+/g, ' ').trim().toLowerCase();
