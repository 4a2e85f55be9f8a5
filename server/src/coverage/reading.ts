import type { Block, Heading, PlacedBlock, Span } from '../draft/types';
import type { Framework, Topic } from '../framework/types';
import { type Claim, Covered, claimsOf, declaredClaims, type OwnWay, type Surroundings } from './claims';
import { Columns } from './columns';
import type { Context } from './document';
import { withoutEmptyNotes } from './empty-notes';
import { type Features, strengthOf } from './features';
import { asDraft, focusOn, type Standing, type Support, subjectWords, wordSignal } from './focus';
import { TOPICS } from './lexicon';
import { builtInModel, FEW_WORDS_MORE } from './model';
import { cuesOf, headingReason, modelIndex, reason } from './reasons';
import { type SentenceLook, type Sentences, worthALook } from './sentences';
import { CONTEXT_SIGNALS, contextSignals, probability } from './signals';
import { withSpeakerBefore } from './speaker-before';
import { type CoveredPassage, type Reason, STATES, type State } from './types';
import type { Unit, UnitReader } from './units';

/** A promise takes somebody who makes it: that pupils do badly promises nothing. */
export const isPromise = ({ group }: Topic): boolean => group === 'promise';

const logOdds = (p: number) => Math.log(p / (1 - p));
/** What a topic of the model takes to be argued, in log odds. */
const LIMITS = builtInModel.threshold.map(logOdds);
const FEW_LIMITS = builtInModel.threshold.map((p) => logOdds(p + FEW_WORDS_MORE));

/** The three greatest of the first numbers of an array, without some of them, and where the first of them stands. */
function highest(
  numbers: Float64Array,
  count: number,
  without: ReadonlyMap<number, unknown>,
): { readonly best: readonly number[]; readonly first: number } {
  const best = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let first = -1;
  for (let i = 0; i < count; i++) {
    const number = numbers[i]!;
    if (number <= best[2]! || (without.size > 0 && without.has(i))) continue;
    if (number > best[0]!) first = i;
    const at = number > best[0]! ? 0 : number > best[1]! ? 1 : 2;
    best.splice(at, 0, number);
    best.pop();
  }
  return { best, first };
}

/** What a unit does for a topic: a span is that of the sentence that argues it. */
type Way = OwnWay | 'declared' | Span;

/** A unit that argues a topic, mentions it, or is declared to be on it. */
interface Verdict {
  readonly unit: number;
  readonly way: Way;
}

/** What a draft is judged by. */
interface ReadDraft {
  readonly framework: Framework;
  readonly reader: UnitReader;
  readonly units: readonly Unit[];
  /** For each unit its block. */
  readonly placed: readonly PlacedBlock[];
  /** By position in the framework's topics: the units that have a strong cue of it, in order. */
  readonly strong: readonly (readonly number[])[];
  /** For some units the topics of an `advocacy-covers` before them; for the others the engine decides. */
  readonly declared: ReadonlyMap<number, ReadonlySet<string>>;
  readonly context: Context;
  /** The footnotes that are still to be filled in. */
  readonly empty: ReadonlySet<string>;
  /** How the draft as a whole decides on a topic; on those for which it is undefined, its passages alone do. */
  standing(topic: Topic): Standing | undefined;
}

/** A draft as read: the verdict on each unit and topic, worked out for a topic when it is first asked for. */
export class Reading implements Surroundings {
  readonly #inFront = new Map<PlacedBlock, Block | undefined>();
  readonly #verdicts: (readonly Verdict[] | undefined)[] = [];
  #words: Float64Array | undefined;

  readonly framework: Framework;
  readonly units: readonly Unit[];
  readonly placed: readonly PlacedBlock[];
  readonly declared: ReadonlyMap<number, ReadonlySet<string>>;
  readonly context: Context;
  readonly #read: ReadDraft;

  constructor(read: ReadDraft) {
    ({
      framework: this.framework,
      units: this.units,
      placed: this.placed,
      declared: this.declared,
      context: this.context,
    } = read);
    this.#read = read;
  }

  readonly #features = (unit: Unit): Features => this.#read.reader.featuresOf(unit);

  featuresOf(unit: number): Features {
    return this.#read.reader.featuresOf(this.units[unit]!);
  }

