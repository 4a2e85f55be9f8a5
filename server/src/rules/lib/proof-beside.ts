/**
 * Tells whether a case is proved beside it: by a sourced figure or a named voice in the very next block, by a figure of
 * its own that the draft gives a source elsewhere (“all figures are from …”), or where the topic is spoken of again.
 */
import { emptyNotes } from '../../coverage/empty-notes';
import { proofOf } from '../../coverage/proof';
import type { Coverage, CoveredPassage, Reason, TopicCoverage } from '../../coverage/types';
import { type Draft, passagesOf } from '../../draft';
import { firstWhere } from '../../draft/first-where';
import { lastIndex } from '../../draft/positions';
import type { Block, Passage } from '../../draft/types';
import { type Figure, figuresInRuns } from '../../evidence';
import { isAttributedQuotation } from '../quote-unattributed';

/** Whether the topic has a proof, though no passage that argues it has one of its own. */
export function isProvedBeside(draft: Draft, coverage: Coverage, found: TopicCoverage): boolean {
  const sourced = sourcedIn(draft);
  return (
    found.passages.some(({ passage, reasons }) => sourced.has(passage) && reasons.some(isOfItself)) ||
    isProvedBehind(draft, coverage, found)
  );
}

/** A word of the passage itself is on the topic. */
const isOfItself = ({ why }: Reason): boolean => why === 'cue';

/** Whether any passage that argues the topic has its proof in the block behind it. */
function isProvedBehind(draft: Draft, coverage: Coverage, found: TopicCoverage): boolean {
  // A thousand pages argue thousands of times: each place is looked up, and not for.
  const here = new Set(found.passages.map(({ placed }) => placed.start));
  return found.passages.some((covered) => {
    if (covered.state !== 'argued' || !endsItsBlock(covered)) return false;
    const index = lastIndex(draft, ({ start }) => start <= covered.placed.start) + 1;
    const next = draft.blocks[index];
    if (!next || beginsAnew(next.block)) return false;
    // What makes a case on another area, and says nothing on this one, is that area's.
    if (!here.has(next.start) && arguedIn(coverage).has(next.start)) return false;
    return isProof(draft, index);
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

const argued = new WeakMap<Coverage, ReadonlySet<number>>();

/** Where blocks begin that make a case on an area. */
function arguedIn(coverage: Coverage): ReadonlySet<number> {
  let starts = argued.get(coverage);
  if (!starts) {
    starts = new Set(
      coverage.areas.flatMap(({ passages }) =>
        passages.flatMap(({ state, placed }) => (state === 'mentioned' ? [] : [placed.start])),
      ),
    );
    argued.set(coverage, starts);
  }
  return starts;
}

function isProof(draft: Draft, index: number): boolean {
  const { block } = draft.blocks[index]!;
  if (block.node.type === 'blockquote') return isAttributedQuotation(draft, index);
  const isVoice = passagesOf(block).some((passage) =>
    proofOf(block, passage).some(({ why }) => why === 'quotation'),
  );
  return isVoice || hasSourcedFigure(draft, index);
}

const sourced = new WeakMap<Draft, ReadonlySet<Passage>>();

/** Passages that have a figure with a source, wherever the draft gives it. */
function sourcedIn(draft: Draft): ReadonlySet<Passage> {
  let passages = sourced.get(draft);
  if (!passages) {
    const empty = emptyNotes(draft);
    passages = new Set(
      figuresInRuns(draft).flatMap(({ index, found }) =>
        found.flatMap(({ at, passages: read }) =>
          read
            .filter(({ figures }) => figures.some((figure) => isSourced(figure, empty)))
            .map(({ passage }) => passagesOf(draft.blocks[index + at]!.block)[passage]!),
        ),
      ),
    );
    sourced.set(draft, passages);
  }
  return passages;
}

function isSourced({ kind, source }: Figure, empty: ReadonlySet<string>): boolean {
  return kind !== 'plain' && source !== undefined && !(source.label !== undefined && empty.has(source.label));
}

function hasSourcedFigure(draft: Draft, index: number): boolean {
  const runs = figuresInRuns(draft);
  const run = runs[firstWhere(runs, (candidate) => candidate.index > index) - 1];
  const here = run?.found.find(({ at }) => run.index + at === index);
  const empty = emptyNotes(draft);
  return (here?.passages ?? []).some(({ figures }) => figures.some((figure) => isSourced(figure, empty)));
}
