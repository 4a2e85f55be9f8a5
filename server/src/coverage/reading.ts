/** What the units of a draft say on each topic. */
import type { Block, PlacedBlock, Span } from '../draft/types';
import type { Framework, Topic } from '../framework/types';
import { type Claim, Covered, claimsOf, declaredClaims, type OwnWay } from './claims';
import type { Context } from './document';
import { withoutEmptyNotes } from './empty-notes';
import { type Features, strengthOf } from './features';
import { focusOn, GROWN, type Standing, type Support, subjectWords, wordSignal } from './focus';
import { TOPICS } from './lexicon';
import { columns, limitOf, Odds } from './odds';
import { modelIndex } from './reasons';
import { withSpeakerBefore } from './speaker-before';
import { contextReasons } from './topic-context';
import { type CoveredPassage, STATES, type State } from './types';
import type { Unit, UnitReader } from './units';

/** A promise takes somebody who makes it: that pupils do badly promises nothing. */
export const isPromise = ({ group }: Topic): boolean => group === 'promise';

/** In a paper that speaks of a promise in so many of its passages, it is no aside. */
const PROMISED = 1 / 5;

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
export class Reading {
  readonly #inFront = new Map<PlacedBlock, Block | undefined>();
  readonly #verdicts: (readonly Verdict[] | undefined)[] = [];
  #words: Float64Array | undefined;

  readonly framework: Framework;
  readonly units: readonly Unit[];
  readonly placed: readonly PlacedBlock[];
  readonly declared: ReadonlyMap<number, ReadonlySet<string>>;
  readonly context: Context;
  readonly odds: Odds;
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
    this.odds = new Odds(read.units, read.context, read.reader);
  }

  readonly #features = (unit: Unit): Features => this.#read.reader.featuresOf(unit);

  featuresOf(unit: number): Features {
    return this.#read.reader.featuresOf(this.units[unit]!);
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
    const weighed = model >= 0 && !shut ? this.odds.weigh(model, 0, units.length) : undefined;
    const promise = isPromise(topic);
    const made = promise && this.#isByTheWay(topic, this.#read.strong[k]!) ? 'outweighed' : 'argued';
    const found: Verdict[] = [];
    const { few } = columns.of(units);
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
        const whole = weighed![i]! > limitOf(model, few[i] === 1) && this.isNamed(i, topic);
        const argues = focus.says !== 'names';
        if (argues && (whole || (focus.says === 'argues surely' && i === focus.best)))
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
   * Whether a paper makes a promise but by the way: neither its title nor a heading above speaks of it, nor enough of its
   * passages. Nobody marked what drafts promise, so that no weights could be fitted: it takes clearly more than a passage.
   */
  #isByTheWay(topic: Topic, strong: readonly number[]): boolean {
    const { units, context } = this;
    if (this.#read.standing(topic) !== 'paper' || units.length < GROWN) return false;
    if (strong.length >= PROMISED * units.length) return false;
    const speaks = ({ cues }: Features): boolean => cues.some((cue) => strengthOf(cue, topic) === 'strong');
    if (context.title && speaks(context.title.features)) return false;
    const above = new Set(strong.flatMap((unit) => context.above[unit]!.headings));
    return ![...above].some(({ text }) => speaks(context.lines.read(text)));
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
    const odds = this.odds.weigh(model, 0, units.length, 'draft');
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

  /** Whether a unit or what stands around it has any word on a topic of the model: without one, nobody could say why. */
  isNamed(unit: number, topic: Topic): boolean {
    return (
      (this.units[unit]!.named & (1 << modelIndex(topic))) !== 0 ||
      contextReasons(this, unit, topic).length > 0
    );
  }
}
