import { headings } from '../draft/headings';
import { letterSubject } from '../framework/letter-ends';
import type { DocumentKind } from '../framework/types';
import { titleOf } from './lib/anchor';
import { insertBlock } from './lib/blocks/insert-block';
import { writing } from './lib/fix';
import { rule } from './lib/rule';
import { titleLineOf } from './lib/title-line';
import type { Fix } from './types';

const isLetter = (kind: DocumentKind | undefined): boolean =>
  kind?.parts.some(({ id }) => id === 'sign-off') ?? false;

/** The line of a paper whose title is typed among its other details: “Title: A start-up desk”, “**Subject:** …”. */
const TYPED = /^[ \t>*_]{0,6}(?:(?:report )?title|subject|headline)[ \t*_]{0,4}:[ \t*_]{0,4}\S/im;

export const titleMissing = rule('title-missing', {
  inDraft({ draft, project: { framework } }) {
    if (draft.blocks.length === 0) return [];
    if (draft.frontMatter.data.title?.trim()) return [];
    const all = headings(draft);
    const title = all.find(({ depth }) => depth === 1);
    if (title ? title.text !== '' : letterSubject(draft, framework)) return [];
    // A letter has no title, nor has a page that is laid out without any heading; and where a heading of another level
    // stands for it, readers see one: only Word misses it, and editors marked 3 such drafts of 18.
    const said = draft.frontMatter.data.kind;
    const ofLetter = isLetter(said === undefined ? undefined : framework.kindNamed(said));
    const line = title || ofLetter ? undefined : titleLineOf(draft);
    const typed = line && writing(`Make “${line.words}” the title`, line.span, `# ${line.words}`);
    const fixes: Fix[] = title
      ? [writing('Insert a title to fill in', title.span, '# [insert title]')]
      : [
          ...(typed ? [typed] : []),
          {
            title: 'Insert a title',
            edits: [insertBlock(draft, 0, '# [insert title]')],
            ...(!typed && { preferred: true }),
          },
        ];
    const isPlain = said === undefined || ofLetter;
    const isSeen = all.length > 0 || TYPED.test(draft.blocks[0]!.block.text);
    return [
      {
        ...((isPlain || isSeen) && { severity: 'hint' as const }),
        span: title?.span ?? titleOf(draft),
        message:
          'The draft has no title, so neither an agenda nor a screen reader can name it. Begin with one heading of the first level (# Title), or give a title among the details at the top (title: …).',
        fixes,
      },
    ];
  },
});
