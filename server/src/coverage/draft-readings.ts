/** Decides what the units of a draft say on each topic: which argue it, which only mention it. */
import type { Block, PlacedBlock } from '../draft/types';
import type { Framework, Topic } from '../framework/types';
import type { LookUp } from '../support/look-up';
import type { Context } from './document';
import { type Features, strengthOf } from './features';
import { focusOn, type Genre, GROWN, type Support, wordSignal } from './focus';
import { TOPICS } from './lexicon';
import { columns, limitOf, Odds } from './odds';
import { type PassageReading, PlacedReading, readingsOf, type Way } from './passage-readings';
import { modelIndex } from './reasons';
import { withSpeakerBefore } from './speaker-before';
import { withStandingProof } from './standing-proof';
import { contextReasons } from './topic-context';
import { type CoveredPassage, STATES, type State } from './types';
import type { Unit, UnitReader } from './units';

/** Whether a topic is a promise. A promise needs somebody who makes it: need alone promises nothing. */
export const isPromise = ({ group }: Topic): boolean => group === 'promise';

/** A promise that this share of a paper's units speak of is not made in passing. */
const PROMISED = 1 / 5;

/**
 * The three greatest of the first `count` numbers, leaving out the positions in `without`; and the position of the
 * greatest.
 */
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

/** What one unit does for a topic. */
interface Verdict {
  readonly unit: number;
  readonly way: Way;
}

/** What a `Reading` is made from. */
interface ReadingInput {
  readonly framework: Framework;
  readonly reader: UnitReader;
  readonly units: readonly Unit[];
  /** The block of each unit. */
  readonly placed: readonly PlacedBlock[];
  /** By position of the topic in the framework: the units with a strong cue of it, in order. */
  readonly strong: readonly (readonly number[])[];
  /** The topics that an `advocacy-covers` comment declares for a unit. The model decides on all other units. */
  readonly declared: ReadonlyMap<number, ReadonlySet<string>>;
  readonly context: Context;
  readonly lookUp: LookUp;
  /** Whether the draft counts as a paper or a page for a topic; undefined where each passage is judged by itself. */
  genre(topic: Topic): Genre | undefined;
}

/** The verdicts on a draft. Those on a topic are computed when they are first asked for. */
export class DraftReadings {
  readonly #inFront = new Map<PlacedBlock, Block | undefined>();
  readonly #verdicts: (readonly Verdict[] | undefined)[] = [];
  #words: Float64Array | undefined;

  readonly framework: Framework;
  readonly units: readonly Unit[];
  readonly placed: readonly PlacedBlock[];
  readonly declared: ReadonlyMap<number, ReadonlySet<string>>;
  readonly context: Context;
  readonly odds: Odds;
  readonly #read: ReadingInput;

  constructor(read: ReadingInput) {
    ({
      framework: this.framework,
      units: this.units,
      placed: this.placed,
      declared: this.declared,
      context: this.context,
    } = read);
    this.#read = read;
    this.odds = new Odds(read.units, read.context, read.reader);
  }

  featuresOf(unit: number): Features {
    return this.#read.reader.featuresOf(this.units[unit]!);
  }

  /** What the units of the draft together say for a topic of the model. */
  supportOf(topic: Topic): Support {
    const model = modelIndex(topic);
    const strong = this.#read.strong[this.framework.topics.indexOf(topic)]!;
    return this.#support(model, strong, this.odds.weighAll(model).draft).support;
  }

