/** Finds text that nobody has edited yet: new drafts, and paragraphs to fill in. */

import { BlockFinder } from '../draft';
import type { Block, Draft, PlacedBlock } from '../draft/types';
import type { Framework } from '../framework/types';
import { withEachLaw } from '../nations';
import type { Project } from '../project/types';
import { plainText, snippets } from '../snippets';
import { type About, withAbout, withDeciders } from '../snippets/about';
import { displayDate } from '../text/dates';
import { memoized } from '../util/memoize';
import { isRelease, skeletonPieces } from '.';

/** The blocks with placeholders that new drafts and snippets of a project have. */
const blocksIn = memoized(({ kinds }: Framework) =>
  memoized((about: About): ReadonlySet<string> => {
    const plainTexts = snippets.map(({ body }) => plainText(body));
    // A set, because kinds share most of their pieces, which come from snippets.
    const texts = new Set([
      ...kinds.flatMap((kind) => [
        ...skeletonPieces(kind, '', { about }),
        // Only the text of a press release contains the day.
        ...(isRelease(kind) ? skeletonPieces(kind, '', { about, today: A_DAY }) : []),
      ]),
      ...plainTexts,
      ...plainTexts.map((text) => withAbout(text, about)),
    ]);
    const everywhere = [...texts].flatMap(withEachLaw);
    const all = new Set([...everywhere, ...everywhere.map((text) => withDeciders(text, A_TRUST))]);
    return new Set([...all].flatMap((text) => text.split(BETWEEN).map(plain)));
  }),
);

/** Stands for an organisation that a board decides for. */
const A_TRUST = 'Trust';

/** Separates the blocks of our own texts, which saves parsing them. */
const BETWEEN = /\n{2,}|\n(?=\[\^)/;

/** Stands for the day in a new draft on which it was started. */
const A_DAY = '2026-06-04';
const DAY = /\b\d{1,2} [A-Z][a-z]+ \d{4}\b/g;

/** The text of a block with the same labels of footnotes, day and white space in all drafts, for comparison. */
const plain = (text: string): string =>
  text
    .replace(/\[\^[^[\]\s]*\]/g, '[^]')
    .replace(DAY, displayDate(A_DAY))
    .replace(/\s+/g, ' ')
    .trim();

const ONE_PLACEHOLDER = /^\[insert [^\]]*\]$/;

/** Whether a block is unchanged since a snippet or a new draft inserted it. */
export function isUntouched(block: Block, project: Project): boolean {
  const text = plain(block.text);
  return ONE_PLACEHOLDER.test(text) || blocksIn(project.framework)(project.configuration.about).has(text);
}

const finder = new BlockFinder((block, project: Project) =>
  block.text.includes('[insert ') && isUntouched(block, project) ? true : undefined,
);

/** The blocks of a draft that are to be filled in and unchanged since they were inserted, in order. */
export function untouchedIn(draft: Draft, project: Project): readonly PlacedBlock[] {
  return finder.in(draft, project).map(({ placed }) => placed);
}

/** Whether only the title and the front matter of a new draft have been edited. */
export function isSkeleton({ blocks }: Draft, project: Project): boolean {
  const isTitle = ({ node }: Block): boolean => node.type === 'heading' && node.depth === 1;
  return (
    blocks.some(({ block }) => block.text.includes('[insert ')) &&
    blocks.every(({ block }) => isTitle(block) || isUntouched(block, project))
  );
}
