/** What stands in the headers and footers of a document, which Markdown cannot hold. */
import type { WordDocument } from '../docx/model';
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

/**
 * What the draft says at its top and in its title, the longest first, as one may stand in another. Read by lines: the
 * parser would make the bundle for imports three times as large.
 */
function detailsOf(source: string): readonly string[] {
  const lines = source.split(/\r?\n/);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const values = lines
    .slice(1, Math.max(end, 1))
    .map((line) => line.slice(line.indexOf(':') + 1).trim())
    .map((value) => value.replace(/^["']|["']$/g, ''));
  const heading = lines.slice(end + 1).find((line) => /^#{1,6} /.test(line));
  return [...values, heading?.replace(/^#+ |[*_`\\]/g, '') ?? '']
    .filter((text) => /\p{L}/u.test(text))
    .map((text) => comparable(shortened(text, LONGEST)))
    .sort((one, other) => other.length - one.length);
}

const comparable = (text: string): string => typedQuotes(text).replace(/\s+/g, ' ').trim().toLowerCase();