  /**
   * Works out the log odds that units make a case on a topic of the model (by its position there), or that an editor of
   * the draft would point at them for it.
   */
  #weigh(topic: number, from: number, to: number, step: 'page' | 'draft' = 'page'): Float64Array {
    const { above, summary } = this.context;
    const locals = columns.of(this.units);
    const base = (step === 'page' ? locals.base : locals.draft)[topic]!;
    const weights = step === 'page' ? builtInModel.document.context : asDraft.context;
    if (odds[step].length < to) odds[step] = new Float64Array(to + (to >> 2));
    const out = odds[step];
    for (let unit = from; unit < to; unit++) {
      contextSignals(locals, unit, above[unit]!.strengths, summary, topic, signals);
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i]! * signals[i]!;
      out[unit] = base[unit]! + sum;
    }
    return out;
  }

  /** `contextSignals` of a unit. */
  signals(unit: number, topic: number, out: Float64Array): void {
    const { above, summary } = this.context;
    contextSignals(columns.of(this.units), unit, above[unit]!.strengths, summary, topic, out);
  }

  /** What the units of the draft come to on a topic of the model. */
  supportOf(topic: Topic): Support {
    const model = modelIndex(topic);
    return this.#support(model, this.#read.strong[this.framework.topics.indexOf(topic)]!).support;
  }

  /** What the draft as a whole says on a topic of the model; undefined where its passages alone decide. */
  wholeOn(topic: Topic): ReturnType<typeof focusOn> | 'nothing' {
    const model = modelIndex(topic);
    if (model < 0 || this.context.gate === 'closed' || !this.#read.standing(topic)) return undefined;
    const strong = this.#read.strong[this.framework.topics.indexOf(topic)]!;
    return this.#focus(topic, model, strong).says ?? 'nothing';
  }

  /** Probability that a unit makes a case on a topic of the model. */
  probability(unit: number, topic: number): number {
    if (this.context.gate === 'closed') return 0;
    return probability(this.#weigh(topic, unit, unit + 1)[unit]!);
  }

  /**
   * The sentence of a unit that says most on a topic of the model, where the unit as a whole falls short and is worth a
   * second look.
   */
  sentence(unit: number, topic: number): SentenceLook | undefined {
    const odds = this.#weigh(topic, unit, unit + 1)[unit]!;
    return this.#secondLook(unit, topic, odds)?.best(topic, this.#around(unit, topic, odds));
  }

  #secondLook(unit: number, topic: number, odds: number): Sentences | undefined {
    const { passages } = this.units[unit]!;
    if (odds < worthALook(passages.length) || odds > LIMITS[topic]!) return undefined;
    return this.#read.reader.sentencesOf(this.units[unit]!);
  }

  /** What the document adds to the log odds of a unit by itself. */
  #around(unit: number, topic: number, odds: number): number {
    return odds - columns.of(this.units).base[topic]![unit]!;
  }

  threshold(unit: number, topic: number): number {
    return builtInModel.threshold[topic]! + (this.units[unit]!.few ? FEW_WORDS_MORE : 0);
  }

  /** The highest state of the draft's passages on a topic. */
  stateOf(topic: Topic): State {
    let highest = 0;
    const k = this.framework.topics.indexOf(topic);
    for (const verdict of this.#on(topic, k)) {
      for (const claim of this.#claims(verdict, topic, k))
        highest = Math.max(highest, STATES.indexOf(this.#proven(verdict.unit, claim).state));
      if (highest === STATES.length - 1) break;
    }
    return STATES[highest]!;
  }

  /** What the passages of the draft say on a topic, in order. */
  on(topic: Topic): readonly CoveredPassage[] {
    const found: CoveredPassage[] = [];
    const k = this.framework.topics.indexOf(topic);
    for (const verdict of this.#on(topic, k)) {
      const { unit } = verdict;
      for (const claim of this.#claims(verdict, topic, k))
        found.push(new Covered(this.placed[unit]!, this.#proven(unit, claim), topic, unit, this));
    }
    return found;
  }

  /** What proves them is looked for, which takes its time: only when somebody wants them. */
  #claims({ unit, way }: Verdict, topic: Topic, k: number): readonly Claim[] {
    const read = this.units[unit]!;
    const { block } = this.placed[unit]!;
    if (way === 'declared') return declaredClaims(read, block, k);
    return claimsOf(read, block, topic, k, way, this.#features);
  }

  #proven(unit: number, claim: Claim): Claim {
    const { block } = this.placed[unit]!;
    const sourced = this.#read.empty.size === 0 ? claim : withoutEmptyNotes(claim, block, this.#read.empty);
    return withSpeakerBefore(sourced, block, () => this.#before(unit));
  }

  /** The block in front of a unit's own: looked for once for all units of a block, of which a quotation may have many. */
  #before(unit: number): Block | undefined {
    const own = this.placed[unit]!;
    if (!this.#inFront.has(own)) {
      let at = unit - 1;
      while (at >= 0 && this.placed[at] === own) at--;
      this.#inFront.set(own, this.placed[at]?.block);
    }
    return this.#inFront.get(own);
  }

  #on(topic: Topic, k: number): readonly Verdict[] {
    if (k < 0) return [];
    this.#verdicts[k] ??= this.#decide(topic, k);
    return this.#verdicts[k];
  }

  #decide(topic: Topic, k: number): readonly Verdict[] {
    const { units, declared, context } = this;
    const shut = context.gate === 'closed' || (context.gate === 'areas' && topic.group !== 'area');
    const model = modelIndex(topic);
    const weighed = model >= 0 && !shut ? this.#weigh(model, 0, units.length) : undefined;
    const promise = isPromise(topic);
    const found: Verdict[] = [];
    const few = columns.of(units).few;
    const all = this.#read.strong[k]!;
    const focus = weighed && this.#focus(topic, model, all);
    let nextStrong = 0;
    // Nothing is made of most units, of which a thousand pages have many: no closure in here.
    for (let i = 0; i < units.length; i++) {
      const strong = all[nextStrong] === i;
      if (strong) nextStrong++;
      const said = declared.size > 0 ? declared.get(i) : undefined;
      if (said) {
        if (said.has(topic.id)) found.push({ unit: i, way: 'declared' });
      } else if (!shut && focus?.says !== undefined) {
        const whole = weighed![i]! > (few[i] ? FEW_LIMITS : LIMITS)[model]! && this.isNamed(i, topic);
        const argues = focus.says !== 'names';
        if (argues && (whole || (focus.says === 'argues surely' && i === focus.best)))
          found.push({ unit: i, way: 'argued' });
        else if (strong || whole) {
          const sentence = argues && strong && this.#arguingSentence(i, model, weighed![i]!);
          found.push({ unit: i, way: sentence || (whole && !argues ? 'outweighed' : 'mentioned') });
        }
      } else if (!shut && !weighed) {
        if (strong && (promise ? units[i]!.makesPromise : units[i]!.makesCase))
          found.push({ unit: i, way: 'argued' });
        else if (strong) found.push({ unit: i, way: 'mentioned' });
      }
    }
    return found;
  }

  /** What the draft as a whole says on a topic of the model, and its unit that says most. */
  #focus(
    topic: Topic,
    model: number,
    strong: readonly number[],
  ): { readonly says: ReturnType<typeof focusOn>; readonly best: number } {
    const standing = this.#read.standing(topic);
    if (!standing) return { says: 'argues', best: -1 };
    const { support, first } = this.#support(model, strong);
    const says = focusOn(TOPICS[model]!, topic.group === 'area' ? 'areas' : 'offers', support, standing);
    return { says, best: first >= 0 && this.isNamed(first, topic) ? first : -1 };
  }

  #support(model: number, strong: readonly number[]): { readonly support: Support; readonly first: number } {
    const { units, context, declared } = this;
    const odds = this.#weigh(model, 0, units.length, 'draft');
    const { best, first } = highest(odds, units.length, declared);
    const own = declared.size === 0 ? strong : strong.filter((unit) => !declared.has(unit));
    const { titleStrong, titleWeak, lead } = context.summary;
    const title = Math.min(2, titleStrong[model]! + 0.3 * titleWeak[model]!);
    return {
      support: {
        best,
        strong: own.length,
        title,
        lead: lead[model]!,
        units: units.length,
        words: this.#wordsOfUnits(),
      },
      first,
    };
  }

  /** `Support.words`, the same for all topics. */
  #wordsOfUnits(): ArrayLike<number> {
    if (!this.#words) {
      const { units } = this;
      const counts = new Uint32Array(subjectWords());
      for (const { words } of units) for (let k = 0; k < words.length; k++) counts[words[k]!]!++;
      this.#words = Float64Array.from(counts, (count) => wordSignal(count, units.length));
    }
    return this.#words;
  }

  /** The sentence that makes the case on a topic which its unit as a whole does not. */
  #arguingSentence(unit: number, topic: number, odds: number): Span | undefined {
    const sentences = this.#secondLook(unit, topic, odds);
    const around = this.#around(unit, topic, odds);
    return sentences?.argues(topic, around, builtInModel.threshold[topic]!)
      ? sentences.best(topic, around)?.span
      : undefined;
  }

  /** Whether a unit or what stands around it has any word on a topic of the model: without one, nobody could say why. */
  isNamed(unit: number, topic: Topic): boolean {
    return (this.units[unit]!.named & (1 << modelIndex(topic))) !== 0 || this.around(unit, topic).length > 0;
  }

  /** What a passage without a strong word of its own takes the topic from: its headings, the title, what stands before it. */
  around(i: number, topic: Topic): readonly Reason[] {
    const speaks = (heading: Heading) =>
      this.context.lines.read(heading.text).cues.some((c) => strengthOf(c, topic) === 'strong');
    const heading = this.context.above[i]!.headings.findLast(speaks);
    if (heading) return [headingReason(heading)];
    const { title } = this.context;
    if (title?.heading && speaks(title.heading)) return [headingReason(title.heading)];
    const k = this.framework.topics.indexOf(topic);
    for (const step of [-1, 1]) {
      for (let at = i + step; at >= 0 && at < this.units.length && Math.abs(at - i) <= 10; at += step) {
        const unit = this.units[at]!;
        if (!unit.strong.includes(k)) continue;
        const features = this.featuresOf(at);
        let offset = 0;
        for (const passage of unit.passages) {
          const cue = cuesOf(topic, passage, features, offset).find((c) => strengthOf(c, topic) === 'strong');
          if (cue) {
            const { start, end } = features.words;
            return [
              reason(
                'context',
                passage,
                this.placed[at]!,
                start[cue.first]! - offset,
                end[cue.last]! - offset,
              ),
            ];
          }
          offset += passage.prose.text.length + 1;
        }
      }
    }
    return [];
  }
}

/** One for all: drafts are read one after another. */
export const columns = new Columns();
const signals = new Float64Array(CONTEXT_SIGNALS.length);
/** The last that were worked out: they are read before there are others. */
const odds = { page: new Float64Array(), draft: new Float64Array() };
