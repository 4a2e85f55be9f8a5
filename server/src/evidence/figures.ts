/** Finds the source of each figure of a draft: in its sentence, next to it, or in what introduces it. */
import { BlockMap, RunMap, runsOf } from '../draft';
import { perBlock } from '../draft/block-map';
import type { Block, Draft, PlacedBlock } from '../draft/types';
import { memoized } from '../util/memoize';
import { after, afterPassage, START, type State, sameState } from './block-context';
import { type BlockFacts, factsOf, type SentenceFacts } from './facts';
import { figuresInPassage } from './figures-in-passage';
import type { PassageFigures, RunFigures, Source } from './types';

interface BlockFigures {
  readonly placed: PlacedBlock;
  readonly passages: readonly PassageFigures[];
}

/** The last result for a block, and its input: the same input gives the same result. */
interface Remembered {
  readonly before: State;
  readonly following: SentenceFacts | undefined;
  readonly all: Source | undefined;
  readonly passages: readonly PassageFigures[];
  readonly after: State;
}

const remembered = new BlockMap<Remembered>();
const NO_FIGURES: readonly PassageFigures[] = [];

/** The figures of every block that has any, with their sources, in the order of the draft. */
export function figuresInDraft(draft: Draft): readonly BlockFigures[] {
  return figuresInRuns(draft).flatMap(({ index, found }) =>
    found.map(({ at, passages }) => ({ placed: draft.blocks[index + at]!, passages })),
  );
}

export const figuresInRuns = memoized(readRuns);

function readRuns(draft: Draft): readonly RunFigures[] {
  const runs = runsOf(draft);
  let all: Source | undefined;
  for (const { run } of runs) all ??= forAllIn.of(run, undefined);
  let state = START;
  return runs.map(({ run, index }) => {
    const last = lastOf.of(run, undefined);
    const next = draft.blocks[index + run.blocks.length]?.block;
    const following = next && leading(next);
    if (!last.known || last.before !== state || last.following !== following || last.all !== all) {
      last.known = judgeRun(run.blocks, state, following, all);
      last.before = state;
      last.following = following;
      last.all = all;
    }
    state = last.known.after;
    return { run, index, found: last.known.found };
  });
}

interface JudgedRun {
  readonly found: RunFigures['found'];
  readonly after: State;
}

/** The last result for a run, and its input. */
const lastOf = new RunMap(
  (): {
    known?: JudgedRun;
    before?: State;
    following?: SentenceFacts | undefined;
    all?: Source | undefined;
  } => ({}),
);
const forAllIn = new RunMap((blocks) => {
  for (const block of blocks) {
    const { forAll } = factsOf(block);
    if (forAll) return forAll;
  }
  return undefined;
});

/** @param following the first sentence after the run */
function judgeRun(
  blocks: readonly Block[],
  before: State,
  following: SentenceFacts | undefined,
  all: Source | undefined,
): JudgedRun {
  const found: RunFigures['found'][number][] = [];
  let state = before;
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    const { passages, after } = judgeBlock(block, state, next ? leading(next) : following, all);
    if (passages.length > 0) found.push({ at, passages });
    state = after;
  }
  return { found, after: state };
}

/** @param next the first sentence after the block */
function judgeBlock(
  block: Block,
  state: State,
  next: SentenceFacts | undefined,
  all: Source | undefined,
): Remembered {
  const facts = factsOf(block);
  const following = facts.hasFigures ? next : undefined;
  let known = remembered.get(block);
  if (known?.before !== state || known.following !== following || known.all !== all) {
    const passages = facts.hasFigures ? judge(block, facts, state, following, all) : NO_FIGURES;
    let handed = after(block, facts, state);
    // An equal state stays the same object, so that later blocks need not be judged again.
    if (known && sameState(known.after, handed)) handed = known.after;
    known = { before: state, following, all, passages, after: handed };
    remembered.set(block, known);
  }
  return known;
}

/** The figures of one block, judged without the blocks around it. */
export const figuresIn = perBlock((block: Block): readonly PassageFigures[] => {
  const facts = factsOf(block);
  return facts.hasFigures ? judge(block, facts, START, undefined, undefined) : NO_FIGURES;
});

/** The first sentence of a block, unless it is a heading. */
function leading(block: Block): SentenceFacts | undefined {
  return block.node.type === 'heading' ? undefined : factsOf(block).passages[0]?.sentences[0];
}

function judge(
  block: Block,
  facts: BlockFacts,
  state: State,
  following: SentenceFacts | undefined,
  all: Source | undefined,
): readonly PassageFigures[] {
  const list = block.node.type === 'list' || block.node.type === 'table';
  const found: PassageFigures[] = [];
  // Numbered paragraphs are a list that the paragraph before introduces only where it says so.
  const led =
    state.leads ||
    !(
      block.node.type === 'list' &&
      block.node.ordered &&
      facts.passages.some(({ sentences }) => sentences.length > 2)
    );
  let here = state;
  facts.passages.forEach((passage, index) => {
    const last = index === facts.passages.length - 1;
    const lead = (list && led) || passage.bullet ? here.leadSource : undefined;
    const header = facts.header[0];
    // What follows a list or a table may be about all of it.
    const next = list || last ? following : facts.passages[index + 1]?.sentences[0];
    const figures = figuresInPassage(passage, here, lead ?? header ?? all, next, list);
    if (figures.length > 0) found.push({ passage: index, figures });
    here = afterPassage(passage, here, list);
  });
  return found;
}
