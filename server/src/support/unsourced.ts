/** The claims of a draft that lack a source or other support, at most one for each sentence. */
import { type Claim, claimsOf, excessiveClauseOf, headedRuns } from '../claims';
import { type Block, BlockMap, type Draft, passagesOf, RunMap, type Span, shifted } from '../draft';
import { hasInsert } from '../draft/unfilled';
import { type Figure, figuresInRuns, furtherFigures, type RunFigures } from '../evidence';
import { memoized } from '../util/memoize';
import { isAttached, studyNamed } from './appendices';
import { type BlockFigures, BlockIndex } from './block-index';
import { hintLimitFor, isReturnOfPound, limitFor, SURE } from './claim-limits';
import { firstWords, wholeWords, withoutEllipsis, withoutJoint, withWordsBehind } from './claim-words';
import { isDated, isOwnStudy, namesKnown } from './named-sources';
import { endOfClaim, endOfSentence } from './note-place';
import { type EditorsNotes, editorsNotesOf } from './notes-to-editors';
import { promisedBy } from './plan-promises';
import { isPurpose, isShownInPaper, isSignpost } from './signposts';
import { namesPlace } from './sourced';
import { isTabledChange } from './tabled-changes';
import { restsOnUnnamedStudy } from './unnamed-studies';
import { sourceNamedIn } from './vague-source';
import { followsFrom, isOnlySum, sumsUp } from './worked-out-shares';

/** A sentence, or a row of a table, whose source a reader will ask for. */
export interface UnsourcedClaim {
  /** The whole sentence or row, in the draft. */
  readonly sentence: Span;
  /** The words to be marked, in the draft. */
  readonly span: Span;
  /** The words to be quoted in a message: the marked ones, and some behind them where these are needed. */
  readonly words: string;
  /** False where only the reading of figures found that a source is missing, and not the model. */
  readonly sure: boolean;
  /** Whether it is likely enough that an editor asks for its source to be told as a hint. */
  readonly likely: boolean;
  readonly lacks: MissingSupport;
  /** Whether a reader could not look up the source that it has. */
  readonly isDoubted: boolean;
  /** The prose of the sentence. */
  readonly saying: string;
  /** The study that it reports, from `studyNamed`. */
  readonly study: string | undefined;
  /** Where a footnote goes, in the draft. */
  readonly noteAt: number;
  /** The number in the marked words, from `numberIn`. */
  readonly number: string | undefined;
  /** Whether it says what comes back for a pound. */
  readonly isReturn: boolean;
  /** How many figures without a source stand behind these words in the sentence or row. */
  readonly others: number;
  readonly inTable: boolean;
}

/** Refers to a source that was named before. “It would cost” and “they save” do not. */
const REFERS_BACK =
  /\b(?:same|this|that|these|the|its|their)\s+(?:\w+\s+)?(?:reports?|stud(?:y|ies)|surveys?|research|evaluations?|reviews?|publications?|figures|data|authors?)\b|^(?:it|they)\s(?!(?:would |will |can |could )?(?:cost|save|take)[sd]?\b)/i;

/** Kinds of sources that say where to look them up. */
const LOOKED_UP: ReadonlySet<string> = new Set(['note', 'link', 'citation']);

/**
 * What a claim lacks: the source of its figure, where to look up the source that it names, any measurement, or proof of
 * a conclusion that goes beyond its figures.
 */
type MissingSupport = 'source' | 'place' | 'measure' | 'proof';

/** The claims of a draft whose source an editor would ask for, in order. */
export const unsourcedClaims = memoized(find);

function find(draft: Draft): readonly UnsourcedClaim[] {
  const figures = figuresInRuns(draft);
  const sourced = new Set<string>();
  const inTables = new Set<string>();
  for (const { run, found } of figures) {
    for (const number of sourcedNumbers.of(run, found)) sourced.add(number);
    for (const number of tableNumbers.of(run, undefined)) inTables.add(number);
  }
  const notes = editorsNotesOf(draft);
  const all: UnsourcedClaim[] = [];
  for (const [k, { run, index, heading }] of headedRuns(draft).entries()) {
    const { found } = figures[k]!;
    const byHeading = inRun.of(run, found);
    let here = byHeading.get(heading);
    if (!here) {
      here = readRun(run.blocks, heading, found);
      byHeading.clear();
      byHeading.set(heading, here);
    }
    for (const placed of here) {
      const { sure, study, lacks, number, inTable, saying } = placed.claim;
      if (study !== undefined && isAttached(draft, study)) continue;
      if (notes && lacks === 'source' && placed.isNamedIn(notes)) continue;
      if (lacks === 'proof' && isTabledChange(draft, saying)) continue;
      // A table has the amount, and is where a reader looks for what it is made of.
      if (!sure && !inTable && number?.startsWith('£') && inTables.has(number)) continue;
      const hasSource = number !== undefined && sourced.has(number);
      all.push(
        placed.inDraft(draft.blocks[index + placed.at]!.start, sure && (lacks === 'measure' || !hasSource)),
      );
    }
  }
  return all;
}

