/**
 * Fits the model of `server/src/claims`, which tells what an editor would ask the source of, and what claims too much.
 *
 *   npx tsx server/train/claims.mts [FOLDER …] [--write]
 *
 * FOLDER has drafts that two editors marked (see `marked.mts`); without one, those of
 * `server/train/marks` but for `first-sight`. Prints how well
 * sentences are found in drafts that the model was not fitted on (each fold of drafts left out once): precision where at
 * least one editor marked the block, for what is to be told as claiming too much also where they call it wrong, and
 * recall of the blocks that both ask the source of, and of those that both call wrong. `--write` fits all of them
 * together and writes `server/src/models/weights/claims.json`.
 */
import { writeFileSync } from 'node:fs';
import { verdictBy } from '../src/claims/model';
import { type ClaimSentence, claimSentencesIn, eachFeatureOf, headingStems } from '../src/claims/sentences';
import { parseDraft, passagesOf, positionAt } from '../src/draft';
import { builtInEncoder } from '../src/models/encoder';
import { FOLDS, foldersIn, foldOf, plain } from './folds.mts';
import { type Mark, type MarkedDraft, markedDrafts } from './marked.mts';
import { fitSparse, oddsBy, type SparseFit, type SparseLesson, writtenWeights } from './sparse.mts';

/** The least weights that are written. That of rarer marks is higher, as more of their weights are chance. */
const LEAST_WEIGHT: Readonly<Record<Reproach, number>> = { source: 0.24, excess: 0.3 };
/** The weight of a mark by only one of two editors. */
const OF_ONE = 0.6;
/** Probabilities at which precision and recall are shown. */
const SHOWN_AT = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7];

/** The reproaches that are fitted: a missing source, and an excessive claim. */
const REPROACHES = ['source', 'excess'] as const;
type Reproach = (typeof REPROACHES)[number];

interface Sentence extends Omit<SparseLesson, 'yes'> {
  readonly draft: MarkedDraft;
  readonly block: number;
  /** From 0 to 1, by reproach: whether editors made it. */
  readonly yes: Readonly<Record<Reproach, number>>;
  /** By reproach: whether another sentence of the block has it, so that this one may be meant as well. */
  readonly unsure: Readonly<Record<Reproach, boolean>>;
}

const argv = process.argv.slice(2);
const folders = foldersIn(argv);
const sets = folders.map((folder) => ({
  folder,
  drafts: markedDrafts(folder).map((draft) => ({ draft, sentences: sentencesOf(draft) })),
}));
const drafts = sets.flatMap((set) => set.drafts);

type Verdicts = Map<Sentence, ReturnType<typeof verdictBy>>;

const left: Verdicts = new Map();
for (let fold = 0; fold < FOLDS; fold++) {
  const isIn = ({ draft }: { readonly draft: MarkedDraft }) => foldOf(draft.file) === fold;
  judge(
    drafts.filter(isIn).flatMap(({ sentences }) => sentences),
    drafts.filter((one) => !isIn(one)).flatMap(({ sentences }) => sentences),
    left,
  );
}
for (const set of sets) show(`${set.folder}, each draft left out`, set.drafts, left);
if (sets.length > 1) {
  const whole: Verdicts = new Map();
  for (const set of sets)
    judge(
      set.drafts.flatMap(({ sentences }) => sentences),
      sets
        .filter((other) => other !== set)
        .flatMap((other) => other.drafts.flatMap(({ sentences }) => sentences)),
      whole,
    );
  for (const set of sets) show(`${set.folder}, all of it left out`, set.drafts, whole);
}
if (argv.includes('--write')) {
  const fits = fitted(drafts.flatMap(({ sentences }) => sentences));
  const [source, excess] = REPROACHES.map((of) => writtenWeights(fits[of], LEAST_WEIGHT[of]));
  writeFileSync(
    new URL('../src/models/weights/claims.json', import.meta.url),
    `${JSON.stringify({ source: source!.source, excess: excess!.source })}\n`,
  );
  console.log(`${source!.count} and ${excess!.count} weights written`);
}

function fitted(sentences: readonly Sentence[]): Record<Reproach, SparseFit> {
  const fitOf = (of: Reproach) =>
    fitSparse(
      sentences
        .filter(({ unsure }) => !unsure[of])
        .map(({ features, meaning, yes }) => ({ features, yes: yes[of], ...(meaning && { meaning }) })),
    );
  return { source: fitOf('source'), excess: fitOf('excess') };
}

function judge(sentences: readonly Sentence[], others: readonly Sentence[], verdicts: Verdicts): void {
  const { source, excess } = fitted(others);
  for (const sentence of sentences)
    verdicts.set(sentence, verdictBy({ source: oddsBy(source, sentence), excess: oddsBy(excess, sentence) }));
}

