/** Converts a Word document to a draft. Pure: files are read and written elsewhere. */

import { commentAt } from '../criticmarkup/serialize';
import { readDocument } from '../docx';
import type { Block, Thread } from '../docx/model';
import { type Changes, hasContent, reviewedBlocks } from '../docx/review';
import { shortened } from '../text/shorten';
import { embeddedDraftsIn } from '../word/embedded-draft/read';
import { writtenByUs } from '../word/package/origin';
import { headingAnchors } from './anchors';
import { BlockWriter } from './blocks';
import { CommentPlaces } from './comment-ranges';
import { ImportContext } from './context';
import { escapeHeading } from './escape';
import { carriedFrontMatter, frontMatter, type Head, headOf } from './front-matter';
import { lostEdges } from './headers-footers';
import type { Loss } from './losses';
import type { PictureFile } from './pictures';
import { withoutLists } from './written-again';

export { DocxError } from '../docx';
export { clipboardMarkdown } from './clipboard';
export { lossText } from './losses';
export type { Loss, PictureFile };

export interface ImportOptions {
  /** What becomes of tracked changes; by default they are shown as CriticMarkup. */
  readonly changes?: Changes;
  /** What becomes of comments; by default they are kept as CriticMarkup. */
  readonly comments?: 'keep' | 'drop';
  /** Address of the folder for pictures, relative to the draft: `report-images`. */
  readonly pictures?: string;
  /** Writes what the title block now says into embedded front matter: see `title-details.ts`. */
  readonly details?: (front: string, settled: Head) => string;
}

export interface ImportedDocument {
  /**
   * With front matter; line ends are `
   * `.
   */
  readonly markdown: string;
  /** Files for the folder of pictures. */
  readonly pictures: readonly PictureFile[];
  /** What Markdown cannot hold. */
  readonly losses: readonly Loss[];
}

/**
 * Converts a .docx to Markdown.
 *
 * @throws DocxError with the reason in plain words where it cannot be read
 */
export function importDocument(
  bytes: Uint8Array,
  { changes = 'show', comments = 'keep', pictures = 'images', details }: ImportOptions = {},
): ImportedDocument {
  const document = readDocument(bytes);
  const all = reviewedBlocks(document.blocks, changes);
  const context = new ImportContext(document, headingAnchors(all), pictures);
  const drafts = embeddedDraftsIn(document);
  context.isExported = drafts.length > 0;
  const isUnchanged = writtenByUs(bytes);
  if (context.isExported || isUnchanged) context.language = document.properties.language ?? 'en-GB';
  // Empty comments are dropped: they would look unfinished.
  const worded = [...document.comments].filter(([, thread]) => thread.some(({ text }) => text !== ''));
  const threads = new Map<string, Thread>(comments === 'keep' ? worded : []);
  const places = new CommentPlaces(threads);
  const { head, settled, title, blocks } = headOf(
    withoutLists(
      all,
      document,
      context,
      drafts.map(({ source }) => source),
    ),
    document.properties,
  );
  // Level 1 is for the title.
  const shift = title.length > 0 && blocks.some(isTop) ? 1 : 0;
  const writer = new BlockWriter(context, places, shift);
  const parts = [
    title.length > 0
      ? `# ${escapeHeading(title.map(({ inlines }) => writer.line(inlines, ' ')).join(' '))}`
      : '',
    writer.write(blocks, true),
  ];
  const notes = writer.notes(changes).join('\n\n');
  const rest = places.rest();
  for (const _ of rest) context.lose('moved comment');
  parts.push(
    rest.reduce((text, thread) => text + commentAt(thread, text), ''),
    notes,
  );
  // Nobody has changed those of a document that is as it was exported, whatever template they are of.
  for (const text of context.isExported && isUnchanged ? [] : lostEdges(document, drafts)) {
    const one = `What stands in a header or footer is left out: “${shortened(text, 120)}”`;
    context.losses.add({ one, many: one });
  }
  const body = parts.filter((part) => part !== '').join('\n\n');
  const carried = carriedFrontMatter(document);
  const front = carried === undefined ? frontMatter(head) : (details?.(carried, settled) ?? carried);
  return {
    // A thematic break at the very start would be read as front matter.
    markdown: front === '' ? body.replace(/^---(?=\n|$)/, '***').concat('\n') : `${front}\n${body}\n`,
    pictures: context.pictures.files,
    losses: context.losses.list(),
  };
}

function isTop(block: Block): boolean {
  return block.type === 'paragraph' && block.heading === 1 && block.inlines.some(hasContent);
}