  /** What the draft as a whole says on a topic of the model; undefined where each passage is judged by itself. */
  wholeOn(topic: Topic): ReturnType<typeof focusOn> | 'nothing' {
    const model = modelIndex(topic);
    if (model < 0 || this.context.gate === 'closed' || !this.#read.genre(topic)) return undefined;
    const strong = this.#read.strong[this.framework.topics.indexOf(topic)]!;
    return this.#focus(topic, model, strong).stance ?? 'nothing';
  }

  /** The highest state of any passage of the draft on a topic. */
  stateOf(topic: Topic): State {
    let highest = 0;
    const k = this.framework.topics.indexOf(topic);
    for (const verdict of this.#verdictsOn(topic, k)) {
      for (const reading of this.#readings(verdict, topic, k))
        highest = Math.max(highest, STATES.indexOf(this.#proven(verdict.unit, reading).state));
      if (highest === STATES.length - 1) break;
    }
    return STATES[highest]!;
  }

  /** The passages of the draft that argue or mention a topic, in order. */
  passagesOn(topic: Topic): readonly CoveredPassage[] {
    const found: CoveredPassage[] = [];
    const k = this.framework.topics.indexOf(topic);
    for (const verdict of this.#verdictsOn(topic, k)) {
      const { unit } = verdict;
      for (const reading of this.#readings(verdict, topic, k))
        found.push(new PlacedReading(this.placed[unit]!, this.#proven(unit, reading), topic, unit, this));
    }
    return found;
  }

  /** Looks for the evidence of each reading, which takes time: called only for topics that somebody asks for. */
  #readings({ unit, way }: Verdict, topic: Topic, k: number): readonly PassageReading[] {
    const { block } = this.placed[unit]!;
    return readingsOf(this.units[unit]!, block, topic, k, way, (own) => this.#read.reader.featuresOf(own));
  }

  #proven(unit: number, reading: PassageReading): PassageReading {
    const placed = this.placed[unit]!;
    const standing = withStandingProof(reading, placed, this.#read.lookUp);
    return withSpeakerBefore(standing, placed.block, () => this.#before(unit));
  }

  /** The block before the unit's own block. Cached for the block, as a long quotation has many units. */
  #before(unit: number): Block | undefined {
    const own = this.placed[unit]!;
    if (!this.#inFront.has(own)) {
      let at = unit - 1;
      while (at >= 0 && this.placed[at] === own) at--;
      this.#inFront.set(own, this.placed[at]?.block);
    }
    return this.#inFront.get(own);
  }

  #verdictsOn(topic: Topic, k: number): readonly Verdict[] {
    if (k < 0) return [];
    this.#verdicts[k] ??= this.#decide(topic, k);
    return this.#verdicts[k];
  }

  #decide(topic: Topic, k: number): readonly Verdict[] {
    const { units, declared, context } = this;
    const shut = context.gate === 'closed' || (context.gate === 'areas' && topic.group !== 'area');
    const model = modelIndex(topic);
    const both = model >= 0 && !shut ? this.odds.weighAll(model) : undefined;
    const weighed = both?.page;
    const promise = isPromise(topic);
    const made = promise && this.#isByTheWay(topic, this.#read.strong[k]!) ? 'outweighed' : 'argued';
    const found: Verdict[] = [];
    const { few } = columns.of(units);
    const all = this.#read.strong[k]!;
    const focus = both && this.#focus(topic, model, all, both.draft);
    let nextStrong = 0;
    // A thousand pages have many units, most of which say nothing on a topic, so this loop allocates nothing for them.
    for (let i = 0; i < units.length; i++) {
      const strong = all[nextStrong] === i;
      if (strong) nextStrong++;
      const topics = declared.size > 0 ? declared.get(i) : undefined;
      if (topics) {
        if (!topics.has(topic.id)) continue;
        const argues = weighed
          ? weighed[i]! > limitOf(model, few[i] === 1) && this.isNamed(i, topic)
          : strong && (promise ? units[i]!.makesPromise : units[i]!.makesCase);
        found.push({ unit: i, way: argues ? 'declared as argued' : 'declared' });
      } else if (!shut && focus?.stance !== undefined) {
        const whole = weighed![i]! > limitOf(model, few[i] === 1) && this.isNamed(i, topic);
        const argues = focus.stance !== 'names';
        if (argues && (whole || (focus.stance === 'argues surely' && i === focus.best)))
          found.push({ unit: i, way: 'argued' });
        else if (strong || whole) {
          const sentence = argues && strong && this.odds.arguingSentence(i, model, weighed![i]!);
          found.push({ unit: i, way: sentence || (whole && !argues ? 'outweighed' : 'mentioned') });
        }
      } else if (!shut && !weighed) {
        if (strong && (promise ? units[i]!.makesPromise : units[i]!.makesCase))
          found.push({ unit: i, way: made });
        else if (strong) found.push({ unit: i, way: 'mentioned' });
      }
    }
    return found;
  }

  /**
   * Whether a paper makes a promise only in passing: neither its title nor a heading above speaks of it, nor enough of
   * its units. No marked drafts say which promises they make, so there are no fitted weights, and this errs on the
   * strict side.
   */
  #isByTheWay(topic: Topic, strong: readonly number[]): boolean {
    const { units, context } = this;
    if (this.#read.genre(topic) !== 'paper' || units.length < GROWN) return false;
    if (strong.length >= PROMISED * units.length) return false;
    const speaks = ({ cues }: Features): boolean => cues.some((cue) => strengthOf(cue, topic) === 'strong');
    if (context.title && speaks(context.title.features)) return false;
    const above = new Set(strong.flatMap((unit) => context.above[unit]!.headings));
    return ![...above].some(({ text }) => speaks(context.lines.read(text)));
  }

  /** What the draft as a whole says on a topic of the model, and the unit that says most on it (-1 for none). */
  #focus(
    topic: Topic,
    model: number,
    strong: readonly number[],
    odds = this.odds.weighAll(model).draft,
  ): { readonly stance: ReturnType<typeof focusOn>; readonly best: number } {
    const genre = this.#read.genre(topic);
    if (!genre) return { stance: 'argues', best: -1 };
    const { support, first } = this.#support(model, strong, odds);
    const stance = focusOn(TOPICS[model]!, topic.group === 'area' ? 'areas' : 'offers', support, genre);
    return { stance, best: first >= 0 && this.isNamed(first, topic) ? first : -1 };
  }

  #support(
    model: number,
    strong: readonly number[],
    odds: Float64Array,
  ): { readonly support: Support; readonly first: number } {
    const { units, context, declared } = this;
    const { best, first } = highest(odds, units.length, declared);
    let own = 0;
    for (const unit of strong) if (!units[unit]!.unwritten && !declared.has(unit)) own++;
    const { titleStrong, titleWeak, lead } = context.summary;
    const title = Math.min(2, titleStrong[model]! + 0.3 * titleWeak[model]!);
    return {
      support: {
        best,
        strong: own,
        title,
        lead: lead[model]!,
        units: context.summary.units,
        words: this.#wordsOfUnits(),
      },
      first,
    };
  }

  /** `Support.words`, which is the same for all topics. */
  #wordsOfUnits(): ArrayLike<number> {
    if (!this.#words) {
      const counts = columns.of(this.units).words;
      // `Float64Array.from` would make an object for each of them, at each key.
      this.#words = new Float64Array(counts.length);
      for (let k = 0; k < counts.length; k++)
        this.#words[k] = wordSignal(counts[k]!, this.context.summary.units);
    }
    return this.#words;
  }

  /**
   * Whether a unit, or the context that it takes its topic from, has any cue of a topic. Without one, a verdict could
   * not be explained.
   */
  isNamed(unit: number, topic: Topic): boolean {
    return (
      (this.units[unit]!.named & (1 << modelIndex(topic))) !== 0 ||
      contextReasons(this, unit, topic).length > 0
    );
  }
}