function sentencesOf(draft: MarkedDraft): Sentence[] {
  const parsed = parseDraft(draft.text);
  let heading: readonly string[] = [];
  const found: {
    readonly sentence: ClaimSentence;
    readonly block: number;
    readonly features: readonly string[];
  }[] = [];
  for (const { block, start } of parsed.blocks) {
    if (block.node.type === 'heading') heading = headingStems(block.text);
    for (const sentence of passagesOf(block).flatMap((passage) => claimSentencesIn(block, passage))) {
      const features = new Set<string>();
      eachFeatureOf(sentence, heading, (feature) => features.add(feature));
      const { prose } = sentence.passage;
      const { line } = positionAt(
        parsed,
        start + prose.toSource(sentence.span.start, sentence.span.start + 1).start,
      );
      found.push({ sentence, block: draft.blocks[line + 1]!, features: [...features] });
    }
  }
  const said = { source: saidOf('source'), excess: saidOf('excess') };
  return found.map(({ sentence, block, features }, at) => ({
    draft,
    block,
    features,
    meaning: builtInEncoder.mean(sentence.words),
    yes: { source: said.source.yes(at), excess: said.excess.yes(at) },
    unsure: { source: said.source.isUnsure(at), excess: said.excess.isUnsure(at) },
  }));

  function saidOf(reproach: Reproach) {
    const meantBy = draft.marks.map(
      (marks) => new Set(marks.filter((mark) => isOf(reproach, mark)).map(meant)),
    );
    // A sentence that an editor calls wrong may also claim too much.
    const isNear = (mark: Mark) =>
      isOf(reproach, mark) || (reproach === 'excess' && mark.category === 'wrong');
    const blocks = new Set(
      draft.marks.flatMap((marks) => marks.filter(isNear).map(({ line }) => draft.blocks[line])),
    );
    const countOf = (at: number) => meantBy.filter((by) => by.has(at)).length;
    return {
      yes: (at: number) => [0, OF_ONE, 1][countOf(at)]!,
      isUnsure: (at: number) => countOf(at) === 0 && blocks.has(found[at]!.block),
    };
  }

  /** The sentence whose words a mark quotes. */
  function meant({ quote, line }: Mark): number {
    const wanted = plain(quote).split(' ');
    let best = -1;
    let most = -1;
    for (const [at, { sentence, block }] of found.entries()) {
      if (block !== draft.blocks[line]) continue;
      const text = plain(sentence.text);
      const share = text.includes(wanted.join(' '))
        ? 2
        : wanted.filter((word) => text.includes(word)).length / wanted.length;
      if (share > most) {
        most = share;
        best = at;
      }
    }
    return best;
  }
}

function isOf(reproach: Reproach, { category, kind }: Mark): boolean {
  return reproach === 'source'
    ? category === 'source' || category === 'own-count'
    : category === 'wrong' && kind === 'overclaim';
}

function show(
  what: string,
  of: readonly { draft: MarkedDraft; sentences: readonly Sentence[] }[],
  verdicts: Verdicts,
): void {
  const sentences = of.flatMap((one) => one.sentences);
  const agreed = (category: string) =>
    new Set(
      of.flatMap(({ draft }) => blocksThatBoth(draft, category).map((block) => `${draft.file}#${block}`)),
    );
  const [asked, wrong] = [agreed('source'), agreed('wrong')];
  const at = SHOWN_AT.map((least) => {
    let right = 0;
    let all = 0;
    const heard = new Set<string>();
    const heardWrong = new Set<string>();
    for (const sentence of sentences) {
      const { probability, isExcess } = verdicts.get(sentence)!;
      if (probability < least) continue;
      all++;
      const { file, marks, blocks } = sentence.draft;
      const key = `${file}#${sentence.block}`;
      const bears = (mark: Mark) =>
        blocks[mark.line] === sentence.block &&
        (isOf('source', mark) || (isExcess && mark.category === 'wrong'));
      if (marks.some((by) => by.some(bears))) right++;
      if (asked.has(key)) heard.add(key);
      if (isExcess && wrong.has(key)) heardWrong.add(key);
    }
    const share = (part: number, whole: number) => (part / whole).toFixed(2);
    return `${least}: ${all} ${share(right, all)}/${share(heard.size, asked.size)}/${share(heardWrong.size, wrong.size)}`;
  });
  console.log(
    `${what} (${of.length} drafts; both ask for ${asked.size}, call ${wrong.size} wrong)\n  ${at.join('  ')}`,
  );
}

/** The blocks that both editors mark with a category, and not as a nit. */
function blocksThatBoth({ marks: [first, second], blocks }: MarkedDraft, of: string): number[] {
  const is = ({ category, severity }: Mark) => category === of && severity !== 'nit';
  return first
    .filter(
      (mark) => is(mark) && second.some((other) => is(other) && blocks[other.line] === blocks[mark.line]),
    )
    .map(({ line }) => blocks[line]!);
}
