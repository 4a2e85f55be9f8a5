/** Finds for each figure of a draft where it comes from: in its sentence, beside it, or from what leads it in. */
import { BlockMap, type PlacedRun, type Run, RunMap, runsOf } from '../draft';
import type { Block, Draft, PlacedBlock } from '../draft/types';
import { type BlockFacts, type FigureFacts, factsOf, type PassageFacts, type SentenceFacts } from './facts';
import { type Exchange, exchangeOf, settled, sourcesOf } from './repeated';
import type { Mention } from './sources';
import { after, afterPassage, ownSource, resumed, type Section, START, type State, sameState } from './state';
import type { Figure, FigureKind, Measure, Source } from './types';

/** The figures of a passage, in order. */
export interface PassageFigures {
  /** Position of the passage in `passagesOf(block)`. */
  readonly passage: number;
  readonly figures: readonly Figure[];
}

/** A block's figures and where it stands. */
export interface BlockFigures {
  readonly placed: PlacedBlock;
  readonly passages: readonly PassageFigures[];
}

/** What a block came to, and what it was given: the same again gives the same again. */
interface Remembered {
  readonly before: State;
  readonly following: SentenceFacts | undefined;
  readonly all: Source | undefined;
  readonly passages: readonly PassageFigures[];
  readonly after: State;
}

const remembered = new BlockMap<Remembered>();
/** Figures of a block by itself. */
const alone = new BlockMap<readonly PassageFigures[]>();
const NO_FIGURES: readonly PassageFigures[] = [];

/** The figures of every block that has some, with their sources, in the order of the draft. */
export function figuresInDraft(draft: Draft): readonly BlockFigures[] {
  return figuresInRuns(draft).flatMap(({ index, found }) =>
    found.map(({ at, passages }) => ({ placed: draft.blocks[index + at]!, passages })),
  );
}

/** A run of blocks with the figures in it; the list stays the same object while they are the same. */
export interface RunFigures extends PlacedRun {
  readonly found: readonly {
    /** Position of the block in the run. */
    readonly at: number;
    readonly passages: readonly PassageFigures[];
  }[];
}

/** `figuresInDraft`, run by run. */
export function figuresInRuns(draft: Draft): readonly RunFigures[] {
  const runs = runsOf(draft);
  let all: Source | undefined;
  for (const { run } of runs) all ??= forAllIn.of(run, undefined);
  let state = START;
  const judged = runs.map(({ run, index }) => {
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
    return last.known;
  });
  const sources = sourcesOf(judged.map(({ exchange }) => exchange));
  return runs.map(({ run, index }, at) => ({
    run,
    index,
    found: settledIn(run, judged[at]!, sources),
  }));
}

/** The figures of a run with what other runs lend to them: the same object while that is the same. */
function settledIn(run: Run, judged: JudgedRun, sources: ReadonlyMap<string, Source>): RunFigures['found'] {
  const { found, exchange } = judged;
  const lent = exchange.wanted.map((key) => sources.get(key));
  if (lent.every((source) => source === undefined)) return found;
  const last = lastOf.of(run, undefined);
  if (last.settled?.from !== judged || lent.some((source, at) => source !== last.settled?.lent[at]))
    last.settled = { from: judged, lent, found: settled(found, sources) };
  return last.settled.found;
}

interface JudgedRun {
  readonly found: RunFigures['found'];
  readonly exchange: Exchange;
  readonly after: State;
}

/** A run as judged, what others lent to it, and its figures with that. */
interface SettledRun {
  readonly from: JudgedRun;
  readonly lent: readonly (Source | undefined)[];
  readonly found: RunFigures['found'];
}

/** What a run came to the last time, and what it was given. */
const lastOf = new RunMap(
  (): {
    known?: JudgedRun;
    settled?: SettledRun;
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

/** @param following of the run. */
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
  return { found, exchange: exchangeOf(found), after: state };
}

/** @param next The first sentence after the block. */
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
    // A state that says the same stays the same object, so that a change goes no further than it reaches.
    if (known && sameState(known.after, handed)) handed = known.after;
    known = { before: state, following, all, passages, after: handed };
    remembered.set(block, known);
  }
  return known;
}

/** The figures of one block as far as it tells by itself; what stands in the blocks beside it is left out. */
export function figuresIn(block: Block): readonly PassageFigures[] {
  let found = alone.get(block);
  if (!found) {
    const facts = factsOf(block);
    found = facts.hasFigures ? judge(block, facts, START, undefined, undefined) : NO_FIGURES;
    alone.set(block, found);
  }
  return found;
}

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
  // Numbered paragraphs are no list that the one before leads in, unless it says so.
  const led =
    state.leads ||
    !(
      block.node.type === 'list' &&
      block.node.ordered &&
      facts.passages.some(({ sentences }) => sentences.length > 2)
    );
  // "By March 2029:" leads in what is to be reached by then.
  const section = list && state.leads && state.before?.announcesTargets ? 'targets' : state.section;
  let here = state;
  facts.passages.forEach((passage, index) => {
    const last = index === facts.passages.length - 1;
    const lead = (list && led) || passage.bullet ? here.leadSource : undefined;
    const header = facts.header[0];
    // What stands after a list or a table tells of all of it.
    const next = list || last ? following : facts.passages[index + 1]?.sentences[0];
    const figures = judgePassage(passage, here, section, lead ?? header ?? all, next, list);
    if (figures.length > 0) found.push({ passage: index, figures });
    here = afterPassage(passage, here, list);
  });
  return found;
}

