/** Tells whether a case is proved right behind it: by a sourced figure or a named voice in the very next block. */
import { emptyNotes } from '../../coverage/empty-notes';
import { proofOf } from '../../coverage/proof';
import type { Coverage, CoveredPassage, TopicCoverage } from '../../coverage/types';
import { type Draft, passagesOf } from '../../draft';
import { lastIndex } from '../../draft/positions';
import type { Block } from '../../draft/types';
import { figuresInRuns } from '../../evidence';
import { isAttributedQuotation } from '../quote-unattributed';

/** Whether any passage that argues the topic has its proof in the block behind it. */
export function isProvedBehind(draft: Draft, coverage: Coverage, found: TopicCoverage): boolean {
  return found.passages.some((covered) => {
    if (covered.state !== 'argued' || !endsItsBlock(covered)) return false;
    const index = lastIndex(draft, ({ start }) => start <= covered.placed.start) + 1;
    const next = draft.blocks[index];
    if (!next || beginsAnew(next.block)) return false;
    return !isOnAnother(next.start, coverage, found) && isProof(draft, index);
  });
}

/** In a list of cases, what stands behind it proves the last one at most. */
function endsItsBlock({ placed, passage }: CoveredPassage): boolean {
  return passagesOf(placed.block).at(-1) === passage;
}

/** A heading, or a paragraph with one of its own: "**Digital.** Last year …". */
function beginsAnew({ node }: Block): boolean {
  if (node.type === 'heading' || node.type === 'footnoteDefinition') return true;
  return node.type === 'paragraph' && node.children[0]?.type === 'strong' && node.children.length > 1;
}

/** Whether the block at a place makes a case on another area, and says nothing on this one. */
function isOnAnother(start: number, { areas }: Coverage, found: TopicCoverage): boolean {
  const isHere = ({ placed }: CoveredPassage): boolean => placed.start === start;
  if (found.passages.some(isHere)) return false;
  return areas.some(({ passages }) =>
    passages.some((covered) => covered.state !== 'mentioned' && isHere(covered)),
  );
}

function isProof(draft: Draft, index: number): boolean {
  const { block } = draft.blocks[index]!;
  if (block.node.type === 'blockquote') return isAttributedQuotation(draft, index);
  const isVoice = passagesOf(block).some((passage) =>
    proofOf(block, passage).some(({ why }) => why === 'quotation'),
  );
  return isVoice || hasSourcedFigure(draft, index);
}

function hasSourcedFigure(draft: Draft, index: number): boolean {
  const run = figuresInRuns(draft).findLast((candidate) => candidate.index <= index);
  const here = run?.found.find(({ at }) => run.index + at === index);
  const empty = emptyNotes(draft);
  return (here?.passages ?? []).some(({ figures }) =>
    figures.some(
      ({ kind, source }) =>
        kind !== 'plain' && source !== undefined && !(source.label !== undefined && empty.has(source.label)),
    ),
  );
}
