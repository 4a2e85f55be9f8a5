/**
 * What the labelling rules say of a text and too few labelled documents show, so that no weights could be fitted. Each adds
 * to the log odds of the second step.
 */

import { type Features, isFew, isStrong, leadsIn, SIGNS } from './features';
import { classIndex, OFFERS_FROM } from './lexicon';
import { hasActor } from './signals';

/** What it is called where people read how a passage was judged, and what it adds, in log odds. */
export type Ruling = readonly [name: string, adds: number];

/** A need that nobody answers is a case for an area, not for an offer. */
const NEED_ALONE: Ruling = ['need without answer', -1.2];
/** A few words that introduce what follows make no case ("Ruth Ademola, who runs the job club, said:"). */
const LEADING_IN: Ruling = ['leads in to what follows', -6];
/** A few words with nobody who gains, nothing that is done and no need tell that there is something. */
const NOBODY: Ruling = ['few words, nobody who gains', -1.8];
/** A list of themes makes no case on any of them. */
const THEMES: Ruling = ['a list of themes', -4];

const NOTHING: readonly Ruling[] = [];

/** The rulings on a text for topic `t`; none for most. */
export function rulingsOn(f: Features, t: number): readonly Ruling[] {
  const byNeed = t >= OFFERS_FROM && needsAnswer(f) ? NEED_ALONE : undefined;
  const byLength = isFew(f) ? onFewWords(f, t) : undefined;
  const byForm = f.themes ? THEMES : undefined;
  if (byNeed === undefined && byLength === undefined && byForm === undefined) return NOTHING;
  return [byNeed, byLength, byForm].filter((ruling) => ruling !== undefined);
}

/** All of them together, in log odds. */
export function ruled(f: Features, t: number): number {
  const rulings = rulingsOn(f, t);
  let sum = 0;
  for (let i = 0; i < rulings.length; i++) sum += rulings[i]![1];
  return sum;
}

const QUOTED = SIGNS.indexOf('quoted');
const NEED = classIndex('need');
const ACTION = classIndex('action');

/** Whether a text names a need, and nobody who does something about it. */
const needsAnswer = (f: Features): boolean =>
  !hasActor(f) && f.classes[NEED]! > 0 && f.classes[ACTION]! + f.signs[QUOTED]! === 0;

const CASE = new Set(['people', 'disadvantaged', 'children', 'action', 'need'].map(classIndex));

function onFewWords(f: Features, t: number): Ruling | undefined {
  if (leadsIn(f)) return LEADING_IN;
  // "Loneliness" is a need as well as the topic's name, which by itself is no case.
  const more = f.cues.some((cue) => cue.classes.some((c) => CASE.has(c)) && !isStrong(cue, t));
  return more || f.signs[QUOTED]! > 0 ? undefined : NOBODY;
}