/** @param section What the figures here are part of. */
function judgePassage(
  facts: PassageFacts,
  state: State,
  section: Section | undefined,
  inherited: Source | undefined,
  next: SentenceFacts | undefined,
  list: boolean,
): readonly Figure[] {
  const { sentences } = facts;
  const figures: Figure[] = [];
  const back = pointedBack(sentences, next);
  /** What the sentence before hands on. */
  let carried: Source | undefined;
  /** A study or body that a sentence before was there to name. */
  let opened: Opened | undefined;
  /** The study or body whose results in percentages stood before. */
  let results: Source | undefined;
  /** Whoever reports, as long as the tense goes on with it. */
  let reporter: Source | undefined;
  /** In minutes, whoever has the floor. */
  let floor: Source | undefined;
  sentences.forEach((sentence, index) => {
    const before = index > 0 ? sentences[index - 1] : list || facts.bullet ? undefined : state.before;
    const own =
      ownSource(sentence) ??
      resumed(sentence, state) ??
      (sentence.byPronoun
        ? (before?.body ??
          before?.mentions[0] ??
          (state.study && state.study.age <= 1 ? state.study.source : undefined))
        : undefined);
    const handed =
      before && !own ? handedOn(before, sentence, index > 0 ? carried : undefined, index > 0) : undefined;
    const note = own ? undefined : laterNote(sentences, index);
    const whole =
      own ??
      note ??
      handed ??
      back[index] ??
      facts.rowSource ??
      inherited ??
      citedBeside(sentences, index) ??
      (opened && index - opened.at <= REACH && (sentence.opinion || !opened.source.ofOpinion)
        ? opened.source
        : undefined);
    opened = leftOpen(sentence, index, own, opened);
    reporter = sentence.reporter ?? (sentence.indirect ? reporter : undefined);
    if (state.paper.minutes) floor = sentence.floor ?? sentence.mentions[0] ?? floor;
    for (const figure of sentence.figures) {
      const source = own && saysSomethingElse(own, figure, facts) ? undefined : whole;
      const found =
        figure.link ??
        (isQuoted(figure, facts, state)
          ? quoted(
              figure,
              facts,
              index,
              state,
              // What leads in a list is a source for it, whoever may seem to speak.
              own ?? note ?? handed ?? back[index] ?? (figure.quoted ? undefined : inherited),
            )
          : (source ??
            (figure.quoted || isAtLarge(figure, sentence) ? undefined : (reporter ?? floor)) ??
            surveyed(figure, state) ??
            (!figure.quoted && figure.measure === 'percent' ? results : undefined)));
      figures.push({
        span: figure.span,
        measure: figure.measure,
        kind: kindIn(section, figure),
        source: found,
        key: figure.key,
      });
      if (RATIOS.has(figure.measure) && !figure.quoted) results = named(found) ?? results;
    }
    carried = own ?? handed;
  });
  return figures;
}

function kindIn(section: Section | undefined, figure: FigureFacts): FigureKind {
  if (section === 'targets') return figure.kindAmongTargets;
  return section === 'proposal' ? figure.kindInProposal : figure.kind;
}

/** What somebody says of people in general, in reported speech as in a quotation. */
function isAtLarge(figure: FigureFacts, { ownVoice }: SentenceFacts): boolean {
  return (
    (figure.measure === 'percent' || figure.measure === 'share') &&
    figure.ofPeople &&
    !(figure.ofUse || figure.ofTheirOwn || figure.ownClause || ownVoice)
  );
}

/** "Use has doubled, and the council says that it will stay": what it says is another matter. */
function saysSomethingElse({ kind, span }: Source, figure: FigureFacts, { passage }: PassageFacts): boolean {
  if (kind !== 'attribution' || figure.span.end > span.start) return false;
  const { text } = passage.prose;
  return (
    /,\s+(?:and|but|so|while|although)\s+$/i.test(text.slice(figure.span.end, span.start)) &&
    /^\s+(?:that\s+)?(?:it|they|this|he|she)\b/i.test(text.slice(span.end, span.end + 20))
  );
}

const RATIOS: ReadonlySet<Measure> = new Set(['percent', 'share']);

/** A study, body or citation; a note and a link stand for their own sentence. */
function named(source: Source | undefined): Source | undefined {
  return source && (source.kind === 'study' || source.kind === 'attribution' || source.kind === 'citation')
    ? source
    : undefined;
}