/** The first number of a text without its unit, to recognise it by: “£1.14” of “£1.14m”; undefined for a short one. */
function numberIn(text: string): string | undefined {
  const number = /£?\d[\d,]*(?:\.\d+)?%?/.exec(text)?.[0].replaceAll(',', '');
  // Another figure may be the same short number by chance.
  return number !== undefined && (number.startsWith('£') || number.length > 3) ? number : undefined;
}

/** The amounts of money in the tables of a run. */
const tableNumbers = new RunMap((blocks) =>
  blocks.flatMap(({ node, text }) =>
    node.type === 'table'
      ? [...text.matchAll(/£\d[\d,]*(?:\.\d+)?/g)].map(([amount]) => amount.replaceAll(',', ''))
      : [],
  ),
);

/** The numbers of a run that have a source which can be looked up. Where they are repeated, they need none. */
const sourcedNumbers = new RunMap((blocks, found: RunFigures['found']) =>
  found.flatMap(({ at, passages }) => {
    const all = passagesOf(blocks[at]!);
    return passages.flatMap(({ passage, figures }) =>
      figures.flatMap(({ source, span }) => {
        const { text } = all[passage]!.prose;
        const number = numberIn(text.slice(span.start, span.end));
        return number !== undefined && source && LOOKED_UP.has(source.kind) ? [number] : [];
      }),
    );
  }),
);

/** A claim, with spans in its block. */
class PlacedClaim {
  #last: { readonly start: number; readonly claim: UnsourcedClaim } | undefined;
  #named: { readonly notes: EditorsNotes; readonly is: boolean } | undefined;

  constructor(
    /** Position of the block in its run. */
    readonly at: number,
    readonly claim: UnsourcedClaim,
  ) {}

