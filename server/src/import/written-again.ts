/** The lists that the export of a draft writes by itself, and writes anew: contents and sources. */
import type { Block, Bookmark, PageChange, Paragraph, WordDocument } from '../docx/model';
import { paragraphsIn, plainText } from '../docx/plain-text';
import { hasContent } from '../docx/review';
import { addAll } from '../util/lists';
import { directivesOf, SOURCES_BOOKMARK } from '../word/directive-names';
import { fingerprint } from '../word/embedded-draft/read';
import type { ImportContext } from './context';

/**
 * Blocks without the heading of a table of contents, which is left out itself, and without our list of sources where it
 * says what the notes say. What somebody has changed or added in that list stays, below its heading. Where the draft puts
 * one of these, it is put there again, and page changes stay.
 *
 * @param drafts the sources of the drafts that the document carries
 */
export function withoutLists(
  blocks: readonly Block[],
  { notes }: Pick<WordDocument, 'notes'>,
  context: ImportContext,
  drafts: readonly string[],
): readonly Block[] {
  const placed = directivesOf(drafts.join('\n'));
  const ends = new Map<string, number>();
  for (const [at, block] of blocks.entries())
    for (const { at: edge, id } of bookmarksIn(block)) if (edge === 'end') ends.set(id, at);
  const out: Block[] = [];
  let noted: ReadonlySet<string> | undefined;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    const start = bookmarksIn(block).find(({ name }) => name?.startsWith(SOURCES_BOOKMARK));
    const end = ends.get(start?.id ?? '') ?? -1;
    if (end > at) {
      noted ??= new Set([...notes.values()].flat().map(print));
      const own = blocks.slice(at + 1, end + 1).filter((one) => hasText(one) && !noted!.has(print(one)));
      addAll(out, own.length > 0 ? [block, ...own] : only(block.before));
      if (placed.has('sources')) addAll(out, only('sources'));
      context.lose('sources');
      at = end;
    } else if (isContentsHeading(block) && isContents(blocks[at + 1])) addAll(out, only(block.before));
    else if (isContents(block) && placed.has('contents')) out.push({ ...block, before: 'contents' });
    else out.push(block);
  }
  return out;
}

/** A page change alone. */
function only(before: PageChange | undefined): Paragraph[] {
  return before === undefined ? [] : [{ type: 'paragraph', styles: [], inlines: [], mark: {}, before }];
}

const print = (block: Block): string => fingerprint(plainText([block]));

const hasText = (block: Block): boolean =>
  paragraphsIn([block]).some(({ inlines }) => inlines.some(hasContent));

function bookmarksIn(block: Block): Bookmark[] {
  return paragraphsIn([block]).flatMap(({ inlines }) => inlines.filter((one) => one.type === 'bookmark'));
}

function isContentsHeading(block: Block): boolean {
  return block.type === 'paragraph' && block.styles[0] === 'toc heading';
}

function isContents(block: Block | undefined): boolean {
  return (
    block?.type === 'paragraph' &&
    block.inlines.some((inline) => inline.type === 'other' && inline.what === 'contents')
  );
}
