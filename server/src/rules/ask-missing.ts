import { toString as textOf } from 'mdast-util-to-string';
import { type Draft, RunMap, runsOf } from '../draft';
import type { DocumentKind, Part } from '../framework/types';
import { kindOrTitle } from './lib/anchor';
import { asks, asksInSection } from './lib/parts/asks';
import { asksForParts } from './lib/parts/missing';
import { partsNamed } from './lib/parts/names';
import { insertPart } from './lib/parts/placement';
import { presentParts, sectionsOf } from './lib/parts/present';
import { rule } from './lib/rule';

/** The heading of the part itself promises an ask, and is none. */
const asking = new RunMap((blocks, part: Part | undefined) =>
  blocks.some(
    (block) =>
      asks(block) &&
      (part === undefined ||
        block.node.type !== 'heading' ||
        partsNamed(textOf(block.node), [part]).length === 0),
  ),
);

/** Parts whose heading says that what stands below is asked. */
const PARTS = ['ask', 'recommendations', 'costs'];
/** Words of a heading that asks: a section on costs alone tells of sums without asking for them. */
const ASKS =
  /\b(?:ask\w*|request\w*|recommend\w*|need\w*|deci(?:de|sion)\w*|sought|call|actions?|want|like|help|do|next)\b/i;

/** Whether a section under such a heading asks, in words that elsewhere would only tell. */
function asksUnderHeading(draft: Draft, kind: DocumentKind, part: Part): boolean {
  return sectionsOf(draft, kind, part).some(({ index, end }) => {
    const blocks = draft.blocks.slice(index, end).map(({ block }) => block);
    const mayName = ASKS.test(blocks[0]!.text);
    return blocks.some((block) => asksInSection(block, mayName));
  });
}

export const askMissing = rule('ask-missing', {
  inDraft({ draft, coverage: { kind }, project: { framework } }) {
    if (!kind.asks || !asksForParts(draft, kind, framework)) return [];
    const part = kind.parts.find(({ id }) => PARTS.includes(id));
    if (runsOf(draft).some(({ run }) => asking.of(run, part))) return [];
    const isThere = presentParts(draft, kind).some((candidate) => candidate.part === part);
    if (part && isThere && (part.id === 'recommendations' || asksUnderHeading(draft, kind, part))) return [];
    // What is missing altogether has a finding already, and what has no heading is there in substance.
    if (part?.required && !isThere) return [];
    return [
      {
        span: kindOrTitle(draft),
        message: `This ${kind.title.toLowerCase()} asks nothing of its reader, who will agree and do nothing. Say who should decide or do what, by when, and what it costs.`,
        fixes: () =>
          part && !isThere
            ? [{ title: `Insert “${part.title}”`, edits: insertPart(draft, kind, part), preferred: true }]
            : [],
      },
    ];
  },
});
