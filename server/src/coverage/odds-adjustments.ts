/**
 * Adjustments to the log odds of step 2, for what the labelling rules say and too few labelled documents show for
 * weights to be fitted.
 */

import { stemOf } from '../words/tokenize';
import { type Features, isFew, isItem, isStrong, leadsIn, SIGNS } from './features';
import { CLASSES, classIndex, OFFERS_FROM, TOPICS } from './lexicon';
import { hasActor } from './signals';

/** The name under which derivations show it, and what it adds in log odds. */
type Ruling = readonly [name: string, adds: number];

/** A need that nobody meets is a case for an area, but not for an offer. */
const NEED_ALONE: Ruling = ['need without answer', -1.2];
/** Where loneliness is named and met, that is also a matter of health and wellbeing. */
const LONELINESS_MET: Ruling = ['loneliness that is met', 2];
/** A line of few words that introduces what follows makes no case ("Ruth Ademola, who runs the job club, said:"). */
const LEADING_IN: Ruling = ['leads in to what follows', -6];
/** A line of few words without a cue of the topic makes no case on it by its context. */
const UNNAMED: Ruling = ['few words, none on the topic', -1.1];

/** A line of few words that names the topic, but no people, action or need, only says that there is something. */
const NOBODY: Ruling = ['few words, nobody who gains', -1.8];

/** A cost without people who gain is a budget. For the arts and the economy, what is paid is a gain. */
const COST: Ruling = ['money, nobody who gains', -2];
/** A mere list of themes makes no case on any of them. */
const THEMES: Ruling = ['a list of themes', -4];

/**
 * Short items with a weak cue of the topic and no people ("they need the computers") only say that there is something.
 */
const NEAR_IT: Ruling = ['short items, nobody and only near the topic', -2];

/** “We will tackle loneliness and exclusion in all that we do” makes no case on either. */
const SLOGAN: Ruling = ['a slogan', -4];

const NOTHING: readonly Ruling[] = [];

/** The rulings that apply to a text on topic `t`; none for most texts. */
export function rulingsOn(f: Features, t: number): readonly Ruling[] {
  const byNeed = t < OFFERS_FROM ? undefined : onNeed(f, t);
  const byLength = isFew(f) ? onFewWords(f, t) : isNearIt(f, t) ? NEAR_IT : undefined;
  const byForm = f.themes
    ? THEMES
    : (f.slogans >> t) & 1
      ? SLOGAN
      : !PAID.has(t) && isCost(f)
        ? COST
        : undefined;
  if (byNeed === undefined && byLength === undefined && byForm === undefined) return NOTHING;
  return [byNeed, byLength, byForm].filter((ruling) => ruling !== undefined);
}

/** The sum of what they add, in log odds. */
export function ruled(f: Features, t: number): number {
  const rulings = rulingsOn(f, t);
  let sum = 0;
  for (let i = 0; i < rulings.length; i++) sum += rulings[i]![1];
  return sum;
}

const SHORT_ITEMS = 14;
const SOMEBODY = ['people', 'disadvantaged', 'children'].map(classIndex);

function isNearIt(f: Features, t: number): boolean {
  return (
    isItem(f) &&
    f.words.stem.length < SHORT_ITEMS &&
    f.strong[t] === 0 &&
    f.signs[QUOTED] === 0 &&
    SOMEBODY.every((c) => f.classes[c] === 0)
  );
}

const QUOTED = SIGNS.indexOf('quoted');
const CASE = new Set(['people', 'disadvantaged', 'children', 'action', 'need'].map(classIndex));

function onFewWords(f: Features, t: number): Ruling | undefined {
  if (leadsIn(f)) return LEADING_IN;
  if (f.strong[t] === 0) return UNNAMED;
  // "Loneliness" is both a need and a name of the topic. By itself it makes no case.
  const more = f.cues.some((cue) => cue.classes.some((c) => CASE.has(c)) && !isStrong(cue, t));
  return more || f.signs[QUOTED]! > 0 ? undefined : NOBODY;
}

const MONEY = SIGNS.indexOf('money-sign');
const PAID = new Set(
  (['economic', 'cultural', 'culture-creativity'] as const).map((topic) => TOPICS.indexOf(topic)),
);
const GAINS = new Set(['beneficiary', 'outcome', 'need']);

function isCost({ signs, cues }: Features): boolean {
  if (signs[MONEY] === 0 || signs[QUOTED]! > 0) return false;
  return !cues.some(({ classes }) => classes.some((c) => GAINS.has(CLASSES[c]!.why)));
}

const NEED = classIndex('need');
const ACTION = classIndex('action');
const HEALTH = TOPICS.indexOf('health-wellbeing');

function onNeed(f: Features, offer: number): Ruling | undefined {
  if (hasActor(f)) return offer === HEALTH && meetsLoneliness(f) ? LONELINESS_MET : undefined;
  if (f.classes[NEED] === 0) return undefined;
  return f.classes[ACTION]! + f.signs[QUOTED]! === 0 ? NEED_ALONE : undefined;
}

const LONELY = classIndex('lonely');
const OUTCOME = classIndex('outcome');
const LONELINESS = new Set(['lonely', 'lonelier', 'loneliest', 'loneliness'].map(stemOf));

/** Whether loneliness is named and not denied, and something is done about it or comes of what is done. */
function meetsLoneliness(f: Features): boolean {
  return (
    f.classes[LONELY]! > 0 &&
    f.classes[ACTION]! + f.classes[OUTCOME]! > 0 &&
    f.words.stem.some((stem) => LONELINESS.has(stem))
  );
}
