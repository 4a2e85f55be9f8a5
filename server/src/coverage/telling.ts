/** Which words that a model counts tell a reader anything: the others only raise the question why. */
import { sentences } from '../draft/sentences';
import type { Span } from '../draft/types';
import { wordsOf } from '../words/words';
import type { Features } from './features';
import type { Cue } from './lexicon';
import data from './words.json';

/** Words that help to judge and tell a reader nothing: “people who”, “increase”, “have no”. */
const PLAIN: ReadonlySet<string> = new Set(data.plain);

/** Stems of words by which a model tells whom a case is for, and which are nobody: places, lessons and hardships. */
const NOBODY: ReadonlySet<string> = new Set(data.nobody.map((phrase) => wordsOf(phrase).stem.join(' ')));

/** Stems of what a “member” holds an office in, and gains nothing by: “Cabinet Member for Culture”. */
const OF_MEMBERS: ReadonlySet<string> = new Set([
  'cabinet',
  'committe',
  'council',
  'board',
  'portfolio',
  'ward',
]);

/** Stems of what is done to others: “to speak to grandchildren abroad” is for whoever speaks. */
const SPEAKS: ReadonlySet<string> = new Set([
  'speak',
  'talk',
  'call',
  'writ',
  'write',
  'wrote',
  'written',
  'chat',
]);

/** Whether a text tells a reader why it counts. */
export function isTelling(text: string): boolean {
  const words = text.toLowerCase().replaceAll('’', "'");
  return !PLAIN.has(words) && !PLAIN.has(words.replace(/'s$/, ''));
}

/** Whether those whom a cue calls people gain by it. */
export function gains({ words }: Features, { first, last }: Cue): boolean {
  const stems = words.stem.slice(first, last + 1).join(' ');
  if (NOBODY.has(stems)) return false;
  if (stems === 'member' && OF_MEMBERS.has(words.stem[first - 1] ?? '')) return false;
  return !(words.stem[first - 1] === 'to' && SPEAKS.has(words.stem[first - 2] ?? ''));
}

/** Of a text, whether a place in it stands in one sentence with any of some others, or where there are no others. */
export function besideAny(text: string, others: readonly Span[]): (place: Span) => boolean {
  if (others.length === 0) return () => true;
  const speaking = sentences(text).filter((one) =>
    others.some(({ start, end }) => start < one.end && one.start < end),
  );
  return ({ start, end }) => speaking.some((one) => start < one.end && one.start < end);
}
