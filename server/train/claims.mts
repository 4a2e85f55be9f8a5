/**
 * Fits the model of `server/src/claims`, which tells what an editor would ask the source of.
 *
 *   npx tsx server/train/claims.mts [FOLDER …] [--write]
 *
 * FOLDER has drafts that two editors marked (see `marked.mts`); without one, those of
 * `server/train/marks` but for `first-sight`. Prints how well
 * sentences are found in drafts that the model was not fitted on (each fold of drafts left out once): precision where at
 * least one editor marked the block, and recall of the blocks that both did. `--write` fits all of them together and
 * writes `server/src/fitted/claims.json`.
 */
import { writeFileSync } from 'node:fs';
import { type ClaimSentence, claimSentencesIn, eachSignOf, headingStems } from '../src/claims/sentences';
import { parseDraft, passagesOf, positionAt } from '../src/draft';
import { builtInEncoder } from '../src/meaning/encoder';
import { FOLDS, foldersIn, foldOf, plain } from './folds.mts';
import { type Mark, type MarkedDraft, markedDrafts } from './marked.mts';
import { fitSparse, probabilityBy, type SparseFit, type SparseLesson, writtenWeights } from './sparse.mts';

/** Weights below this are left out of the file. */
const LEAST_WEIGHT = 0.28;
/** Probabilities at which precision and recall are shown. */
const SHOWN_AT = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7];

interface Sentence extends SparseLesson {
  readonly draft: MarkedDraft;
  readonly block: number;
  readonly text: string;
  /** Whether it shares a block with one that is marked: which of them is meant, the mark alone says. */
  readonly unsure: boolean;
}

const argv = process.argv.slice(2);
const folders = foldersIn(argv);
const sets = folders.map((folder) => ({
  folder,
  drafts: markedDrafts(folder).map((draft) => ({ draft, sentences: sentencesOf(draft) })),
}));
const drafts = sets.flatMap((set) => set.drafts);

const left = new Map<Sentence, number>();
for (let fold = 0; fold < FOLDS; fold++) {
  const fit = fitted(
    drafts.filter(({ draft }) => foldOf(draft.file) !== fold).flatMap(({ sentences }) => sentences),
  );
  for (const { draft, sentences } of drafts)
    if (foldOf(draft.file) === fold)
      for (const sentence of sentences) left.set(sentence, probabilityBy(fit, sentence));
}
for (const set of sets) show(`${set.folder}, each draft left out`, set.drafts, left);
if (sets.length > 1) {
  for (const set of sets) {
    const fit = fitted(
      sets
        .filter((other) => other !== set)
        .flatMap((other) => other.drafts.flatMap(({ sentences }) => sentences)),
    );
    const of = new Map(
      set.drafts.flatMap(({ sentences }) => sentences.map((s) => [s, probabilityBy(fit, s)] as const)),
    );
    show(`${set.folder}, all of it left out`, set.drafts, of);
  }
}
if (argv.includes('--write')) {
  const { source, count } = writtenWeights(
    fitted(drafts.flatMap(({ sentences }) => sentences)),
    LEAST_WEIGHT,
  );
  writeFileSync(new URL('../src/fitted/claims.json', import.meta.url), `${JSON.stringify(source)}\n`);
  console.log(`${count} weights written`);
}

function fitted(sentences: readonly Sentence[]): SparseFit {
  return fitSparse(sentences.filter(({ unsure }) => !unsure));
}

function sentencesOf(draft: MarkedDraft): Sentence[] {
  const parsed = parseDraft(draft.text);
  let heading: readonly string[] = [];
  const found: {
    readonly sentence: ClaimSentence;
    readonly block: number;
    readonly signs: readonly string[];
  }[] = [];
  for (const { block, start } of parsed.blocks) {
    if (block.node.type === 'heading') heading = headingStems(block.text);
    for (const sentence of passagesOf(block).flatMap((passage) => claimSentencesIn(block, passage))) {
      const signs = new Set<string>();
      eachSignOf(sentence, heading, (sign) => signs.add(sign));
      const { prose } = sentence.passage;
      const { line } = positionAt(
        parsed,
        start + prose.toSource(sentence.span.start, sentence.span.start + 1).start,
      );
      found.push({ sentence, block: draft.blocks[line + 1]!, signs: [...signs] });
    }
  }
  const marked = draft.marks.map(
    (marks) =>
      new Set(
        marks
          .filter(isOnSource)
          .map((mark) => meant(mark))
          .filter((at) => at >= 0),
      ),
  );
  const blocks = new Set(
    draft.marks.flatMap((marks) => marks.filter(isOnSource).map(({ line }) => draft.blocks[line])),
  );
  return found.map(({ sentence, block, signs }, at) => {
    const count = marked.filter((of) => of.has(at)).length;
    return {
      draft,
      block,
      text: sentence.text,
      signs,
      meaning: builtInEncoder.mean(sentence.words),
      yes: count === 2 ? 1 : count === 1 ? 0.6 : 0,
      unsure: count === 0 && blocks.has(block),
    };
  });

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

function isOnSource({ category }: Mark): boolean {
  return category === 'source' || category === 'own-count';
}

function show(
  what: string,
  of: readonly { draft: MarkedDraft; sentences: readonly Sentence[] }[],
  p: ReadonlyMap<Sentence, number>,
): void {
  const sentences = of.flatMap((one) => one.sentences);
  const agreed = new Set(of.flatMap(({ draft }) => agreedBlocks(draft)));
  const at = SHOWN_AT.map((least) => {
    let right = 0;
    let all = 0;
    const heard = new Set<string>();
    for (const sentence of sentences) {
      if (p.get(sentence)! < least) continue;
      all++;
      const key = `${sentence.draft.file}#${sentence.block}`;
      if (sentence.yes > 0 || sentence.unsure) right++;
      if (agreed.has(key)) heard.add(key);
    }
    return `${least}: ${all} ${(right / all).toFixed(2)}/${(heard.size / agreed.size).toFixed(2)}`;
  });
  console.log(`${what} (${of.length} drafts, ${agreed.size} blocks that both mark)\n  ${at.join('  ')}`);
}

function agreedBlocks({ file, marks: [first, second], blocks }: MarkedDraft): string[] {
  const is = ({ category, severity }: Mark) => category === 'source' && severity !== 'nit';
  return first
    .filter(
      (mark) => is(mark) && second.some((other) => is(other) && blocks[other.line] === blocks[mark.line]),
    )
    .map(({ line }) => `${file}#${blocks[line]}`);
}
