import { type Change, changeBetween, type Draft, editDraft } from '../draft';
import type { DocumentKind, Part } from '../framework/types';
import type { About } from '../snippets/about';
import { kindOrTitle } from './lib/anchor';
import { missingParts } from './lib/parts/missing';
import { insertPart } from './lib/parts/placement';
import { rule } from './lib/rule';
import type { Fix } from './types';

/** Parts that have a fix each, besides the one for all; the most that are inserted at once. */
const SINGLE_FIXES = 3;
const MOST_AT_ONCE = 50;

export const sectionMissing = rule('section-missing', {
  inDraft({ draft, coverage: { kind }, project: { framework, configuration } }) {
    const missing = missingParts(draft, kind, framework);
    const [first] = missing;
    if (!first) return [];
    const all = listOf(missing.map(({ tells, title }) => tells ?? `what belongs under “${title}”`));
    return [
      {
        span: kindOrTitle(draft),
        message: `This ${kind.title.toLowerCase()} does not say ${all}. ${first.why}`,
        ...(first.required === 'hint' ? { severity: 'hint' as const } : {}),
        fixes: () => fixesFor(draft, kind, missing, configuration.about),
      },
    ];
  },
});

const listOf = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}, or ${items.at(-1)}`;

function fixesFor(draft: Draft, kind: DocumentKind, parts: readonly Part[], about: About): readonly Fix[] {
  const single = parts.slice(0, SINGLE_FIXES).map((part, at) => ({
    title: `Insert ${part.sign === 'line' ? 'the line' : 'the section'} “${part.title}”`,
    edits: insertPart(draft, kind, part, about),
    preferred: at === 0,
  }));
  if (parts.length < 2 || parts.length > MOST_AT_ONCE) return single;
  return [
    ...single,
    { title: `Insert all ${parts.length} parts`, edits: [insertAll(draft, kind, parts, about)] },
  ];
}

/** Each goes where it belongs among those that are there by then, so it is one change from the first to the last. */
function insertAll(draft: Draft, kind: DocumentKind, parts: readonly Part[], about: About): Change {
  let filled = draft;
  for (const part of parts) {
    const edits = [...insertPart(filled, kind, part, about)].sort((a, b) => b.span.start - a.span.start);
    for (const edit of edits) filled = editDraft(filled, edit);
  }
  return changeBetween(draft.text, filled.text);
}
