/** Finds for each figure of a passage where it comes from, given what stands before and after. */
import { getOrInsert } from '../util/memoize';
import { wordsOf } from '../words/tokenize';
import { ownSource, resumed, type State } from './block-context';
import type { PassageFacts, SentenceFacts } from './facts';
import type { FigureFacts } from './figure-facts';
import type { Figure, Source } from './types';

/**
 * The figures of a passage, in order.
 * @param state What the text before hands on to it.
 * @param inherited The source of what leads it in, of its table, or of the whole draft.
 * @param next The first sentence after it, which may tell of it.
 * @param list Whether it is an item of a list or a row of a table.
 */
export function figuresInPassage(
  facts: PassageFacts,
  state: State,
  inherited: Source | undefined,
  next: SentenceFacts | undefined,
  list: boolean,
): readonly Figure[] {
  const { sentences } = facts;
  const figures: Figure[] = [];
  const back = pointedBack(sentences, next);
  const notes = laterNotes(sentences);
  const lastNote = sentences.findLastIndex((sentence) => sentence.notes.length > 0);
  /** What the sentence before hands on. */
  let carried: Source | undefined;
  /** In minutes, whoever has the floor. */
  let floor: Source | undefined;
  sentences.forEach((sentence, index) => {
    const before = index > 0 ? sentences[index - 1] : list || facts.bullet ? undefined : state.before;
    const own =
      ownSource(sentence) ??
      resumed(sentence, state) ??
      (sentence.byPronoun
        ? (before?.mentions[0] ?? (state.study && state.study.age <= 1 ? state.study.source : undefined))
        : undefined);
    const handed =
      before && !own ? handedOn(before, sentence, index > 0 ? carried : undefined, index > 0) : undefined;
    const note = own ? undefined : notes[index];
    const pointed = sentence.ofOwnBills ? undefined : back[index];
    const whole = own ?? note ?? handed ?? pointed ?? facts.rowSource ?? inherited;
    const { reporter } = sentence;
    if (state.paper.minutes) floor = sentence.floor ?? sentence.mentions[0] ?? floor;
    for (const figure of sentence.figures) {
      const found =
        figure.link ??
        (figure.quoted
          ? quoted(figure, facts, index, state, own ?? note ?? handed ?? back[index])
          : (whole ??
            (isAtLarge(figure, sentence) ? undefined : (reporter ?? floor)) ??
            surveyed(figure, state)));
      figures.push({
        span: figure.span,
        measure: figure.measure,
        value: figure.value,
        unit: figure.unit,
        kind: state.inProposal ? figure.kindInProposal : figure.kind,
        ...(figure.bearing && { bearing: figure.bearing }),
        source: found,
        ...(found === undefined && index < lastNote && mayCover(facts, index) && { noteBehind: true }),
      });
    }
    carried = own ?? handed;
  });
  return figures;
}

/** Words of any sentence on libraries, which tell nothing of what it is about. */
const ANYWHERE = new Set(
  'librari library public servic people year number more than peopl council local nation use user all also have has had been were this that with from they their there which what when over about into each every other many most some such only'.split(
    ' ',
  ),
);
const FEWEST_LETTERS = 4;

/** What the sentences of a passage are about, by the stems of their words. */
const subjects = new WeakMap<SentenceFacts, ReadonlySet<string>>();
function subjectOf({ passage }: PassageFacts, sentence: SentenceFacts): ReadonlySet<string> {
  return getOrInsert(subjects, sentence, () => {
    const { start, end } = sentence.span;
    const { stem } = wordsOf(passage.prose.text.slice(start, end));
    return new Set(
      stem.filter((one) => one.length >= FEWEST_LETTERS && /^\p{L}/u.test(one) && !ANYWHERE.has(one)),
    );
  });
}

/** Whether a footnote of a later sentence may stand for one, too: they are about one thing, or go on from each other. */
function mayCover(facts: PassageFacts, index: number): boolean {
  const { sentences } = facts;
  const own = subjectOf(facts, sentences[index]!);
  return sentences.slice(index + 1).some((later, k) => {
    if (later.notes.length === 0) return false;
    const between = sentences.slice(index + 1, index + 2 + k);
    return (
      between.some(({ continues }) => continues) || [...subjectOf(facts, later)].some((word) => own.has(word))
    );
  });
}

/** What somebody says of people in general, in reported speech as in a quotation. */
function isAtLarge(figure: FigureFacts, { ownVoice }: SentenceFacts): boolean {
  return (
    (figure.measure === 'percent' || figure.measure === 'share') &&
    figure.ofPeople &&
    !(figure.ofUse || figure.ownClause || ownVoice)
  );
}

/**
 * For each sentence the note further on in the paragraph, which stands for what leads up to it: as far back as the
 * sentences behind say no figures of their own, or go on with the same results.
 */
function laterNotes(sentences: readonly SentenceFacts[]): readonly (Source | undefined)[] {
  const found: (Source | undefined)[] = [];
  let next: Source | undefined;
  for (let index = sentences.length - 1; index >= 0; index--) {
    found[index] = next;
    const { continues, refersBack, figures, notes } = sentences[index]!;
    const leadsUp = continues || refersBack || figures.every(({ kind }) => kind !== 'claim');
    next = leadsUp ? (notes[0] ?? next) : undefined;
  }
  return found;
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
  // What the writers pay is not what somebody else found: “A study found that … Our gas bill rose by 60%.”
  if (sentence.ofOwnBills && !before.ownVoice) return undefined;
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
  const speaker = facts.speaker?.named
    ? ({ kind: 'speaker', span: facts.speaker.span } as const)
    : state.speaker;
  if (!speaker) return undefined;
  const sentence = facts.sentences[index]!;
  if (sentence.general) return undefined;
  if (figure.ownClause) return speaker;
  if (figure.ofNation) return undefined;
  const ratio = figure.measure !== 'count' && figure.measure !== 'money';
  if (sentence.ownVoice && !(ratio && figure.ofPeople)) return speaker;
  if (ratio) return figure.ofUse && !figure.ofPeople ? speaker : undefined;
  if (sentence.ownPlace || figure.ofUse) return speaker;
  const beside = [facts.sentences[index - 1], facts.sentences[index + 1]];
  return beside.some((other) => (other?.ownVoice || other?.ownPlace) && !other.general) ? speaker : undefined;
}

/** Under the title "Results of our survey", a percentage is what people answered; a study counts use as well. */
function surveyed({ measure, ofUse }: FigureFacts, { survey, paper }: State): Source | undefined {
  if (measure === 'percent' || measure === 'share') return survey?.source ?? paper.findings;
  return measure === 'multiple' || (measure === 'count' && ofUse) ? paper.findings : undefined;
}
