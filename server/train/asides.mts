/**
 * Fits the model of `server/src/asides`, which tells what in a draft is a note to those who work on it.
 *
 *   npx tsx server/train/asides.mts [FOLDER …] [--write] [--verbose]
 *
 * FOLDER has drafts that editors marked (see `marked.mts`); without one, those of `server/train/marks` but for
 * `first-sight`. Prints how well pieces are found in drafts that the model was not fitted on (each fold of drafts left
 * out once), and how many of them no kind of `draft/unfilled` finds. `--write` fits all of them together and writes
 * `server/src/models/weights/asides.json`; `--verbose` lists what is found, the surest first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { eachFeature } from '../src/asides/features';
import { type Piece, piecesOf } from '../src/asides/pieces';
import { parseDraft, positionAt } from '../src/draft';
import { unfilledIn } from '../src/draft/unfilled';
import { textsOf } from '../src/rules/lib/unfilled/places';
import { FOLDS, foldersIn, foldOf, plain } from './folds.mts';
import { type MarkedDraft, markedDrafts } from './marked.mts';
import { fitSmall, probabilityBy, type SparseLesson, writtenWeights } from './sparse.mts';

/** The least weight of a feature that is kept. */
const LEAST_WEIGHT = 0.3;
/** Probabilities at which precision and recall are shown. */
const SHOWN_AT = [0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6];
/** The least share of a piece that the words of a mark must have to mean it. */
const LEAST_SHARE = 0.4;

interface Lesson extends SparseLesson {
  readonly draft: MarkedDraft;
  readonly line: number;
  readonly words: string;
  /** Whether a kind of `draft/unfilled` finds something in it. */
  readonly ruled: boolean;
  /** Whether another piece of its block is marked. */
  readonly unsure: boolean;
}

const argv = process.argv.slice(2);
const folders = foldersIn(argv);
/** Invented texts with notes between « and », for fitting and not for measuring. */
const EXAMPLES = readFileSync(new URL('asides.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .flatMap(examplesIn);
/** Finished papers, which have no notes. */
const FINISHED = ['pages', 'press', 'reports', 'councils', 'lines-5', 'voices'].flatMap((name) =>
  readFileSync(new URL(`papers/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^[[#*]/.test(line))
    .flatMap((line) => examplesIn(line.replace(/^\[[^\]]*\] /, ''))),
);
const lessons = folders.flatMap((folder) => markedDrafts(folder).flatMap(lessonsOf));

const left = new Map<Lesson, number>();
for (let fold = 0; fold < FOLDS; fold++) {
  const isIn = ({ draft }: Lesson): boolean => foldOf(draft.file) === fold;
  const fit = fitSmall(
    [
      ...EXAMPLES,
      ...EXAMPLES,
      ...EXAMPLES,
      ...FINISHED,
      ...lessons.filter((lesson) => !isIn(lesson) && !lesson.unsure),
    ],
    LEAST_WEIGHT,
  );
  for (const lesson of lessons.filter(isIn)) left.set(lesson, probabilityBy(fit, lesson));
}
const isRight = ({ yes, unsure }: Lesson): boolean => yes > 0 || unsure;
const marked = lessons.filter(({ yes }) => yes > 0);
console.log(`${lessons.length} pieces, ${marked.length} marked`);
for (const least of SHOWN_AT) {
  const said = lessons.filter((lesson) => left.get(lesson)! >= least);
  const right = said.filter(isRight);
  const more = said.filter(({ ruled }) => !ruled);
  const found = said.filter(({ yes }) => yes > 0);
  console.log(
    `${least}: precision ${(right.length / said.length).toFixed(2)} (${right.length}/${said.length})  recall ${(found.length / marked.length).toFixed(2)}  by no rule ${more.filter(isRight).length}/${more.length}`,
  );
}
if (argv.includes('--verbose'))
  for (const lesson of lessons
    .filter((one) => left.get(one)! >= 0.1 && !one.ruled)
    .sort((a, b) => left.get(b)! - left.get(a)!))
    console.log(
      `${left.get(lesson)!.toFixed(2)} ${isRight(lesson) ? 'right' : 'wrong'} ${lesson.draft.file}:${lesson.line} ${lesson.words.slice(0, 120)}`,
    );
if (argv.includes('--write')) {
  const { source, count } = writtenWeights(
    fitSmall(
      [...EXAMPLES, ...EXAMPLES, ...EXAMPLES, ...FINISHED, ...lessons.filter(({ unsure }) => !unsure)],
      LEAST_WEIGHT,
    ),
    0.05,
  );
  writeFileSync(new URL('../src/models/weights/asides.json', import.meta.url), `${JSON.stringify(source)}\n`);
  console.log(`${count} weights written`);
}

function lessonsOf(draft: MarkedDraft): Lesson[] {
  const marks = draft.marks.map((of) => of.filter(({ category }) => category === 'placeholder'));
  const blocks = new Set(marks.flat().map(({ line }) => draft.blocks[line]));
  const parsed = parseDraft(draft.text);
  return parsed.blocks.flatMap(({ block, start }) => {
    return [...textsOf(block)].flatMap(({ span, place, text }) => {
      const ruled = unfilledIn(text, place).filter(({ sure }) => sure);
      return [...piecesOf(text, place.alone === 'cell')].map((piece): Lesson => {
        const from = span.start + piece.start;
        const line = positionAt(parsed, start + from).line + 1;
        const said = plain(piece.words);
        const count = marks.filter((of) =>
          of.some((mark) => draft.blocks[mark.line] === draft.blocks[line] && means(plain(mark.quote), said)),
        ).length;
        return {
          draft,
          line,
          words: piece.words,
          features: featuresOf(piece),
          ruled: ruled.some((at) => at.start < piece.end && piece.start < at.end),
          yes: count === 2 ? 1 : count === 1 ? 0.6 : 0,
          unsure: count === 0 && blocks.has(draft.blocks[line]!),
        };
      });
    });
  });
}

function examplesIn(line: string): SparseLesson[] {
  const start = line.indexOf('«');
  const end = line.indexOf('»') - 1;
  const parsed = parseDraft(line.replace(/[«»]/g, ''));
  return parsed.blocks.flatMap(({ block }) =>
    [...textsOf(block)].flatMap(({ span, place, text }) =>
      [...piecesOf(text, place.alone === 'cell')].flatMap((piece) => {
        const from = span.start + piece.start;
        const to = span.start + piece.end;
        const isNote = start >= 0 && from < end && start < to;
        // A sentence with a note in it is not a note itself.
        if (isNote && to - from > (end - start) / LEAST_SHARE) return [];
        return [{ features: featuresOf(piece), yes: isNote ? 1 : 0 }];
      }),
    ),
  );
}

function featuresOf(piece: Piece): readonly string[] {
  const features = new Set<string>();
  eachFeature(piece, (feature) => features.add(feature));
  return [...features];
}

function means(quote: string, said: string): boolean {
  if (quote === '' || said.length < 3) return false;
  return quote.includes(said) || (said.includes(quote) && quote.length > said.length * LEAST_SHARE);
}
