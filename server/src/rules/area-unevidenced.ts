import { proofOf } from '../coverage/proof';
import type { Coverage, CoveredPassage, TopicCoverage } from '../coverage/types';
import { type Draft, passagesOf, shifted } from '../draft';
import { firstWhere } from '../draft/binary-search';
import { lastIndex } from '../draft/positions';
import type { Block, Passage, PlacedBlock } from '../draft/types';
import { type Figure, figuresInRuns, type RunFigures } from '../evidence';
import { isSourced, lookUpIn } from '../support/look-up';
import { getOrInsert } from '../util/memoize';
import { isAttributedQuotation } from './lib/quotations/attribution';
import { rule } from './lib/rule';
import { arguedIn, bestPassage, placeOfTopic, topicProblems } from './lib/topics';

export const areaUnevidenced = rule('area-unevidenced', {
  inDraft({ draft, coverage }) {
    const bare = coverage.areas.filter(
      (found) => found.asked && found.state === 'argued' && !isProvedBeside(draft, coverage, found),
    );
    return topicProblems(draft, bare, 'argued', (found) => ({
      span: bestPassage(found)?.span ?? placeOfTopic(draft, found),
      message: `${found.topic.title} is argued here without evidence. ${advice(found)}`,
    }));
  },
});

/** Where one passage only lacks the text of its footnote, that is the next step. */
function advice({ passages }: TopicCoverage): string {
  const isHeldBackBy = (what: CoveredPassage['heldBackBy']): boolean =>
    passages.some(({ heldBackBy }) => heldBackBy === what);
  if (isHeldBackBy('footnote')) return 'Fill in the footnote with the source of its figure.';
  return isHeldBackBy('source')
    ? 'Say where its source can be looked up: the publication and its year, or a link.'
    : 'Add a figure with its source, or a quotation from a named person.';
}

/** Whether the topic has a proof, though no passage that argues it has one of its own. */
function isProvedBeside(draft: Draft, coverage: Coverage, found: TopicCoverage): boolean {
  return (
    found.passages.some(
      (covered) => covered.reasons.some(({ why }) => why === 'cue') && hasProof(draft, covered),
    ) || isProvedBehind(draft, coverage, found)
  );
}

/** Whether any passage that argues the topic has its proof in the block behind it. */
function isProvedBehind(draft: Draft, coverage: Coverage, found: TopicCoverage): boolean {
  // A thousand pages argue thousands of times: each place is looked up, and not for.
  const here = new Set(found.passages.map(({ placed }) => placed));
  return found.passages.some((covered) => {
    // In a list of cases, what stands behind it proves the last one at most.
    if (covered.state !== 'argued' || passagesOf(covered.placed.block).at(-1) !== covered.passage)
      return false;
    const index = lastIndex(draft, ({ start }) => start <= covered.placed.start) + 1;
    const next = draft.blocks[index];
    if (!next || beginsAnew(next.block)) return false;
    // What makes a case on another area, and says nothing on this one, is that area's.
    if (!here.has(next) && arguedIn(coverage).has(next)) return false;
    return isProof(draft, index);
  });
}

/** A heading, or a paragraph with one of its own: "**Digital.** Last year …". */
function beginsAnew({ node }: Block): boolean {
  if (node.type === 'heading' || node.type === 'footnoteDefinition') return true;
  return node.type === 'paragraph' && node.children[0]?.type === 'strong' && node.children.length > 1;
}

function isProof(draft: Draft, index: number): boolean {
  const { block } = draft.blocks[index]!;
  if (block.node.type === 'blockquote') return isAttributedQuotation(draft, index);
  const isVoice = passagesOf(block).some((passage) =>
    proofOf(block, passage).some(({ why }) => why === 'quotation'),
  );
  return isVoice || hasSourcedFigure(draft, index);
}

/**
 * Whether a passage has a figure with a source, wherever the draft gives it. Beside the argument, what something costs
 * proves nothing.
 */
function hasProof(draft: Draft, { placed, passage, state }: CoveredPassage): boolean {
  const index = lastIndex(draft, ({ start }) => start <= placed.start);
  const here = figuresAt(draft, index);
  const figures = here && byPassageIn(here, placed.block).get(passage);
  if (!figures) return false;
  return figures.some(
    (figure) =>
      isSourcedAt(draft, placed, passage, figure) && (state !== 'mentioned' || figure.kind === 'claim'),
  );
}

type BlockFigures = RunFigures['found'][number];

/** The figures of a block of the draft; undefined where it has none. */
function figuresAt(draft: Draft, index: number): BlockFigures | undefined {
  const runs = figuresInRuns(draft);
  const run = runs[firstWhere(runs, (candidate) => candidate.index > index) - 1];
  if (!run) return undefined;
  const here = run.found[firstWhere(run.found, ({ at }) => run.index + at >= index)];
  return here && run.index + here.at === index ? here : undefined;
}

/** Kept as long as the figures of the block are the same: most are, with each key. */
const byPassage = new WeakMap<BlockFigures, ReadonlyMap<Passage, readonly Figure[]>>();

function byPassageIn(here: BlockFigures, block: Block): ReadonlyMap<Passage, readonly Figure[]> {
  return getOrInsert(byPassage, here, () => {
    const all = passagesOf(block);
    return new Map(here.passages.map((read) => [all[read.passage]!, read.figures] as const));
  });
}

function isSourcedAt(draft: Draft, { start }: PlacedBlock, { prose }: Passage, figure: Figure): boolean {
  const at = prose.toSource(figure.span.start, figure.span.end);
  return isSourced(figure, shifted(at, start), lookUpIn(draft));
}

function hasSourcedFigure(draft: Draft, index: number): boolean {
  const placed = draft.blocks[index]!;
  const passages = passagesOf(placed.block);
  return (figuresAt(draft, index)?.passages ?? []).some(({ passage, figures }) =>
    figures.some((figure) => isSourcedAt(draft, placed, passages[passage]!, figure)),
  );
}
