/**
 * What a draft as a whole is about. A passage may make a case that its paper does not: a paper is about one thing or
 * two, and its editors say so. From what the passages of a draft come to on a topic it is told whether they call it
 * argued, and whether they would say that it is spoken of at all. Fitted to drafts that editors read
 * (`server/train/focus.mts` writes `focus.json`).
 */
import { fitted } from '../fitted';
import type { WordWeights } from '../fitted/bytes';
import { logistic } from '../fitted/sign-sum';
import { CONTEXT_SIGNALS } from './context-signals';
import source from './focus.json';
import { TOPICS } from './lexicon';
import { vector } from './model';
import { OWN_SIGNALS } from './signals';

/** What the passages of a draft come to on a topic. */
export interface Support {
  /** The greatest log odds of its units that an editor would point at one for the topic (`asDraft`), the greatest first. */
  readonly best: ArrayLike<number>;
  /** How many of its units have a strong cue of the topic. */
  readonly strong: number;
  /** How strongly its title speaks of the topic. */
  readonly title: number;
  /** How much its first units do, as `Summary` has it. */
  readonly lead: number;
  readonly units: number;
  /** By word that was fitted, its `wordSignal`: what else the draft is about. */
  readonly words: ArrayLike<number>;
}

/** How a draft stands to a topic: a paper, which is about one thing or two, or a page, which need not be. */
export type Genre = 'paper' | 'page';

export const FOCUS_SIGNALS = ['first', 'second', 'third', 'strong', 'title', 'lead', 'units'] as const;

/** Beyond this, log odds tell nothing more. */
const MOST_ODDS = 5;
const within = (odds: number | undefined): number =>
  Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds ?? -MOST_ODDS));

/** The numbers that are weighed, in the order of `FOCUS_SIGNALS`. */
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

/** With fewer units, a draft has not yet shown what it is about. */
export const GROWN = 12;

/** Of the share of units that a word stands in the root, as the first tell most. */
export function wordSignal(count: number, units: number): number {
  return Math.sqrt(count / Math.max(GROWN, units));
}

/** Of how many words is known what they say of the subject of a draft. */
export function subjectWords(): number {
  return fitted().subjects.argues.weights.length / TOPICS.length;
}

/** What the words of a draft come to on a topic, by its position in the model. */
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
  /** From which probability it is so, of areas and of offers. */
  readonly threshold: { readonly areas: number; readonly offers: number };
}

export interface PassageWeights {
  /** Of step 2's log odds, as far as they depend on the passage alone. */
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
 * What makes a passage one that editors of a draft point at where it argues a topic: step 2 once more, on top of what it
 * makes of published pages, where more is a case than in a draft.
 */
export const asDraft = {
  page: passages.page,
  own: vector(OWN_SIGNALS, passages.own),
  context: vector(CONTEXT_SIGNALS, passages.context),
  start: vector(TOPICS, passages.start),
};

/** With this share of them, a paper has only been begun: each of its passages counts. */
const BEGUN = 1 / 3;
/** A page that comes to less argues nothing: what its passages say is by the way. */
const BY_THE_WAY = 0.03;

/**
 * What a draft says on a topic of the model as a whole: it argues it (`surely`, also where no single passage does), only
 * speaks of it, or neither.
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
