import type { Block, Inline, WordDocument } from '../../docx/model';
import { headingAnchors } from '../anchors';
import { BlockWriter } from '../blocks';
import { ImportContext } from '../context';
import type { Loss } from '../losses';
import { CommentPlaces } from '../places';
import { readHtml } from './document';

/** HTML from the clipboard as Markdown. */
interface ClipboardMarkdown {
  /** Its blocks. */
  readonly blocks: string;
  /** Whether the first and the last of them are text that may stand in a line with other text. */
  readonly flows: { readonly first: boolean; readonly last: boolean };
  /** The definitions of its footnotes, which go to the end of a draft. */
  readonly notes: readonly string[];
  readonly losses: readonly Loss[];
}

/** What Word, Excel, LibreOffice and Google Docs say of themselves. */
const WORD_PROCESSOR =
  /schemas-microsoft-com:office|class=["']?Mso|docs-internal-guid|content=["']?(?:Libre|Open)Office|class=["']?(?:OutlineElement|ListContainerWrapper)/i;

/**
 * Makes Markdown of HTML from the clipboard.
 *
 * @param notesBefore how far footnotes are counted in the draft already
 * @param google what Google Docs has put beside it, under the type `GOOGLE_DOCS`
 * @returns undefined where plain text would say as much: HTML from elsewhere without structure, code, or one plain line
 */
export function clipboardMarkdown(
  html: string,
  notesBefore = 0,
  google?: string,
): ClipboardMarkdown | undefined {
  const { blocks, notes } = readHtml(html, google);
  const isMore = WORD_PROCESSOR.test(html.slice(0, 100_000)) && blocks.length > 1;
  if (!isMore && !blocks.some(isStructure)) return undefined;
  const document: WordDocument = {
    blocks,
    notes,
    comments: new Map(),
    properties: {},
    edges: [],
    part: () => undefined,
    customXml: () => [],
  };
  const around = new ImportContext(document, headingAnchors(blocks), '', notesBefore);
  const writer = new BlockWriter(around, new CommentPlaces(new Map()), 0);
  // Lines at the end are those above notes.
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
