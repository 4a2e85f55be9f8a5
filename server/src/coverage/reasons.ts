/** The reasons for a verdict: the words in the text that led to it. */

import { sentences } from '../draft/sentences';
import { shifted } from '../draft/span';
import type { Passage, PlacedBlock, Span } from '../draft/types';
import type { Topic } from '../framework/types';
import { addAll, words } from '../util/lists';
import { memoized } from '../util/memoize';
import { wordsOf } from '../words/tokenize';
import { type Features, strengthOf } from './features';
import { CLASSES, type Cue, TOPICS } from './lexicon';
import type { Proof } from './proof';
import type { Reason, Why } from './types';
import data from './vocabulary.json';

/** The most reasons of a kind that a verdict shows. */
const MOST: Readonly<Partial<Record<Why, number>>> = {
  cue: 6,
  beneficiary: 2,
  action: 2,
  outcome: 2,
  need: 2,
};

/** A span of a passage's prose, with what the words there did for the topic. */
interface Found {
  readonly why: Why;
  readonly start: number;
  readonly end: number;
}

const strongClasses = memoized(({ judgedAs }: Topic): readonly number[] =>
  CLASSES.flatMap((c, i) => (judgedAs !== undefined && c.topics[judgedAs] === 'strong' ? [i] : [])),
);

/** Whether a text has a strong cue of a topic. Called for every unit after each change. */
export function speaksStrongly(features: Features, topic: Topic): boolean {
  if ((features.own.get(topic.id)?.strong ?? 0) > 0) return true;
  const { judgedAs } = topic;
  if (judgedAs === undefined) return false;
  if (judgedAs !== topic.id && (features.own.get(judgedAs)?.strong ?? 0) > 0) return true;
  return strongClasses(topic).some((c) => features.classes[c]! > 0);
}

/** The cues in one passage, which begins at `offset` in the unit's text. */
function cuesIn({ prose }: Passage, { cues, words }: Features, offset: number): readonly Cue[] {
  const end = offset + prose.text.length;
  return cues.filter(({ first, last }) => words.start[first]! >= offset && words.end[last]! <= end);
}

export function cuesOf(topic: Topic, passage: Passage, features: Features, offset: number): readonly Cue[] {
  return cuesIn(passage, features, offset).filter((cue) => strengthOf(cue, topic) !== undefined);
}

const MORE: ReadonlySet<string> = new Set(['beneficiary', 'action', 'outcome', 'need']);

/**
 * Whether a passage says more than the name of a topic: who gains, what is done, what comes of it or what is needed.
 */
export function saysMore(topic: Topic, passage: Passage, features: Features, offset: number): boolean {
  const inside = cuesIn(passage, features, offset);
  const tells = (cue: Cue) => cue.classes.some((c) => MORE.has(CLASSES[c]!.why));
  const names = inside.filter((cue) => strengthOf(cue, topic) !== undefined && !tells(cue));
  return inside.some(
    (cue) => tells(cue) && !names.some(({ first, last }) => first <= cue.first && cue.last <= last),
  );
}

/**
 * The reasons for a passage's state on a topic.
 *
 * @param proof what proves its case
 */
