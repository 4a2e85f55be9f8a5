/**
 * The numbers that the model weighs, in two steps: what a unit says on a topic by itself, and what it says in its
 * document (`context-signals.ts`). The first step depends only on the unit's own words.
 *
 * Each function writes into `out`, which has the length of the list of names beside it. Returning new arrays would make
 * a tenth of the garbage of a check: a paper has thousands of units with nine topics each.
 */
import type { Features } from './features';
import { SIGNS } from './features';
import { CLASSES, classIndex, OFFERS_FROM, TOPICS } from './lexicon';

const GENERAL = [
  'library',
  'not-library',
  'people',
  'disadvantaged',
  'children',
  'action',
  'outcome',
  'need',
  'result',
  'story',
  'quote',
  'governance',
  'money',
  'closure',
  'logistics',
  'operations',
  'thanks',
  'funding',
  'set-up',
  'practical',
  'people-posts',
  'report-frame',
  'caption',
  'award',
  'cuts',
];
const GENERAL_CLASSES = GENERAL.map(classIndex);
const PEOPLE = classIndex('people');
const DISADVANTAGED = classIndex('disadvantaged');
const ACTION = classIndex('action');
const LOGISTICS = classIndex('logistics');
const GOVERNANCE = classIndex('governance');

/**
 * Writes the features of the classes in `GENERAL`, from `at` on.
 *
 * @returns the position after them
 */
function putGeneral(f: Features, out: Float64Array, at: number): number {
  for (let i = 0; i < GENERAL_CLASSES.length; i++) out[at + i] = f.classes[GENERAL_CLASSES[i]!]!;
  return at + GENERAL_CLASSES.length;
}

/**
 * Writes values, from `at` on.
 *
 * @returns the position after them
 */
function put(values: Float64Array, out: Float64Array, at: number): number {
  for (let i = 0; i < values.length; i++) out[at + i] = values[i]!;
  return at + values.length;
}

/** Runs a function that writes signals, and returns them as a new array. */
export function written(names: readonly string[], write: (out: Float64Array) => void): Float64Array {
  const out = new Float64Array(names.length);
  write(out);
  return out;
}

const total = (values: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
};
const greatest = (values: ArrayLike<number>) => {
  let max = 0;
  for (let i = 0; i < values.length; i++) max = Math.max(max, values[i]!);
  return max;
};
const LIBRARY = classIndex('library');
const PARTNER = classIndex('partner');
const NEED = classIndex('need');
const FIRST_PERSON = SIGNS.indexOf('first-person');

/** Whether the text mentions a library, a partner of libraries or “we”. */
export function hasActor(f: Features): boolean {
  return f.classes[LIBRARY]! + f.classes[PARTNER]! + f.signs[FIRST_PERSON]! > 0;
}

/** 1 where the topic is an offer and the text mentions nobody who could make it, else 0. */
const lacksActor = (f: Features, t: number) => (t < OFFERS_FROM || hasActor(f) ? 0 : 1);

/** How many topics there are for the number of words: a mere list of themes has many. */
function themes(f: Features): number {
  let count = 0;
  for (let t = 0; t < TOPICS.length; t++) if (f.strong[t]! > 0) count++;
  return Math.min(4, (count * 10) / Math.max(10, f.words.stem.length));
}

/** Names of the values of `wordSignals`. */
export const WORD_SIGNALS: readonly string[] = [
  'strong',
  'weak',
  'any strong',
  'share',
  'other topics',
  ...GENERAL,
  ...SIGNS,
  'strong and action',
  'strong and people',
  'strong and logistics',
  'strong and governance',
  'weak and action',
  'weak and people',
  'weak and need',
  'offer without actor',
  'offer and need without actor',
  'themes',
];

/** Step 1, with weights that are the same for all topics: the signals for topic `t`. */
export function wordSignals(f: Features, t: number, out: Float64Array): void {
  const strong = f.strong[t]!;
  const weak = f.weak[t]!;
  const all = total(f.strong);
  const some = strong > 0 ? 1 : 0;
  // Without a strong cue, who is helped and how tells a case from a passing word.
  const weakly = some ? 0 : Math.min(weak, 3);
  const people = f.classes[PEOPLE]! + f.classes[DISADVANTAGED]!;
  const lacking = lacksActor(f, t);
  out[0] = Math.min(strong, 4);
  out[1] = Math.min(weak, 5);
  out[2] = some;
  out[3] = all > 0 ? strong / all : 0;
  out[4] = Math.min(all - strong, 6);
  const i = put(f.signs, out, putGeneral(f, out, 5));
  out[i] = some * f.classes[ACTION]!;
  out[i + 1] = some * people;
  out[i + 2] = some * f.classes[LOGISTICS]!;
  out[i + 3] = some * f.classes[GOVERNANCE]!;
  out[i + 4] = weakly * f.classes[ACTION]!;
  out[i + 5] = weakly * people;
  out[i + 6] = weakly * f.classes[NEED]!;
  out[i + 7] = lacking;
  out[i + 8] = lacking * f.classes[NEED]!;
  out[i + 9] = themes(f);
}

