/**
 * What a draft as a whole is about. A passage may make a case that its paper does not: a paper is about one thing or
 * two, and its editors say so. From what the passages of a draft come to on a topic it is told whether they call it
 * argued, and whether they would say that it is spoken of at all. Fitted to drafts that editors read
 * (`server/train/focus.mts` writes `focus.json`).
 */
import source from './focus.json';

/** What the passages of a draft come to on a topic. */
export interface Support {
  /** The greatest log odds of its units that one makes a case on the topic, three of them, the greatest first. */
  readonly best: ArrayLike<number>;
  /** How many of its units have a strong cue of the topic. */
  readonly strong: number;
  /** How strongly its title speaks of the topic. */
  readonly title: number;
  /** How much its first units do, as `Summary` has it. */
  readonly lead: number;
  readonly units: number;
}

export const FOCUS_SIGNALS = ['first', 'second', 'third', 'strong', 'title', 'lead', 'units'] as const;

/** Beyond this, log odds tell nothing more. */
const MOST_ODDS = 5;
const within = (odds: number | undefined): number =>
  Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds ?? -MOST_ODDS));

/** The numbers that are weighed, in the order of `FOCUS_SIGNALS`. */
export function focusSignals({ best, strong, title, lead, units }: Support): readonly number[] {
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

export interface FocusWeights {
  readonly weights: Readonly<Record<(typeof FOCUS_SIGNALS)[number], number>>;
  /** By topic of the model. */
  readonly start: Readonly<Record<string, number>>;
  /** From which probability it is so, of areas and of offers. */
  readonly threshold: { readonly areas: number; readonly offers: number };
}

interface FocusSource {
  readonly argues: FocusWeights;
  readonly names: FocusWeights;
}

/** With fewer units, a draft has not yet shown what it is about. */
const GROWN = 12;

/**
 * What a draft says on a topic of the model as a whole: it argues it (`surely`, also where no single passage does), only
 * speaks of it, or neither.
 */
export function focusOn(
  topic: string,
  group: 'areas' | 'offers',
  support: Support,
): 'argues surely' | 'argues' | 'names' | undefined {
  const signals = focusSignals(support);
  const grown = support.units >= GROWN;
  const reaches = ({ weights, start, threshold }: FocusWeights, share: number): boolean => {
    let sum = start[topic]!;
    FOCUS_SIGNALS.forEach((name, i) => {
      sum += weights[name] * signals[i]!;
    });
    return 1 / (1 + Math.exp(-sum)) >= threshold[group] * share;
  };
  const { argues, names } = source as FocusSource;
  if (grown && reaches(argues, 1)) return 'argues surely';
  if (!grown && reaches(argues, support.units / GROWN)) return 'argues';
  return reaches(names, grown ? 1 : support.units / GROWN) ? 'names' : undefined;
}
