/** Makes a draft of a Word document: pure, files are at the edges. */

import { commentAt } from '../criticmarkup/serialize';
import { readDocument } from '../docx';
import type { Block, Thread, WordDocument } from '../docx/model';
import { type Changes, hasContent, reviewedBlocks } from '../docx/review';
import { shortened } from '../text/shorten';
import { headingAnchors } from './anchors';
import { BlockWriter } from './blocks';
import { ImportContext } from './context';
import { carriedFrontMatter, frontMatter, type Head, headOf } from './front-matter';
import type { Loss } from './losses';
import type { PictureFile } from './pictures';
import { CommentPlaces } from './places';

export { DocxError } from '../docx';
export { clipboardMarkdown } from './clipboard';
export { lossText } from './losses';
export type { Loss, PictureFile };

export interface ImportOptions {
  /** What is made of tracked changes; shown as CriticMarkup by default. */
  readonly changes?: Changes;
  /** What is made of comments; kept as CriticMarkup by default. */
  readonly comments?: 'keep' | 'drop';
  /** Address of the folder for pictures, counted from the draft: `report-images`. */
  readonly pictures?: string;
  /** Writes what the title block says otherwise now into the details that a document carries: `said-details.ts`. */
  readonly details?: (front: string, said: Head) => string;
}

export interface ImportedDocument {
  /** With front matter, and line ends of one character. */
  readonly markdown: string;
  /** Files for the folder of pictures. */
  readonly pictures: readonly PictureFile[];
  /** What Markdown cannot hold. */
  readonly losses: readonly Loss[];
}

/**
 * Makes Markdown of a .docx.
 *
 * @throws DocxError with the reason in plain words where it cannot be read as a Word document
 */
export function importDocument(
  bytes: Uint8Array,
  { changes = 'show', comments = 'keep', pictures = 'images', details }: ImportOptions = {},
): ImportedDocument {
  const document = readDocument(bytes);
  const all = reviewedBlocks(document.blocks, changes);
  const context = new ImportContext(document, headingAnchors(all), pictures);
  // A comment without a word says nothing, and shows as one that is not finished.
  const worded = [...document.comments].filter(([, thread]) => thread.some(({ text }) => text !== ''));
  const threads = new Map<string, Thread>(comments === 'keep' ? worded : []);
  const places = new CommentPlaces(threads);
  const { head, said, title, blocks } = headOf(all, document.properties);
  // The first level is the title's.
  const shift = title.length > 0 && blocks.some(isTop) ? 1 : 0;
  const writer = new BlockWriter(context, places, shift);
  const parts = [
    title.length > 0 ? `# ${title.map(({ inlines }) => writer.line(inlines, ' ')).join(' ')}` : '',
    writer.write(blocks),
  ];
  const notes = writer.notes(changes).join('\n\n');
  const rest = places.rest();
  for (const _ of rest) context.lose('moved comment');
  parts.push(
    rest.reduce((text, thread) => text + commentAt(thread, text), ''),
    notes,
  );
  for (const text of edges(document)) {
    const one = `What stands in a header or footer is left out: “${shortened(text, 120)}”`;
    context.losses.add({ one, many: one });
  }
  const body = parts.filter((part) => part !== '').join('\n\n');
  const carried = carriedFrontMatter(document);
  const front = carried === undefined ? frontMatter(head) : (details?.(carried, said) ?? carried);
  return {
    // A line at the very start would be the start of front matter.
    markdown: front === '' ? body.replace(/^---(?=\n|$)/, '***').concat('\n') : `${front}\n${body}\n`,
    pictures: context.pictures.files,
    losses: context.losses.list(),
  };
}

/** What headers and footers say besides the numbers of pages, each once. */
function edges({ edges: all }: WordDocument): Iterable<string> {
  const texts = new Map<string, string>();
  for (const text of all) if (/\p{L}/u.test(text)) texts.set(text.replace(/\d+/g, '#'), text);
  return texts.values();
}

function isTop(block: Block): boolean {
  return block.type === 'paragraph' && block.heading === 1 && block.inlines.some(hasContent);
}