  isNamedIn(notes: EditorsNotes): boolean {
    if (this.#named?.notes !== notes) this.#named = { notes, is: notes.name(this.claim) };
    return this.#named.is;
  }

  /** The claim with spans in its draft, in which its block begins at `start`. The same object where nothing has moved. */
  inDraft(start: number, sure: boolean): UnsourcedClaim {
    if (this.#last?.start !== start || this.#last.claim.sure !== sure) {
      const { claim } = this;
      const { sentence, span, noteAt } = claim;
      const moved = {
        sentence: shifted(sentence, start),
        span: shifted(span, start),
        noteAt: start + noteAt,
      };
      this.#last = { start, claim: { ...claim, ...moved, sure } };
    }
    return this.#last.claim;
  }
}

/** The claims of a run, by the heading above it. Only those for the last heading are kept. */
const inRun = new RunMap(
  (_blocks, _found: RunFigures['found']) => new Map<Block | undefined, readonly PlacedClaim[]>(),
);

function readRun(
  blocks: readonly Block[],
  above: Block | undefined,
  found: RunFigures['found'],
): readonly PlacedClaim[] {
  let heading = above;
  let next = 0;
  return blocks.flatMap((block, at) => {
    if (block.node.type === 'heading') heading = block;
    while (next < found.length && found[next]!.at < at) next++;
    const figures = found[next]?.at === at ? found[next]!.passages : NO_FIGURES;
    return readBlock(block, heading, figures).map((claim) => new PlacedClaim(at, claim));
  });
}

const NO_FIGURES: BlockFigures = [];
const NO_CLAIMS: readonly UnsourcedClaim[] = [];

/** The last result for a block with claims, and its input: a key in a run changes one of its blocks. */
const lastIn = new BlockMap<{
  readonly heading: Block | undefined;
  readonly figures: BlockFigures;
  readonly claims: readonly UnsourcedClaim[];
}>();

function readBlock(
  block: Block,
  heading: Block | undefined,
  figures: BlockFigures,
): readonly UnsourcedClaim[] {
  const last = lastIn.get(block);
  if (last && last.heading === heading && last.figures === figures) return last.claims;
  const all = claimsOf(block, heading);
  if (all.length === 0) return NO_CLAIMS;
  const index = new BlockIndex(block, figures);
  const claims = all.flatMap((claim) => readClaim(block, claim, index) ?? []);
  lastIn.set(block, { heading, figures, claims });
  return claims;
}

/** @returns undefined for a claim that needs no finding */
function readClaim(block: Block, claim: Claim, index: BlockIndex): UnsourcedClaim | undefined {
  const { passage, span, probability, isExcess, namesSource, leadsOn } = claim;
  // A source that is named once for all figures is that of plain counts: where the model is as sure of a claim as
  // elsewhere, editors asked for its source all the same, in 15 of 15.
  const saying = passage.prose.text.slice(span.start, span.end);
  const isReturn = isReturnOfPound(saying);
  const mayHaveSourceOfAll = probability < SURE && !isReturn;
  const figures = index.figuresOf(claim);
  const here = mayHaveSourceOfAll ? figures : figures.map(withoutSourceOfAll);
  // What the sentence itself adds up needs no source of its own.
  const isSum = (figure: Figure): boolean =>
    followsFrom(passage.prose.text, span, figure, () => index.startBefore(claim));
  const isAsked = (figure: Figure): boolean => isOpen(figure) && !isSum(figure);
  const open = here.find(isAsked);
  const canBeLookedUp =
    leadsOn || hasAddress(claim) || here.some(({ source }) => source && LOOKED_UP.has(source.kind));
  // What is still to be filled in claims nothing yet, and what leads to another place claims nothing here.
  if (hasInsert(saying) || isSignpost(saying)) return undefined;
  const limit =
    isReturn || restsOnUnnamedStudy(saying, passage.prose.text.slice(span.end))
      ? 0
      : limitFor(claim, here.length > 0);
  // What a quoted person concludes from a figure needs no proof.
  const isTheirs = isExcess && !isReturn && index.isSpoken(claim);
  const mayBeNoted = here.some(({ noteBehind }) => noteBehind);
  const promised = promisedBy(passage.prose.text, span, open?.span ?? claim.words);
  if (promised === 'a named plan') return undefined;
  const sure = probability >= limit && !canBeLookedUp && !mayBeNoted && !isTheirs && !promised;
  // “The share is therefore about 29%” concludes no more than its numbers say.
  const isWorkedOut = (clause: Span): boolean => isOnlySum(passage.prose.text, clause, here.filter(isSum));
  const concludesMore = isExcess && !(sumsUp(saying) && isWorkedOut(excessiveClauseOf(block, claim)));
  if (!open && (!sure || (!concludesMore && here.some(isOpen)))) return undefined;
  const named = namesSource || (!open && here.some(({ kind, source }) => kind === 'claim' && source));
  // A source that only another sentence names is not yet that of this one.
  const isDoubted = sure && named;
  const vague = isDoubted ? sourceNamedIn(saying) : undefined;
  const lacks: MissingSupport = vague
    ? 'place'
    : here.length === 0
      ? 'measure'
      : sure && isExcess && !isReturn
        ? 'proof'
        : 'source';
  // “The same report” refers to one that the paragraph has a footnote or a link for.
  const isFollowed = passage.footnotes.length > 0 || passage.links.length > 0;
  if (sure && isFollowed && REFERS_BACK.test(saying)) return undefined;
  if (isDoubted) {
    const { start, end } = passage.prose.toSource(span.start, span.end);
    if (isOwnStudy(saying) || namesKnown(saying) || isShownInPaper(saying)) return undefined;
    if (isDated(saying, block.text.slice(start, end))) return undefined;
  }
  if (lacks === 'measure' && (isPurpose(saying) || index.isSpoken(claim))) return undefined;
  const { prose } = passage;
  // Here the number alone, which may be an age, would not show what is meant.
  const isWhole = lacks === 'proof' || lacks === 'measure';
  const isMarked = (figure: Figure): boolean =>
    figure.span.start <= claim.words.start && claim.words.end <= figure.span.end;
  const words = !isWhole
    ? wholeWords(prose.text, open?.span ?? here.find(isMarked)?.span ?? claim.words)
    : isExcess
      ? withoutJoint(prose.text, excessiveClauseOf(block, claim))
      : span;
  const start = prose.toSource(span.start, span.start + 1).start;
  if (sure && namesPlace(saying)) return undefined;
  const quoted = isWhole
    ? firstWords(prose.text.slice(words.start, words.end))
    : withWordsBehind(prose.text.slice(words.start, span.end), words.end - words.start);
  const marked = vague ? shifted(vague, span.start) : words;
  const behind = words.start + withoutEllipsis(quoted).length;
  const others = furtherFigures(prose.text, here.filter(isAsked)).filter(
    (other) => other.span.start >= behind,
  ).length;
  return {
    sentence: { start, end: endOfSentence(block.text, passage, span) },
    span: prose.toSource(marked.start, marked.end),
    words: vague ? firstWords(prose.text.slice(marked.start, marked.end)) : quoted,
    sure,
    likely: probability >= hintLimitFor(claim),
    lacks,
    isDoubted,
    saying,
    study: studyNamed(saying),
    noteAt: endOfClaim(block.text, passage, span, words),
    isReturn,
    number: numberIn(prose.text.slice(words.start, words.end)),
    others,
    inTable: passage.kind === 'table-row',
  };
}

const withoutSourceOfAll = (figure: Figure): Figure =>
  figure.source?.isOfAll ? { ...figure, source: undefined } : figure;

const isOpen = ({ kind, source }: Figure): boolean => kind === 'claim' && !source;

/** Whether a bare address stands in a claim's sentence or behind it. Its link has no words in the prose. */
const hasAddress = ({ passage, span }: Claim): boolean =>
  passage.links.some(
    ({ prose: { start, end } }) => start === end && start > span.start && start <= span.end + 1,
  );
