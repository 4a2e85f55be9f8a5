/** What nobody has written anything into yet: a new draft, and paragraphs to fill in as they were inserted. */

import { type About, withAbout } from '../about';
import { displayDate } from '../dates';
import { BlockFinder } from '../draft';
import type { Block, Draft, PlacedBlock } from '../draft/types';
import type { Framework } from '../framework/types';
import { memoized } from '../memoize';
import type { Project } from '../project/types';
import { plainText, snippets } from '../snippets';
import { isRelease, skeletonPieces } from '.';

/** The blocks with placeholders that new drafts and snippets of a project have. */
const blocksIn = memoized(({ kinds }: Framework) =>
  memoized((about: About): ReadonlySet<string> => {
    const plainTexts = snippets.map(({ body }) => plainText(body));
    // Kinds have most of their pieces in common, which are those of snippets.
    const texts = new Set([
      ...kinds.flatMap((kind) => [
        ...skeletonPieces(kind, '', { about }),
        // Of its text, only a release's says the day.
        ...(isRelease(kind) ? skeletonPieces(kind, '', { about, today: A_DAY }) : []),
      ]),
      ...plainTexts,
      ...plainTexts.map((text) => withAbout(text, about)),
    ]);
    return new Set([...texts].flatMap((text) => text.split(BETWEEN).map(plain)));
  }),
);

/** Between blocks, as our own texts are written, which spares the parser. */
const BETWEEN = /\n{2,}|\n(?=\[\^)/;

/** A new draft may say on which day it was started. */
const A_DAY = '2026-06-04';
const DAY = /\b\d{1,2} [A-Z][a-z]+ \d{4}\b/g;

/** A block's text but for what differs in each draft, the labels of its footnotes and its day, and its line ends. */
const plain = (text: string): string =>
  text
    .replace(/\[\^[^[\]\s]*\]/g, '[^]')
    .replace(DAY, displayDate(A_DAY))
    .replace(/\s+/g, ' ')
    .trim();

const ONE_PLACEHOLDER = /^\[insert [^\]]*\]$/;

/** Whether a block stands as it was inserted, by a snippet or in a new draft. */
export function isUntouched(block: Block, project: Project): boolean {
  const text = plain(block.text);
  return ONE_PLACEHOLDER.test(text) || blocksIn(project.framework)(project.configuration.about).has(text);
}

const finder = new BlockFinder((block, project: Project) =>
  block.text.includes('[insert ') && isUntouched(block, project) ? true : undefined,
);

/** The blocks of a draft that are to be filled in and stand as they were inserted, in order. */
export function untouchedIn(draft: Draft, project: Project): readonly PlacedBlock[] {
  return finder.in(draft, project).map(({ placed }) => placed);
}

/** Whether nobody has written more into a draft than its title and what stands in its front matter. */
export function isSkeleton({ blocks }: Draft, project: Project): boolean {
  const isTitle = ({ node }: Block): boolean => node.type === 'heading' && node.depth === 1;
  return (
    blocks.some(({ block }) => block.text.includes('[insert ')) &&
    blocks.every(({ block }) => isTitle(block) || isUntouched(block, project))
  );
}
