/**
 * What a draft as a whole is about. A passage may make a case that its paper does not: a paper is about one thing or
 * two, and editors judge it so. From what its passages come to on a topic, this decides whether editors would call the
 * topic argued, and else whether they would say that it is mentioned. Fitted to drafts that editors read
 * (`server/train/focus.mts` writes `focus.json`).
 */
import { fitted } from '../models/weights';
import type { WordWeights } from '../models/weights/bytes';
import { logistic } from '../models/weights/logistic';
import { CONTEXT_SIGNALS } from './context-signals';
import source from './focus.json';
import { TOPICS } from './lexicon';
import { vector } from './model';
import { OWN_SIGNALS } from './signals';

/** What the units of a draft come to on a topic. */
export interface Support {
  /** The three greatest log odds that an editor would point at a unit for the topic (`asDraft`), the greatest first. */
  readonly best: ArrayLike<number>;
  /** The number of its units with a strong cue of the topic. */
  readonly strong: number;
  /** How strongly its title speaks of the topic. */
  readonly title: number;
  /** `lead` of `Summary` for the topic. */
  readonly lead: number;
  readonly units: number;
  /** By word of the model, its `wordSignal`: what else the draft is about. */
  readonly words: ArrayLike<number>;
}

/** Whether a draft counts as a paper, which is about one thing or two, or as a page, which need not be. */
export type Genre = 'paper' | 'page';

export const FOCUS_SIGNALS = ['first', 'second', 'third', 'strong', 'title', 'lead', 'units'] as const;

/** Log odds are limited to this, as more makes no difference. */
const MOST_ODDS = 5;
const within = (odds: number | undefined): number =>
  Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds ?? -MOST_ODDS));

/** The values for the names in `FOCUS_SIGNALS`. */
export function focusSignals({
  best,
  strong,
  title,
  lead,
  units,
}: Omit<Support, 'words'>): readonly number[] {
  return [
    within(best[0]),
    within(best[1]),
    within(best[2]),
    Math.log2(1 + strong),
    title,
    lead,
    Math.log2(1 + units),
  ];
}

/** A draft with fewer units is not long enough to show what it is about. */
export const GROWN = 12;

/** The square root of the share of units that a word stands in, so that the first ones count most. */
export function wordSignal(count: number, units: number): number {
  return Math.sqrt(count / Math.max(GROWN, units));
}

/** The number of words that the model has weights for. */
export function subjectWords(): number {
  return fitted().subjects.argues.weights.length / TOPICS.length;
}

/** What the words of a draft add for a topic, given by its position in the model, in log odds. */
function wordsComeTo({ step, weights }: WordWeights, topic: number, { words }: Support): number {
  let sum = 0;
  for (let word = 0; word < words.length; word++)
    if (words[word]) sum += weights[word * TOPICS.length + topic]! * words[word]!;
  return sum * step;
}

export interface FocusWeights {
  readonly weights: Readonly<Record<(typeof FOCUS_SIGNALS)[number], number>>;
  /** By topic of the model. */
  readonly start: Readonly<Record<string, number>>;
  /** The least probability, for areas and for offers. */
  readonly threshold: { readonly areas: number; readonly offers: number };
}

export interface PassageWeights {
  /** The weight of step 2's log odds, as far as they depend on the passage alone. */
  readonly page: number;
  readonly own: Readonly<Record<string, number>>;
  readonly context: Readonly<Record<string, number>>;
  readonly start: Readonly<Record<string, number>>;
}

interface FocusSource {
  readonly passages: PassageWeights;
  readonly argues: FocusWeights;
  readonly names: FocusWeights;
}

const { passages, argues, names } = source as FocusSource;

/**
 * The model for whether an editor of a draft would point at a passage for a topic: step 2 with other weights. Step 2
 * itself was fitted to published pages, in which more counts as a case than in a draft.
 */
export const asDraft = {
  page: passages.page,
  own: vector(OWN_SIGNALS, passages.own),
  context: vector(CONTEXT_SIGNALS, passages.context),
  start: vector(TOPICS, passages.start),
};

/** With fewer than this share of `GROWN` units, a paper has only been begun, so each passage is judged by itself. */
const BEGUN = 1 / 3;
/** A page with a lower probability argues nothing: its passages speak of the topic in passing. */
const BY_THE_WAY = 0.03;

/**
 * What a draft as a whole says on a topic of the model: it argues it (`argues surely`: also where no single passage
 * does), it only names it, or (undefined) neither.
 */
export function focusOn(
  topic: string,
  group: 'areas' | 'offers',
  support: Support,
  genre: Genre,
): 'argues surely' | 'argues' | 'names' | undefined {
  const signals = focusSignals(support);
  const comesTo = ({ weights, start }: FocusWeights, words: WordWeights): number => {
    let sum = start[topic]! + wordsComeTo(words, (TOPICS as readonly string[]).indexOf(topic), support);
    FOCUS_SIGNALS.forEach((name, i) => {
      sum += weights[name] * signals[i]!;
    });
    return logistic(sum);
  };
  const { subjects } = fitted();
  const part = Math.min(1, support.units / GROWN);
  if (part < (genre === 'page' ? 1 : BEGUN)) return 'argues';
  const p = comesTo(argues, subjects.argues);
  const least = argues.threshold[group];
  if (genre === 'page' ? p >= BY_THE_WAY : p >= least * part)
    return genre === 'paper' && part === 1 ? 'argues surely' : 'argues';
  return comesTo(names, subjects.names) >= names.threshold[group] * part ? 'names' : undefined;
}
