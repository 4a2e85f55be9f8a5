import type { Block, Inline } from '../../docx/model';
import { headingAnchors } from '../anchors';
import { BlockWriter } from '../blocks';
import { CommentPlaces } from '../comment-ranges';
import { ImportContext } from '../context';
import type { Loss } from '../losses';
import { readHtml } from './document';

interface ClipboardMarkdown {
  readonly blocks: string;
  /** Whether the first and the last block are text that may be joined to other text in a paragraph. */
  readonly flows: { readonly first: boolean; readonly last: boolean };
  /** The definitions of its footnotes, which go to the end of a draft. */
  readonly notes: readonly string[];
  readonly losses: readonly Loss[];
}

/** Signs that HTML comes from Word, Excel, LibreOffice or Google Docs. */
const WORD_PROCESSOR =
  /schemas-microsoft-com:office|class=["']?Mso|docs-internal-guid|content=["']?(?:Libre|Open)Office|class=["']?(?:OutlineElement|ListContainerWrapper)/i;

/**
 * Converts HTML from the clipboard to Markdown.
 *
 * @param notesBefore the last number of a footnote in the draft
 * @param google the clipboard's data of the type `GOOGLE_DOCS`
 * @returns undefined if plain text is as good: for code, a plain line, or text without structure from other programs
 */
export function clipboardMarkdown(
  html: string,
  notesBefore = 0,
  google?: string,
): ClipboardMarkdown | undefined {
  const { blocks, notes } = readHtml(html, google);
  const isMore = WORD_PROCESSOR.test(html.slice(0, 100_000)) && blocks.length > 1;
  if (!isMore && !blocks.some(isStructure)) return undefined;
  const source = { notes, part: () => undefined };
  const around = new ImportContext(source, headingAnchors(blocks), '', notesBefore);
  const writer = new BlockWriter(around, new CommentPlaces(new Map()), 0);
  // Horizontal lines at the end are those above notes.
  const own = blocks.slice(0, blocks.findLastIndex((block) => block.type === 'table' || !block.rule) + 1);
  const text = writer.write(own);
  if (text === '') return undefined;
  const isText = (block: Block | undefined): boolean =>
    block?.type === 'paragraph' &&
    block.heading === undefined &&
    block.list === undefined &&
    block.styles.length === 0 &&
    block.rule === undefined;
  return {
    blocks: text,
    flows: { first: isText(own[0]), last: isText(own.at(-1)) },
    notes: writer.notes('accept'),
    losses: around.losses.list(),
  };
}

/** Whether plain text would lose something of a block. Code is as good as text. */
function isStructure(block: Block): boolean {
  if (block.type === 'table' || block.heading !== undefined || block.list !== undefined || block.rule)
    return true;
  if (block.styles.includes('source code')) return false;
  return block.styles.includes('quote') || block.inlines.some(isFormatted);
}

function isFormatted(inline: Inline): boolean {
  if (inline.type === 'note') return true;
  if (inline.type !== 'text' || inline.text.trim() === '') return false;
  const { bold, italic, strike, raised } = inline.format;
  const leads =
    inline.link !== undefined && inline.link.address !== '' && inline.link.address !== inline.text;
  return bold || italic || strike || raised !== '' || leads;
}
