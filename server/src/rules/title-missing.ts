import { headings } from '../draft/headings';
import type { DocumentKind } from '../framework/types';
import { titleOf } from './lib/anchor';
import { insertBlock } from './lib/insert';
import type { Fix, Rule } from './types';

const isLetter = (kind: DocumentKind | undefined): boolean =>
  kind?.parts.some(({ id }) => id === 'sign-off') ?? false;

export const titleMissing: Rule = {
  id: 'title-missing',
  group: 'accessibility',
  severity: 'warning',
  what: 'A draft with no title: no heading of the first level, and no `title` in the front matter; a hint where there is no heading at all and the page is a letter or says no `kind`.',
  why: 'The title is the first thing that a screen reader says of a document, what Word shows in its properties, and what an agenda lists. A public body must give one.',
  example: {
    bad: '## Summary\n\nThe library helps people.\n',
    good: '# Ashby library: why it should stay\n\n## Summary\n\nThe library helps people.\n',
  },
  inDraft({ draft, project: { framework } }) {
    if (draft.blocks.length === 0) return [];
    if (draft.frontMatter.data.title?.trim()) return [];
    const all = headings(draft);
    const title = all.find(({ depth }) => depth === 1);
    if (title && title.text !== '') return [];
    const fixes: Fix[] = title
      ? [
          {
            title: 'Insert a title to fill in',
            edits: [{ span: { start: title.span.start, end: title.span.end }, text: '# [insert title]' }],
            preferred: true,
          },
        ]
      : [{ title: 'Insert a title', edits: [insertBlock(draft, 0, '# [insert title]')], preferred: true }];
    // A letter has no title, nor has a page that is laid out without any heading: only Word misses it.
    const said = draft.frontMatter.data.kind;
    const isPlain = all.length === 0 && (said === undefined || isLetter(framework.kindNamed(said)));
    return [
      {
        ...(isPlain && { severity: 'hint' as const }),
        span: title?.span ?? titleOf(draft),
        message:
          'The draft has no title, so neither an agenda nor a screen reader can name it. Begin with one heading of the first level (# Title), or give a title among the details at the top (title: …).',
        fixes,
      },
    ];
  },
};