export function reasonsIn(
  topic: Topic,
  placed: PlacedBlock,
  passage: Passage,
  features: Features,
  offset: number,
  state: 'mentioned' | 'argued' | 'evidenced',
  proof: readonly Proof[],
): Reason[] {
  const { words } = features;
  const inside = cuesIn(passage, features, offset);
  const found: Found[] = [];
  const add = (cue: Cue, why: Why) =>
    found.push({ why, start: words.start[cue.first]! - offset, end: words.end[cue.last]! - offset });
  const strong = inside.filter((c) => strengthOf(c, topic) === 'strong');
  for (const cue of strong.length > 0 ? strong : inside.filter((c) => strengthOf(c, topic) === 'weak'))
    add(cue, 'cue');
  if (state !== 'mentioned') {
    const beside = besideAny(passage.prose.text, found);
    for (const cue of inside) {
      if (strengthOf(cue, topic) === 'strong') continue;
      const why = cue.classes.map((c) => CLASSES[c]!.why).find((w) => MORE.has(w));
      const start = words.start[cue.first]! - offset;
      // People and actions count only in a sentence that also speaks of the topic.
      if (!why || !beside({ start, end: words.end[cue.last]! - offset })) continue;
      if (why !== 'beneficiary' || gains(features, cue)) add(cue, why as Why);
    }
  }
  const telling = found.filter(
    ({ why, start, end: to }) => why === 'cue' || isTelling(passage.prose.text.slice(start, to)),
  );
  const chosen = choose(telling.length > 0 ? telling : found);
  if (state === 'evidenced') {
    // Where it has no such words, the text before it names the speaker, and the whole passage is the quotation.
    const whole = { why: 'quotation', start: 0, end: passage.prose.text.length } as const;
    addAll(chosen, proof.length > 0 ? proof : [whole]);
  }
  return chosen
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ why, start, end: to }) => reason(why, passage, placed, start, to));
}

/** Removes spans that overlap with one chosen before, and those beyond the limit for their kind. */
function choose(found: readonly Found[]): Found[] {
  const chosen: Found[] = [];
  const count = new Map<Why, number>();
  const order: readonly Why[] = ['cue', 'outcome', 'need', 'action', 'beneficiary'];
  const sorted = [...found].sort(
    (a, b) =>
      order.indexOf(a.why) - order.indexOf(b.why) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  for (const f of sorted) {
    if ((count.get(f.why) ?? 0) >= (MOST[f.why] ?? 3)) continue;
    if (chosen.some((c) => c.start < f.end && f.start < c.end)) continue;
    chosen.push(f);
    count.set(f.why, (count.get(f.why) ?? 0) + 1);
  }
  return chosen;
}

export function reason(why: Why, passage: Passage, placed: PlacedBlock, start: number, end: number): Reason {
  return {
    why,
    text: passage.prose.text.slice(start, end),
    span: shifted(passage.prose.toSource(start, end), placed.start),
  };
}

/** The position in the model of the topic that judges this one, or -1. */
export function modelIndex(topic: Topic): number {
  return (TOPICS as readonly (string | undefined)[]).indexOf(topic.judgedAs);
}

/** Words that help the model and tell a reader nothing: “people who”, “increase”, “have no”. */
const PLAIN: ReadonlySet<string> = new Set(data.plain);

/** Stems of words in the class for people who benefit that are no people: places, lessons and hardships. */
const NOBODY: ReadonlySet<string> = new Set(data.nobody.map((phrase) => wordsOf(phrase).stem.join(' ')));

/** Stems of words for offices: a “Cabinet Member for Culture” gains nothing. */
const OF_MEMBERS = words('cabinet committe council board portfolio ward');

/** Stems of verbs whose object gains nothing: “to speak to grandchildren abroad”. */
const SPEAKS = words('speak talk call writ write wrote written chat');

/** Whether a cue is worth showing as a reason. */
function isTelling(text: string): boolean {
  const words = text.toLowerCase().replaceAll('’', "'");
  return !PLAIN.has(words) && !PLAIN.has(words.replace(/'s$/, ''));
}

/** Whether the people of a cue are those who gain. */
function gains({ words }: Features, { first, last }: Cue): boolean {
  const stems = words.stem.slice(first, last + 1).join(' ');
  if (NOBODY.has(stems)) return false;
  if (stems === 'member' && OF_MEMBERS.has(words.stem[first - 1] ?? '')) return false;
  return !(words.stem[first - 1] === 'to' && SPEAKS.has(words.stem[first - 2] ?? ''));
}

/** Returns whether a span of a text shares a sentence with any of `others`; always true where there are none. */
function besideAny(text: string, others: readonly Span[]): (place: Span) => boolean {
  if (others.length === 0) return () => true;
  const speaking = sentences(text).filter((one) =>
    others.some(({ start, end }) => start < one.end && one.start < end),
  );
  return ({ start, end }) => speaking.some((one) => start < one.end && one.start < end);
}