/** Names of the values of `topicSignals`. */
export const TOPIC_SIGNALS: readonly string[] = [...CLASSES.map((c) => c.name), ...SIGNS];

/** Step 1, with weights of each topic's own. */
export function topicSignals(f: Features, out: Float64Array): void {
  put(f.signs, out, put(f.classes, out, 0));
}

/** Names of the values of `caseSignals`. */
export const CASE_SIGNALS: readonly string[] = [
  ...GENERAL,
  ...SIGNS,
  'strongest',
  'strong',
  'any strong',
  'weak',
];

/** Step 1, for whether any case is made at all. */
export function caseSignals(f: Features, out: Float64Array): void {
  const strongest = greatest(f.strong);
  const i = put(f.signs, out, putGeneral(f, out, 0));
  out[i] = Math.min(strongest, 4);
  out[i + 1] = Math.min(total(f.strong), 8);
  out[i + 2] = strongest > 0 ? 1 : 0;
  out[i + 3] = Math.min(6, total(f.weak));
}

const PLAIN_SIGNS = ['figure', 'quoted', 'question', 'money-sign'] as const;
const PLAIN_SIGN_INDEXES = PLAIN_SIGNS.map((sign) => SIGNS.indexOf(sign));

/** Names of the values of `anyCaseSignals`. */
export const ANY_CASE_SIGNALS: readonly string[] = [...GENERAL, ...PLAIN_SIGNS];

/**
 * Signals for whether a case is made, for topics of a workspace's own: people, actions and outcomes, but neither length
 * nor the number of topics.
 */
export function anyCaseSignals(f: Features, out: Float64Array): void {
  const at = putGeneral(f, out, 0);
  for (let i = 0; i < PLAIN_SIGN_INDEXES.length; i++) out[at + i] = f.signs[PLAIN_SIGN_INDEXES[i]!]!;
}

/** Topics that support each other: a case for digital inclusion is also one for information and digital. */
const RELATED: Readonly<Record<(typeof TOPICS)[number], readonly (typeof TOPICS)[number][]>> = {
  economic: ['information-digital'],
  education: ['reading', 'information-digital'],
  isolation: ['health-wellbeing'],
  digital: ['information-digital'],
  cultural: ['culture-creativity'],
  reading: ['education'],
  'information-digital': ['economic', 'digital'],
  'culture-creativity': ['cultural'],
  'health-wellbeing': ['isolation'],
};
export const RELATED_TO: readonly (readonly number[])[] = TOPICS.map((t) =>
  RELATED[t].map((r) => TOPICS.indexOf(r)),
);

/** What step 1 makes of a unit: log odds and probabilities by topic, and the probability of any case at all. */
export interface Local {
  readonly z: Float64Array;
  readonly p: Float64Array;
  /** The greatest of `p`. */
  readonly top: number;
  readonly making: number;
}

/** Names of the values of `ownSignals`. */
export const OWN_SIGNALS: readonly string[] = [
  'offer without actor',
  'offer and need without actor',
  'themes',
  'step 1',
  'related',
  'case',
  ...GENERAL,
  ...SIGNS,
  'strong',
  'weak',
];

/** Step 2, the part that depends on the unit alone. */
export function ownSignals(f: Features, local: Local, t: number, out: Float64Array): void {
  let related = -5;
  for (const r of RELATED_TO[t]!) related = Math.max(related, local.z[r]!);
  const lacking = lacksActor(f, t);
  out[0] = lacking;
  out[1] = lacking * f.classes[NEED]!;
  out[2] = themes(f);
  out[3] = local.z[t]!;
  out[4] = related;
  out[5] = local.making;
  const i = put(f.signs, out, putGeneral(f, out, 6));
  out[i] = Math.min(f.strong[t]!, 4);
  out[i + 1] = Math.min(f.weak[t]!, 5);
}

/** Names of the values of `othersSignals`. */
export const OTHERS_SIGNALS: readonly string[] = [
  ...TOPICS,
  'without actor',
  'need without actor',
  'library',
];

/** Step 2, with weights of each topic's own: what step 1 says on all topics, and whether a library acts. */
export function othersSignals(f: Features, local: Local, out: Float64Array): void {
  const without = hasActor(f) ? 0 : 1;
  const i = TOPICS.length;
  for (let t = 0; t < i; t++) out[t] = Math.max(-6, Math.min(4, local.z[t]!));
  out[i] = without;
  out[i + 1] = without * f.classes[NEED]!;
  out[i + 2] = Math.min(2, f.classes[LIBRARY]!);
}