interface Opened {
  readonly source: Mention;
  /** Which sentence names it. */
  readonly at: number;
}

/** How many sentences on a source is still what the paragraph is about. */
const REACH = 2;

/**
 * What a sentence leaves open for those that follow: what it names without a claim of its own, until one comes with
 * claims and a source of its own.
 */
function leftOpen(
  { figures, mentions }: SentenceFacts,
  at: number,
  own: Source | undefined,
  before: Opened | undefined,
): Opened | undefined {
  if (figures.some(({ kind }) => kind === 'claim')) return own ? undefined : before;
  const [source] = mentions;
  return source ? { source, at } : before;
}

/** A note further on in the paragraph stands for what leads up to it. */
function laterNote(sentences: readonly SentenceFacts[], index: number): Source | undefined {
  for (let at = index + 1; at < sentences.length; at++) {
    const note = sentences[at]!.notes[0];
    if (note) return note;
  }
  return undefined;
}

/**
 * What the sentence before gives to this one: its source, when it is there to name the source (it has no figure of
 * its own) or when this one goes on with the same results.
 */
function handedOn(
  before: SentenceFacts,
  sentence: SentenceFacts,
  carried: Source | undefined,
  together: boolean,
): Source | undefined {
  const named = before.mentions.find(
    (mention) =>
      (sentence.opinion || !mention.ofOpinion) &&
      // "The council says" reaches no further than its paragraph.
      (together || mention.kind !== 'attribution'),
  );
  // A note or a link stands for its own paragraph.
  const source =
    named ?? (together ? (before.links[0] ?? (sentence.continues ? before.notes[0] : undefined)) : undefined);
  const results = together && named?.ofOpinion && sentence.opinion;
  const goesOn = together ? sentence.continues : sentence.refersBack;
  if (source && (before.figures.every(({ kind }) => kind !== 'claim') || goesOn || results)) return source;
  return carried && sentence.continues ? carried : undefined;
}

/**
 * For each sentence the source that one after it gives: "So says a report of the council". It reaches back over a
 * run of sentences with figures.
 */
function pointedBack(
  sentences: readonly SentenceFacts[],
  next: SentenceFacts | undefined,
): readonly (Source | undefined)[] {
  const found: (Source | undefined)[] = [];
  for (let index = sentences.length - 1, after = next; index >= 0; index--) {
    const sentence = sentences[index]!;
    const points =
      after?.pointsBack && (after.namesFinder || after.figures.every(({ kind }) => kind !== 'claim'))
        ? (after.mentions[0] ?? after.links[0])
        : undefined;
    found[index] =
      points ??
      (sentence.figures.length > 0 && after && after.figures.length > 0 && index < sentences.length - 1
        ? found[index + 1]
        : undefined);
    after = sentence;
  }
  return found;
}

function isQuoted(figure: FigureFacts, facts: PassageFacts, state: State): boolean {
  if (figure.quoted) return true;
  // A list that a speech leads in, and speech whose closing mark is in a later paragraph.
  return state.speaking === 'announced' && state.speaker !== undefined && facts.passage.kind === 'list-item';
}

/**
 * A named speaker is a source for what their own organisation knows, and for nothing else: not for people in
 * general, and not for what stands without "we" or "our". A source that the speech itself names counts as ever.
 */
function quoted(
  figure: FigureFacts,
  facts: PassageFacts,
  index: number,
  state: State,
  own: Source | undefined,
): Source | undefined {
  if (own) return own;
  const said = facts.speaker?.named
    ? ({ kind: 'speaker', span: facts.speaker.span } as const)
    : state.speaker;
  if (!said) return undefined;
  const sentence = facts.sentences[index]!;
  if (sentence.general) return undefined;
  if (figure.ownClause) return said;
  if (figure.ofNation) return undefined;
  const ratio = figure.measure !== 'count' && figure.measure !== 'money';
  if (sentence.ownVoice && !(ratio && figure.ofPeople)) return said;
  if (ratio) return figure.ofUse && !figure.ofPeople ? said : undefined;
  if (sentence.ownPlace || figure.ofUse) return said;
  const beside = [facts.sentences[index - 1], facts.sentences[index + 1]];
  return beside.some((other) => (other?.ownVoice || other?.ownPlace) && !other.general) ? said : undefined;
}

/** A citation in brackets stands for the sentence before it as well, where its own goes on with that. */
function citedBeside(sentences: readonly SentenceFacts[], index: number): Source | undefined {
  const next = sentences[index + 1];
  return next?.continues ? next.mentions.find(({ kind }) => kind === 'citation') : undefined;
}

/** Under the title "Results of our survey", a percentage is what people answered; a study counts use as well. */
function surveyed({ measure, ofUse }: FigureFacts, { survey, paper }: State): Source | undefined {
  if (measure === 'percent' || measure === 'share') return survey?.source ?? paper.findings;
  return measure === 'multiple' || (measure === 'count' && ofUse) ? paper.findings : undefined;
}
