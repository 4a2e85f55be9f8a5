/**
 * The log odds that units of a draft make a case on the topics of the model: step 2, which takes the document into
 * account.
 */
import type { Span } from '../draft/types';
import { logistic, logOdds } from '../models/weights/logistic';
import { Columns } from './columns';
import { CONTEXT_SIGNALS, contextSignals } from './context-signals';
import type { Context } from './document';
import { asDraft } from './focus';
import { builtInModel, dot, FEW_WORDS_MORE } from './model';
import { type SentenceLook, type Sentences, worthALook } from './sentences';
import type { Unit, UnitReader } from './units';

const LIMITS = builtInModel.threshold.map(logOdds);
const FEW_LIMITS = builtInModel.threshold.map((p) => logOdds(p + FEW_WORDS_MORE));

/** The threshold of a topic in log odds, by whether the unit is a line of few words. */
export function limitOf(topic: number, few: boolean): number {
  return (few ? FEW_LIMITS : LIMITS)[topic]!;
}

/** Computes step 2 for the units of a draft. Topics are given by their position in the model. */
export class Odds {
  constructor(
    private readonly units: readonly Unit[],
    private readonly context: Context,
    private readonly reader: UnitReader,
  ) {}

  /**
   * Computes log odds for the units `from` to `to` on a topic.
   *
   * @returns `page`: that a unit makes a case; `draft`: that an editor of the draft would point at it as one. Arrays that
   * the next call overwrites
   */
  weigh(topic: number, from: number, to: number): typeof odds {
    const { above, summary } = this.context;
    const locals = columns.of(this.units);
    const [page, draft] = [locals.base[topic]!, locals.draft[topic]!];
    if (odds.page.length < to) {
      odds.page = new Float64Array(to + (to >> 2));
      odds.draft = new Float64Array(odds.page.length);
    }
    for (let unit = from; unit < to; unit++) {
      contextSignals(locals, unit, above[unit]!.strengths, summary, topic, signals);
      odds.page[unit] = page[unit]! + dot(builtInModel.document.context, signals);
      odds.draft[unit] = draft[unit]! + dot(asDraft.context, signals);
    }
    return odds;
  }

  /** The same for all units. */
  weighAll(topic: number): typeof odds {
    return this.weigh(topic, 0, this.units.length);
  }

  /** `contextSignals` of a unit. */
  signals(unit: number, topic: number, out: Float64Array): void {
    const { above, summary } = this.context;
    contextSignals(columns.of(this.units), unit, above[unit]!.strengths, summary, topic, out);
  }

  /** Probability that a unit makes a case on a topic of the model. */
  probability(unit: number, topic: number): number {
    if (this.context.gate === 'closed') return 0;
    return logistic(this.weigh(topic, unit, unit + 1).page[unit]!);
  }

  /** The sentence of a unit that says most on a topic, where the unit as a whole falls just short of the threshold. */
  sentence(unit: number, topic: number): SentenceLook | undefined {
    const odds = this.weigh(topic, unit, unit + 1).page[unit]!;
    return this.#secondLook(unit, topic, odds)?.best(topic, this.#around(unit, topic, odds));
  }

  #secondLook(unit: number, topic: number, odds: number): Sentences | undefined {
    const { passages } = this.units[unit]!;
    if (odds < worthALook(passages.length) || odds > LIMITS[topic]!) return undefined;
    return this.reader.sentencesOf(this.units[unit]!);
  }

  /** What the document adds to the log odds that a unit has by itself. */
  #around(unit: number, topic: number, odds: number): number {
    return odds - columns.of(this.units).base[topic]![unit]!;
  }

  /** The least probability at which a unit argues a topic. */
  threshold(unit: number, topic: number): number {
    return builtInModel.threshold[topic]! + (this.units[unit]!.few ? FEW_WORDS_MORE : 0);
  }

  /** The sentence that argues a topic where its unit as a whole does not. */
  arguingSentence(unit: number, topic: number, odds: number): Span | undefined {
    const sentences = this.#secondLook(unit, topic, odds);
    const around = this.#around(unit, topic, odds);
    return sentences?.argues(topic, around, builtInModel.threshold[topic]!)
      ? sentences.best(topic, around)?.span
      : undefined;
  }
}

/** Shared by all drafts, which are judged one after another. */
export const columns = new Columns();
const signals = new Float64Array(CONTEXT_SIGNALS.length);
/** Buffers for the results of `weigh`, which are read before the next call. */
const odds = { page: new Float64Array(), draft: new Float64Array() };
